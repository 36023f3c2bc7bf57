import {
  Codelijsten,
  CodelijstSchema,
  Gemeentenlijst,
  IkSchema,
  Organisatielijst,
  PadCodelijst,
  presentIk,
  Zoekvragen,
} from '#contract/naslag.ts';
import { leesCodelijsten } from '#db/queries/codelijsten.ts';
import { zoekGemeenten } from '#db/queries/gebieden.ts';
import { zoekOrganisaties } from '#db/queries/organisaties.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { nietGevonden } from '../problem.ts';
import { route } from '../route.ts';
import { IEDEREEN } from './rollen.ts';

const onderwerp = 'Naslag';

export const codelijsten = route({
  method: 'get',
  path: '/codelijsten',
  operatie: 'leesCodelijsten',
  onderwerp,
  samenvatting: 'Bekijk alle lijsten met codes',
  rollen: IEDEREEN,
  reply: Codelijsten,
})(async ({ diensten }) => ({ body: { codelijsten: await leesCodelijsten(diensten.db(), null) } }));

export const codelijst = route({
  method: 'get',
  path: '/codelijsten/{lijst}',
  operatie: 'leesCodelijst',
  onderwerp,
  samenvatting: 'Bekijk een lijst met codes',
  rollen: IEDEREEN,
  params: PadCodelijst,
  reply: CodelijstSchema,
})(async ({ params, diensten }) => {
  const [lijst] = await leesCodelijsten(diensten.db(), params.lijst);
  if (lijst === undefined) throw nietGevonden('Deze lijst');
  return { body: lijst };
});

export const gemeenten = route({
  method: 'get',
  path: '/gemeenten',
  operatie: 'zoekGemeenten',
  onderwerp,
  samenvatting: 'Zoek een gemeente op haar naam of een plaats',
  rollen: IEDEREEN,
  query: Zoekvragen,
  reply: Gemeentenlijst,
})(async ({ query: { naam, limiet }, diensten }) => ({
  body: { gemeenten: await zoekGemeenten(diensten.db(), naam, datumVan(diensten.nu()), limiet) },
}));

export const organisaties = route({
  method: 'get',
  path: '/organisaties',
  operatie: 'zoekOrganisaties',
  onderwerp,
  samenvatting: 'Zoek een organisatie op naam, of een gemeente op een plaats',
  rollen: IEDEREEN,
  query: Zoekvragen,
  reply: Organisatielijst,
})(async ({ query: { naam, limiet }, diensten }) => {
  const gevonden = await zoekOrganisaties(diensten.db(), naam, limiet);
  return { body: { organisaties: gevonden.map(({ plaats: _plaats, ...organisatie }) => organisatie) } };
});

export const ik = route({
  method: 'get',
  path: '/ik',
  operatie: 'leesIk',
  onderwerp,
  samenvatting: 'Bekijk uw eigen account',
  rollen: IEDEREEN,
  reply: IkSchema,
})(({ gebruiker }) => Promise.resolve({ body: presentIk(gebruiker) }));
