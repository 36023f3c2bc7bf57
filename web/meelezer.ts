import { type RequestHandler, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { schoon } from '#domain/tekst.ts';
import { controleerTekst } from '#domain/tekst/controle.ts';
import { vondstzin } from '#domain/tekst/vondst.ts';

import type { Toegang } from './inloggen/toegang.ts';
import { ontvang } from './ontvang.ts';

/** What is said about a text while it is typed. Nothing of it is kept, and nothing is refused yet. */
export function createMeelezer({ vereisPersoon }: Toegang): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.post(ADRESSEN.meelezer.patroon, vereisPersoon, async (req, res) => {
    const { tekst: [tekst = ''] = [] } = await ontvang(req, res);
    res.json({ zinnen: controleerTekst(schoon(tekst, 'meer_regels')).map(vondstzin) });
  });
  return router;
}
