import { type RequestHandler, Router } from 'express';
import * as z from 'zod';

import type { BewaardeWeergaven } from '#activities/gebruikers/bewaarde-weergaven.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import {
  bruikbaar,
  PadWeergave,
  TE_VEEL_WEERGAVEN,
  Weergavenaam,
  WEERGAVENAAMZINNEN,
} from '#contract/bewaarde-weergave.ts';
import type { Veldenboom } from '#contract/velden.ts';
import { type BewaardeWeergave, leesBewaardeWeergaven } from '#db/queries/bewaarde-weergaven.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { uuidOf } from '#platform/uuid.ts';

import { type Afloop, createInvulpagina, type Invulbezoek, type Invulonderdelen } from '../invullen/invulpagina.tsx';
import { sendPage } from '../render.tsx';
import { lijstnaam } from '../signalen/lijstnaam.ts';
import { paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { zoekdeelVan } from './bladen.ts';
import { adresMet, gekozenIn, leesLijstvraag } from './lijstvraag.ts';
import { Weergavenblad } from './pages/weergaven.tsx';

export interface Weergaveonderdelen extends Invulonderdelen {
  weergaven: BewaardeWeergaven;
}

const LIJST = { adres: ADRESSEN.weergaven(), tekst: 'Uw weergaven' };

/** The sets of filters that somebody gave a name: keeping one, giving it another name, and taking it away. */
export function createWeergaven(onderdelen: Weergaveonderdelen): RequestHandler {
  const { database, context, toegang } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.use(ADRESSEN.weergaven.patroon, toegang.vereisPersoon, alleenVoor(MET_SIGNALEN, onderdelen));
  router.get(ADRESSEN.weergaven.patroon, async (req, res) => {
    const { db, persoon, context: eigen } = paginavraag(req, database, context);
    const weergaven = bruikbaar(await leesBewaardeWeergaven(db, persoon.id)).map((weergave) => ({
      ...weergave,
      adres: adresMet(ADRESSEN.signalen(), gekozenIn(weergave.filter)),
    }));
    sendPage(res, <Weergavenblad weergaven={weergaven} gelukt={GELUKT.get(req.query['gedaan'])} context={eigen} />);
  });
  return router.use(bewaren(onderdelen)).use(wijzigen(onderdelen)).use(weghalen(onderdelen));
}

const NIETS = z.strictObject({});

const GELUKT: ReadonlyMap<unknown, string> = new Map([
  ['bewaard', 'De weergave is bewaard. Die staat boven uw lijst.'],
  ['weg', 'De weergave is weg. De signalen zijn er nog.'],
]);

function plekVan({ vraag: { persoon } }: Invulbezoek) {
  return {
    hier: ADRESSEN.signalen(),
    boven: [{ adres: ADRESSEN.signalen(), tekst: lijstnaam(persoon) }, LIJST],
    terug: { adres: LIJST.adres, tekst: 'Toch niet' },
  };
}

/** With whom somebody shares: all of the first role with which one works with signalen. */
function deelrol({ rollen }: Gebruiker): (typeof MET_SIGNALEN)[number] | null {
  return MET_SIGNALEN.find((rol) => rollen.includes(rol)) ?? null;
}

const woorden = {
  naam: {
    label: 'Hoe noemt u deze weergave?',
    hint: 'Bijvoorbeeld: Wlz, te laat. Schrijf er geen namen van mensen in.',
  },
  gedeeld: {
    label: 'Mag iedereen met uw rol de weergave gebruiken?',
    hint: 'Ieder ziet er alleen de eigen signalen in. Wie uw rol heeft, kan de weergave dan ook wijzigen of weghalen.',
  },
};

const OVER_NAMEN = { schema: Weergavenaam, zinnen: WEERGAVENAAMZINNEN as Veldenboom, woorden };

function bewaren(onderdelen: Weergaveonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    ...OVER_NAMEN,
    adres: ADRESSEN.weergaveBewaren,
    vind: async (bezoek) => {
      const { persoon } = bezoek.vraag;
      const { zoek: _zoek, ...filter } = leesLijstvraag(zoekdeelVan(bezoek.req), 'termijn').filter ?? {};
      if (Object.values(filter).every((waarde) => waarde === undefined)) {
        bezoek.res.redirect(303, ADRESSEN.signalen());
        return null;
      }
      const terug = adresMet(ADRESSEN.signalen(), gekozenIn(filter));
      return {
        ...plekVan(bezoek),
        titel: 'Bewaar deze filters',
        knop: 'Bewaar deze weergave',
        terug: { adres: terug, tekst: 'Toch niet bewaren' },
        doe: async ({ naam, gedeeld }, opdracht) =>
          aflopen(
            await onderdelen.weergaven.bewaar(persoon.id, uuidOf('weergave', opdracht), {
              naam,
              rol: gedeeld ? deelrol(persoon) : null,
              filter,
            }),
          ),
      };
    },
  });
}

function wijzigen(onderdelen: Weergaveonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    ...OVER_NAMEN,
    adres: ADRESSEN.weergaveWijzigen,
    vind: async (bezoek) => {
      const weergave = await vindWeergave(bezoek);
      if (weergave === null) return null;
      const { persoon } = bezoek.vraag;
      return {
        ...plekVan(bezoek),
        titel: 'Wijzig deze weergave',
        knop: 'Bewaar deze weergave',
        bewaard: { naam: [weergave.naam], gedeeld: [weergave.rol === null ? 'nee' : 'ja'] },
        stand: `${weergave.naam} ${weergave.rol}`,
        gewijzigd: <p>{`De weergave heet nu “${weergave.naam}”.`}</p>,
        doe: async ({ naam, gedeeld }) =>
          aflopen(
            await onderdelen.weergaven.bewaar(persoon.id, weergave.id, {
              naam,
              rol: gedeeld ? (weergave.rol ?? deelrol(persoon)) : null,
              filter: weergave.filter,
            }),
          ),
      };
    },
  });
}

function weghalen(onderdelen: Weergaveonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.weergaveWeghalen,
    schema: NIETS,
    zinnen: {},
    woorden: {},
    vind: async (bezoek) => {
      const weergave = await vindWeergave(bezoek);
      if (weergave === null) return null;
      return {
        ...plekVan(bezoek),
        titel: `Haal “${weergave.naam}” weg`,
        knop: 'Haal deze weergave weg',
        gevolg: [
          weergave.rol === null
            ? 'De filters zijn niet meer bewaard. De signalen zijn er nog.'
            : `Ook de andere mensen met de rol ${labelVan('rol', weergave.rol).toLowerCase()} hebben haar dan niet meer. De signalen zijn er nog.`,
        ],
        doe: async (): Promise<Afloop> => {
          await onderdelen.weergaven.wis(bezoek.vraag.persoon.id, weergave.id);
          return { soort: 'gedaan', naar: `${LIJST.adres}?gedaan=weg` };
        },
      };
    },
  });
}

/** Who sends it twice, or after another took it away, wanted what is so. */
async function vindWeergave({ vraag: { db, persoon }, req, res }: Invulbezoek): Promise<BewaardeWeergave | null> {
  const { weergave: id } = PadWeergave.safeParse(req.params).data ?? {};
  const gevonden = (await leesBewaardeWeergaven(db, persoon.id)).find((weergave) => weergave.id === id);
  if (gevonden === undefined) res.redirect(303, LIJST.adres);
  return gevonden ?? null;
}

function aflopen(uitslag: 'bewaard' | 'vol' | 'niet_van_u'): Afloop {
  if (uitslag === 'bewaard') return { soort: 'gedaan', naar: `${LIJST.adres}?gedaan=bewaard` };
  return uitslag === 'vol'
    ? { soort: 'geweigerd', waarom: TE_VEEL_WEERGAVEN, status: 409 }
    : { soort: 'geweigerd', waarom: 'Deze weergave is er niet meer.', status: 404 };
}
