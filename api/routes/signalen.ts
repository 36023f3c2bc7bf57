import { PadSignaal } from '#contract/basis.ts';
import { plaatsVan, presentLijst, Signalenlijst, Signaalvragen } from '#contract/lijst.ts';
import { datumsInDeToekomst, NieuwSignaal } from '#contract/nieuw-signaal.ts';
import type { Fout } from '#contract/probleem.ts';
import { SignaalWeergave } from '#contract/signaal.ts';
import { vindGemeente } from '#db/queries/gebieden.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { bestaandeOrganisaties } from '#db/queries/organisaties.ts';
import { lijstSignalen } from '#db/queries/signalen.ts';
import type { Regio } from '#domain/beleid/regios.ts';
import { zichtVan } from '#domain/bevoegdheden.ts';
import type { Opdracht, Teksten } from '#domain/signaal/opdracht.ts';
import { beginVan, datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Diensten } from '../diensten.ts';
import { Probleem } from '../problem.ts';
import { type Route, route } from '../route.ts';
import { fout } from '../validatie.ts';
import { besluittekst, voorafVan } from './daad.ts';
import { antwoordMet, blikVooruit, doe, eisSignaal } from './doe.ts';
import { MET_SIGNALEN } from './rollen.ts';

const onderwerp = 'Signalen';

const INDIENING = {
  method: 'post',
  path: '/signalen',
  operatie: 'dienSignaalIn',
  onderwerp,
  samenvatting: 'Dien een signaal in',
  omschrijving:
    'wens zelf: u probeert het zelf, wij bewaken de termijn. hulp: de regio helpt nu. melden: het telt mee en sluit meteen. ' +
    'Spoed: bel bij direct gevaar eerst 112, de huisarts of Veilig Thuis.',
  rollen: ['metgezel', 'oco_consulent'],
  body: NieuwSignaal,
  reply: SignaalWeergave,
  sleutel: 'opdracht',
} as const;

const alleenKijken = route(voorafVan(INDIENING))(async ({ body, gebruiker, diensten }) => {
  const regio = await eisBestaand(diensten, body, gebruiker);
  const opdracht = indienen(body, { id: 'vooraf', door: gebruiker.id, regio });
  return blikVooruit(diensten, uuidOf('stroom', 'vooraf'), opdracht);
});

const echtIndienen = route(INDIENING)(async ({ body, gebruiker, diensten, opdracht }) => {
  const regio = await eisBestaand(diensten, body, gebruiker);
  const antwoord = await doe(
    diensten,
    uuidOf('stroom', opdracht),
    indienen(body, { id: opdracht, door: gebruiker.id, regio }),
    gebruiker,
    undefined,
  );
  return { ...antwoord, headers: { ...antwoord.headers, location: `/api/v1/signalen/${antwoord.body.nummer}` } };
});

export const dienIn: Route = { ...echtIndienen, vooraf: alleenKijken };

export const lijst = route({
  method: 'get',
  path: '/signalen',
  operatie: 'lijstSignalen',
  onderwerp,
  samenvatting: 'Bekijk de signalen die u mag zien',
  omschrijving: 'Het laatst ingediende eerst. Blader verder met de cursor uit het antwoord.',
  rollen: MET_SIGNALEN,
  query: Signaalvragen,
  reply: Signalenlijst,
})(async ({ query, gebruiker, diensten }) => {
  const zicht = zichtVan(gebruiker);
  if (zicht === null) throw new Probleem('geen_toegang', { detail: 'Dit hoort niet bij uw rol.' });
  const { limiet, cursor, ingediendVanafDatum, ingediendTotEnMetDatum, ...gelijk } = query;
  const filter = {
    ...gelijk,
    ingediendVanaf: ingediendVanafDatum && beginVan(ingediendVanafDatum),
    ingediendVoor: ingediendTotEnMetDatum && beginVan(plusDagen(ingediendTotEnMetDatum, 1)),
  };
  const regels = await lijstSignalen(
    diensten.db(),
    { zicht, waarnemingen: gebruiker.waarnemingen },
    filter,
    cursor === undefined ? null : plaatsVan(cursor),
    limiet + 1,
  );
  return { body: presentLijst(regels, limiet) };
});

export const lees = route({
  method: 'get',
  path: '/signalen/{signaal}',
  operatie: 'leesSignaal',
  onderwerp,
  samenvatting: 'Bekijk een signaal',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  reply: SignaalWeergave,
})(async ({ params, gebruiker, diensten }) =>
  antwoordMet(await eisSignaal(diensten, params.signaal, gebruiker), gebruiker),
);

/** What only the data can tell, all at once. Gives the region of the signaal. Throws Probleem 400. */
async function eisBestaand(
  { db, nu }: Diensten,
  body: NieuwSignaal,
  { thuisregio, rollen }: Gebruiker,
): Promise<Regio | null> {
  const vandaag = datumVan(nu());
  const gemeente = body.gemeente === 'ONBEKEND' ? null : await vindGemeente(db(), body.gemeente, vandaag);
  const fouten = [
    ...datumsInDeToekomst(body, vandaag).map((pad) => fout('body', pad, 'toekomst')),
    ...(body.gemeente !== 'ONBEKEND' && gemeente === null ? [fout('body', ['gemeente'], 'onbekend')] : []),
    ...(body.namens !== undefined && !rollen.includes('metgezel') ? [fout('body', ['namens'], 'niet_namens')] : []),
    ...(await onbekendeOrganisaties({ db }, body)),
  ];
  if (fouten.length > 0) throw new Probleem('ongeldige_invoer', { detail: 'Er is niets ingediend.', fouten });
  return gemeente === null ? thuisregio : gemeente.regio;
}

async function onbekendeOrganisaties(
  { db }: Pick<Diensten, 'db'>,
  { organisatie, ondernomen }: NieuwSignaal,
): Promise<Fout[]> {
  const genoemd: [(string | number)[], string | undefined][] = [
    [['organisatie'], organisatie === 'ONBEKEND' ? undefined : organisatie],
    ...ondernomen.map((poging, i): [(string | number)[], string | undefined] => [
      ['ondernomen', i, 'organisatie'],
      poging.organisatie,
    ]),
  ];
  const bekend = await bestaandeOrganisaties(
    db(),
    genoemd.flatMap(([, id]) => id ?? []),
  );
  return genoemd.flatMap(([pad, id]) => (id === undefined || bekend.has(id) ? [] : [fout('body', pad, 'onbekend')]));
}

interface Kop {
  id: string;
  door: string;
  regio: Regio | null;
}

function indienen(body: NieuwSignaal, { id, door, regio }: Kop): Opdracht {
  const { wens, urgentie, motief, organisatie, besluit } = body;
  return {
    soort: 'indienen',
    id,
    door,
    wens,
    urgentie,
    motief: motief ?? null,
    regio,
    organisatie: organisatie === 'ONBEKEND' ? null : organisatie,
    gegevens: {
      doelgroepen: body.doelgroepen,
      gemeente: body.gemeente,
      knelpunttypen: body.knelpunttypen ?? [],
      wetten: body.wetten ?? [],
      leefgebieden: body.leefgebieden ?? [],
      leeftijdscategorie: body.leeftijdscategorie ?? null,
      gezinWeetHet: body.gezinWeetHet,
      pogingen: body.ondernomen.map((poging) => ({
        organisatie: poging.organisatie ?? null,
        datum: poging.datum,
        beantwoord: poging.antwoord !== undefined,
      })),
      besluit: besluit === undefined ? null : { datum: besluit.datum },
    },
    ...(body.namens !== undefined && { consulent: true }),
    tekst: teksten(body),
  };
}

function teksten({ knelpunt, watZouHelpen, spoedreden, ondernomen, besluit, namens }: NieuwSignaal): Teksten {
  const pogingen = ondernomen.flatMap(({ partij, antwoord }, i): [string, string | undefined][] => [
    [`poging.${i}.partij`, partij],
    [`poging.${i}.antwoord`, antwoord],
  ]);
  const alles: [string, string | undefined][] = [
    ['knelpunt', knelpunt],
    ['watZouHelpen', watZouHelpen],
    ['spoedreden', spoedreden],
    ['namens.naam', namens?.naam],
    ['namens.email', namens?.email],
    ...pogingen,
  ];
  const ingevuld = alles.filter((paar): paar is [string, string] => paar[1] !== undefined);
  return { ...Object.fromEntries(ingevuld), ...besluittekst(besluit) };
}
