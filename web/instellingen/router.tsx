import { type Request, type RequestHandler, Router } from 'express';

import type { Sessies } from '#activities/gebruikers/sessies.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { zichtVan } from '#domain/bevoegdheden.ts';

import { contextVan } from '../context.ts';
import { persoonVan } from '../inloggen/persoon.ts';
import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import { ontvang } from '../ontvang.ts';
import { sendPage } from '../render.tsx';
import { createAgendasleutels } from './agenda.tsx';
import { Instellingen } from './pages/instellingen.tsx';
import { MijnSessies } from './pages/sessies.tsx';
import { createPostinstelling } from './post.tsx';
import { createWaarneming, type Waarneemonderdelen } from './waarneming.tsx';
import { createWerktijden, type Werktijdenonderdelen } from './werktijden.tsx';

interface Instellingonderdelen extends Werktijdenonderdelen, Waarneemonderdelen {
  toegang: Toegang;
  sessies: Sessies;
}

/** What somebody arranges for themselves. */
export function createInstellingen({ sessies, ...rest }: Instellingonderdelen): RequestHandler {
  const { toegang, context } = rest;
  const router = Router({ strict: true, caseSensitive: true });
  const voor = (req: Request): PageContext => contextVan(req, context);
  router.use(ADRESSEN.instellingen.patroon, toegang.vereisPersoon);
  router.get(ADRESSEN.instellingen.patroon, (req, res) =>
    sendPage(res, <Instellingen metSignalen={zichtVan(persoonVan(req)) !== null} context={voor(req)} />),
  );

  router.get(ADRESSEN.sessies.patroon, async (req, res) => {
    const nietGedaan = (await toegang.eerderIngevuld(req)) !== null;
    const lijst = await sessies.lijst(persoonVan(req).id, req.sessionID);
    sendPage(res, <MijnSessies sessies={lijst} nietGedaan={nietGedaan} context={voor(req)} />);
  });
  router.post(ADRESSEN.sessies.patroon, async (req, res) => {
    const { id } = persoonVan(req);
    const { welke: [welke = ''] = [] } = await ontvang(req, res);
    if (welke === 'andere') await sessies.beeindigAndere(id, req.sessionID);
    else await sessies.beeindigEigen(id, welke);
    res.redirect(303, ADRESSEN.sessies());
  });
  return router.use(
    createWerktijden(rest),
    createPostinstelling(rest),
    createAgendasleutels(rest),
    createWaarneming(rest),
  );
}
