import type { Request, RequestHandler } from 'express';

import type { Database } from '#db/database.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import type { Db } from '#db/sql.ts';

import { persoonVan, wieIsDit } from './inloggen/persoon.ts';
import type { PageContext } from './layout.tsx';
import type { Wachtend } from './menu.ts';

const GETELD = new WeakMap<Request, Wachtend>();

/** What the frame shows of who is asking. Throws TypeError where nobody was asked to log in. */
export function contextVan(req: Request, context: PageContext): PageContext & { persoon: Gebruiker } {
  return { ...context, persoon: persoonVan(req), wachtend: GETELD.get(req) ?? {} };
}

/** Counts what waits for this person; by their own sight, so `db` is theirs. */
export type Telwachtend = (db: Db, persoon: Gebruiker) => Promise<Wachtend>;

/** Finds what waits for who is logged in; from here on `contextVan` knows it. A page that is sent to us needs none. */
export function createWachtendlezer(database: Database, tel: Telwachtend): RequestHandler {
  return async (req, _res, next) => {
    const persoon = wieIsDit(req);
    if (persoon !== null && req.method === 'GET')
      GETELD.set(req, await tel(database.voor({ rol: 'lezer', persoon: persoon.id }), persoon));
    next();
  };
}
