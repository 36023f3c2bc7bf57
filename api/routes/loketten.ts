import { createHash } from 'node:crypto';

import { leesLoketten, leesSluitingen } from '#db/queries/loketten.ts';
import { bestaandeOrganisaties } from '#db/queries/organisaties.ts';
import type { Rol } from '#domain/beleid/codelijsten.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import {
  Lokettenlijst,
  loketVan,
  NieuweSluiting,
  NieuwLoket,
  PadLoket,
  PadOrganisatie,
  PadSluiting,
  presentLoketten,
} from '../contract/loket.ts';
import type { Diensten } from '../diensten.ts';
import { nietGevonden, Probleem } from '../problem.ts';
import type { Antwoord } from '../route.ts';
import { route } from '../route.ts';
import { fout } from '../validatie.ts';
import { MET_SIGNALEN } from './rollen.ts';

const onderwerp = 'Ketenpartners';

/** Who keeps the directory. */
const HOUDERS = ['regiocoordinator', 'landelijk_team', 'functioneel_beheer'] as const satisfies Rol[];

export const loketten = route({
  method: 'get',
  path: '/organisaties/{organisatie}/loketten',
  operatie: 'leesLoketten',
  onderwerp,
  samenvatting: 'Bekijk bij wie u bij een organisatie terechtkunt',
  omschrijving: 'Met de tijden waarin de organisatie gesloten is. Termijnen lopen dan door.',
  rollen: [...MET_SIGNALEN, 'functioneel_beheer'],
  params: PadOrganisatie,
  reply: Lokettenlijst,
})(({ params, diensten }) => lijstVan(diensten, params.organisatie));

export const voegLoketToe = route({
  method: 'post',
  path: '/organisaties/{organisatie}/loketten',
  operatie: 'voegLoketToe',
  onderwerp,
  samenvatting: 'Voeg een loket toe',
  rollen: HOUDERS,
  params: PadOrganisatie,
  body: NieuwLoket,
  reply: Lokettenlijst,
})(async ({ params: { organisatie }, body, diensten, opdracht }) => {
  await diensten.ketenpartners.adresboek.voegToe(idVan(opdracht), organisatie, loketVan(body));
  return lijstVan(diensten, organisatie);
});

export const wijzigLoket = route({
  method: 'post',
  path: '/organisaties/{organisatie}/loketten/{loket}/wijzigingen',
  operatie: 'wijzigLoket',
  onderwerp,
  samenvatting: 'Wijzig een loket',
  omschrijving:
    'Verzoeken die al lopen, houden het contact dat zij hebben. Verleg ze als het loket daar niet meer antwoordt.',
  rollen: HOUDERS,
  params: PadLoket,
  body: NieuwLoket,
  reply: Lokettenlijst,
})(async ({ params: { organisatie, loket }, body, diensten }) => {
  if (!(await diensten.ketenpartners.adresboek.wijzig(loket, organisatie, loketVan(body))))
    throw nietGevonden('Dit loket');
  return lijstVan(diensten, organisatie);
});

export const sluitLoket = route({
  method: 'delete',
  path: '/organisaties/{organisatie}/loketten/{loket}',
  operatie: 'sluitLoket',
  onderwerp,
  samenvatting: 'Sluit een loket',
  omschrijving: 'Er gaan geen nieuwe verzoeken meer heen.',
  rollen: HOUDERS,
  params: PadLoket,
  reply: Lokettenlijst,
})(async ({ params: { organisatie, loket }, diensten }) => {
  if (!(await diensten.ketenpartners.adresboek.sluit(loket, organisatie))) throw nietGevonden('Dit loket');
  return lijstVan(diensten, organisatie);
});

export const meldSluiting = route({
  method: 'post',
  path: '/organisaties/{organisatie}/sluitingen',
  operatie: 'meldSluiting',
  onderwerp,
  samenvatting: 'Meld wanneer een organisatie gesloten is',
  omschrijving: 'Dit staat erbij als iemand de organisatie iets vraagt. Termijnen lopen door.',
  rollen: HOUDERS,
  params: PadOrganisatie,
  body: NieuweSluiting,
  reply: Lokettenlijst,
})(async ({ params: { organisatie }, body, diensten }) => {
  const { vanDatum: van, totEnMetDatum: tot, reden } = body;
  if (tot < van)
    throw new Probleem('ongeldige_invoer', {
      detail: 'Er is niets veranderd.',
      fouten: [fout('body', ['totEnMetDatum'], 'te_vroeg')],
    });
  await diensten.ketenpartners.adresboek.meldSluiting(organisatie, { van, tot, reden });
  return lijstVan(diensten, organisatie);
});

export const verwijderSluiting = route({
  method: 'delete',
  path: '/organisaties/{organisatie}/sluitingen/{van}',
  operatie: 'verwijderSluiting',
  onderwerp,
  samenvatting: 'Haal een sluiting weg',
  rollen: HOUDERS,
  params: PadSluiting,
  reply: Lokettenlijst,
})(async ({ params: { organisatie, van }, diensten }) => {
  if (!(await diensten.ketenpartners.adresboek.verwijderSluiting(organisatie, van)))
    throw nietGevonden('Deze sluiting');
  return lijstVan(diensten, organisatie);
});

async function lijstVan(
  { db, nu }: Diensten,
  organisatie: string,
): Promise<Antwoord<ReturnType<typeof presentLoketten>>> {
  if (!(await bestaandeOrganisaties(db(), [organisatie])).has(organisatie)) throw nietGevonden('Deze organisatie');
  const [bekend, sluitingen] = await Promise.all([
    leesLoketten(db(), organisatie),
    leesSluitingen(db(), organisatie, datumVan(nu())),
  ]);
  return { body: presentLoketten(bekend, sluitingen) };
}

/** The same for the same request. */
function idVan(opdracht: string): string {
  const hex = createHash('sha256').update(`loket ${opdracht}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
