import { type RequestHandler, type Response, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { listMailbox, type Mail, readMails } from '#platform/smtp.ts';

import type { PageContext } from './layout.tsx';
import { Brief, Postbus } from './pages/postbus.tsx';
import { sendPage } from './render.tsx';

const PER_BLAD = 50;

/** The mail that was sent here, to be read. */
export function createPostbus(dir: string, context: PageContext): RequestHandler {
  const router = Router({ strict: true });
  const zoek = async (id: string): Promise<Mail | undefined> => {
    const [mail] = await readMails(
      dir,
      (await listMailbox(dir)).filter((een) => een === id),
    );
    return mail;
  };
  router.get(ADRESSEN.postbus.patroon, async (req, res, next) => {
    const ids = await listMailbox(dir);
    const { vanaf } = req.query;
    // A mail that comes meanwhile moves nothing from one page to the next.
    const begin = vanaf === undefined ? 0 : ids.findIndex((id) => id === vanaf);
    if (begin < 0) return next();
    const mails = await readMails(dir, ids.slice(begin, begin + PER_BLAD));
    const ouder = ids[begin + PER_BLAD];
    sendPage(res, <Postbus mails={mails} begin={begin} totaal={ids.length} ouder={ouder} context={context} />);
  });
  router.get(ADRESSEN.brief.patroon, async (req, res, next) => {
    const mail = await zoek(req.params.id);
    if (mail === undefined) return next();
    sendPage(res, <Brief mail={mail} context={context} />);
  });
  router.get(ADRESSEN.opmaak.patroon, async (req, res, next) => {
    const mail = await zoek(req.params.id);
    if (mail === undefined) return next();
    sendMarkup(res, mail.html);
  });
  return router;
}

/** The HTML of a mail: it may style itself, and that is all. */
function sendMarkup(res: Response, html: string): void {
  res.set({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    'x-frame-options': 'SAMEORIGIN',
  });
  res.send(html);
}
