import { type Request, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';

import { sendPage } from '../render.tsx';
import { Inzagepagina } from './pages/inzage.tsx';
import { Gesloten } from './pages/toegang.tsx';
import { Vraagpagina } from './pages/vraag.tsx';
import { type Ketenpartnerpaginas, toonDodeLink } from './paginas.tsx';
import { COOKIE, koekjeVan, LINK, plekVan, sessieVan } from './sessie.ts';

/** What a link opened: the question to a ketenpartner, or how it stands for whom was filed. It stays open until it is closed. */
export function createVraag({ ketenpartners, publicUrl, context }: Ketenpartnerpaginas): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get(ADRESSEN.partnervraag.patroon, async (req, res) => {
    const plek = plekVan(req);
    if (plek === null) return toonDodeLink(res, context);
    const { link, sessie } = plek;
    const inzage = await ketenpartners.leesInzage(sessie, link);
    if (inzage !== null) return sendPage(res, <Inzagepagina link={link} inzage={inzage} context={context} />);
    const vraag = await ketenpartners.lees(sessie, link);
    if (vraag === null) return toonDodeLink(res, context);
    const melding = 'ontvangen' in req.query ? 'ontvangen' : 'ingehaald' in req.query ? 'ingehaald' : null;
    sendPage(res, <Vraagpagina link={link} vraag={vraag} melding={melding} context={context} />);
  });

  router.post(ADRESSEN.partnersluit.patroon, async (req: Request<{ link: string }>, res) => {
    const { link } = req.params;
    const sessie = sessieVan(req.get('cookie'));
    if (sessie !== null) await ketenpartners.sluit(sessie);
    if (LINK.test(link)) res.clearCookie(COOKIE, koekjeVan(link, publicUrl));
    sendPage(res, <Gesloten context={context} />);
  });

  return router;
}
