import { type RequestHandler, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { leesCodelijsten } from '#db/queries/codelijsten.ts';

import type { Invulonderdelen } from '../invullen/invulpagina.tsx';
import { sendPage } from '../render.tsx';
import { paginavraag } from '../signalen/paginavraag.tsx';
import { Codes } from './pages/codes.tsx';

/** Every list of codes, with what took the place of a code that is no longer used. */
export function createCodes({ database, context }: Pick<Invulonderdelen, 'database' | 'context'>): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(ADRESSEN.beheerCodes.patroon, async (req, res) => {
    const { db, context: eigen } = paginavraag(req, database, context);
    sendPage(res, <Codes lijsten={await leesCodelijsten(db, null)} context={eigen} />);
  });
  return router;
}
