import express, { type Request, type RequestHandler, type Response, Router } from 'express';

import { noemVrager } from '#activities/schrijven/verrichting.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Database } from '#db/database.ts';
import { vindAccount } from '#db/queries/gebruikers.ts';
import { newSecret } from '#platform/secret.ts';

import type { PageContext } from '../layout.tsx';
import { sendPage } from '../render.tsx';
import { beginVan } from '../werk/voor-vandaag.ts';
import { InloggenMislukt } from './aanmelddienst.ts';
import type { Inloggen } from './inloggen.ts';
import { geheimIn, koekje } from './koekje.ts';
import { GeenAccount, type Inlogmelding, Inloggenmislukt, Uitgelogd } from './pages/melding.tsx';
import { sessiekoekje } from './sessie.ts';
import { terugNaar } from './terug.ts';
import { toestelVan } from './toestel.ts';

interface Inlogonderdelen extends Inloggen {
  database: Database;
  publicUrl: string;
  context: PageContext;
}

/** To the provider and back as somebody, and out again. */
export function createInlogpaginas(onderdelen: Inlogonderdelen): RequestHandler {
  const { publicUrl, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.get(ADRESSEN.inloggen.patroon, metMelding(context, vertrek(onderdelen)));
  router.get(ADRESSEN.inlogterug.patroon, metMelding(context, aankomst(onderdelen)));
  router.post(ADRESSEN.uitloggen.patroon, uitloggen(onderdelen));
  router.post(ADRESSEN.inlogafmelding.patroon, leesAfmelding, afmelding(onderdelen));
  router.get(ADRESSEN.uitgelogd.patroon, (_req, res) => {
    res.clearCookie(sessiekoekje(publicUrl).naam, sessiekoekje(publicUrl).opties);
    sendPage(res, <Uitgelogd context={context} />);
  });
  return router;
}

type Stap = (req: Request, res: Response) => Promise<void>;

function vertrek({ aanmelddienst, inlogpogingen, publicUrl }: Inlogonderdelen): Stap {
  const browserkoekje = koekje('inloggen', publicUrl);
  return async (req, res) => {
    const { adres, state, nonce, verifier } = await aanmelddienst.vertrek({ opnieuw: req.query['opnieuw'] === 'ja' });
    const terug = terugNaar(req.query['terug'], publicUrl);
    // All tabs of a browser share it, so that each of them can come back.
    const browser = geheimIn(req, browserkoekje) ?? newSecret();
    await inlogpogingen.begin(state, browser, { nonce, verifier, terug });
    res.cookie(browserkoekje.naam, browser, browserkoekje.opties).redirect(303, adres);
  };
}

function aankomst(onderdelen: Inlogonderdelen): Stap {
  const { aanmelddienst, inlogpogingen, database, publicUrl, beheer, context } = onderdelen;
  const browserkoekje = koekje('inloggen', publicUrl);
  return async (req, res) => {
    const { state } = req.query;
    const browser = geheimIn(req, browserkoekje);
    const poging = typeof state === 'string' && browser !== null ? await inlogpogingen.neem(state, browser) : null;
    if (typeof state !== 'string' || poging === null) return meld(res, 'verlopen', context);
    const { terug, ...rest } = poging;
    const { sub, sid, idToken } = await aanmelddienst.aankomst(zoekdeel(req), { state, ...rest });
    const db = database.voor({ rol: 'dienst', dienst: 'aanmelden' });
    const gebruiker = await vindAccount(db, sub);
    noemVrager(gebruiker ?? { id: sub, rollen: [], organisatie: null });
    if (gebruiker === null) return sendPage(res, <GeenAccount {...{ sub, beheer, context }} />, 403);
    // A new id, whatever the browser came with.
    await beloofd((klaar) => req.session.regenerate(klaar));
    req.session.aanmelding = { gebruiker: sub, toestel: toestelVan(req.get('user-agent')), sid, idToken };
    await beloofd((klaar) => req.session.save(klaar));
    res.redirect(303, terug === ADRESSEN.start() ? beginVan(gebruiker) : terug);
  };
}

function uitloggen({ aanmelddienst, publicUrl }: Inlogonderdelen): Stap {
  const { naam, opties } = sessiekoekje(publicUrl);
  return async (req, res) => {
    const { aanmelding } = req.session;
    await beloofd((klaar) => req.session.destroy(klaar));
    res.clearCookie(naam, opties);
    // Of what was seen nothing stays with a browser that somebody else uses next.
    res.set('clear-site-data', '"cache", "storage"');
    // Whoever is logged out here is out, also when the provider cannot be asked.
    const adres =
      aanmelding === undefined ? null : await aanmelddienst.uitlogadres(aanmelding.idToken).catch(() => null);
    res.redirect(303, adres ?? ADRESSEN.uitgelogd());
  };
}

/** The provider itself tells that somebody logged out elsewhere. No browser comes along, and no cookie. */
function afmelding({ aanmelddienst, sessies }: Inlogonderdelen): Stap {
  return async (req, res) => {
    const body: unknown = req.body;
    const token =
      typeof body === 'object' && body !== null ? (body as Record<string, unknown>)['logout_token'] : undefined;
    try {
      if (typeof token !== 'string') throw new InloggenMislukt('ongeldig');
      const wie = await aanmelddienst.leesAfmelding(token);
      if ('sub' in wie) noemVrager({ id: wie.sub, rollen: [], organisatie: null });
      await sessies.beeindigVanDienst(wie);
      res.status(200).end();
    } catch (error) {
      if (!(error instanceof InloggenMislukt)) throw error;
      const isWeg = error.soort === 'onbereikbaar';
      res.status(isWeg ? 503 : 400).json({ error: isWeg ? 'temporarily_unavailable' : 'invalid_request' });
    }
  };
}

const leesAfmelding = express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 5 });

/** What went wrong on the way is told on a page, not as a fault of ours. */
function metMelding(context: PageContext, stap: Stap): Stap {
  return async (req, res) => {
    try {
      await stap(req, res);
    } catch (error) {
      if (!(error instanceof InloggenMislukt)) throw error;
      meld(res, error.soort, context);
    }
  };
}

const STATUS: Readonly<Record<Inlogmelding, number>> = {
  onbereikbaar: 503,
  afgebroken: 200,
  ongeldig: 400,
  te_zwak: 403,
  verlopen: 400,
};

function meld(res: Response, melding: Inlogmelding, context: PageContext): void {
  sendPage(res, <Inloggenmislukt melding={melding} context={context} />, STATUS[melding]);
}

function zoekdeel({ originalUrl }: Request): string {
  return originalUrl.slice(originalUrl.indexOf('?'));
}

function beloofd(doe: (klaar: (error?: Error) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => doe((error) => (error == null ? resolve() : reject(error))));
}
