import { type RequestHandler, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { Signaalnummer } from '#contract/basis.ts';
import type { Database } from '#db/database.ts';
import { MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { leesVragenAan } from '#handelingen/gevraagd.ts';

import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';
import { sendPage } from '../render.tsx';
import { paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { VragenAanMij } from './pages/vragen.tsx';

interface Vragenonderdelen {
  toegang: Toegang;
  database: Database;
  context: PageContext;
  /** The wall clock (UTC): on which day somebody looks. */
  nu: () => Tijdstip;
}

/** What waits for the answer of who is logged in. */
export function createVragenpagina(onderdelen: Vragenonderdelen): RequestHandler {
  const { toegang, database, context, nu } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.get(ADRESSEN.vragen.patroon, toegang.vereisPersoon, alleenVoor(MET_SIGNALEN, onderdelen), async (req, res) => {
    const { db, persoon, context: eigen } = paginavraag(req, database, context);
    const { vragen } = await leesVragenAan(persoon, db);
    const signaal = Signaalnummer.safeParse(req.query['signaal']).data;
    const voorbij = vragen.some(({ nummer }) => nummer === signaal) ? undefined : signaal;
    sendPage(res, <VragenAanMij vragen={vragen} voorbij={voorbij} vandaag={datumVan(nu())} context={eigen} />);
  });
  return router;
}
