import { type RequestHandler, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';

import { createAntwoord } from './antwoord.tsx';
import type { Ketenpartnerpaginas } from './paginas.tsx';
import { createToegang } from './toegang.tsx';
import { createVraag } from './vraag.tsx';

/**
 * The pages behind the link in a mail to a ketenpartner, or to a consulent on whose behalf was filed. GET and HEAD change nothing and
 * show nothing, not even which of the two it is; a code, mailed after a POST, opens it in one browser. Once it is open the token is in
 * no address any more. Every link that opens nothing gets the same page.
 */
export function createKetenpartnerpaginas(paginas: Ketenpartnerpaginas): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.use(ADRESSEN.verzoek.patroon, (_req, res, next) => {
    res.set({ 'x-robots-tag': 'noindex, nofollow, noarchive', 'cache-control': 'no-store', vary: 'Cookie' });
    next();
  });
  return router.use(createToegang(paginas), createVraag(paginas), createAntwoord(paginas));
}
