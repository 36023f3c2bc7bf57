import { cijferregios, Cijfers, cijfervraag, Cijfervragen, presentCijfers } from '#contract/cijfers.ts';
import { telCijfers } from '#db/queries/cijfers.ts';
import { zichtVan } from '#domain/bevoegdheden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { Probleem } from '../problem.ts';
import { route } from '../route.ts';

export const cijfers = route({
  method: 'get',
  path: '/cijfers',
  operatie: 'leesCijfers',
  onderwerp: 'Cijfers',
  samenvatting: 'Bekijk hoe het met de signalen staat',
  omschrijving:
    'Voor een regiocoördinator over de eigen regio’s, voor landelijk en programmaleiding over het hele land.',
  rollen: ['regiocoordinator', 'landelijk_team', 'programmaleiding'],
  query: Cijfervragen,
  reply: Cijfers,
})(async ({ query, gebruiker, diensten }) => {
  const zicht = zichtVan(gebruiker);
  const regios = cijferregios(gebruiker, query.regio);
  if (zicht === null || regios === undefined) throw new Probleem('geen_toegang', { detail: 'Dit is niet uw regio.' });
  const vandaag = datumVan(new Date().toISOString());
  const kijkt = { zicht, waarnemingen: gebruiker.waarnemingen };
  const telling = await telCijfers(diensten.db(), kijkt, cijfervraag(regios, vandaag));
  return { body: presentCijfers(telling, vandaag, gebruiker) };
});
