import {
  Bewaartermijnlijst,
  BEWAARTERMIJNZINNEN,
  NieuweBewaartermijn,
  PadBewaartermijn,
  presentBewaartermijnen,
  termijnfouten,
} from '#contract/bewaartermijn.ts';
import { leesBewaartermijnen } from '#db/queries/wissingen.ts';
import type { Rol } from '#domain/beleid/codelijsten.ts';
import { WISSERS } from '#domain/wissen.ts';

import type { Diensten } from '../diensten.ts';
import { route } from '../route.ts';
import { fout, metZinnen } from '../validatie.ts';
import { ongeldig } from './doe.ts';

const onderwerp = 'Wissen';
const BEHEER = ['functioneel_beheer'] as const satisfies Rol[];

export const bewaartermijnen = route({
  method: 'get',
  path: '/bewaartermijnen',
  operatie: 'leesBewaartermijnen',
  onderwerp,
  samenvatting: 'Bekijk hoelang wat blijft, en waarom',
  rollen: WISSERS,
  reply: Bewaartermijnlijst,
})(async ({ diensten }) => lijst(diensten));

const NIEUW = metZinnen(NieuweBewaartermijn, BEWAARTERMIJNZINNEN);

export const stelBewaartermijnVoor = route({
  method: 'post',
  path: '/bewaartermijnen/{soort}/voorstellen',
  operatie: 'stelBewaartermijnVoor',
  onderwerp,
  samenvatting: 'Stel een andere bewaartermijn voor',
  omschrijving: 'Er verandert nog niets: een ander van functioneel beheer bevestigt het.',
  rollen: BEHEER,
  params: PadBewaartermijn,
  ...NIEUW,
  reply: Bewaartermijnlijst,
})(async ({ params: { soort }, body, gebruiker, diensten }) => {
  const fouten = termijnfouten(soort, body.maanden);
  if (fouten.length > 0) throw ongeldig(fouten.map(({ pad, soort: wat }) => fout('body', pad, wat, NIEUW.zoek)));
  await diensten.bewaartermijnen.stelVoor(soort, body, gebruiker);
  return lijst(diensten);
});

export const bevestigBewaartermijn = route({
  method: 'post',
  path: '/bewaartermijnen/{soort}/bevestigingen',
  operatie: 'bevestigBewaartermijn',
  onderwerp,
  samenvatting: 'Bevestig een andere bewaartermijn',
  omschrijving: 'Niet wie het voorstelde. Het geldt meteen, ook voor wat er al is.',
  rollen: BEHEER,
  params: PadBewaartermijn,
  reply: Bewaartermijnlijst,
})(async ({ params: { soort }, gebruiker, diensten }) => {
  await diensten.bewaartermijnen.bevestig(soort, gebruiker);
  return lijst(diensten);
});

export const trekBewaartermijnIn = route({
  method: 'post',
  path: '/bewaartermijnen/{soort}/intrekkingen',
  operatie: 'trekBewaartermijnIn',
  onderwerp,
  samenvatting: 'Trek een voorstel voor een andere bewaartermijn in',
  rollen: BEHEER,
  params: PadBewaartermijn,
  reply: Bewaartermijnlijst,
})(async ({ params: { soort }, gebruiker, diensten }) => {
  await diensten.bewaartermijnen.trekIn(soort, gebruiker);
  return lijst(diensten);
});

async function lijst({ db }: Diensten) {
  return { body: presentBewaartermijnen(await leesBewaartermijnen(db())) };
}
