import { type RequestHandler, Router } from 'express';

import { leesAfmeldtoken } from '#activities/post/afmeldlink.ts';
import { meldAf } from '#db/queries/afmeldingen.ts';
import type { Db } from '#db/sql.ts';

import { Layout, type Omgeving } from './layout.tsx';
import { PATHS } from './paths.ts';
import { sendPage } from './render.tsx';

/**
 * Where the unsubscribe link of a mail leads. GET asks, because mail scanners open links; POST does it, from the page and from the
 * button of a mail program (RFC 8058), which brings no cookie and no login.
 */
export function createAfmelden({ db, omgeving }: { db: () => Db; omgeving: Omgeving }): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.get('/:token', async (req, res, next) => {
    const { token } = req.params;
    if ((await leesAfmeldtoken(db(), token)) === undefined) return next();
    sendPage(res, <Vraag token={token} omgeving={omgeving} />);
  });
  router.post('/:token', async (req, res, next) => {
    const verzoek = await leesAfmeldtoken(db(), req.params.token);
    if (verzoek === undefined) return next();
    await meldAf(db(), verzoek.gebruiker, verzoek.soorten);
    sendPage(res, <Gedaan omgeving={omgeving} />);
  });
  return router;
}

function Vraag({ token, omgeving }: { token: string; omgeving: Omgeving }) {
  return (
    <Layout titel="Afmelden" hier="" omgeving={omgeving}>
      <h1>Wilt u deze mails niet meer?</h1>
      <p className="inleiding">U krijgt dan geen mails van deze soort meer. Wat bij uw werk hoort, blijft u krijgen.</p>
      <form method="post" action={PATHS.afmelden(token)}>
        <button type="submit" className="knop">
          Meld mij af
        </button>
      </form>
    </Layout>
  );
}

function Gedaan({ omgeving }: { omgeving: Omgeving }) {
  return (
    <Layout titel="U bent afgemeld" hier="" omgeving={omgeving}>
      <h1>U bent afgemeld</h1>
      <p className="inleiding">
        U krijgt deze soort mails niet meer. Wilt u ze toch weer? Dan kunt u dat bij uw voorkeuren veranderen.
      </p>
    </Layout>
  );
}
