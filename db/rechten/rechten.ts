import type { Dienst } from '../namens.ts';
import { ROL, rolVan } from './rollen.ts';
import type { Tabel } from './tabellen.ts';

/** What may be done with the rows of each table, as PostgreSQL writes it after `grant`; with a table that is not named, nothing. */
export type Rechten = Readonly<Partial<Record<Tabel, string>>>;

/** That a stream asks to be woken. */
const WEKKER = 'wek_nodig, wek_versie, wek_sinds, wek_lease_tot';

/** Of people all but where they are mailed: that is for who mails them, or keeps their accounts. */
const WIE = 'select (id, naam, telefoon, rollen, regios, thuisregio, organisatie, actief_van, actief_tot)';

/** Which of these rows a reader sees, the policies of each table say. The one column she may update is for `for update` alone. */
const LEZER: Rechten = {
  afmelding: 'select',
  agendasleutel: 'select (id, gebruiker, gemaakt_op, laatst_gebruikt_op)',
  bericht: 'select',
  bijlage: 'select',
  concept: 'select',
  casusbijlage: 'select',
  gebeurtenis: 'select',
  gebruiker: WIE,
  gebruikerwijziging: 'select',
  loginhoud: 'select',
  logregel: 'select',
  logzegel: 'select',
  loket: 'select',
  loketwijziging: 'select',
  partij: 'select',
  partnerlink: 'select (stroom, verzoek, eerst_geopend_op)',
  patroon: 'select',
  patroonvoorstel: 'select',
  signaal: 'select',
  signaalsleutel: 'select',
  sluiting: 'select',
  stroom: 'select, update (wek_nodig)',
  tekst: 'select',
  toestemming: 'select',
  waakhondmelding: 'select',
  waarneming: 'select',
  werktijd: 'select',
  zending: 'select (id, status, pogingen, laatste_fout)',
  zoekwoorden: 'select',
};

/** Of each the rows that belong to the one link. */
const PARTNER: Rechten = {
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
  waarneming: 'select',
  werktijd: 'select',
};

/** Who changes what is kept beside signalen writes what stood there before and after. */
const WIJZIGT = { loginhoud: 'insert', logregel: 'insert, select (nr, inhoud)' } as const;

const DIENSTEN: Readonly<Record<Dienst, Rechten>> = {
  aanmelden: { gebruiker: 'select', waarneming: 'select' },
  adresboek: {
    ...WIJZIGT,
    gebruiker: WIE,
    loket: 'select, insert, update',
    loketwijziging: 'select, insert',
    sluiting: 'select, insert, update, delete',
    zending: 'select (id, message_id), insert',
  },
  afmelden: { geheim: 'select' },
  beleid: {
    ...WIJZIGT,
    gebeurtenis: 'select',
    gebruiker: WIE,
    signaal: 'select',
    simulatie: 'select, insert, update, delete',
    stroom: 'select',
    termijnbeleid: 'insert, maintain',
    waarneming: 'select',
  },
  bounce: {
    bericht: 'select',
    opdracht: 'select',
    partij: 'select',
    stroom: 'select',
    zending: 'select, insert, update',
  },
  casus: {
    casusbijlage: 'select, insert, update, delete',
    signaalsleutel: 'select, insert, update (sleutel)',
    stroom: 'select',
    toestemming: 'select, insert, update (ingetrokken_op, ingetrokken_door)',
  },
  cijfers: {
    bericht: 'select',
    gebeurtenis: 'select',
    signaal: 'select',
    stroom: 'select',
    waakhondmelding: 'select',
    waakhondronde: 'select',
    zending: 'select',
  },
  concepten: { concept: 'select, insert, update, delete' },
  detectie: {
    ...WIJZIGT,
    gebeurtenis: 'select',
    patroonvoorstel: 'select, insert, update, delete, maintain',
    signaal: 'select',
    telling: 'select',
  },
  doorgeven: { gebeurtenis: 'select', opdracht: 'select', stroom: 'select', tekst: 'select' },
  feestdagen: { ...WIJZIGT, feestdag: 'insert, update, delete', kalender: 'insert, update' },
  gebruikers: {
    ...WIJZIGT,
    gebruiker: 'select, insert, update',
    gebruikerwijziging: 'select, insert',
    sessie: 'select, update (beeindigd_op, id_token)',
    waarneming: 'select',
  },
  gezondheid: {},
  hoofdsleutel: { signaalsleutel: 'select, update (sleutel, hoofdsleutel)' },
  jobs: {},
  kalender: { stroom: 'select' },
  ketenpartners: {
    opdracht: 'select',
    partnercode: 'select, insert, update',
    partnerlink: 'select, update (eerst_geopend_op)',
    partnersessie: 'select, insert, delete',
    zending: 'select (id, message_id), insert',
  },
  klok: {},
  limieten: { verbruik: 'select, insert, update, delete' },
  logboek: {
    agendasleutel: 'select (gebruiker, hash)',
    logregel: 'insert',
    partij: 'select (stroom, verzoek, organisatie)',
    partnerlink: 'select (id, stroom, verzoek, hash)',
    stroom: 'select (id, nummer)',
  },
  loslaten: { gebruiker: WIE, opdracht: 'select', signaal: 'select', stroom: 'select' },
  post: {
    afmelding: 'select',
    bericht: 'select, insert, update',
    gebeurtenis: 'select',
    gebruiker: 'select',
    geheim: 'select',
    partij: 'select',
    partnerlink: 'select, insert, update',
    signaal: 'select',
    stroom: 'select',
    tekst: 'select',
    waarneming: 'select',
    waarnemingpost: 'select, insert, update',
    werktijd: 'select',
    zending: 'select, insert, update',
  },
  patronen: { signaal: 'select', stroom: 'select', tekst: 'select', gebeurtenis: 'select', opdracht: 'select' },
  reis: {
    bericht: 'select',
    gebeurtenis: 'select',
    gebruiker: WIE,
    partij: 'select',
    partnerlink: 'select (stroom, verzoek, adres, eerst_geopend_op)',
    patroon: 'select',
    signaal: 'select',
    sluiting: 'select',
    stroom: 'select',
    tekst: 'select',
    waarneming: 'select',
    waarnemingpost: 'select',
    werktijd: 'select',
    zending: 'select',
  },
  sessies: {
    gebruiker: WIE,
    ingevuld: 'select, insert, update, delete',
    inlogpoging: 'select, insert, delete',
    sessie: 'select, insert, update, delete',
  },
  sleutels: { opdracht: 'select', sleutel: 'select, insert, delete' },
  startpagina: { gebruiker: WIE, waarneming: 'select' },
  verzegelen: { loginhoud: 'select', logregel: 'select', logzegel: 'select, insert' },
  voorkeuren: {
    afmelding: 'select, insert, delete',
    agendasleutel: 'select, insert, update, delete',
    bericht: 'select, update',
    gebruiker: WIE,
    stroom: 'select',
    werktijd: 'select, insert, update, delete',
  },
  waakhond: {
    bericht: 'select',
    gebruiker: 'select',
    signaal: 'select',
    stroom: 'select',
    waakhondmelding: 'select, insert, update',
    waakhondronde: 'select, update',
    zending: 'select, insert',
  },
  waarnemingen: {
    gebruiker: 'select',
    waarneming: 'select, insert, update',
    zending: 'select (id, message_id), insert',
  },
  wekken: { stroom: `select, update (${WEKKER})` },
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
  ...(['feestdagen', 'ketenpartners', 'bounce', 'adresboek', 'reis', 'waakhond', 'waarnemingen'] as const).map(rolVan),
];
