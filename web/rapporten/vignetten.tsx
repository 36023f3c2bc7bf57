import { type RequestHandler, Router } from 'express';
import * as z from 'zod';

import type { Rapportuitslag } from '#activities/rapporten/rapporten.ts';
import type { Vignetten } from '#activities/rapporten/vignetten.ts';
import { type Adres, ADRESSEN } from '#contract/adressen.ts';
import { leesbereikIn } from '#contract/leesbereik.ts';
import { rapportcode } from '#contract/rapport.ts';
import type { Veldenboom } from '#contract/velden.ts';
import { NieuwVignet, Vignetwijziging, VIGNETWIJZIGINGZINNEN, VIGNETZINNEN } from '#contract/vignet.ts';
import { actieveMetRol } from '#db/queries/gebruikers.ts';
import type { VolledigRapport } from '#db/queries/rapporten.ts';
import { periodeInWoorden } from '#domain/rapport/periode.ts';
import { OGEN } from '#domain/rapport/vignetten.ts';
import { vindStand } from '#handelingen/lezen.ts';
import { uuidOf } from '#platform/uuid.ts';

import { GEEN_NAMEN } from '../doen/patroonvelden.ts';
import { type Afloop, createInvulpagina, type Invulbezoek, type Invulonderdelen } from '../invullen/invulpagina.tsx';
import { NietGevonden } from '../pages/niet-gevonden.tsx';
import { sendPage } from '../render.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { leesGevraagd } from './gevraagd.ts';
import { Verhaaltekst } from './pages/verhalen.tsx';
import { waaromGeenVerhaal } from './waarom-niet.ts';
import { VERHAALDADEN, type Verhaaldaad } from './woorden.ts';

export interface Vignetonderdelen extends Invulonderdelen {
  vignetten: Vignetten;
}

const NIETS = z.strictObject({});
const VERHAALWOORDEN = {
  titel: {
    label: 'Hoe heet het verhaal?',
    hint: 'Zonder namen. Schrijf bijvoorbeeld: “Een jongen van 9 zonder school”.',
  },
  verhaal: {
    label: 'Wat maakte dit gezin mee?',
    hint: `Kort, in gewone woorden. Verander wat herkenbaar is: de plaats, de leeftijd, het beroep. ${GEEN_NAMEN}`,
  },
};
const LIJST = { adres: ADRESSEN.rapporten(), tekst: 'Rapporten' };

/** Stories in a report: writing one, bettering it, looking it over, taking it out. */
export function createVignetpaginas(onderdelen: Vignetonderdelen): RequestHandler {
  const { toegang } = onderdelen;
  const adressen: readonly Adres[] = Object.values(VERHAALDADEN).map(({ adres }) => adres);
  const router = Router({ strict: true, caseSensitive: true });
  router.use(
    adressen.map(({ patroon }) => patroon),
    toegang.vereisPersoon,
    alleenVoor(['landelijk_team'], onderdelen),
  );
  return router.use(
    schrijf(onderdelen),
    wijzig(onderdelen),
    metVerhaal(onderdelen, 'goedkeuren'),
    metVerhaal(onderdelen, 'weghalen'),
  );
}

function schrijf(onderdelen: Vignetonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.vignetSchrijven,
    schema: NieuwVignet,
    zinnen: VIGNETZINNEN as Veldenboom,
    woorden: {
      signaal: { label: 'Over welk signaal gaat het?', hint: 'Het nummer, bijvoorbeeld S-2027-0001.' },
      ...VERHAALWOORDEN,
    },
    vind: async (bezoek) => {
      const rapport = await leesGevraagd(bezoek.vraag.db, bezoek.req);
      if (rapport === null) return nietGevonden(bezoek);
      return {
        ...bladVan(rapport, 'schrijven'),
        gevolg: [...VERHAALDADEN.schrijven.gevolg, ...teWeinig(await actieveMetRol(bezoek.vraag.db, 'landelijk_team'))],
        nietNu: waaromGeenVerhaal('schrijven', bezoek.vraag.persoon.id, rapport, null),
        doe: async ({ signaal, titel, verhaal }, sleutel) => {
          const { db, persoon } = bezoek.vraag;
          const stand = await vindStand(db, signaal, persoon);
          if (typeof stand === 'string' || leesbereikIn(stand, persoon) !== 'alles')
            return { soort: 'onjuist', fouten: [{ pad: ['signaal'], soort: 'onbekend' }] };
          const geschreven = { id: uuidOf('vignet', sleutel), signaal: stand.id, titel, verhaal };
          return afloopVan(
            await onderdelen.vignetten.schrijf(opdrachtVan(rapport, bezoek), geschreven),
            rapport,
            'schrijven',
          );
        },
      };
    },
  });
}

function wijzig(onderdelen: Vignetonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.vignetWijzigen,
    schema: Vignetwijziging,
    zinnen: VIGNETWIJZIGINGZINNEN as Veldenboom,
    woorden: VERHAALWOORDEN,
    vind: async (bezoek) => {
      const gevonden = await vindVerhaal(bezoek);
      if (gevonden === null) return nietGevonden(bezoek);
      const { rapport, vignet } = gevonden;
      return {
        ...bladVan(rapport, 'wijzigen'),
        nietNu: waaromGeenVerhaal('wijzigen', bezoek.vraag.persoon.id, rapport, vignet),
        bewaard: { titel: [vignet.titel ?? ''], verhaal: [vignet.verhaal ?? ''] },
        doe: async ({ titel, verhaal }, sleutel) => {
          const gewijzigd = { id: uuidOf('vignet', sleutel), titel, verhaal };
          return afloopVan(
            await onderdelen.vignetten.wijzig(opdrachtVan(rapport, bezoek), vignet.id, gewijzigd),
            rapport,
            'wijzigen',
          );
        },
      };
    },
  });
}

async function vindVerhaal({ vraag: { db }, req }: Invulbezoek) {
  const rapport = await leesGevraagd(db, req);
  const vignet = rapport?.vignetten.find(({ id }) => id === req.params['vignet']);
  return rapport === null || vignet === undefined ? null : { rapport, vignet };
}

function metVerhaal(onderdelen: Vignetonderdelen, daad: 'goedkeuren' | 'weghalen'): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: VERHAALDADEN[daad].adres,
    schema: NIETS,
    zinnen: {},
    woorden: {},
    vind: async (bezoek) => {
      const gevonden = await vindVerhaal(bezoek);
      if (gevonden === null) return nietGevonden(bezoek);
      const { rapport, vignet } = gevonden;
      const doe = daad === 'goedkeuren' ? onderdelen.vignetten.keurGoed : onderdelen.vignetten.haalWeg;
      return {
        ...bladVan(rapport, daad),
        nietNu: waaromGeenVerhaal(daad, bezoek.vraag.persoon.id, rapport, vignet),
        inleiding: (
          <>
            <Verhaaltekst vignet={vignet} kop="h2" />
            {vignet.nummer !== null && (
              <p>
                Dit gaat over signaal <a href={ADRESSEN.signaal({ nummer: vignet.nummer })}>{vignet.nummer}</a>.
              </p>
            )}
          </>
        ),
        doe: async () => afloopVan(await doe(opdrachtVan(rapport, bezoek), vignet.id), rapport, daad),
      };
    },
  });
}

/** Who wrote it is not one of those who look it over. */
function teWeinig(team: readonly unknown[]): string[] {
  return team.length > OGEN
    ? []
    : [
        `Voor een verhaal zijn er ${OGEN + 1} mensen van het landelijk team nodig: wie het schrijft en twee anderen. Nu zijn dat er ${team.length}. Een rapport met een verhaal gaat dan niet verder.`,
      ];
}

function bladVan(rapport: VolledigRapport, daad: Verhaaldaad) {
  const { titel, knop, gevolg } = VERHAALDADEN[daad];
  const hier = ADRESSEN.rapport({ rapport: rapportcode(rapport) });
  return {
    titel,
    knop,
    gevolg,
    hier: LIJST.adres,
    boven: [LIJST, { adres: hier, tekst: `Signalen in ${periodeInWoorden(rapport.periode)}` }],
    terug: { adres: hier, tekst: 'Terug naar het rapport' },
    stand: String(rapport.stand),
  };
}

function opdrachtVan({ periode, versie, stand }: VolledigRapport, { vraag: { persoon }, nu }: Invulbezoek) {
  return { periode, versie, wie: persoon.id, standen: [stand], nu };
}

function nietGevonden({ res, vraag: { context } }: Invulbezoek): null {
  sendPage(res, <NietGevonden context={context} />, 404);
  return null;
}

function afloopVan(uitslag: Rapportuitslag, rapport: VolledigRapport, daad: Verhaaldaad): Afloop {
  if (uitslag.soort === 'kan_niet') return { soort: 'geweigerd', waarom: uitslag.waarom, status: 409 };
  if (uitslag.soort !== 'gedaan') return { soort: 'geweigerd', waarom: 'Dit verhaal is er niet meer.', status: 404 };
  return { soort: 'gedaan', naar: `${ADRESSEN.rapport({ rapport: rapportcode(rapport) })}?gedaan=verhaal-${daad}` };
}
