import { type RequestHandler, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Database } from '#db/database.ts';
import { actieveGebruikers, type Gebruiker } from '#db/queries/gebruikers.ts';
import { leesGeldendBeleid } from '#db/queries/termijnbeleid.ts';
import type { Db } from '#db/sql.ts';
import type { Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { contextVan } from './context.ts';
import { wieIsDit } from './inloggen/persoon.ts';
import type { PageContext } from './layout.tsx';
import { Start } from './pages/start.tsx';
import { Thuis } from './pages/thuis.tsx';
import { sendPage } from './render.tsx';
import { leesTweede } from './werk/vandaag.ts';

interface Startonderdelen {
  database: Database;
  /** The wall clock (UTC). */
  nu: () => Tijdstip;
  publicUrl: string;
  temporalUiUrl: string | undefined;
  context: PageContext;
}

/** The page at the root: what this is for who is not logged in, and what waits for who is. */
export function createStart({ database, nu, publicUrl, temporalUiUrl, context }: Startonderdelen): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.get(ADRESSEN.start.patroon, async (req, res) => {
    const persoon = wieIsDit(req);
    if (persoon !== null) {
      const tweede = await leesTweede({ db: database.voor({ rol: 'lezer', persoon: persoon.id }), persoon });
      return sendPage(res, <Thuis persoon={persoon} tweede={tweede} context={contextVan(req, context)} />);
    }
    const gelezen = await leesStart(database.voor({ rol: 'dienst', dienst: 'startpagina' }), nu(), context);
    sendPage(res, <Start {...gelezen} context={context} publicUrl={publicUrl} temporalUiUrl={temporalUiUrl} />);
  });
  return router;
}

/** The policy that holds, which is null when the database does not answer, and the demo users where there are any. */
async function leesStart(
  db: Db,
  nu: Tijdstip,
  { isEmbedded }: PageContext,
): Promise<{ beleid: Termijnbeleid | null; gebruikers: Gebruiker[] }> {
  try {
    const beleid = await leesGeldendBeleid(db, datumVan(nu));
    return { beleid, gebruikers: isEmbedded ? await actieveGebruikers(db) : [] };
  } catch {
    return { beleid: null, gebruikers: [] };
  }
}
