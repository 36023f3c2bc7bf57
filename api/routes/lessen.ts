import {
  GEBRUIKZINNEN,
  INTREKKINGZINNEN,
  Lesgebruik,
  Lesinhoud,
  Lesintrekking,
  Lesoordeel,
  Lesverlenging,
  LESZINNEN,
  NieuweLes,
  NIEUWE_LESZINNEN,
  OORDEELZINNEN,
  PadLes,
  VERLENGINGZINNEN,
} from '#contract/les.ts';
import {
  Lessenlijst,
  Lessenvragen,
  Lesvolledig,
  presentLessen,
  presentVolledig,
  voorop,
} from '#contract/present-les.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { leesLesversies, lijstLessen } from '#db/queries/lessen.ts';
import { MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { GEBRUIKERS, type Lesopdracht } from '#domain/les.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import {
  beoordeelLes,
  gebruikLes,
  type Lessituatie,
  type Lesvoorstel,
  schrijfLes,
  trekLesIn,
  verbeterLes,
  verlengLes,
  type Versies,
} from '#handelingen/lessen/daden.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Reply } from '../contract.ts';
import type { Diensten } from '../diensten.ts';
import { etagVan } from '../etag.ts';
import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { fout, metZinnen } from '../validatie.ts';
import { gekendeVersie, ongeldig } from './doe.ts';

const onderwerp = 'Lessen';

export const lessen = route({
  method: 'get',
  path: '/lessen',
  operatie: 'lijstLessen',
  onderwerp,
  samenvatting: 'Zoek wat werkt',
  omschrijving: 'Lessen uit opgeloste signalen en patronen. Over uw eigen werkgever ziet u geen lessen.',
  rollen: MET_SIGNALEN,
  query: Lessenvragen,
  reply: Lessenlijst,
})(async ({ query: { limiet, cursor = null, ...filter }, gebruiker, diensten: { db, nu } }) => {
  const vandaag = datumVan(nu());
  const gevonden = await lijstLessen(db(), gebruiker, filter, { vandaag, na: cursor, limiet: limiet + 1 });
  return { body: presentLessen(gevonden, limiet, vandaag, gebruiker) };
});

export const les = route({
  method: 'get',
  path: '/lessen/{les}',
  operatie: 'leesLes',
  onderwerp,
  samenvatting: 'Bekijk een les',
  rollen: MET_SIGNALEN,
  params: PadLes,
  reply: Lesvolledig,
  heeftVersie: true,
})(async ({ params, gebruiker, diensten }) => lesMet(diensten, params.les, gebruiker));

const NIEUW = metZinnen(NieuweLes, NIEUWE_LESZINNEN);

export const voegLesToe = route({
  method: 'post',
  path: '/lessen',
  operatie: 'schrijfLes',
  onderwerp,
  samenvatting: 'Schrijf een les',
  omschrijving:
    'Door wie het signaal behandelde of het landelijk team, als het is opgelost. Een ander kijkt haar na voordat iedereen haar leest.',
  rollen: MET_SIGNALEN,
  ...NIEUW,
  reply: Lesvolledig,
  heeftVersie: true,
})(async ({ body, gebruiker, diensten, opdracht }) => {
  const voorstel = await schrijfLes(situatieVan(diensten, gebruiker), uuidOf('les', opdracht), body);
  const nummer = await diensten.lessen.doe(eisGoed(voorstel, NIEUW.zoek), opdracht, gebruiker);
  return lesMet(diensten, nummer ?? '', gebruiker);
});

const VERBETERING = metZinnen(Lesinhoud, LESZINNEN);

export const verbeter = route({
  method: 'post',
  path: '/lessen/{les}/versies',
  operatie: 'verbeterLes',
  onderwerp,
  samenvatting: 'Verbeter een les',
  omschrijving: 'Een nieuwe versie, die een ander nakijkt. Tot die tijd leest iedereen de oude.',
  rollen: MET_SIGNALEN,
  params: PadLes,
  ...VERBETERING,
  reply: Lesvolledig,
  heeftVersie: true,
})(({ params, body, ...vraag }) =>
  doe({ ...vraag, nummer: params.les, zoek: VERBETERING.zoek }, (situatie, les) => verbeterLes(situatie, les, body)),
);

const OORDEEL = metZinnen(Lesoordeel, OORDEELZINNEN);

export const beoordeel = route({
  method: 'post',
  path: '/lessen/{les}/beoordelingen',
  operatie: 'beoordeelLes',
  onderwerp,
  samenvatting: 'Kijk een les na',
  omschrijving:
    'Nooit door wie haar schreef. Goedgekeurd leest iedereen haar; teruggestuurd krijgt de schrijver uw opmerking.',
  rollen: ['regiocoordinator', 'landelijk_team'],
  params: PadLes,
  ...OORDEEL,
  reply: Lesvolledig,
  heeftVersie: true,
})(({ params, body, ...vraag }) =>
  doe({ ...vraag, nummer: params.les, zoek: OORDEEL.zoek }, (situatie, les) => beoordeelLes(situatie, les, body)),
);

const VERLENGING = metZinnen(Lesverlenging, VERLENGINGZINNEN);

export const verleng = route({
  method: 'post',
  path: '/lessen/{les}/verlengingen',
  operatie: 'verlengLes',
  onderwerp,
  samenvatting: 'Zeg dat een les nog werkt',
  rollen: MET_SIGNALEN,
  params: PadLes,
  ...VERLENGING,
  reply: Lesvolledig,
  heeftVersie: true,
})(({ params, body, ...vraag }) =>
  doe({ ...vraag, nummer: params.les, zoek: VERLENGING.zoek }, (situatie, les) => verlengLes(situatie, les, body)),
);

const INTREKKING = metZinnen(Lesintrekking, INTREKKINGZINNEN);

export const trekIn = route({
  method: 'post',
  path: '/lessen/{les}/intrekkingen',
  operatie: 'trekLesIn',
  onderwerp,
  samenvatting: 'Trek een les in',
  omschrijving: 'Zij werkt niet meer. Wie haar schreef en wie nakijkt, lezen haar nog, met uw reden.',
  rollen: MET_SIGNALEN,
  params: PadLes,
  ...INTREKKING,
  reply: Lesvolledig,
  heeftVersie: true,
})(({ params, body, ...vraag }) =>
  doe({ ...vraag, nummer: params.les, zoek: INTREKKING.zoek }, (situatie, les) => trekLesIn(situatie, les, body)),
);

const GEBRUIK = metZinnen(Lesgebruik, GEBRUIKZINNEN);

export const gebruik = route({
  method: 'post',
  path: '/lessen/{les}/toepassingen',
  operatie: 'gebruikLes',
  onderwerp,
  samenvatting: 'Zeg dat een les is gebruikt',
  omschrijving:
    'Door wie het signaal meldde of behandelt, één keer per signaal. Wat de melder later vertelt, telt mee bij de les. U kunt het terugnemen.',
  rollen: GEBRUIKERS,
  params: PadLes,
  ...GEBRUIK,
  reply: Lesvolledig,
  heeftVersie: true,
})(({ params, body, ...vraag }) =>
  doe({ ...vraag, nummer: params.les, zoek: GEBRUIK.zoek }, (situatie, les) => gebruikLes(situatie, les, body)),
);

interface Gevraagd {
  diensten: Diensten;
  gebruiker: Gebruiker;
  nummer: string;
  /** Of the les, those that who asks knows. */
  versies: readonly number[] | undefined;
  opdracht: string;
  zoek: (typeof NIEUW)['zoek'];
}

/** One act on a les that is there. Throws Probleem 412 when who asks knows another version of it. */
async function doe(
  { diensten, gebruiker, nummer, versies, opdracht: id, zoek }: Gevraagd,
  daad: (situatie: Lessituatie, les: Versies) => Promise<Lesvoorstel> | Lesvoorstel,
): Promise<Reply<ReturnType<typeof presentVolledig>>> {
  const gelezen = await eisLes(diensten, nummer, gebruiker);
  const { stand, opdrachten } = voorop(gelezen);
  if (opdrachten.includes(id)) return lesMet(diensten, nummer, gebruiker);
  const opdracht = eisGoed(await daad(situatieVan(diensten, gebruiker), gelezen), zoek);
  const isZoalsGekend = (gekendeVersie(versies, stand) ?? stand) === stand;
  if (isZoalsGekend && (await diensten.lessen.doe(opdracht, id, gebruiker)) !== null)
    return lesMet(diensten, nummer, gebruiker);
  const { body, versie = 0 } = await lesMet(diensten, nummer, gebruiker);
  throw new Probleem('les_gewijzigd', {
    detail: 'Haal de les opnieuw op, kijk wat er veranderde en probeer het dan weer.',
    headers: { etag: etagVan(versie, Buffer.from(JSON.stringify(body))) },
  });
}

/** What will be written. Throws DomainError for who may not, and Probleem 400 with all that is wrong with it. */
function eisGoed(voorstel: Lesvoorstel, zoek: Gevraagd['zoek']): Lesopdracht {
  if ('bezwaar' in voorstel) throw voorstel.bezwaar;
  if ('fouten' in voorstel) throw ongeldig(voorstel.fouten.map(({ pad, soort }) => fout('body', pad, soort, zoek)));
  return voorstel;
}

function situatieVan({ db, nu }: Diensten, persoon: Gebruiker): Lessituatie {
  return { db: db(), persoon, vandaag: datumVan(nu()) };
}

async function lesMet(
  diensten: Diensten,
  nummer: string,
  gebruiker: Gebruiker,
): Promise<Reply<ReturnType<typeof presentVolledig>>> {
  const versies = await eisLes(diensten, nummer, gebruiker);
  return { body: presentVolledig(versies, datumVan(diensten.nu()), gebruiker), versie: voorop(versies).stand };
}

/** Throws Probleem 404 without such a les for this person. */
async function eisLes({ db }: Diensten, nummer: string, gebruiker: Gebruiker): Promise<Versies> {
  const versies = await leesLesversies(db(), gebruiker, nummer);
  if (versies.length === 0) throw nietGevonden('Deze les');
  return versies;
}
