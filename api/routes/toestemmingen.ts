import { PadSignaal, PadVerzoek } from '#contract/basis.ts';
import {
  ALLEEN_WIE_HET_BEHANDELT,
  ALLEEN_WIE_HET_GEZIN_KENT,
  gekendeToestemmingen,
  legtVastVoorPartij,
  partijenIn,
  trektToestemmingIn,
} from '#contract/casus.ts';
import {
  foutenIn,
  NieuweToestemming,
  PadToestemming,
  Partijtoestemming,
  PARTIJTOESTEMMINGZINNEN,
  presentToestemmingen,
  Toestemmingenlijst,
  TOESTEMMINGZINNEN,
  VERHAALTOESTEMMINGZINNEN,
  Verhaaltoestemming,
  toestemmingVan,
} from '#contract/toestemming.ts';
import { vindGebruiker } from '#db/queries/gebruikers.ts';
import { leesNamen } from '#db/queries/namen.ts';
import { leesVerhaalplekken } from '#db/queries/rapporten.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';
import { leesToestemmingen } from '#db/queries/toestemmingen.ts';
import { MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import type { Toestemming } from '#domain/casus.ts';
import { uuidOf } from '#platform/uuid.ts';

import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { fout, metZinnen } from '../validatie.ts';
import { type Casusvraag, eisBijhouder, eisStandNu, plekVan, standVoor } from './casusplek.ts';
import { ongeldig } from './doe.ts';

const onderwerp = 'Over wie';

export const toestemmingen = route({
  method: 'get',
  path: '/signalen/{signaal}/toestemmingen',
  operatie: 'leesToestemmingen',
  onderwerp,
  samenvatting: 'Bekijk wat het gezin toestond',
  omschrijving: 'Wie een toestemming mag intrekken, leest ook in welke rapporten een verhaal over dit signaal staat.',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  reply: Toestemmingenlijst,
})(async (call) => ({ body: await toestemmingenVan(call, await standVoor(call)) }));

const VOOR_NIVEAU = metZinnen(NieuweToestemming, TOESTEMMINGZINNEN);

export const legToestemmingVast = route({
  method: 'post',
  path: '/signalen/{signaal}/toestemmingen',
  operatie: 'legToestemmingVast',
  onderwerp,
  samenvatting: 'Leg vast dat wie het signaal hogerop behandelt delen van de casusbijlage mag lezen',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  ...VOOR_NIVEAU,
  reply: Toestemmingenlijst,
})(async (call) => {
  const stand = await eisBijhouder(call);
  const { niveau, ...afspraak } = call.body;
  const toestemming = toestemmingVan(afspraak, { niveau, verzoek: null }, uuidOf('toestemming', call.opdracht));
  return legVast(call, stand, toestemming, VOOR_NIVEAU.zoek);
});

const VOOR_PARTIJ = metZinnen(Partijtoestemming, PARTIJTOESTEMMINGZINNEN);

export const legPartijtoestemmingVast = route({
  method: 'post',
  path: '/signalen/{signaal}/verzoeken/{verzoek}/toestemmingen',
  operatie: 'legPartijtoestemmingVast',
  onderwerp,
  samenvatting: 'Leg vast dat een ketenpartner delen van de casusbijlage mag lezen',
  rollen: MET_SIGNALEN,
  params: PadVerzoek,
  ...VOOR_PARTIJ,
  reply: Toestemmingenlijst,
})(async (call) => {
  const stand = await eisStandNu(call);
  const melder = await vindGebruiker(call.diensten.db(), stand.staat.melder);
  if (!legtVastVoorPartij(stand, call.gebruiker, melder))
    throw new Probleem('geen_toegang', { detail: ALLEEN_WIE_HET_GEZIN_KENT });
  const { verzoek } = call.params;
  if (!partijenIn(stand, call.gebruiker).some((een) => een.verzoek === verzoek && een.kanLezen))
    throw nietGevonden('Dit verzoek aan een ketenpartner');
  const toestemming = toestemmingVan(call.body, { niveau: null, verzoek }, uuidOf('toestemming', call.opdracht));
  return legVast(call, stand, toestemming, VOOR_PARTIJ.zoek);
});

const VOOR_VERHAAL = metZinnen(Verhaaltoestemming, VERHAALTOESTEMMINGZINNEN);

export const legVerhaaltoestemmingVast = route({
  method: 'post',
  path: '/signalen/{signaal}/verhaaltoestemmingen',
  operatie: 'legVerhaaltoestemmingVast',
  onderwerp,
  samenvatting: 'Leg vast dat een rapport over het gezin mag vertellen, zonder te zeggen wie het is',
  omschrijving:
    'Zij opent niets van de casusbijlage. Wordt zij ingetrokken, dan gaat het verhaal uit elk rapport dat niet definitief is.',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  ...VOOR_VERHAAL,
  reply: Toestemmingenlijst,
})(async (call) => {
  const stand = await eisBijhouder(call);
  const toestemming = toestemmingVan(call.body, { niveau: null, verzoek: null }, uuidOf('toestemming', call.opdracht));
  return legVast(call, stand, toestemming, VOOR_VERHAAL.zoek);
});

export const trekToestemmingIn = route({
  method: 'post',
  path: '/signalen/{signaal}/toestemmingen/{toestemming}/intrekkingen',
  operatie: 'trekToestemmingIn',
  onderwerp,
  samenvatting: 'Trek een toestemming in',
  omschrijving: 'Wat zij opende, gaat meteen dicht. Een verhaal gaat uit elk rapport dat niet definitief is.',
  rollen: MET_SIGNALEN,
  params: PadToestemming,
  reply: Toestemmingenlijst,
})(async (call) => {
  const stand = await eisStandNu(call);
  if (!trektToestemmingIn(stand, call.gebruiker))
    throw new Probleem('geen_toegang', { detail: ALLEEN_WIE_HET_BEHANDELT });
  const gegeven = await leesToestemmingen(call.diensten.db(), stand.id);
  const gekend = gekendeToestemmingen(gegeven, stand, call.gebruiker).find(({ id }) => id === call.params.toestemming);
  if (gekend === undefined) throw nietGevonden('Deze toestemming');
  await call.diensten.casus.trekToestemmingIn(plekVan(call, stand), gekend.id);
  return { body: await toestemmingenVan(call, stand) };
});

async function toestemmingenVan({ diensten, gebruiker }: Casusvraag, stand: Signaalstand) {
  const db = diensten.db();
  const [toestemmingen, plekken] = await Promise.all([
    leesToestemmingen(db, stand.id),
    leesVerhaalplekken(db, stand.id),
  ]);
  const vastleggers = toestemmingen.map(({ door }) => door);
  return presentToestemmingen({ toestemmingen, plekken }, await leesNamen(db, vastleggers), stand, gebruiker);
}

async function legVast(
  vraag: Casusvraag,
  stand: Signaalstand,
  toestemming: Omit<Toestemming, 'ingetrokkenOp'>,
  zoek: (typeof VOOR_NIVEAU)['zoek'],
) {
  const fouten = foutenIn(toestemming, stand);
  if (fouten.length > 0) throw ongeldig(fouten.map(({ pad, soort }) => fout('body', pad, soort, zoek)));
  await vraag.diensten.casus.legToestemmingVast(plekVan(vraag, stand), toestemming);
  return { body: await toestemmingenVan(vraag, stand) };
}
