import { type RequestHandler, Router } from 'express';
import * as z from 'zod';

import type { Rapportopdracht, Rapportuitslag } from '#activities/rapporten/rapporten.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import {
  INLEIDINGZINNEN,
  OPMERKINGZINNEN,
  rapportcode,
  Rapportinleiding,
  Rapportopmerking,
  Rapportverbetering,
  VERBETERINGZINNEN,
} from '#contract/rapport.ts';
import type { Veldenboom } from '#contract/velden.ts';
import { isHalfjaar, periodeInWoorden } from '#domain/rapport/periode.ts';

import { GEEN_NAMEN } from '../doen/patroonvelden.ts';
import type { Woordenlijst } from '../doen/veldwoorden.ts';
import { type Afloop, createInvulpagina, type Invulbezoek, type Invulling } from '../invullen/invulpagina.tsx';
import { NietGevonden } from '../pages/niet-gevonden.tsx';
import { sendPage } from '../render.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { leesGevraagd } from './gevraagd.ts';
import type { Rapportonderdelen } from './onderdelen.ts';
import { waaromNiet } from './waarom-niet.ts';
import { type Paginadaad, PAGINADADEN } from './woorden.ts';

const LIJST = { adres: ADRESSEN.rapporten(), tekst: 'Rapporten' };
const NIETS = z.strictObject({});

/** What is filled in for it, and what is done with that. */
interface Formulier<S extends z.ZodType> {
  schema: S;
  zinnen: Veldenboom;
  woorden: Woordenlijst;
  doe: (opdracht: Rapportopdracht, invoer: z.output<S>) => Promise<Rapportuitslag>;
}

/** Every page on which something is done with a report. */
export function createRapportformulieren(onderdelen: Rapportonderdelen): RequestHandler {
  const { rapporten } = onderdelen;
  const zonder = (doe: (opdracht: Rapportopdracht) => Promise<Rapportuitslag>): Formulier<typeof NIETS> => ({
    schema: NIETS,
    zinnen: {},
    woorden: {},
    doe,
  });
  const router = Router({ strict: true, caseSensitive: true });
  router.use(
    [ADRESSEN.rapportMaken, ...Object.values(PAGINADADEN).map(({ adres }) => adres)].map(({ patroon }) => patroon),
    alleenVoor(['landelijk_team'], onderdelen),
  );
  router.use(maken(onderdelen));
  const pagina = <S extends z.ZodType>(daad: Paginadaad, formulier: Formulier<S>): void =>
    void router.use(doen(onderdelen, daad, formulier));
  pagina(
    'goedkeuren',
    zonder((opdracht) => rapporten.kijkNa(opdracht, null)),
  );
  pagina('vrijgeven', zonder(rapporten.geefVrij));
  pagina('hertellen', zonder(rapporten.hertel));
  pagina('weggooien', zonder(rapporten.gooiWeg));
  pagina('terugsturen', {
    schema: Rapportopmerking,
    zinnen: OPMERKINGZINNEN as Veldenboom,
    woorden: { opmerking: { label: 'Wat moet er eerst anders?', hint: GEEN_NAMEN } },
    doe: (opdracht, { opmerking }) => rapporten.kijkNa(opdracht, opmerking),
  });
  pagina('schrijven', {
    schema: Rapportinleiding,
    zinnen: INLEIDINGZINNEN as Veldenboom,
    woorden: { inleiding: { label: 'Wat viel op?', hint: `Dit staat boven de tabellen. ${GEEN_NAMEN}` } },
    doe: (opdracht, { inleiding = null }) => rapporten.schrijf(opdracht, inleiding),
  });
  pagina('verbeteren', {
    schema: Rapportverbetering,
    zinnen: VERBETERINGZINNEN as Veldenboom,
    woorden: { wijziging: { label: 'Wat is er anders dan in deze versie?', hint: GEEN_NAMEN } },
    doe: (opdracht, { wijziging }) => rapporten.verbeter(opdracht, wijziging),
  });
  return router;
}

function maken(onderdelen: Rapportonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.rapportMaken,
    schema: NIETS,
    zinnen: {},
    woorden: {},
    vind: (bezoek) => {
      const periode = String(bezoek.req.params['periode']);
      if (!isHalfjaar(periode)) return Promise.resolve(nietGevonden(bezoek));
      return Promise.resolve({
        titel: `Maak het rapport over ${periodeInWoorden(periode)}`,
        knop: 'Maak het rapport',
        hier: LIJST.adres,
        boven: [LIJST],
        terug: { adres: LIJST.adres, tekst: 'Toch niet maken' },
        gevolg: [
          'Alle signalen van dat half jaar worden geteld, zoals zij nu zijn.',
          'Het is dan een concept. Een ander van het landelijk team kijkt het na.',
        ],
        doe: async () =>
          afloopVan(await onderdelen.rapporten.maak(periode, bezoek.vraag.persoon.id, bezoek.nu), 'maken'),
      });
    },
  });
}

function doen<S extends z.ZodType>(
  onderdelen: Rapportonderdelen,
  daad: Paginadaad,
  { doe, ...formulier }: Formulier<S>,
): RequestHandler {
  const { adres, titel, knop, gevolg } = PAGINADADEN[daad];
  const invulling: Invulling<S> = {
    ...formulier,
    adres,
    vind: async (bezoek) => {
      const rapport = await leesGevraagd(bezoek.vraag.db, bezoek.req);
      if (rapport === null) return daad === 'weggooien' ? naarDeLijst(bezoek) : nietGevonden(bezoek);
      const hier = ADRESSEN.rapport({ rapport: rapportcode(rapport) });
      const { persoon } = bezoek.vraag;
      return {
        titel,
        knop,
        gevolg,
        hier: LIJST.adres,
        boven: [LIJST, { adres: hier, tekst: `Signalen in ${periodeInWoorden(rapport.periode)}` }],
        terug: { adres: hier, tekst: 'Terug naar het rapport' },
        nietNu: waaromNiet(daad, persoon.id, rapport),
        bewaard: { inleiding: [rapport.teksten?.inleiding ?? ''] },
        stand: String(rapport.stand),
        doe: async (invoer, opdracht) => {
          const { periode, versie } = rapport;
          const gevraagd = { periode, versie, wie: persoon.id, standen: [rapport.stand], opdracht, nu: bezoek.nu };
          return afloopVan(await doe(gevraagd, invoer), daad);
        },
      };
    },
  };
  return createInvulpagina(onderdelen, invulling);
}

function nietGevonden({ res, vraag: { context } }: Invulbezoek): null {
  sendPage(res, <NietGevonden context={context} />, 404);
  return null;
}

/** Who throws it away twice, or after another, wanted what is so. */
function naarDeLijst({ res }: Invulbezoek): null {
  res.redirect(303, LIJST.adres);
  return null;
}

function afloopVan(uitslag: Rapportuitslag, daad: Paginadaad | 'maken'): Afloop {
  if (uitslag.soort === 'kan_niet') return { soort: 'geweigerd', waarom: uitslag.waarom, status: 409 };
  if (uitslag.soort !== 'gedaan') return { soort: 'geweigerd', waarom: 'Dit rapport is er niet meer.', status: 404 };
  const naar = daad === 'weggooien' ? LIJST.adres : ADRESSEN.rapport({ rapport: rapportcode(uitslag.rapport) });
  return { soort: 'gedaan', naar: `${naar}?gedaan=${daad}` };
}
