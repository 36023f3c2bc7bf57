import type { Request, RequestHandler } from 'express';

import type { Database } from '#db/database.ts';
import { lijstMensen } from '#db/queries/mensen.ts';
import { labelVan, type Rol } from '#domain/beleid/codelijsten.ts';
import { heeftRol } from '#domain/bevoegdheden.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { contextVan } from './context.ts';
import { persoonVan } from './inloggen/persoon.ts';
import type { PageContext } from './layout.tsx';
import { sendPage } from './render.tsx';
import { GeenToegang } from './signalen/pages/onleesbaar.tsx';
import { paginavraag } from './signalen/paginavraag.tsx';

interface Deuronderdelen {
  database: Database;
  nu: () => Tijdstip;
  context: PageContext;
}

/** As many as one would ask. */
const HOOGSTENS = 3;

/** The door of pages for one of these roles; all others are told whose work it is, and whom they can ask. Behind `vereisPersoon`. */
export function alleenVoor(
  rollen: readonly [Rol, ...Rol[]],
  { database, nu, context }: Deuronderdelen,
): RequestHandler {
  return async (req, res, next) => {
    if (rollen.some((rol) => heeftRol(persoonVan(req), rol))) return next();
    sendPage(res, <GeenToegang waarom={await wieWel(req)} context={contextVan(req, context)} />, 403);
  };

  async function wieWel(req: Request): Promise<string> {
    const { db } = paginavraag(req, database, context);
    const [rol] = rollen;
    const mensen = await lijstMensen(db, [rol], {}, { vandaag: datumVan(nu()), limiet: HOOGSTENS });
    const wie = labelVan('rol', rol).toLowerCase();
    const werk = `Dit is werk van ${MET_LIDWOORD.includes(rol) ? 'het ' : ''}${wie}.`;
    return mensen.length === 0 ? werk : `${werk} Vraag het aan ${OF.format(mensen.map(({ naam }) => naam))}.`;
  }
}

/** Called by the name of the team. */
const MET_LIDWOORD: readonly Rol[] = ['landelijk_team'];
const OF = new Intl.ListFormat('nl', { type: 'disjunction' });
