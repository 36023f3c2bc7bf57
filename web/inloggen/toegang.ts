import type { Request, RequestHandler, Response } from 'express';

import type { IngevuldeFormulieren } from '#activities/gebruikers/ingevuld.ts';
import type { Sessies } from '#activities/gebruikers/sessies.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { newSecret } from '#platform/secret.ts';

import type { Gepost } from '../formulier.ts';
import { ontvang } from '../ontvang.ts';
import { geheimIn, koekje } from './koekje.ts';
import { persoonVan, wieIsDit } from './persoon.ts';
import { sessieIn } from './sessie.ts';

export interface Toegang {
  /** Sends whoever is not logged in to do so first, and back to the same address. What they sent is kept for them meanwhile. */
  readonly vereisPersoon: RequestHandler;
  /** What this person sent to this address when their session had run out; once, and null when there was nothing. */
  readonly eerderIngevuld: (req: Request) => Promise<Gepost | null>;
}

/** The door of every page for persons. A form is sent to the address at which it is shown, so that one can come back to it. */
export function createToegang(sessies: Sessies, ingevuld: IngevuldeFormulieren, publicUrl: string): Toegang {
  const browserkoekje = koekje('ingevuld', publicUrl);

  /** Only of who had a session here: a form of ours is shown to nobody else. */
  const bewaar = async (req: Request, res: Response): Promise<void> => {
    const id = sessieIn(req, publicUrl);
    const wie = id === null ? null : await sessies.vanWie(id);
    if (wie === null) return;
    const browser = geheimIn(req, browserkoekje) ?? newSecret();
    await ingevuld.bewaar(browser, req.originalUrl, wie, await ontvang(req, res));
    res.cookie(browserkoekje.naam, browser, browserkoekje.opties);
  };

  return {
    vereisPersoon: async (req, res, next) => {
      if (wieIsDit(req) !== null) return next();
      if (req.method === 'POST') await bewaar(req, res);
      res.redirect(303, `${ADRESSEN.inloggen()}?${new URLSearchParams({ terug: req.originalUrl }).toString()}`);
    },
    eerderIngevuld: async (req) => {
      const browser = geheimIn(req, browserkoekje);
      return browser === null ? null : ingevuld.neem(browser, req.originalUrl, persoonVan(req).id);
    },
  };
}
