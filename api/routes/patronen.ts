import { PadPatroon } from '#contract/basis.ts';
import {
  Patronenlijst,
  PatroongevolgSchema,
  PatroonWeergave,
  presentPatronen,
  presentPatroon,
  Voorbeelden,
} from '#contract/patroon.ts';
import { zoekerIn } from '#contract/velden.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { lijstPatronen, type Patroondossier } from '#db/queries/patronen.ts';
import { PATROONLEZERS } from '#domain/bevoegdheden.ts';
import type { Patroonopdracht } from '#domain/patroon/opdracht.ts';
import type { ElkePatroonhandeling, Patroonhandelingsoort, Patroonopening, Voorstel } from '#handelingen/handeling.ts';
import { PATROONHANDELINGEN } from '#handelingen/patroon/index.ts';
import { leesVoorbeelden, patroonzichtVan, toonPatroongevolg, vindPatroon } from '#handelingen/patroon/lezen.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Contract, Call, Reply, Route } from '../contract.ts';
import type { Diensten } from '../diensten.ts';
import { etagVan } from '../etag.ts';
import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { zoekerMet } from '../validatie.ts';
import { gekendeVersie, inHetNet, eisGoed, voorafVan, PROEF } from './doe.ts';

const onderwerp = 'Patronen';

export const patronen = route({
  method: 'get',
  path: '/patronen',
  operatie: 'lijstPatronen',
  onderwerp,
  samenvatting: 'Bekijk de patronen',
  omschrijving: 'De lopende eerst, in de volgorde van hun termijn. Geteld worden de signalen die u mag zien.',
  rollen: PATROONLEZERS,
  reply: Patronenlijst,
})(async ({ gebruiker, diensten }) => {
  const zicht = patroonzichtVan(gebruiker);
  return { body: presentPatronen(zicht === null ? [] : await lijstPatronen(diensten.db(), zicht), gebruiker) };
});

export const patroon = route({
  method: 'get',
  path: '/patronen/{patroon}',
  operatie: 'leesPatroon',
  onderwerp,
  samenvatting: 'Bekijk een patroon',
  rollen: PATROONLEZERS,
  params: PadPatroon,
  reply: PatroonWeergave,
  heeftVersie: true,
})(async ({ params, gebruiker, diensten }) =>
  antwoordMet(await eisPatroon(diensten, params.patroon, gebruiker), gebruiker),
);

export const voorbeelden = route({
  method: 'get',
  path: '/patronen/{patroon}/antwoorden',
  operatie: 'bekijkAntwoorden',
  onderwerp,
  samenvatting: 'Bekijk het antwoord zoals elke melder het leest',
  rollen: ['landelijk_team'],
  params: PadPatroon,
  reply: Voorbeelden,
})(async ({ params, gebruiker, diensten }) => ({
  body: await leesVoorbeelden(diensten.db(), await eisPatroon(diensten, params.patroon, gebruiker), gebruiker),
}));

const { patroonOpenen, ...VERVOLG } = PATROONHANDELINGEN;

/** Opening one, and every act on one that is there: a sub-resource to which one posts. It answers with the patroon. */
export const patroonroutes: readonly Route[] = [
  openingroute(patroonOpenen),
  ...Object.values<ElkePatroonhandeling>(VERVOLG).map(vervolgroute),
];

function gemeen({ operatie, samenvatting, omschrijving, invoer, velden }: Patroonopening | ElkePatroonhandeling) {
  return {
    method: 'post',
    onderwerp,
    operatie,
    samenvatting,
    ...(omschrijving !== undefined && { omschrijving }),
    rollen: ['landelijk_team'],
    body: invoer,
    zoek: zoekerMet(zoekerIn(velden)),
    reply: PatroonWeergave,
    heeftVersie: true,
    sleutel: 'opdracht',
  } as const;
}

function openingroute(handeling: Patroonopening): Route {
  const contract = { ...gemeen(handeling), path: '/patronen' } as const;
  const opdrachtVoor = async (
    { body, ...vraag }: Gevraagd & { body: unknown },
    id: string,
  ): Promise<Patroonopdracht> => {
    const voorstel = await handeling.opdracht(body, situatieVan(vraag, id));
    return volledig(contract, voorstel, vraag, id);
  };
  return {
    ...route(contract)(async (call) =>
      doe(call, uuidOf('stroom', call.opdracht), await opdrachtVoor(call, call.opdracht)),
    ),
    vooraf: route({ ...voorafVan(contract), reply: PatroongevolgSchema })(async (call) =>
      vooruit(call, uuidOf('stroom', PROEF), await opdrachtVoor(call, PROEF)),
    ),
  };
}

function vervolgroute(handeling: ElkePatroonhandeling): Route {
  const contract = {
    ...gemeen(handeling),
    path: `/patronen/{patroon}/${handeling.pad}`,
    params: PadPatroon,
  } as const;
  const gevraagd = async ({ body, params, ...vraag }: Vervolgvraag, id: string) => {
    const stand = await eisPatroon(vraag.diensten, params.patroon, vraag.gebruiker);
    const voorstel = await handeling.opdracht(body, { ...situatieVan(vraag, id), nu: stand.nu, patroon: stand });
    return { stand, opdracht: volledig(contract, voorstel, vraag, id) };
  };
  return {
    ...route(contract)(async (call) => {
      const { stand, opdracht } = await gevraagd(call, call.opdracht);
      const { id, nummer, staat } = stand;
      return doe(call, id, opdracht, { nummer, inhoudsversie: gekendeVersie(call.versies, staat.inhoudsversie) });
    }),
    vooraf: route({ ...voorafVan(contract), reply: PatroongevolgSchema })(async (call) => {
      const { stand, opdracht } = await gevraagd(call, PROEF);
      return vooruit(call, stand.id, opdracht);
    }),
  };
}

type Gevraagd = Pick<Call<never>, 'gebruiker' | 'diensten'>;
interface Vervolgvraag extends Gevraagd {
  body: unknown;
  params: { patroon: string };
}

function situatieVan({ diensten, gebruiker }: Gevraagd, id: string) {
  return { db: diensten.db(), persoon: gebruiker, id, nu: diensten.nu() };
}

function volledig(
  contract: Contract,
  voorstel: Voorstel<Patroonhandelingsoort>,
  { gebruiker }: Gevraagd,
  id: string,
): Patroonopdracht {
  return { ...eisGoed(contract, voorstel, 'Er is niets veranderd.'), id, door: gebruiker.id };
}

/** Throws Probleem 404 when it does not exist, and when this person may not see it. */
async function eisPatroon({ db }: Diensten, nummer: string, gebruiker: Gebruiker): Promise<Patroondossier> {
  const dossier = await vindPatroon(db(), nummer, gebruiker);
  if (dossier === null) throw nietGevonden('Dit patroon');
  return dossier;
}

/** What the asker saw of it, of one that was there. */
interface Gezien {
  nummer?: string;
  inhoudsversie?: number | undefined;
}

/** Carries out one act and answers with the patroon. */
async function doe(
  { diensten, gebruiker }: Gevraagd,
  stroom: string,
  opdracht: Patroonopdracht,
  { nummer, inhoudsversie }: Gezien = {},
): Promise<Reply<PatroonWeergave>> {
  const opties = inhoudsversie === undefined ? {} : { inhoudsversie };
  const antwoord = await inHetNet(() => diensten.voerUit(stroom, opdracht, opties));
  if (antwoord.soort === 'geweigerd') throw new Probleem(antwoord.code, { detail: antwoord.reden });
  if (antwoord.soort === 'verouderd')
    throw new Probleem('patroon_gewijzigd', {
      detail: 'Haal het patroon opnieuw op, kijk wat er veranderde en probeer het dan weer.',
      ...(nummer !== undefined && { headers: { etag: await etagVoor(diensten, nummer, gebruiker) } }),
    });
  return antwoordMet(await eisPatroon(diensten, antwoord.nummer, gebruiker), gebruiker);
}

/** The ETag with which this person would get the patroon now. */
async function etagVoor(diensten: Diensten, nummer: string, gebruiker: Gebruiker): Promise<string> {
  const { body } = antwoordMet(await eisPatroon(diensten, nummer, gebruiker), gebruiker);
  return etagVan(body.inhoudsversie, Buffer.from(JSON.stringify(body)));
}

async function vooruit({ diensten, gebruiker }: Gevraagd, stroom: string, opdracht: Patroonopdracht) {
  const uitslag = await inHetNet(() => diensten.vooraf(stroom, opdracht));
  if (uitslag.soort === 'geweigerd') throw new Probleem(uitslag.code, { detail: uitslag.reden });
  return { body: await toonPatroongevolg(diensten.db(), uitslag, gebruiker) };
}

function antwoordMet(dossier: Patroondossier, gebruiker: Gebruiker): Reply<PatroonWeergave> {
  const body = presentPatroon(dossier, gebruiker);
  return { body, versie: body.inhoudsversie };
}
