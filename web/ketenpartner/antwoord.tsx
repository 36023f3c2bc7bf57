import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';

import type { Uitslag } from '#activities/ketenpartners/beantwoorden.ts';
import type { Vraag } from '#activities/ketenpartners/vraag.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { zoekOrganisaties } from '#db/queries/organisaties.ts';
import { type Antwoordsoort, isCode } from '#domain/beleid/codelijsten.ts';
import { isPostgresAway } from '#platform/postgres-away.ts';

import type { Opnieuw } from '../pages/even-weg.tsx';
import { sendPage } from '../render.tsx';
import { controleer } from './controle.ts';
import { LEGE_INVOER } from './formulier.ts';
import { type Formulier, leesFormulier } from './invoer.ts';
import { Antwoordpagina, type AntwoordProps } from './pages/antwoord.tsx';
import { LukteNiet } from './pages/toegang.tsx';
import { type Ketenpartnerpaginas, toonDodeLink, toonGesloten } from './paginas.tsx';
import { type Plek, plekVan, sessieVan } from './sessie.ts';

/** So many organisaties can be chosen from at a glance. */
const KEUZES = 8;

/** The form of an answer, and what comes of sending it. */
export function createAntwoord(paginas: Ketenpartnerpaginas): Router {
  const { context } = paginas;
  const router = Router({ strict: true, caseSensitive: true });

  router.get(ADRESSEN.partnerantwoord.patroon, async (req, res) => {
    const open = await geopend(paginas, req);
    if (open === null) return toonGesloten(paginas, req, res);
    const soort = soortVan(req, open.vraag);
    if (soort === null) return res.redirect(303, ADRESSEN.partnervraag({ link: open.link }));
    toonFormulier(res, { ...open, soort, invoer: { ...LEGE_INVOER, versie: String(open.vraag.versie) }, context });
  });

  router.post(
    ADRESSEN.partnerantwoord.patroon,
    async (req: Request<{ link: string; soort: string }>, res: Response) => {
      // Before anything is read, so that nobody without a session can make us take megabytes.
      const open = await geopend(paginas, req);
      if (open === null) {
        res.set('connection', 'close');
        const getypt = await wasGetypt(req);
        // The same form a second time was sent: it is at the colleague.
        return toonGesloten(paginas, req, res, req.params.soort === 'doorgegeven' ? undefined : getypt);
      }
      const { soort } = req.params;
      if (!isCode('antwoord', soort)) return toonDodeLink(res, context);
      const formulier = await leesFormulier(req);
      if (formulier === null)
        return sendPage(res, <LukteNiet terug={ADRESSEN.partnervraag({ link: open.link })} context={context} />, 400);
      const { invoer, uploads, teGroot, druk } = formulier;
      const opnieuw = { ...open, soort, invoer, metBestanden: teGroot || druk || uploads.length > 0, context };
      if (!teGroot && !druk) return beantwoord(paginas, res, opnieuw, formulier);
      if (druk) return toonFormulier(res.set('retry-after', '60'), { ...opnieuw, weigering: DRUK }, 503);
      if (!req.complete) res.set('connection', 'close');
      toonFormulier(res, { ...opnieuw, fouten: [{ veld: 'bestanden', tekst: TE_GROOT }] }, 413);
    },
    bewaarGetypt,
  );

  return router;
}

async function geopend({ ketenpartners }: Ketenpartnerpaginas, req: Request): Promise<Open | null> {
  const plek = plekVan(req);
  const vraag = plek === null ? null : await ketenpartners.lees(plek.sessie, plek.link);
  return plek === null || vraag === null ? null : { ...plek, vraag };
}

async function beantwoord(
  { ketenpartners, database }: Ketenpartnerpaginas,
  res: Response,
  stand: Open & Formulierstand,
  { invoer, uploads }: Formulier,
): Promise<void> {
  const { link, sessie, vraag } = stand;
  const db = database.voor({ rol: 'partner', link });
  const zoek = (naam: string) => zoekOrganisaties(db, naam, KEUZES);
  const controle = await controleer(stand.soort, invoer, uploads, vraag, { db, zoek });
  if (controle.soort === 'fout') {
    const { fouten, keuze } = controle;
    return toonFormulier(res, { ...stand, fouten, keuze }, 400);
  }
  const { antwoord, tekst, bestanden } = controle;
  const versie = /^\d{1,9}$/.test(invoer.versie) ? Number(invoer.versie) : vraag.versie;
  toonUitslag(res, await ketenpartners.beantwoord(sessie, link, { antwoord, tekst, bestanden, versie }), stand);
}

function toonUitslag(res: Response, uitslag: Uitslag, stand: Formulierstand): void {
  const terug = ADRESSEN.partnervraag({ link: stand.link });
  switch (uitslag.soort) {
    case 'gedaan':
      return res.redirect(303, `${terug}?${stand.soort === 'doorgegeven' ? 'doorgegeven' : 'ontvangen'}`);
    case 'ingehaald':
      return res.redirect(303, `${terug}?ingehaald`);
    case 'geweigerd':
      return toonFormulier(res, { ...stand, weigering: uitslag.reden }, 409);
    case 'later':
      return toonFormulier(res.set('retry-after', '60'), { ...stand, weigering: LATER }, 503);
    case 'dood':
      return toonDodeLink(res, stand.context, stand.invoer.toelichting);
  }
}

function toonFormulier(res: Response, stand: Formulierstand, status = 200): void {
  const {
    link,
    vraag,
    soort,
    invoer,
    fouten = [],
    keuze = [],
    metBestanden = false,
    weigering = null,
    context,
  } = stand;
  const props = { link, vraag, soort, invoer, fouten, keuze, metBestanden, weigering, context };
  sendPage(res, <Antwoordpagina {...props} />, status);
}

/** A question that is open in this browser. */
type Open = Plek & { vraag: Vraag };

type Formulierstand = Pick<AntwoordProps, 'link' | 'vraag' | 'soort' | 'invoer' | 'context'> &
  Partial<Pick<AntwoordProps, 'fouten' | 'keuze' | 'metBestanden' | 'weigering'>>;

const DRUK =
  'Op dit moment sturen te veel mensen bestanden. Er is niets veranderd. Probeer het over een minuut nog eens.';
const LATER = 'Het lukte net niet. Er is niets veranderd. Probeer het over een minuut nog eens.';
const TE_GROOT = 'De bestanden zijn samen te groot. Stuur hoogstens 20 MB mee.';
/** While the database is away nothing can be looked up, but what was typed is not lost: it comes back with the page that says so. */
const bewaarGetypt: ErrorRequestHandler = async (error, req, res, next) => {
  if (isPostgresAway(error) && plekVan(req) !== null) {
    const formulier = await leesFormulier(req);
    if (formulier !== null) {
      const bestanden = formulier.teGroot || formulier.uploads.length > 0 ? 'meegestuurd' : 'geen';
      res.locals['opnieuw'] = { adres: req.originalUrl, velden: { ...formulier.invoer }, bestanden } satisfies Opnieuw;
    }
  }
  next(error);
};

function soortVan(req: Request, { mogelijk }: Vraag): Antwoordsoort | null {
  return mogelijk.find((soort) => soort === req.params['soort']) ?? null;
}

/** What somebody typed whose time was up, so that it is not lost. Only asked for with a cookie, and only as much as a long text. */
async function wasGetypt(req: Request): Promise<string | undefined> {
  if (sessieVan(req.get('cookie')) === null || !(Number(req.get('content-length')) < 200_000)) return undefined;
  return (await leesFormulier(req))?.invoer.toelichting;
}
