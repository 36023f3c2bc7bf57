import { PadSignaal } from '#contract/basis.ts';
import { INZAGEN_HOOGSTENS, Inzagenlijst, presentInzagen } from '#contract/inzage.ts';
import { presentTermijnen, Termijnenlijst } from '#contract/termijn.ts';
import { presentVerslag, Verslag, Verslagvragen } from '#contract/verslag.ts';
import { leesGebeurtenissen, leesVerslag } from '#db/queries/gebeurtenissen.ts';
import { leesInzagen } from '#db/queries/logboek.ts';
import { MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { voorgeschiedenis } from '#domain/signaal/voorgeschiedenis.ts';

import { route } from '../route.ts';
import { eisSignaal, eisStand } from './doe.ts';

const onderwerp = 'Verloop';

export const termijnen = route({
  method: 'get',
  path: '/signalen/{signaal}/termijnen',
  operatie: 'leesTermijnen',
  onderwerp,
  samenvatting: 'Bekijk hoe elke termijn is berekend',
  omschrijving: 'Dag voor dag, met dezelfde code die de klok zet.',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  reply: Termijnenlijst,
})(async ({ params, gebruiker, diensten }) => {
  const dossier = await eisSignaal(diensten, params.signaal, gebruiker);
  const gebeurtenissen = await leesGebeurtenissen(diensten.db(), dossier.id, dossier.volgnummer);
  return { body: presentTermijnen(dossier, voorgeschiedenis(dossier.id, gebeurtenissen), gebruiker) };
});

export const inzagen = route({
  method: 'get',
  path: '/signalen/{signaal}/inzagen',
  operatie: 'leesInzagen',
  onderwerp,
  samenvatting: 'Bekijk wie een signaal heeft bekeken',
  omschrijving: 'Wie het signaal of een bestand erbij heeft geopend. In een lijst staan telt niet mee.',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  reply: Inzagenlijst,
})(async ({ params, gebruiker, diensten }) => {
  const stand = await eisStand(diensten, params.signaal, gebruiker);
  const gevonden = await leesInzagen(diensten.db(), stand.nummer, INZAGEN_HOOGSTENS);
  return { body: presentInzagen(gevonden, stand, gebruiker) };
});

export const gebeurtenissen = route({
  method: 'get',
  path: '/signalen/{signaal}/gebeurtenissen',
  operatie: 'leesGebeurtenissen',
  onderwerp,
  samenvatting: 'Bekijk alles wat er met een signaal is gebeurd',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  query: Verslagvragen,
  reply: Verslag,
})(async ({ params, query: { na, limiet }, gebruiker, diensten }) => {
  const dossier = await eisSignaal(diensten, params.signaal, gebruiker);
  return {
    body: presentVerslag(await leesVerslag(diensten.db(), dossier.id, na, limiet + 1), limiet, dossier, gebruiker),
  };
});
