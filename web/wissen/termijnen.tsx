import { type RequestHandler, Router } from 'express';
import * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import { BEWAARTERMIJNZINNEN, NieuweBewaartermijn, PadBewaartermijn, termijnfouten } from '#contract/bewaartermijn.ts';
import type { Veldenboom } from '#contract/velden.ts';
import { WISWAT } from '#contract/wissing.ts';
import { type Bewaartermijnstand, leesBewaartermijnen } from '#db/queries/wissingen.ts';
import { maandenGrenzen, SINDS } from '#domain/beleid/bewaartermijnen.ts';
import { duurVan } from '#domain/signaal/opdrachten/wissen.ts';
import { ZELF_VOORGESTELD } from '#domain/wissen.ts';

import { type Afloop, createInvulpagina, gevonden, type Invulbezoek } from '../invullen/invulpagina.tsx';
import { NietGevonden } from '../pages/niet-gevonden.tsx';
import { sendPage } from '../render.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { kanNuNiet, ofGeweigerd, plek } from './formulieren.tsx';
import type { Wisonderdelen } from './onderdelen.ts';

const NIETS = z.strictObject({});
const HOOFDLETTER = /^./;

/** Another term, of two people of functioneel beheer: one proposes it, another confirms it. */
export function createTermijnpaginas(onderdelen: Wisonderdelen): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  const adressen = [ADRESSEN.bewaartermijn, ADRESSEN.bewaartermijnBevestigen, ADRESSEN.bewaartermijnIntrekken];
  router.use(
    adressen.map(({ patroon }) => patroon),
    onderdelen.toegang.vereisPersoon,
    alleenVoor(['functioneel_beheer'], onderdelen),
  );
  return router.use(voorstellen(onderdelen), bevestigen(onderdelen), intrekken(onderdelen));
}

function voorstellen(onderdelen: Wisonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.bewaartermijn,
    schema: NieuweBewaartermijn,
    zinnen: BEWAARTERMIJNZINNEN as Veldenboom,
    woorden: {
      maanden: { label: 'Hoeveel maanden?', hint: 'Een heel aantal, hoogstens 240.' },
      bron: {
        label: 'Waarom is het zo lang, en waar staat dat?',
        hint: 'Bijvoorbeeld in de DPIA. Schrijf geen namen op.',
      },
    },
    vind: gevonden(vind, (termijn, { vraag: { persoon } }) => {
      const { soort, maanden, bron } = termijn;
      const { minstens } = maandenGrenzen(soort);
      return {
        ...plek(`Andere termijn: ${WISWAT[soort]}`, 'Stel deze termijn voor', 'Toch niet voorstellen'),
        inleiding: <p>{zoIsHet(termijn)}</p>,
        gevolg: [
          'Er verandert nog niets. Een ander van functioneel beheer bevestigt het.',
          ...(minstens > 1 ? [`Korter dan ${duurVan(minstens)} kan niet.`] : []),
        ],
        bewaard: { maanden: [String(maanden)], bron: [bron] },
        doe: async (nieuw): Promise<Afloop> => {
          const fouten = termijnfouten(soort, nieuw.maanden);
          if (fouten.length > 0) return { soort: 'onjuist', fouten };
          return ofGeweigerd(() => onderdelen.bewaartermijnen.stelVoor(soort, nieuw, persoon), 'voorgesteld');
        },
      };
    }),
  });
}

function bevestigen(onderdelen: Wisonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.bewaartermijnBevestigen,
    schema: NIETS,
    zinnen: {},
    woorden: {},
    vind: gevonden(vindAndermans, ({ soort, voorstel, ...termijn }, { vraag: { persoon } }) => ({
      ...plek(`Bevestig: ${WISWAT[soort]}`, `Bewaar dit voortaan ${duurVan(voorstel.maanden)}`, 'Toch niet bevestigen'),
      inleiding: (
        <>
          <p>{zoIsHet({ soort, ...termijn })}</p>
          <p>{`${voorstel.door.naam} stelt ${duurVan(voorstel.maanden)} voor. ${voorstel.bron}`}</p>
        </>
      ),
      gevolg: ['Het geldt meteen, ook voor wat er al is.'],
      doe: () => ofGeweigerd(() => onderdelen.bewaartermijnen.bevestig(soort, persoon), 'termijn'),
    })),
  });
}

function intrekken(onderdelen: Wisonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.bewaartermijnIntrekken,
    schema: NIETS,
    zinnen: {},
    woorden: {},
    vind: gevonden(vindVoorstel, ({ soort, voorstel }, { vraag: { persoon } }) => ({
      ...plek(`Trek in: ${WISWAT[soort]}`, 'Trek dit voorstel in', 'Toch niet intrekken'),
      inleiding: <p>{`${voorstel.door.naam} stelt ${duurVan(voorstel.maanden)} voor.`}</p>,
      gevolg: ['De termijn blijft zoals die is.'],
      doe: () => ofGeweigerd(() => onderdelen.bewaartermijnen.trekIn(soort, persoon), 'ingetrokken'),
    })),
  });
}

/** Answers itself, with null, for a kind that is not kept. */
async function vind({ vraag: { db, context }, req, res }: Invulbezoek): Promise<Bewaartermijnstand | null> {
  const { soort } = PadBewaartermijn.safeParse(req.params).data ?? {};
  const termijn = (await leesBewaartermijnen(db)).find((een) => een.soort === soort);
  if (termijn === undefined) sendPage(res, <NietGevonden context={context} />, 404);
  return termijn ?? null;
}

async function vindVoorstel(bezoek: Invulbezoek) {
  const termijn = await vind(bezoek);
  if (termijn === null) return null;
  const { voorstel } = termijn;
  if (voorstel !== null) return { ...termijn, voorstel };
  return kanNuNiet(bezoek, 'Er ligt geen voorstel meer voor deze termijn.');
}

/** Who proposed it is told at once that another confirms it. */
async function vindAndermans(bezoek: Invulbezoek) {
  const termijn = await vindVoorstel(bezoek);
  if (termijn?.voorstel.door.id !== bezoek.vraag.persoon.id) return termijn;
  return kanNuNiet(bezoek, ZELF_VOORGESTELD);
}

function zoIsHet({ soort, maanden, bron }: Pick<Bewaartermijnstand, 'soort' | 'maanden' | 'bron'>): string {
  const duur = duurVan(maanden).replace(HOOFDLETTER, (letter) => letter.toUpperCase());
  return `Nu: ${duur} ${SINDS[soort]}. ${bron}`;
}
