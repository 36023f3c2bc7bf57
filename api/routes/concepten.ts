import { CONCEPTZINNEN, Concepten, NieuwConcept, PadConcept } from '#contract/concept.ts';
import { MELDERS } from '#domain/bevoegdheden.ts';

import type { Diensten } from '../diensten.ts';
import { nietGevonden } from '../problem.ts';
import { route } from '../route.ts';
import { metZinnen } from '../validatie.ts';

const onderwerp = 'Concepten';

export const concepten = route({
  method: 'get',
  path: '/ik/concepten',
  operatie: 'leesConcepten',
  onderwerp,
  samenvatting: 'Bekijk uw concepten',
  omschrijving:
    'Een concept staat versleuteld op de server. Niemand anders ziet het, en dertig dagen na de laatste wijziging is het weg.',
  rollen: MELDERS,
  reply: Concepten,
})(async ({ gebruiker, diensten }) => antwoord(diensten, gebruiker.id));

export const bewaarConcept = route({
  method: 'put',
  path: '/ik/concepten/{concept}',
  operatie: 'bewaarConcept',
  onderwerp,
  samenvatting: 'Bewaar een concept',
  omschrijving: 'Er mogen er twintig zijn: komt er een bij, dan gaat het oudste weg.',
  rollen: MELDERS,
  params: PadConcept,
  ...metZinnen(NieuwConcept, CONCEPTZINNEN),
  reply: Concepten,
})(async ({ params, body, gebruiker, diensten }) => {
  await diensten.concepten.bewaar(gebruiker.id, params.concept, body.inhoud);
  return antwoord(diensten, gebruiker.id);
});

export const wisConcept = route({
  method: 'delete',
  path: '/ik/concepten/{concept}',
  operatie: 'wisConcept',
  onderwerp,
  samenvatting: 'Gooi een concept weg',
  rollen: MELDERS,
  params: PadConcept,
  reply: Concepten,
})(async ({ params, gebruiker, diensten }) => {
  if (!(await diensten.concepten.wis(gebruiker.id, params.concept))) throw nietGevonden('Dit concept');
  return antwoord(diensten, gebruiker.id);
});

async function antwoord({ concepten: { lees } }: Diensten, gebruiker: string) {
  return { body: { concepten: await lees(gebruiker) } };
}
