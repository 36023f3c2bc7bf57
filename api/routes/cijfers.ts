import { Cijfers, Cijfervragen } from '#contract/cijfers.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { leesCijfers } from '#handelingen/cijfers.ts';

import { Probleem } from '../problem.ts';
import { route } from '../route.ts';

export const cijfers = route({
  method: 'get',
  path: '/cijfers',
  operatie: 'leesCijfers',
  onderwerp: 'Cijfers',
  samenvatting: 'Bekijk hoe het met de signalen staat',
  omschrijving:
    'Voor een regiocoördinator over de eigen regio’s, voor landelijk en programmaleiding over het hele land en per regio. Welke signalen zijn geteld, leest u met dezelfde dagen uit de lijst van signalen (geteldAls).',
  rollen: ['regiocoordinator', 'landelijk_team', 'programmaleiding'],
  query: Cijfervragen,
  reply: Cijfers,
})(async ({ query, gebruiker, diensten }) => {
  const gelezen = await leesCijfers(diensten.db(), gebruiker, query, datumVan(new Date().toISOString()));
  if (gelezen === null) throw new Probleem('geen_toegang', { detail: 'Dit is niet uw regio.' });
  return { body: gelezen };
});
