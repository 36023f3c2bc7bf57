import { type RequestHandler, Router } from 'express';

import type { Gelezen } from '#activities/gebruikers/gelezen.ts';
import type { Ketenpartners } from '#activities/ketenpartners/ketenpartners.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { presentBijlage, presentBijlagen } from '#contract/bijlage.ts';
import type { Database } from '#db/database.ts';
import { vindStand } from '#handelingen/lezen.ts';

import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import type { Live } from '../live/live.ts';
import { NietGevonden } from '../pages/niet-gevonden.tsx';
import { sendPage } from '../render.tsx';
import { alleenNummers, paginavraag, toonOnleesbaar } from './paginavraag.tsx';

/** What the pages of one signaal are made with. */
export interface Signaalonderdelen {
  toegang: Toegang;
  database: Database;
  live: Live;
  gelezen: Gelezen;
  /** Reads the files that came with answers. */
  ketenpartners: Pick<Ketenpartners, 'bijlagen' | 'inhoudVan'>;
  context: PageContext;
}

/** The files that a ketenpartner sent with an answer, for who reads that answer. */
export function createAntwoordbestanden({
  toegang,
  database,
  ketenpartners,
  context,
}: Signaalonderdelen): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.param('nummer', alleenNummers);
  router.get(ADRESSEN.antwoordbestand.patroon, toegang.vereisPersoon, async (req, res) => {
    const vraag = paginavraag(req, database, context);
    const { db, persoon } = vraag;
    const stand = await vindStand(db, String(req.params['nummer']), persoon);
    if (typeof stand === 'string') return toonOnleesbaar(stand, vraag, res);
    const { bijlagen } = presentBijlagen(await ketenpartners.bijlagen(db, stand.id), stand, persoon);
    const gevonden = bijlagen.find(({ id }) => id === req.params['bijlage']);
    const inhoud = gevonden === undefined ? null : await ketenpartners.inhoudVan(db, stand.id, gevonden.id);
    if (gevonden === undefined || inhoud === null) return sendPage(res, <NietGevonden context={vraag.context} />, 404);
    const bestand = presentBijlage({ naam: gevonden.naam, mediatype: gevonden.mediatype, inhoud }, persoon);
    res.attachment(bestand.naam).set('content-type', bestand.mediatype).send(bestand.inhoud);
  });
  return router;
}
