import { type Request, type RequestHandler, type Response, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { PadOrganisatie } from '#contract/loket.ts';
import { Organisatievragen } from '#contract/organisaties.ts';
import { zoekerIn } from '#contract/velden.ts';
import { leesKalender } from '#db/queries/feestdagen.ts';
import { leesBeantwoordingen, leesOpenVragen } from '#db/queries/gestelde-vragen.ts';
import { leesLoketten, leesLoketwijzigingen, leesSluitingen } from '#db/queries/loketten.ts';
import { leesOrganisatie, lijstOrganisaties } from '#db/queries/organisaties.ts';
import { lijstzichtVan } from '#db/queries/zicht.ts';
import { antwoordtempo } from '#domain/antwoordtempo.ts';
import { heeftRol, LOKETWIJZIGINGLEZERS, magLokettenBeheren, MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { type Datum, datumVan } from '#domain/tijd/amsterdam.ts';

import { leesGepost } from '../formulier.ts';
import { NietGevonden } from '../pages/niet-gevonden.tsx';
import { sendPage } from '../render.tsx';
import { type Paginavraag, paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { gepostUit } from '../zoekdeel.ts';
import { createLoketformulieren } from './formulieren.tsx';
import type { Organisatieonderdelen } from './onderdelen.ts';
import { Organisatie } from './pages/organisatie.tsx';
import { Organisaties } from './pages/organisaties.tsx';
import type { Tempoprops } from './pages/tempo.tsx';

const PER_BLAD = 50;
const WIJZIGINGEN = 50;
/** Enough to know how fast an organisatie answers these days. */
const ANTWOORDEN = 500;
const OPEN_IN_ZICHT = 10;

/** Where organisaties are reached: everybody who works with signalen reads it, who keeps it changes it, and auditors see who did. */
export function createOrganisaties(onderdelen: Organisatieonderdelen): RequestHandler {
  const { toegang, database, nu, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.use(
    ADRESSEN.organisaties.patroon,
    toegang.vereisPersoon,
    alleenVoor(['functioneel_beheer', ...MET_SIGNALEN, 'auditor'], onderdelen),
  );
  router.get(ADRESSEN.organisaties.patroon, (req, res) =>
    toonLijst(paginavraag(req, database, context), datumVan(nu()), req, res),
  );
  router.get(ADRESSEN.organisatie.patroon, (req, res) =>
    toonEen(paginavraag(req, database, context), datumVan(nu()), req, res),
  );
  return router.use(createLoketformulieren(onderdelen));
}

async function toonLijst({ db, context }: Paginavraag, vandaag: Datum, req: Request, res: Response): Promise<void> {
  const getypt = gepostUit(req.query);
  const gelezen = leesGepost(Organisatievragen, getypt, zoekerIn({}));
  // What nobody can mean narrows nothing.
  const filter = gelezen.gelukt ? gelezen.invoer : {};
  const gevonden = await lijstOrganisaties(db, filter, vandaag, PER_BLAD + 1);
  const organisaties = gevonden.slice(0, PER_BLAD);
  const laatste = gevonden.length > PER_BLAD ? organisaties.at(-1) : undefined;
  const verder =
    laatste === undefined
      ? null
      : `${ADRESSEN.organisaties()}?${new URLSearchParams({ ...filter, cursor: laatste.id } as Record<string, string>).toString()}`;
  sendPage(res, <Organisaties {...{ organisaties, getypt, verder, context }} />);
}

const GELUKT: ReadonlyMap<unknown, string> = new Map([
  ['toegevoegd', 'Het loket is toegevoegd. Het adres krijgt bericht.'],
  ['gewijzigd', 'Het loket is bewaard.'],
  ['gesloten', 'Het loket is gesloten. Het adres krijgt bericht.'],
  ['gemeld', 'De sluiting is bewaard.'],
  ['weggehaald', 'De sluiting is weg.'],
]);

async function toonEen(vraag: Paginavraag, vandaag: Datum, req: Request, res: Response): Promise<void> {
  const { db, persoon, context } = vraag;
  const { organisatie: id = '' } = PadOrganisatie.safeParse(req.params).data ?? {};
  const organisatie = await leesOrganisatie(db, id);
  if (organisatie === null) return sendPage(res, <NietGevonden context={context} />, 404);
  const isAlleenToezicht = ![...MET_SIGNALEN, 'functioneel_beheer' as const].some((rol) => heeftRol(persoon, rol));
  const leestWijzigingen = LOKETWIJZIGINGLEZERS.some((rol) => heeftRol(persoon, rol));
  const [bereik, wijzigingen, vragen] = await Promise.all([
    isAlleenToezicht ? null : leesBereik(vraag, id, vandaag),
    leestWijzigingen ? leesLoketwijzigingen(db, id, WIJZIGINGEN) : null,
    leesTempo(vraag, id),
  ]);
  sendPage(
    res,
    <Organisatie
      {...{ organisatie, bereik, wijzigingen, vragen, context }}
      magWijzigen={magLokettenBeheren(persoon, organisatie)}
      gelukt={GELUKT.get(req.query['gedaan'])}
    />,
  );
}

async function leesBereik({ db }: Paginavraag, organisatie: string, vandaag: Datum) {
  const [loketten, sluitingen] = await Promise.all([
    leesLoketten(db, organisatie),
    leesSluitingen(db, organisatie, vandaag),
  ]);
  return { loketten, sluitingen };
}

/** Counted over what this person reads, so that no figure tells of anything else; null for who sees no signaal. */
async function leesTempo({ db, persoon }: Paginavraag, organisatie: string): Promise<Tempoprops | null> {
  const lijstzicht = lijstzichtVan(persoon);
  if (lijstzicht === null) return null;
  const [open, beantwoord, kalender] = await Promise.all([
    leesOpenVragen(db, lijstzicht, organisatie, OPEN_IN_ZICHT),
    leesBeantwoordingen(db, lijstzicht, organisatie, ANTWOORDEN),
    leesKalender(db),
  ]);
  return { tempo: antwoordtempo(beantwoord, kalender), open };
}
