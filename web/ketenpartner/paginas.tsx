import type { Response } from 'express';

import type { Casusbijlagen } from '#activities/casus/casus.ts';
import type { Ketenpartners } from '#activities/ketenpartners/ketenpartners.ts';
import type { Database } from '#db/database.ts';

import type { PageContext } from '../layout.tsx';
import { sendPage } from '../render.tsx';
import { DodeLink } from './pages/toegang.tsx';

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
