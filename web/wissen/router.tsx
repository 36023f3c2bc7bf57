import { type RequestHandler, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { Wisvragen } from '#contract/wissing.ts';
import { leesBewaartermijnen, leesWissingen } from '#db/queries/wissingen.ts';
import { WISSERS } from '#domain/wissen.ts';

import { sendPage } from '../render.tsx';
import { paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { bevestigen, bewaren, verzoeken } from './formulieren.tsx';
import type { Wisonderdelen } from './onderdelen.ts';
import { Wissenblad } from './pages/wissen.tsx';
import { createTermijnpaginas } from './termijnen.tsx';

const HOOGSTENS = 100;

/** What is to be erased, by number: for who knows what signalen are about, and for who keeps the terms. */
export function createWispaginas(onderdelen: Wisonderdelen): RequestHandler {
  const { toegang, database, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.use(ADRESSEN.wissen.patroon, toegang.vereisPersoon, alleenVoor(WISSERS, onderdelen));
  router.get(ADRESSEN.wissen.patroon, async (req, res) => {
    const { db, persoon, context: eigen } = paginavraag(req, database, context);
    const { status } = Wisvragen.catch({ status: 'voorgesteld', limiet: HOOGSTENS }).parse({
      status: req.query['status'] ?? 'voorgesteld',
    });
    const [gelezen, termijnen] = await Promise.all([
      leesWissingen(db, { status, limiet: HOOGSTENS }),
      leesBewaartermijnen(db),
    ]);
    const gelukt = GELUKT.get(req.query['gedaan']);
    sendPage(res, <Wissenblad {...gelezen} {...{ status, termijnen, gelukt, persoon }} context={eigen} />);
  });
  return router
    .use(createTermijnpaginas(onderdelen))
    .use(verzoeken(onderdelen))
    .use(bevestigen(onderdelen))
    .use(bewaren(onderdelen));
}

const GELUKT: ReadonlyMap<unknown, string> = new Map([
  ['gevraagd', 'Het verzoek staat in de lijst. Nu bevestigen twee mensen het.'],
  ['eerste', 'U hebt het bevestigd. Nu moet iemand met de andere rol dat ook doen.'],
  ['tweede', 'U hebt het bevestigd. Wat is geschreven, wordt nu vernietigd.'],
  ['bewaard', 'Dit blijft langer bewaard.'],
  ['voorgesteld', 'De andere termijn is voorgesteld. Nu bevestigt een ander van functioneel beheer het.'],
  ['termijn', 'De termijn is veranderd.'],
  ['ingetrokken', 'Het voorstel is weg. De termijn blijft zoals die is.'],
]);
