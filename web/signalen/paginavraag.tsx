import type { Request, RequestParamHandler, Response } from 'express';

import type { Database } from '#db/database.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import type { Db } from '#db/sql.ts';
import { ALLEEN_DE_REGEL, type Onleesbaar } from '#handelingen/lezen.ts';

import { contextVan } from '../context.ts';
import type { PageContext } from '../layout.tsx';
import { sendPage } from '../render.tsx';
import { GeenSignaal, GeenToegang } from './pages/onleesbaar.tsx';

/** Who asks for a page, and where their queries run. */
export interface Paginavraag {
  persoon: Gebruiker;
  db: Db;
  context: PageContext & { persoon: Gebruiker };
}

/** Of who is logged in. Throws TypeError where nobody was asked to. */
export function paginavraag(req: Request, database: Database, context: PageContext): Paginavraag {
  const eigen = contextVan(req, context);
  const { persoon } = eigen;
  return { persoon, db: database.voor({ rol: 'lezer', persoon: persoon.id }), context: eigen };
}

/** Lets only what may be the number of a signaal through to a page. */
export const alleenNummers: RequestParamHandler = (_req, _res, next, nummer: string) =>
  next(/^S-\d{4}-\d{4,9}$/.test(nummer) ? undefined : 'route');

/** Instead of a signaal that this person may not read. */
export function toonOnleesbaar(waarom: Onleesbaar, { context }: Paginavraag, res: Response): void {
  if (waarom === 'niets') sendPage(res, <GeenSignaal context={context} />, 404);
  else sendPage(res, <GeenToegang waarom={ALLEEN_DE_REGEL} context={context} />, 403);
}
