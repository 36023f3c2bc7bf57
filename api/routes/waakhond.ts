import {
  PadMelding,
  presentWaakhondmelding,
  Waakhondmeldingen,
  WaakhondmeldingSchema,
  Waakhondvragen,
} from '#contract/beheer.ts';
import { leesWaakhondmelding, leesWaakhondmeldingen } from '#db/queries/waakhond.ts';

import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';

const onderwerp = 'Beheer';

export const waakhondmeldingen = route({
  method: 'get',
  path: '/waakhondmeldingen',
  operatie: 'leesWaakhondmeldingen',
  onderwerp,
  samenvatting: 'Bekijk wat er niet klopt',
  omschrijving: 'De waakhond kijkt elke minuut. Wat langer dan een kwartier duurt, komt ook in een mail.',
  rollen: ['functioneel_beheer'],
  query: Waakhondvragen,
  reply: Waakhondmeldingen,
})(async ({ query, diensten }) => {
  const { aantal, meldingen } = await leesWaakhondmeldingen(diensten.db(), query);
  return { body: { aantal, waakhondmeldingen: meldingen.map(presentWaakhondmelding) } };
});

export const geefVrij = route({
  method: 'post',
  path: '/waakhondmeldingen/{melding}/vrijgevingen',
  operatie: 'geefVrij',
  onderwerp,
  samenvatting: 'Geef een signaal vrij dat aandacht vroeg',
  omschrijving:
    'Wat de klok intussen had moeten doen, gebeurt dan alsnog. Lopen de regels er weer op vast, dan volgt een nieuwe melding.',
  rollen: ['functioneel_beheer'],
  params: PadMelding,
  reply: WaakhondmeldingSchema,
})(async ({ params, diensten }) => {
  const melding = await leesWaakhondmelding(diensten.db(), params.melding);
  if (melding === null) throw nietGevonden('Deze melding');
  if (melding.soort !== 'signaal_geparkeerd' || melding.stroom === null) {
    throw new Probleem('niets_vrij_te_geven', {
      detail: 'Alleen een signaal dat aandacht vraagt kan worden vrijgegeven.',
    });
  }
  // A melding that is solved speaks of an earlier time: the signaal may be parked anew, for another reason.
  if (melding.opgelostOp === null) await diensten.geefVrij(melding.stroom);
  return { body: presentWaakhondmelding((await leesWaakhondmelding(diensten.db(), melding.id)) ?? melding) };
});
