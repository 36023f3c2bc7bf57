import { ADRESSEN } from '#contract/adressen.ts';
import {
  Dataverwerkingenblad,
  PadVerwerkingsactiviteit,
  presentDataverwerkingen,
  presentRegister,
  VerwerkingsactiviteitSchema,
  Verwerkingsactiviteiten,
  Verwerkingsvragen,
  vindActiviteit,
} from '#contract/dataverwerkingen.ts';
import { leesVerwerkingsregels } from '#db/queries/dataverwerkingen.ts';

import type { Diensten } from '../diensten.ts';
import { nietGevonden } from '../problem.ts';
import { API_VERSIE, route } from '../route.ts';
import { IEDEREEN } from './rollen.ts';

const onderwerp = 'Logboek';

export const dataverwerkingen = route({
  method: 'get',
  path: '/dataverwerkingen',
  operatie: 'lijstDataverwerkingen',
  onderwerp,
  samenvatting: 'Bekijk het logboek als Logboek Dataverwerkingen',
  omschrijving:
    'Regels over signalen met de velden van de standaard Logboek Dataverwerkingen van Logius: één per gezin, zonder wie het deed en zonder tekst. Wie het deed, staat in /logregels onder hetzelfde spoor.',
  rollen: ['auditor'],
  query: Verwerkingsvragen,
  reply: Dataverwerkingenblad,
})(async ({ query: { limiet, ...vraag }, diensten }) => ({
  body: presentDataverwerkingen(
    await leesVerwerkingsregels(diensten.db(), vraag, limiet + 1),
    { limiet, signaal: vraag.signaal },
    { register: registerVan(diensten), versie: API_VERSIE, pseudoniem: diensten.pseudoniem },
  ),
}));

export const verwerkingsactiviteiten = route({
  method: 'get',
  path: '/verwerkingsactiviteiten',
  operatie: 'lijstVerwerkingsactiviteiten',
  onderwerp,
  samenvatting: 'Bekijk het register van verwerkingsactiviteiten',
  rollen: IEDEREEN,
  reply: Verwerkingsactiviteiten,
})(async ({ diensten }) => ({ body: presentRegister(registerVan(diensten)) }));

export const verwerkingsactiviteit = route({
  method: 'get',
  path: '/verwerkingsactiviteiten/{verwerkingsactiviteit}',
  operatie: 'leesVerwerkingsactiviteit',
  onderwerp,
  samenvatting: 'Bekijk een verwerkingsactiviteit',
  rollen: IEDEREEN,
  params: PadVerwerkingsactiviteit,
  reply: VerwerkingsactiviteitSchema,
})(async ({ params, diensten }) => {
  const gevonden = vindActiviteit(params.verwerkingsactiviteit, registerVan(diensten));
  if (gevonden === null) throw nietGevonden('Deze verwerkingsactiviteit');
  return { body: gevonden };
});

function registerVan({ publicUrl }: Pick<Diensten, 'publicUrl'>): string {
  return `${publicUrl}${ADRESSEN.api()}/verwerkingsactiviteiten`;
}
