import { type Request, type RequestHandler, Router } from 'express';

import type { Sessies } from '#activities/gebruikers/sessies.ts';
import { ADRESSEN } from '#contract/adressen.ts';

import { persoonVan, vereisPersoon } from '../inloggen/persoon.ts';
import type { PageContext } from '../layout.tsx';
import { sendPage } from '../render.tsx';
import { Instellingen } from './pages/instellingen.tsx';
import { MijnSessies } from './pages/sessies.tsx';

interface Instellingonderdelen {
  sessies: Sessies;
  context: PageContext;
}

/** What somebody arranges for herself. */
export function createInstellingen({ sessies, context }: Instellingonderdelen): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  const voor = (req: Request): PageContext => ({ ...context, persoon: persoonVan(req) });
  router.use(ADRESSEN.instellingen.patroon, vereisPersoon);
  router.get(ADRESSEN.instellingen.patroon, (req, res) => sendPage(res, <Instellingen context={voor(req)} />));

  router.get(ADRESSEN.sessies.patroon, async (req, res) => {
    const lijst = await sessies.lijst(persoonVan(req).id, req.sessionID);
    sendPage(res, <MijnSessies sessies={lijst} context={voor(req)} />);
  });
  router.post(ADRESSEN.sessiesAndere.patroon, async (req, res) => {
    await sessies.beeindigAndere(persoonVan(req).id, req.sessionID);
    res.redirect(303, ADRESSEN.sessies());
  });
  router.post(ADRESSEN.sessie.patroon, async (req, res) => {
    await sessies.beeindigEigen(persoonVan(req).id, req.params.sessie);
    res.redirect(303, ADRESSEN.sessies());
  });
  return router;
}
