import type { Request, Response } from 'express';

import type { Casusbijlagen } from '#activities/casus/casus.ts';
import type { Ketenpartners } from '#activities/ketenpartners/ketenpartners.ts';
import type { Database } from '#db/database.ts';

import type { PageContext } from '../layout.tsx';
import { sendPage } from '../render.tsx';
import { DodeLink, Doorgegeven } from './pages/toegang.tsx';
import { plekVan } from './sessie.ts';

/** What the pages of a ketenpartner work with. */
export interface Ketenpartnerpaginas {
  ketenpartners: Ketenpartners;
  casus: Casusbijlagen;
  database: Database;
  publicUrl: string;
  context: PageContext;
}

/** Every link that opens nothing gets the same page. `tekst`: what was typed, so that it is not lost. */
export function toonDodeLink(res: Response, context: PageContext, tekst?: string): void {
  sendPage(res, <DodeLink tekst={tekst} context={context} />, 404);
}

/** What nobody can open here any more: at a colleague, for who gave it there, else a dead link. `tekst`: as above. */
export async function toonGesloten(
  { ketenpartners, context }: Ketenpartnerpaginas,
  req: Request,
  res: Response,
  tekst?: string,
): Promise<void> {
  const plek = plekVan(req);
  if (plek === null || !(await ketenpartners.isDoorgegeven(plek.sessie, plek.link)))
    return toonDodeLink(res, context, tekst);
  sendPage(res, <Doorgegeven tekst={tekst} context={context} />);
}
