import { type RequestHandler, Router } from 'express';
import * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import {
  Casusteksten,
  casustekstenVan,
  CASUSZINNEN,
  gekendeToestemmingen,
  partijenIn,
  presentCasusbijlage,
  veldenVanCasusteksten,
} from '#contract/casus.ts';
import {
  foutenIn,
  gekendeVerhaalplekken,
  NieuweToestemming,
  Partijtoestemming,
  PARTIJTOESTEMMINGZINNEN,
  TOESTEMMINGZINNEN,
  toestemmingVan,
  VERHAALTOESTEMMINGZINNEN,
  Verhaaltoestemming,
} from '#contract/toestemming.ts';
import type { Veldenboom } from '#contract/velden.ts';
import { leesOrganisatie } from '#db/queries/organisaties.ts';
import { leesVerhaalplekken } from '#db/queries/rapporten.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';
import { leesToestemmingen } from '#db/queries/toestemmingen.ts';
import type { Toestemmingsontvanger } from '#domain/casus.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { hexHash } from '#platform/hash.ts';
import { uuidOf } from '#platform/uuid.ts';

import { type Afloop, createInvulpagina, gevonden, type Invulbezoek } from '../invullen/invulpagina.tsx';
import { NietGevonden } from '../pages/niet-gevonden.tsx';
import { sendPage } from '../render.tsx';
import { Verhaalplekken } from './pages/verhaalplekken.tsx';
import {
  type Casusonderdelen,
  type Casusvondst,
  INTREKKER,
  vindVoor,
  vindVoorBijhouder,
  VOOR_EEN_PARTIJ,
} from './plek.tsx';
import {
  CASUSWOORDEN,
  delenInWoorden,
  gevolgVoorVerhaal,
  PARTIJTOESTEMMINGWOORDEN,
  TOESTEMMINGWOORDEN,
  VERHAALTOESTEMMINGWOORDEN,
} from './woorden.ts';

/** What who knows the family writes down: who it is about, and what the family allows. */
export function createCasusformulieren(onderdelen: Casusonderdelen): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  return router
    .use(schrijf(onderdelen))
    .use(voorNiveau(onderdelen))
    .use(voorPartij(onderdelen))
    .use(voorVerhaal(onderdelen))
    .use(trekIn(onderdelen));
}

function schrijf(onderdelen: Casusonderdelen): RequestHandler {
  const { casus } = onderdelen;
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.overWieSchrijven,
    schema: Casusteksten,
    zinnen: CASUSZINNEN as Veldenboom,
    woorden: CASUSWOORDEN,
    vind: gevonden(vind, async ({ stand, plek }, bezoek) => {
      const { db, persoon } = bezoek.vraag;
      const [stukken, gegeven] = await Promise.all([casus.lees(db, stand.id), leesToestemmingen(db, stand.id)]);
      const { teksten } = presentCasusbijlage(stukken, gegeven, stand, persoon);
      return {
        ...plek.blad,
        titel: 'Schrijf op over wie het gaat',
        knop: 'Bewaar dit',
        inleiding: (
          <p>
            Dit wordt versleuteld bewaard, apart van het signaal. Hogerop en bij organisaties leest niemand het, tenzij
            het gezin daar toestemming voor geeft.
          </p>
        ),
        bewaard: veldenVanCasusteksten(teksten),
        stand: hexHash(JSON.stringify(teksten), 16),
        doe: async (invoer, opdracht) => {
          await casus.schrijf(plek.waar, casustekstenVan(invoer), opdracht);
          return naar(stand, 'geschreven');
        },
      };
    }),
  });
}

function voorNiveau(onderdelen: Casusonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.toestemming,
    schema: NieuweToestemming,
    zinnen: TOESTEMMINGZINNEN as Veldenboom,
    woorden: TOESTEMMINGWOORDEN,
    vind: gevonden(vind, (gevonden) => {
      return {
        ...gevonden.plek.blad,
        titel: 'Leg toestemming vast',
        knop: 'Leg deze toestemming vast',
        gevolg: [
          'Wie het signaal op dat niveau behandelt, kan lezen wat u aankruist.',
          'U kunt de toestemming op elk moment intrekken. Dan gaat het meteen dicht.',
        ],
        doe: ({ niveau, ...afspraak }, opdracht) =>
          legVast(onderdelen, gevonden, { afspraak, ontvanger: { niveau, verzoek: null }, opdracht }),
      };
    }),
  });
}

function voorPartij(onderdelen: Casusonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.partijtoestemming,
    schema: Partijtoestemming,
    zinnen: PARTIJTOESTEMMINGZINNEN as Veldenboom,
    woorden: PARTIJTOESTEMMINGWOORDEN,
    vind: gevonden(
      (bezoek) => vindVoor(VOOR_EEN_PARTIJ, bezoek),
      async (gevonden, bezoek) => {
        const verzoek = String(bezoek.req.params['verzoek']);
        const partij = partijenIn(gevonden.stand, bezoek.vraag.persoon).find(
          (een) => een.verzoek === verzoek && een.kanLezen,
        );
        const organisatie = await leesOrganisatie(bezoek.vraag.db, partij?.organisatie ?? '');
        if (organisatie === null) return isErNiet(bezoek);
        return {
          ...gevonden.plek.blad,
          titel: `Leg toestemming vast voor ${organisatie.naam}`,
          knop: 'Leg deze toestemming vast',
          gevolg: [
            `Wie bij ${organisatie.naam} deze vraag kreeg, leest bij de vraag wat u aankruist, en niets anders.`,
            'U kunt de toestemming op elk moment intrekken. Dan gaat het meteen dicht.',
          ],
          doe: (afspraak, opdracht) =>
            legVast(onderdelen, gevonden, { afspraak, ontvanger: { niveau: null, verzoek }, opdracht }),
        };
      },
    ),
  });
}

function voorVerhaal(onderdelen: Casusonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.verhaaltoestemming,
    schema: Verhaaltoestemming,
    zinnen: VERHAALTOESTEMMINGZINNEN as Veldenboom,
    woorden: VERHAALTOESTEMMINGWOORDEN,
    vind: gevonden(vind, (gevonden) => ({
      ...gevonden.plek.blad,
      titel: 'Leg toestemming vast voor een verhaal in een rapport',
      knop: 'Leg deze toestemming vast',
      gevolg: [
        'Het landelijk team kan in een rapport kort vertellen wat dit gezin meemaakte, zonder te zeggen wie het is.',
        'Niemand leest hierdoor over wie dit gaat.',
        'U kunt de toestemming op elk moment intrekken. Is het rapport dan al definitief, dan blijft het verhaal in die versie staan. Zeg dat tegen het gezin.',
      ],
      doe: (afspraak, opdracht) =>
        legVast(onderdelen, gevonden, { afspraak, ontvanger: { niveau: null, verzoek: null }, opdracht }),
    })),
  });
}

const NIETS = z.strictObject({});

function trekIn(onderdelen: Casusonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.toestemmingIntrekken,
    schema: NIETS,
    zinnen: {},
    woorden: {},
    vind: gevonden(
      (bezoek) => vindVoor(INTREKKER, bezoek),
      async ({ stand, plek }, bezoek) => {
        const { db, persoon } = bezoek.vraag;
        const gekend = gekendeToestemmingen(await leesToestemmingen(db, stand.id), stand, persoon);
        const toestemming = gekend.find(({ id }) => id === bezoek.req.params['toestemming']);
        if (toestemming === undefined) return isErNiet(bezoek);
        const isVerhaal = toestemming.niveau === null && toestemming.verzoek === null;
        const plekken = isVerhaal
          ? gekendeVerhaalplekken(await leesVerhaalplekken(db, stand.id), stand, persoon)
          : null;
        return {
          ...plek.blad,
          titel: 'Trek deze toestemming in',
          knop: 'Trek deze toestemming in',
          inleiding: (
            <>
              <p>{`Voor ${delenInWoorden(toestemming.delen)}, tot en met ${voluit(toestemming.totEnMet)}.`}</p>
              {plekken !== null && <Verhaalplekken plekken={plekken} />}
            </>
          ),
          gevolg: [
            ...(isVerhaal ? gevolgVoorVerhaal(plekken) : ['Wat deze toestemming opende, gaat meteen dicht.']),
            'Het blijft staan dat er toestemming was, en tot wanneer.',
          ],
          doe: async () => {
            await onderdelen.casus.trekToestemmingIn(plek.waar, toestemming.id);
            return naar(stand, isVerhaal ? 'verhaal-ingetrokken' : 'ingetrokken');
          },
        };
      },
    ),
  });
}

function vind({ vraag, req, res }: Invulbezoek): Promise<Casusvondst | null> {
  return vindVoorBijhouder(vraag, req, res);
}

function isErNiet({ vraag, res }: Invulbezoek): null {
  sendPage(res, <NietGevonden context={vraag.context} />, 404);
  return null;
}

async function legVast(
  { casus }: Casusonderdelen,
  { stand, plek }: Casusvondst,
  {
    afspraak,
    ontvanger,
    opdracht,
  }: { afspraak: Parameters<typeof toestemmingVan>[0]; ontvanger: Toestemmingsontvanger; opdracht: string },
): Promise<Afloop> {
  const toestemming = toestemmingVan(afspraak, ontvanger, uuidOf('toestemming', opdracht));
  const fouten = foutenIn(toestemming, stand);
  if (fouten.length > 0) return { soort: 'onjuist', fouten };
  await casus.legToestemmingVast(plek.waar, toestemming);
  return naar(stand, 'toestemming');
}

function naar({ nummer }: Signaalstand, gedaan: string): Afloop {
  return { soort: 'gedaan', naar: `${ADRESSEN.overWie({ nummer })}?gedaan=${gedaan}` };
}
