import { Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { presentAfmeldingen } from '#contract/voorkeuren.ts';
import { leesAfmeldingen } from '#db/queries/afmeldingen.ts';
import { AFMELDBAAR } from '#domain/post/plicht.ts';

import { contextVan } from '../context.ts';
import { persoonVan } from '../inloggen/persoon.ts';
import { ontvang } from '../ontvang.ts';
import { sendPage } from '../render.tsx';
import { MijnPost } from './pages/post.tsx';
import type { Werktijdenonderdelen } from './werktijden.tsx';

/** Which mail somebody wants. What is ticked is sent; what is duty is sent whatever is ticked. */
export function createPostinstelling({ toegang, database, voorkeuren, context }: Werktijdenonderdelen): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(ADRESSEN.postinstelling.patroon, async (req, res) => {
    const { id } = persoonVan(req);
    const eerder = await toegang.eerderIngevuld(req);
    const bewaard = presentAfmeldingen(await leesAfmeldingen(database.voor({ rol: 'lezer', persoon: id }), id));
    const gewenst = eerder?.['gewenst'] ?? AFMELDBAAR.filter((soort) => !bewaard.afgemeld.includes(soort));
    sendPage(
      res,
      <MijnPost
        gewenst={gewenst}
        plicht={bewaard.plicht}
        nietVerstuurd={eerder !== null}
        gelukt={req.query['bewaard'] === 'ja' ? 'Uw keuze is bewaard.' : undefined}
        context={contextVan(req, context)}
      />,
    );
  });
  router.post(ADRESSEN.postinstelling.patroon, async (req, res) => {
    const { gewenst = [] } = await ontvang(req, res);
    const afgemeld = AFMELDBAAR.filter((soort) => !gewenst.includes(soort));
    await voorkeuren.zetAfmeldingen(persoonVan(req).id, afgemeld);
    res.redirect(303, `${ADRESSEN.postinstelling()}?bewaard=ja`);
  });
  return router;
}
