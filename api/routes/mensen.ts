import { Mensenlijst, Mensenvragen, presentMens } from '#contract/mensen.ts';
import { lijstMensen } from '#db/queries/mensen.ts';
import { MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { route } from '../route.ts';
import { eisStand } from './doe.ts';

export const mensen = route({
  method: 'get',
  path: '/mensen',
  operatie: 'lijstMensen',
  onderwerp: 'Naslag',
  samenvatting: 'Zoek wie u bij een signaal nodig hebt',
  omschrijving: 'Om iemand een signaal toe te wijzen of iets te vragen: naam, rol, regio en of iemand er vandaag is.',
  rollen: MET_SIGNALEN,
  query: Mensenvragen,
  reply: Mensenlijst,
})(async ({ query: { limiet, signaal, ...filter }, gebruiker, diensten }) => {
  const staat = signaal === undefined ? null : (await eisStand(diensten, signaal, gebruiker)).staat;
  const bladzijde = { vandaag: datumVan(diensten.nu()), limiet: limiet + 1 };
  const gevonden = await lijstMensen(diensten.db(), MET_SIGNALEN, filter, bladzijde);
  const getoond = gevonden.slice(0, limiet);
  const cursor = gevonden.length > limiet ? (getoond.at(-1)?.id ?? null) : null;
  return { body: { mensen: getoond.map((mens) => presentMens(mens, staat)), cursor } };
});
