import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from 'express';

import type { Ketenpartners, Uitslag } from '#activities/ketenpartners.ts';
import type { Inzage } from '#activities/ketenpartners/inzage.ts';
import { SESSIE_MINUTEN } from '#activities/ketenpartners/toegang.ts';
import type { Vraag } from '#activities/ketenpartners/vraag.ts';
import type { Database } from '#db/database.ts';
import { zoekOrganisaties } from '#db/queries/organisaties.ts';
import { type Antwoordsoort, isCode } from '#domain/beleid/codelijsten.ts';
import { isPostgresAway } from '#platform/postgres-away.ts';

import type { Omgeving } from '../layout.tsx';
import type { Opnieuw } from '../pages/even-weg.tsx';
import { Antwoordpagina, type AntwoordProps } from '../pages/verzoek/antwoord.tsx';
import { Inzagepagina } from '../pages/verzoek/inzage.tsx';
import { Code, type CodeProps, DodeLink, Gesloten, LukteNiet, Welkom } from '../pages/verzoek/toegang.tsx';
import { Vraagpagina } from '../pages/verzoek/vraag.tsx';
import { PATHS } from '../paths.ts';
import { sendPage } from '../render.tsx';
import { controleer } from './controle.ts';
import { LEGE_INVOER } from './formulier.ts';
import { leesFormulier, leesVeld } from './invoer.ts';
import { COOKIE, LINK, sessieVan } from './sessie.ts';

export interface Ketenpartnerpaginas {
  ketenpartners: Ketenpartners;
  database: Database;
  publicUrl: string;
  omgeving: Omgeving;
}

/** So many organisaties can be chosen from at a glance. */
const KEUZES = 8;

/**
 * The pages behind the link in a mail to a ketenpartner, or to a consulent on whose behalf was filed. GET and HEAD change nothing and
 * show nothing, not even which of the two it is; a code, mailed after a POST, opens it in one browser. Once it is open the token is in
 * no address any more. Every link that opens nothing gets the same page.
 */
export function createKetenpartnerpaginas({
  ketenpartners,
  database,
  publicUrl,
  omgeving,
}: Ketenpartnerpaginas): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  const dood = (res: Response, tekst?: string): void =>
    sendPage(res, <DodeLink tekst={tekst} omgeving={omgeving} />, 404);
  router.use('/verzoek', (_req, res, next) => {
    res.set({ 'x-robots-tag': 'noindex, nofollow, noarchive', 'cache-control': 'no-store', vary: 'Cookie' });
    next();
  });

  router.get('/verzoek/:token', async (req, res) => {
    const { token } = req.params;
    const aankondiging = await ketenpartners.kondigAan(token);
    if (aankondiging === null) return dood(res);
    sendPage(res, <Welkom token={token} aankondiging={aankondiging} omgeving={omgeving} />);
  });

  router.get('/verzoek/:token/code', async (req, res) => {
    const { token } = req.params;
    await toonCode(res, token, {});
  });

  router.post('/verzoek/:token/code', eigenFormulier, async (req: Request<{ token: string }>, res) => {
    const { token } = req.params;
    const uitslag = await ketenpartners.vraagCode(token);
    if (uitslag === null) return dood(res);
    if (uitslag === 'nieuw') return res.redirect(303, PATHS.partnercode(token));
    const bericht = uitslag === 'te_vaak' ? TE_VAAK : AL_GESTUURD;
    if (uitslag === 'te_vaak') res.set('retry-after', String(CODE_WACHT_SECONDEN));
    await toonCode(res, token, { bericht, status: uitslag === 'te_vaak' ? 429 : 200 });
  });

  router.post('/verzoek/:token/open', eigenFormulier, async (req: Request<{ token: string }>, res) => {
    const { token } = req.params;
    const code = (await leesVeld(req, res, 'code')).replaceAll(/\D/g, '');
    const fout = (tekst: string): Promise<void> =>
      toonCode(res, token, { fouten: [{ veld: 'code', tekst }], status: 400 });
    if (code.length !== 6) return fout('Vul de zes cijfers van de code in.');
    const toets = await ketenpartners.open(token, code);
    if (toets === null) return dood(res);
    if (toets.soort === 'verlopen') return fout('Deze code werkt niet meer. Vraag een nieuwe code.');
    if (toets.soort === 'fout') return fout(`Deze code klopt niet. U kunt het nog ${keren(toets.over)} proberen.`);
    res.cookie(COOKIE, toets.sessie, { ...koekje(toets.link), maxAge: SESSIE_MINUTEN * 60_000 });
    res.redirect(303, PATHS.partnervraag(toets.link));
  });

  router.get('/verzoek/vraag/:link', async (req, res) => {
    const inzage = await leesInzage(req);
    if (inzage !== null) return sendPage(res, <Inzagepagina {...inzage} omgeving={omgeving} />);
    const open = await geopend(req);
    if (open === null) return dood(res);
    const melding = 'ontvangen' in req.query ? 'ontvangen' : 'ingehaald' in req.query ? 'ingehaald' : null;
    sendPage(res, <Vraagpagina link={open.link} vraag={open.vraag} melding={melding} omgeving={omgeving} />);
  });

  router.post('/verzoek/vraag/:link/sluiten', eigenFormulier, async (req: Request<{ link: string }>, res) => {
    const { link } = req.params;
    const sessie = sessieVan(req.get('cookie'));
    if (sessie !== null) await ketenpartners.sluit(sessie);
    if (LINK.test(link)) res.clearCookie(COOKIE, koekje(link));
    sendPage(res, <Gesloten omgeving={omgeving} />);
  });

  router.get('/verzoek/vraag/:link/:soort', async (req, res) => {
    const open = await geopend(req);
    if (open === null) return dood(res);
    const soort = soortVan(req, open.vraag);
    if (soort === null) return res.redirect(303, PATHS.partnervraag(open.link));
    toonFormulier(res, { ...open, soort, invoer: { ...LEGE_INVOER, versie: String(open.vraag.versie) } });
  });

  router.post(
    '/verzoek/vraag/:link/:soort',
    eigenFormulier,
    async (req: Request<{ link: string; soort: string }>, res: Response) => {
      // Before anything is read, so that nobody without a session can make us take megabytes.
      const open = await geopend(req);
      if (open === null) {
        res.set('connection', 'close');
        return dood(res, sessieVan(req.get('cookie')) === null ? undefined : await wasGetypt(req));
      }
      const { soort: gevraagd } = req.params;
      if (!isCode('antwoord', gevraagd)) return dood(res);
      const formulier = await leesFormulier(req);
      if (formulier === null)
        return sendPage(res, <LukteNiet terug={PATHS.partnervraag(open.link)} omgeving={omgeving} />, 400);
      const { invoer, uploads, teGroot, druk } = formulier;
      const opnieuw = { ...open, soort: gevraagd, invoer, metBestanden: teGroot || druk || uploads.length > 0 };
      if (teGroot) {
        if (!req.complete) res.set('connection', 'close');
        return toonFormulier(res, { ...opnieuw, fouten: [{ veld: 'bestanden', tekst: TE_GROOT }] }, 413);
      }
      if (druk) return toonFormulier(res.set('retry-after', '60'), { ...opnieuw, weigering: DRUK }, 503);
      const db = database.voor({ rol: 'partner', link: open.link });
      const zoek = (naam: string) => zoekOrganisaties(db, naam, KEUZES);
      const controle = await controleer(gevraagd, invoer, uploads, open.vraag, { db, zoek });
      if (controle.soort === 'fout') return toonFormulier(res, { ...opnieuw, ...controle, soort: gevraagd }, 400);
      const { antwoord, tekst, bestanden } = controle;
      const versie = /^\d{1,9}$/.test(invoer.versie) ? Number(invoer.versie) : open.vraag.versie;
      const uitslag = await ketenpartners.beantwoord(open.sessie, open.link, { antwoord, tekst, bestanden, versie });
      antwoordOp(res, uitslag, opnieuw);
    },
    bewaarGetypt,
  );

  return router;

  async function toonCode(
    res: Response,
    token: string,
    {
      fouten = [],
      bericht = null,
      status = 200,
    }: { fouten?: CodeProps['fouten']; bericht?: string | null; status?: number },
  ): Promise<void> {
    const aankondiging = await ketenpartners.kondigAan(token);
    if (aankondiging === null) return dood(res);
    sendPage(res, <Code {...{ token, aankondiging, fouten, bericht, omgeving }} />, status);
  }

  function antwoordOp(res: Response, uitslag: Uitslag, opnieuw: Formulierstand): void {
    const terug = PATHS.partnervraag(opnieuw.link);
    switch (uitslag.soort) {
      case 'gedaan':
        return res.redirect(303, `${terug}?ontvangen`);
      case 'ingehaald':
        return res.redirect(303, `${terug}?ingehaald`);
      case 'geweigerd':
        return toonFormulier(res, { ...opnieuw, weigering: uitslag.reden }, 409);
      case 'later':
        return toonFormulier(res.set('retry-after', '60'), { ...opnieuw, weigering: LATER }, 503);
      case 'dood':
        return dood(res, opnieuw.invoer.toelichting);
    }
  }

  function toonFormulier(res: Response, stand: Formulierstand, status = 200): void {
    const { link, vraag, soort, invoer, fouten = [], keuze = [], metBestanden = false, weigering = null } = stand;
    const props = { link, vraag, soort, invoer, fouten, keuze, metBestanden, weigering, omgeving };
    sendPage(res, <Antwoordpagina {...props} />, status);
  }

  async function geopend(req: Request): Promise<{ link: string; sessie: string; vraag: Vraag } | null> {
    const plek = plekVan(req);
    const vraag = plek === null ? null : await ketenpartners.lees(plek.sessie, plek.link);
    return plek === null || vraag === null ? null : { ...plek, vraag };
  }

  async function leesInzage(req: Request): Promise<{ link: string; inzage: Inzage } | null> {
    const plek = plekVan(req);
    const inzage = plek === null ? null : await ketenpartners.leesInzage(plek.sessie, plek.link);
    return plek === null || inzage === null ? null : { link: plek.link, inzage };
  }

  function koekje(link: string) {
    const secure = publicUrl.startsWith('https:');
    return { path: PATHS.partnervraag(link), httpOnly: true, sameSite: 'strict', secure } as const;
  }
}

type Formulierstand = Pick<AntwoordProps, 'link' | 'vraag' | 'soort' | 'invoer'> &
  Partial<Pick<AntwoordProps, 'fouten' | 'keuze' | 'metBestanden' | 'weigering'>>;

const DRUK =
  'Op dit moment sturen te veel mensen bestanden. Er is niets veranderd. Probeer het over een minuut nog eens.';
const LATER = 'Het lukte net niet. Er is niets veranderd. Probeer het over een minuut nog eens.';
const TE_GROOT = 'De bestanden zijn samen te groot. Stuur hoogstens 20 MB mee.';
const AL_GESTUURD = 'Wij hebben u net een code gestuurd. Kijk in uw mail. Over een minuut kunt u een nieuwe vragen.';
/** An hour, as the sentence says. */
const CODE_WACHT_SECONDEN = 3600;
const TE_VAAK =
  'U hebt te vaak een code gevraagd. Gebruik de laatste code, wacht een uur, of bel de persoon die in de mail staat.';

/**
 * Lets no other website post for somebody. Browsers say where a form came from; those that do not are stopped by the cookie, which
 * is not sent along from elsewhere. (Without a referrer policy Origin would do; with ours it is always `null`.)
 */
const eigenFormulier: RequestHandler = (req, res, next) => {
  const vandaan = req.get('sec-fetch-site');
  if (vandaan === undefined || vandaan === 'same-origin') return next();
  res.status(403).type('text/plain').send('Dit formulier komt niet van ons.');
};

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
  if (!(Number(req.get('content-length')) < 200_000)) return undefined;
  return (await leesFormulier(req))?.invoer.toelichting;
}

/** What was opened, as far as the request says; whether it still is, is another matter. */
function plekVan(req: Request): { link: string; sessie: string } | null {
  const link = String(req.params['link']);
  const sessie = sessieVan(req.get('cookie'));
  return sessie === null || !LINK.test(link) ? null : { link, sessie };
}

function keren(aantal: number): string {
  return aantal === 1 ? '1 keer' : `${aantal} keer`;
}
