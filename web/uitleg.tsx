import { type Request, type RequestHandler, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';

import { contextVan } from './context.ts';
import { wieIsDit } from './inloggen/persoon.ts';
import type { PageContext } from './layout.tsx';
import { Hulp } from './pages/hulp.tsx';
import { Privacy } from './pages/privacy.tsx';
import { Toegankelijkheid } from './pages/toegankelijkheid.tsx';
import { sendPage } from './render.tsx';

/** What this is and how it is used: for everybody, in the frame of who is logged in. */
export function createUitlegpaginas(beheer: string, context: PageContext): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  const voor = (req: Request): PageContext => (wieIsDit(req) === null ? context : contextVan(req, context));
  router.get(ADRESSEN.hulp.patroon, (req, res) => sendPage(res, <Hulp {...{ beheer, context: voor(req) }} />));
  router.get(ADRESSEN.privacy.patroon, (req, res) => sendPage(res, <Privacy {...{ beheer, context: voor(req) }} />));
  router.get(ADRESSEN.toegankelijkheid.patroon, (req, res) =>
    sendPage(res, <Toegankelijkheid {...{ beheer, context: voor(req) }} />),
  );
  return router;
}
