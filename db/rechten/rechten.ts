import type { Dienst } from '../namens.ts';
import { DIENSTEN, WIE } from './diensten.ts';
import { ROL, rolVan } from './rollen.ts';
import type { Rechten } from './tabellen.ts';

/** Which of these rows a reader sees, the policies of each table say. The one column they may update is for `for update` alone. */
const LEZER: Rechten = {
  afmelding: 'select',
  agendasleutel: 'select (id, gebruiker, gemaakt_op, laatst_gebruikt_op)',
  bericht: 'select',
  bewaarde_weergave: 'select',
  bewaartermijnvoorstel: 'select',
  bijlage: 'select',
  concept: 'select',
  casusbijlage: 'select',
  gebeurtenis: 'select',
  gebruiker: WIE,
  gebruikerwijziging: 'select',
  gelezen: 'select',
  les: 'select',
  lesgebruik: 'select',
  loginhoud: 'select',
  logregel: 'select',
  logzegel: 'select',
  loket: 'select',
  loketwijziging: 'select',
  noemer: 'select',
  noemerwijziging: 'select',
  partij: 'select',
  partnerlink: 'select (stroom, verzoek, adres, eerst_geopend_op)',
  patroon: 'select',
  patroonvoorstel: 'select',
  patroonzoeking: 'select',
  rapport: 'select',
  signaal: 'select',
  signaalsleutel: 'select',
  sluiting: 'select',
  stroom: 'select, update (wek_nodig)',
  tekst: 'select',
  toestemming: 'select',
  vandaagbezoek: 'select',
  vignet: 'select',
  waakhondmelding: 'select',
  waarneming: 'select',
  werktijd: 'select',
  wissing: 'select',
  zending: 'select (id, status, pogingen, laatste_fout)',
  zoekwoorden: 'select',
};

/** Of each the rows that belong to the one link. */
const PARTNER: Rechten = {
  // Which files went with an answer, not what is in them: a link travels by mail.
  bijlage: 'select (id, stroom, verzoek, opdracht, naam, mediatype, grootte, op)',
  casusbijlage: 'select',
  gebeurtenis: 'select',
  gebruiker: WIE,
  partij: 'select',
  signaal: 'select',
  signaalsleutel: 'select',
  stroom: 'select, update (wek_nodig)',
  tekst: 'select',
  toestemming: 'select',
  waarneming: 'select',
};

const SCHRIJVER: Rechten = {
  bericht: 'select, insert, update',
  bijlage: 'select, insert',
  casusbijlage: 'select, insert',
  gebeurtenis: 'select, insert',
  gebruiker: WIE,
  logregel: 'insert',
  loket: 'select, update (onbestelbaar_op, escalatie_onbestelbaar_op)',
  opdracht: 'select, insert',
  partij: 'select, insert, update',
  partnerlink: 'select, update',
  partnersessie: 'select, delete',
  patroon: 'select, insert, update',
  patroonvoorstel: 'select (id, besluit), update (besluit, besluit_op, besluit_door, patroon)',
  signaal: 'select, insert, update',
  signaalsleutel: 'select, insert',
  sleutel: 'select',
  stroom: 'select, insert, update',
  tekst: 'select, insert',
  telling: 'select, insert, update, delete',
  toestemming: 'select (stroom, verzoek, ingetrokken_op), update (ingetrokken_op, ingetrokken_door)',
  waarneming: 'select',
  werktijd: 'select',
  wissing: 'select, update (status, tweede_door, tweede_op)',
};

/** Every role in which queries run, with what it may do. */
export const RECHTEN: ReadonlyMap<string, Rechten> = new Map([
  [ROL.lezer, LEZER],
  [ROL.partner, PARTNER],
  [ROL.schrijver, SCHRIJVER],
  ...Object.entries(DIENSTEN).map(([dienst, rechten]): [string, Rechten] => [rolVan(dienst as Dienst), rechten]),
]);

/** The diensten that tell the worker by a job that there is something to do. */
export const PORT: readonly string[] = [
  ROL.schrijver,
  ...(
    [
      'detectie',
      'feestdagen',
      'ketenpartners',
      'bounce',
      'adresboek',
      'reis',
      'waakhond',
      'waarnemingen',
      'lessen',
    ] as const
  ).map(rolVan),
];
