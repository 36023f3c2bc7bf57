import {
  ALLEEN_EIGEN_LOKETTEN,
  BEEINDIGINGZINNEN,
  Loketbeeindiging,
  Lokettenlijst,
  LOKETZINNEN,
  loketVan,
  Loketwijzigingenlijst,
  NieuweSluiting,
  NieuwLoket,
  PadLoket,
  PadOrganisatie,
  PadSluiting,
  SLUITINGZINNEN,
  presentLoketten,
  presentLoketwijzigingen,
} from '#contract/loket.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { leesLoketten, leesLoketwijzigingen, leesSluitingen } from '#db/queries/loketten.ts';
import { bestaandeOrganisaties, leesOrganisatie } from '#db/queries/organisaties.ts';
import { LOKETHOUDERS, LOKETWIJZIGINGLEZERS, magLokettenBeheren, MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Reply } from '../contract.ts';
import type { Diensten } from '../diensten.ts';
import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { fout, metZinnen } from '../validatie.ts';

const onderwerp = 'Ketenpartners';

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

export const loketwijzigingen = route({
  method: 'get',
  path: '/organisaties/{organisatie}/loketwijzigingen',
  operatie: 'leesLoketwijzigingen',
  onderwerp,
  samenvatting: 'Bekijk wie de loketten van een organisatie wijzigde, en waarom',
  rollen: LOKETWIJZIGINGLEZERS,
  params: PadOrganisatie,
  reply: Loketwijzigingenlijst,
})(async ({ params: { organisatie }, diensten: { db } }) => {
  if ((await leesOrganisatie(db(), organisatie)) === null) throw nietGevonden('Deze organisatie');
  return { body: presentLoketwijzigingen(await leesLoketwijzigingen(db(), organisatie, HOOGSTENS)) };
});

const HOOGSTENS = 200;

export const voegLoketToe = route({
  method: 'post',
  path: '/organisaties/{organisatie}/loketten',
  operatie: 'voegLoketToe',
  onderwerp,
  samenvatting: 'Voeg een loket toe',
  omschrijving:
    'Een coördinator alleen bij organisaties die nergens anders werken dan in haar regio. Het adres krijgt bericht.',
  rollen: LOKETHOUDERS,
  params: PadOrganisatie,
  ...metZinnen(NieuwLoket, LOKETZINNEN),
  reply: Lokettenlijst,
})(async ({ params: { organisatie }, body, gebruiker, diensten, opdracht }) => {
  await eisBeheer(diensten, gebruiker, organisatie);
  const daad = { wie: gebruiker, reden: body.reden };
  await diensten.ketenpartners.adresboek.voegToe(uuidOf('loket', opdracht), organisatie, loketVan(body), daad);
  return lijstVan(diensten, organisatie);
});

export const wijzigLoket = route({
  method: 'post',
  path: '/organisaties/{organisatie}/loketten/{loket}/wijzigingen',
  operatie: 'wijzigLoket',
  onderwerp,
  samenvatting: 'Wijzig een loket',
  omschrijving:
    'Het oude en het nieuwe adres krijgen bericht. Verzoeken die al lopen, houden het contact dat zij hebben. Verleg ze als ' +
    'het loket daar niet meer antwoordt.',
  rollen: LOKETHOUDERS,
  params: PadLoket,
  ...metZinnen(NieuwLoket, LOKETZINNEN),
  reply: Lokettenlijst,
})(async ({ params: { organisatie, loket }, body, gebruiker, diensten, opdracht }) => {
  await eisBeheer(diensten, gebruiker, organisatie);
  const daad = { wie: gebruiker, reden: body.reden, opdracht };
  if (!(await diensten.ketenpartners.adresboek.wijzig(loket, organisatie, loketVan(body), daad)))
    throw nietGevonden('Dit loket');
  return lijstVan(diensten, organisatie);
});

export const sluitLoket = route({
  method: 'post',
  path: '/organisaties/{organisatie}/loketten/{loket}/beeindigingen',
  operatie: 'sluitLoket',
  onderwerp,
  samenvatting: 'Sluit een loket',
  omschrijving: 'Er gaan geen nieuwe verzoeken meer heen. Het adres krijgt bericht.',
  rollen: LOKETHOUDERS,
  params: PadLoket,
  ...metZinnen(Loketbeeindiging, BEEINDIGINGZINNEN),
  reply: Lokettenlijst,
})(async ({ params: { organisatie, loket }, body: { reden }, gebruiker, diensten }) => {
  await eisBeheer(diensten, gebruiker, organisatie);
  const gesloten = await diensten.ketenpartners.adresboek.sluit(loket, organisatie, { wie: gebruiker, reden });
  if (!gesloten) throw nietGevonden('Dit loket');
  return lijstVan(diensten, organisatie);
});

const SLUITING = metZinnen(NieuweSluiting, SLUITINGZINNEN);

export const meldSluiting = route({
  method: 'post',
  path: '/organisaties/{organisatie}/sluitingen',
  operatie: 'meldSluiting',
  onderwerp,
  samenvatting: 'Meld wanneer een organisatie gesloten is',
  omschrijving: 'Dit staat erbij als iemand de organisatie iets vraagt. Termijnen lopen door.',
  rollen: LOKETHOUDERS,
  params: PadOrganisatie,
  ...SLUITING,
  reply: Lokettenlijst,
})(async ({ params: { organisatie }, body, gebruiker, diensten, opdracht }) => {
  await eisBeheer(diensten, gebruiker, organisatie);
  const { vanDatum: van, totEnMetDatum: tot, reden } = body;
  if (tot < van)
    throw new Probleem('ongeldige_invoer', {
      detail: 'Er is niets veranderd.',
      fouten: [fout('body', ['totEnMetDatum'], 'te_vroeg', SLUITING.zoek)],
    });
  await diensten.ketenpartners.adresboek.meldSluiting(organisatie, { van, tot, reden }, { wie: gebruiker, opdracht });
  return lijstVan(diensten, organisatie);
});

export const verwijderSluiting = route({
  method: 'delete',
  path: '/organisaties/{organisatie}/sluitingen/{van}',
  operatie: 'verwijderSluiting',
  onderwerp,
  samenvatting: 'Haal een sluiting weg',
  rollen: LOKETHOUDERS,
  params: PadSluiting,
  reply: Lokettenlijst,
})(async ({ params: { organisatie, van }, gebruiker, diensten }) => {
  await eisBeheer(diensten, gebruiker, organisatie);
  if (!(await diensten.ketenpartners.adresboek.verwijderSluiting(organisatie, van, gebruiker)))
    throw nietGevonden('Deze sluiting');
  return lijstVan(diensten, organisatie);
});

async function lijstVan({ db, nu }: Diensten, organisatie: string): Promise<Reply<ReturnType<typeof presentLoketten>>> {
  if (!(await bestaandeOrganisaties(db(), [organisatie])).has(organisatie)) throw nietGevonden('Deze organisatie');
  const [bekend, sluitingen] = await Promise.all([
    leesLoketten(db(), organisatie),
    leesSluitingen(db(), organisatie, datumVan(nu())),
  ]);
  return { body: presentLoketten(bekend, sluitingen) };
}

/** Throws Probleem 404 without such an organisatie, and 403 for who does not keep its desks. */
async function eisBeheer({ db }: Diensten, gebruiker: Gebruiker, id: string): Promise<void> {
  const organisatie = await leesOrganisatie(db(), id);
  if (organisatie === null) throw nietGevonden('Deze organisatie');
  if (magLokettenBeheren(gebruiker, organisatie)) return;
  throw new Probleem('geen_toegang', { detail: ALLEEN_EIGEN_LOKETTEN });
}
