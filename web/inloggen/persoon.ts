import type { Request, RequestHandler } from 'express';

import { noemVrager } from '#activities/schrijven/verrichting.ts';
import type { Database } from '#db/database.ts';
import { type Gebruiker, vindAccount } from '#db/queries/gebruikers.ts';

const GEVONDEN = new WeakMap<Request, Gebruiker>();

/** Who is asking for this page: the same Gebruiker as the API has. null without a session. */
export function wieIsDit(req: Request): Gebruiker | null {
  return GEVONDEN.get(req) ?? null;
}

/** The same behind `vereisPersoon`. Throws TypeError where nobody was asked to log in. */
export function persoonVan(req: Request): Gebruiker {
  const gebruiker = wieIsDit(req);
  if (gebruiker === null) throw new TypeError('a page for persons was reached without one');
  return gebruiker;
}

/** Finds the person of a session that was found; from here on `wieIsDit` knows them. */
export function createPersoonlezer(database: Database): RequestHandler {
  return async (req, _res, next) => {
    const { aanmelding } = req.session;
    if (aanmelding !== undefined) {
      const gebruiker = await vindAccount(database.voor({ rol: 'dienst', dienst: 'aanmelden' }), aanmelding.gebruiker);
      if (gebruiker !== null) {
        GEVONDEN.set(req, gebruiker);
        noemVrager(gebruiker);
      }
    }
    next();
  };
}
