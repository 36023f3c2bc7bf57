import { type RequestHandler, Router } from 'express';
import type { ReactNode } from 'react';

import type { Voorkeuren } from '#activities/gebruikers/voorkeuren.ts';
import { leesAfmeldtoken } from '#activities/post/afmeldlink.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Database } from '#db/database.ts';
import { waarover } from '#domain/post/plicht.ts';

import { Knop } from './components/knop.tsx';
import { Layout, type PageContext } from './layout.tsx';
import { sendPage } from './render.tsx';

/**
 * Where the unsubscribe link of a mail leads. GET asks, because mail scanners open links; POST does it, from the page and from the
 * button of a mail program (RFC 8058), which brings no cookie and no login.
 */
export function createAfmelden({
  database,
  voorkeuren,
  context,
}: {
  database: Database;
  voorkeuren: Voorkeuren;
  context: PageContext;
}): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  const db = database.voor({ rol: 'dienst', dienst: 'afmelden' });
  const toonAls =
    (Pagina: (afmelding: Afmelding) => ReactNode, doe?: Voorkeuren['meldAf']): RequestHandler<{ token: string }> =>
    async (req, res) => {
      const { token } = req.params;
      const verzoek = await leesAfmeldtoken(db, token);
      if (verzoek === undefined || verzoek.soorten.length === 0)
        return sendPage(res, <KapotteLink context={context} />, 404);
      await doe?.(verzoek.gebruiker, verzoek.soorten);
      sendPage(res, <Pagina token={token} over={waarover(verzoek.soorten)} context={context} />);
    };
  router.get(ADRESSEN.afmelden.patroon, toonAls(Vraag));
  router.post(ADRESSEN.afmelden.patroon, toonAls(Gedaan, voorkeuren.meldAf));
  router.post(ADRESSEN.afmeldenOngedaan.patroon, toonAls(Ongedaan, voorkeuren.meldWeerAan));
  return router;
}

interface Afmelding {
  token: string;
  /** What the mails are about. */
  over: string;
  context: PageContext;
}

function Vraag({ token, over, context }: Afmelding) {
  return (
    <Layout titel="Afmelden" hier="" context={context}>
      <h1>Wilt u deze mails niet meer?</h1>
      <p className="inleiding">U krijgt dan geen mails meer over {over}. Wat bij uw werk hoort, blijft u krijgen.</p>
      <form method="post" action={ADRESSEN.afmelden({ token })}>
        <Knop>Meld mij af</Knop>
      </form>
    </Layout>
  );
}

/** Of an address that was broken off in a mail, or is of no mail of ours. */
function KapotteLink({ context }: Pick<Afmelding, 'context'>) {
  return (
    <Layout titel="Deze link werkt niet" hier="" context={context}>
      <h1>Deze link om af te melden werkt niet</h1>
      <p className="inleiding">Staat de link op twee regels in de mail? Neem hem dan helemaal over.</p>
      <p>
        {'U kunt ook zelf kiezen '}
        <a href={ADRESSEN.postinstelling()}>welke mail u krijgt</a>.
      </p>
    </Layout>
  );
}

function Gedaan({ token, over, context }: Afmelding) {
  return (
    <Layout titel="U bent afgemeld" hier="" context={context}>
      <h1>U bent afgemeld</h1>
      <p className="inleiding">U krijgt geen mails meer over {over}.</p>
      <form method="post" action={ADRESSEN.afmeldenOngedaan({ token })}>
        <Knop>Stuur mij deze mails toch weer</Knop>
      </form>
    </Layout>
  );
}

function Ongedaan({ over, context }: Omit<Afmelding, 'token'>) {
  return (
    <Layout titel="U krijgt deze mails weer" hier="" context={context}>
      <h1>U krijgt deze mails weer</h1>
      <p className="inleiding">U krijgt weer mails over {over}.</p>
    </Layout>
  );
}
