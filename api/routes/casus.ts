import { BIJLAGE, keurBestanden } from '#activities/ketenpartners/bijlagen.ts';
import { PadSignaal, PadVerzoek } from '#contract/basis.ts';
import { Bijlageinhoud, BIJLAGESOORTEN, presentBijlage } from '#contract/bijlage.ts';
import {
  ALLEEN_WIE_HET_GEZIN_KENT,
  Casusbijlage,
  Casusteksten,
  casustekstenVan,
  CASUSZINNEN,
  houdtCasusBij,
  PadCasusbestand,
  partijenIn,
  presentCasusbijlage,
  waaromNietLeesbaar,
} from '#contract/casus.ts';
import { Casusbestandinhoud, Casusbestandvragen } from '#contract/casusbestand.ts';
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
import { leesNamen } from '#db/queries/namen.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';
import { leesToestemmingen } from '#db/queries/toestemmingen.ts';
import { MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import type { Toestemming } from '#domain/casus.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Call, Contract } from '../contract.ts';
import { nietGevonden, Probleem } from '../problem.ts';
import { bestand, route } from '../route.ts';
import { fout, metZinnen } from '../validatie.ts';
import { eisStand, ongeldig } from './doe.ts';

const onderwerp = 'Over wie';

export const casusbijlage = route({
  method: 'get',
  path: '/signalen/{signaal}/casusbijlage',
  operatie: 'leesCasusbijlage',
  onderwerp,
  samenvatting: 'Bekijk over wie het signaal gaat',
  omschrijving: 'U krijgt alleen de delen die u mag lezen. Dat u keek, staat in het logboek.',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  reply: Casusbijlage,
})(async (call) => {
  const stand = await standVoor(call);
  const body = await bijlageVan(call, stand);
  if (body.leesbareDelen.length > 0) return { body };
  const gegeven = await leesToestemmingen(call.diensten.db(), stand.id);
  throw new Probleem('geen_toegang', { detail: waaromNietLeesbaar(stand, gegeven, call.gebruiker) });
});

export const schrijfCasusteksten = route({
  method: 'post',
  path: '/signalen/{signaal}/casusteksten',
  operatie: 'schrijfCasusteksten',
  onderwerp,
  samenvatting: 'Schrijf op over wie het signaal gaat',
  omschrijving: 'Wat u schrijft komt in de plaats van wat er stond. Het wordt versleuteld bewaard.',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  ...metZinnen(Casusteksten, CASUSZINNEN),
  reply: Casusbijlage,
})(async (call) => {
  const stand = await eisBijhouder(call);
  await call.diensten.casus.schrijf(plekVan(call, stand), casustekstenVan(call.body), call.opdracht);
  return { body: await bijlageVan(call, stand) };
});

export const casusbestand = bestand({
  method: 'get',
  path: '/signalen/{signaal}/casusbestanden/{bestand}',
  operatie: 'haalCasusbestand',
  onderwerp,
  samenvatting: 'Haal een bestand uit de casusbijlage op',
  rollen: MET_SIGNALEN,
  params: PadCasusbestand,
  reply: Bijlageinhoud,
  mediatypen: BIJLAGESOORTEN,
})(async (call) => {
  const { params, gebruiker, diensten } = call;
  const stand = await standVoor(call);
  const gevonden = (await bijlageVan(call, stand)).bestanden.find(({ id }) => id === params.bestand);
  const inhoud = gevonden === undefined ? null : await diensten.casus.inhoudVan(diensten.db(), stand.id, gevonden.id);
  if (gevonden === undefined || inhoud === null) throw nietGevonden('Dit bestand');
  return presentBijlage({ naam: gevonden.naam, mediatype: gevonden.mediatype, inhoud }, gebruiker);
});

export const voegCasusbestandToe = route({
  method: 'post',
  path: '/signalen/{signaal}/casusbestanden',
  operatie: 'voegCasusbestandToe',
  onderwerp,
  samenvatting: 'Voeg een brief of foto toe aan de casusbijlage',
  omschrijving:
    'De body is het bestand zelf. Wat het is, zien wij aan de inhoud; het wordt versleuteld bewaard. Hetzelfde bestand nog eens sturen verandert niets.',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  query: Casusbestandvragen,
  body: Casusbestandinhoud,
  stuurt: {
    mediatypen: BIJLAGESOORTEN,
    hoogstensBytes: BIJLAGE.hoogstensBytes,
    // Nobody without the right makes us take megabytes.
    eerst: (vraag) => eisBijhouder(vraag as Vraag),
  },
  reply: Casusbijlage,
})(async (call) => {
  const stand = await eisBijhouder(call);
  const { deel, bestandsnaam } = call.query;
  const { goed, fouten } = keurBestanden([{ naam: bestandsnaam, inhoud: Buffer.from(call.body) }]);
  if (goed[0] === undefined || fouten.length > 0)
    throw ongeldig(fouten.map((detail) => ({ in: 'body', location: { pointer: '#' }, code: 'bestand', detail })));
  await call.diensten.casus.voegBestandToe(plekVan(call, stand), deel, goed[0], call.opdracht);
  return { body: await bijlageVan(call, stand) };
});

export const verwijderCasusbestand = route({
  method: 'delete',
  path: '/signalen/{signaal}/casusbestanden/{bestand}',
  operatie: 'verwijderCasusbestand',
  onderwerp,
  samenvatting: 'Haal een bestand weg uit de casusbijlage',
  rollen: MET_SIGNALEN,
  params: PadCasusbestand,
  reply: Casusbijlage,
})(async (call) => {
  const stand = await eisBijhouder(call);
  if (!(await call.diensten.casus.verwijderBestand(stand.id, call.params.bestand))) throw nietGevonden('Dit bestand');
  return { body: await bijlageVan(call, stand) };
});

export const toestemmingen = route({
  method: 'get',
  path: '/signalen/{signaal}/toestemmingen',
  operatie: 'leesToestemmingen',
  onderwerp,
  samenvatting: 'Bekijk wat het gezin toestond',
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
  const stand = await eisBijhouder(call);
  const { verzoek } = call.params;
  if (!partijenIn(stand, call.gebruiker).some((een) => een.verzoek === verzoek))
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
  const stand = await eisBijhouder(call);
  if (!(await call.diensten.casus.trekToestemmingIn(plekVan(call, stand), call.params.toestemming)))
    throw nietGevonden('Deze toestemming');
  return { body: await toestemmingenVan(call, stand) };
});

type Vraag = Pick<Call<Contract>, 'gebruiker' | 'diensten' | 'versies'> & { params: { signaal: string } };

function standVoor({ diensten, params, gebruiker }: Vraag): Promise<Signaalstand> {
  return eisStand(diensten, params.signaal, gebruiker);
}

/** Throws Probleem 404, 412 for who saw another version of the signaal, and 403 for who does not know the family. */
async function eisBijhouder(vraag: Vraag): Promise<Signaalstand> {
  const stand = await standVoor(vraag);
  if (vraag.versies?.includes(stand.staat.inhoudsversie) === false)
    throw new Probleem('verouderd', { detail: 'Haal het signaal opnieuw op en kijk wat er veranderde.' });
  if (!houdtCasusBij(stand, vraag.gebruiker)) throw new Probleem('geen_toegang', { detail: ALLEEN_WIE_HET_GEZIN_KENT });
  return stand;
}

function plekVan({ gebruiker }: Vraag, { id, nu }: Signaalstand) {
  return { stroom: id, door: gebruiker.id, op: nu };
}

async function bijlageVan({ diensten, gebruiker }: Vraag, stand: Signaalstand) {
  const [stukken, gegeven] = await Promise.all([
    diensten.casus.lees(diensten.db(), stand.id),
    leesToestemmingen(diensten.db(), stand.id),
  ]);
  return presentCasusbijlage(stukken, gegeven, stand, gebruiker);
}

async function toestemmingenVan({ diensten, gebruiker }: Vraag, stand: Signaalstand) {
  const gegeven = await leesToestemmingen(diensten.db(), stand.id);
  const vastleggers = gegeven.map(({ door }) => door);
  return presentToestemmingen(gegeven, await leesNamen(diensten.db(), vastleggers), stand, gebruiker);
}

async function legVast(
  vraag: Vraag,
  stand: Signaalstand,
  toestemming: Omit<Toestemming, 'ingetrokkenOp'>,
  zoek: (typeof VOOR_NIVEAU)['zoek'],
) {
  const fouten = foutenIn(toestemming, stand);
  if (fouten.length > 0) throw ongeldig(fouten.map(({ pad, soort }) => fout('body', pad, soort, zoek)));
  await vraag.diensten.casus.legToestemmingVast(plekVan(vraag, stand), toestemming);
  return { body: await toestemmingenVan(vraag, stand) };
}
