import { type Request, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';

import { alsSleutelErIs } from '../als-sleutel-er-is.ts';
import { sendPage } from '../render.tsx';
import { leesOverWie } from './over-wie.ts';
import { Inzagepagina } from './pages/inzage.tsx';
import { Doorgegeven, Gesloten } from './pages/toegang.tsx';
import { Vraagpagina } from './pages/vraag.tsx';
import { type Ketenpartnerpaginas, toonDodeLink, toonGesloten } from './paginas.tsx';
import { COOKIE, koekjeVan, LINK, plekVan, sessieVan } from './sessie.ts';

/** What a link opened: the question to a ketenpartner, or how it stands for whom was filed. It stays open until it is closed. */
export function createVraag(paginas: Ketenpartnerpaginas): Router {
  const { ketenpartners, casus, database, publicUrl, context } = paginas;
  const router = Router({ strict: true, caseSensitive: true });

  router.get(ADRESSEN.partnervraag.patroon, async (req, res) => {
    if ('doorgegeven' in req.query) return sendPage(res, <Doorgegeven context={context} />);
    const plek = plekVan(req);
    if (plek === null) return toonDodeLink(res, context);
    const { link, sessie } = plek;
    const inzage = await ketenpartners.leesInzage(sessie, link);
    if (inzage !== null) return sendPage(res, <Inzagepagina link={link} inzage={inzage} context={context} />);
    const vraag = await ketenpartners.lees(sessie, link);
    if (vraag === null) return toonGesloten(paginas, req, res);
    const melding = 'ontvangen' in req.query ? 'ontvangen' : 'ingehaald' in req.query ? 'ingehaald' : null;
    const overWie = await leesOverWie(paginas, link, vraag);
    const bestanden = (await alsSleutelErIs(ketenpartners.meegestuurd(sessie, link))) ?? [];
    sendPage(res, <Vraagpagina {...{ link, vraag, overWie, bestanden, melding, context }} />);
  });

  router.get(ADRESSEN.partnerbestand.patroon, async (req, res) => {
    const plek = plekVan(req);
    const vraag = plek === null ? null : await ketenpartners.lees(plek.sessie, plek.link);
    if (plek === null || vraag === null) return toonDodeLink(res, context);
    const overWie = await leesOverWie(paginas, plek.link, vraag);
    const stuk = overWie?.soort === 'open' ? overWie.stukken.find(({ id }) => id === req.params.bestand) : undefined;
    const db = database.voor({ rol: 'partner', link: plek.link });
    const inhoud = overWie?.soort === 'open' && stuk ? await casus.inhoudVan(db, overWie.stroom, stuk.id) : null;
    // What is closed meanwhile, the question itself says.
    if (stuk?.bestand == null || inhoud === null) return res.redirect(303, ADRESSEN.partnervraag({ link: plek.link }));
    res.attachment(stuk.bestand.naam).set('content-type', stuk.bestand.mediatype).send(inhoud);
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
