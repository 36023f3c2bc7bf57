import { ROUTES } from '#api/routes/index.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import { startApp } from '#test/support/app.ts';

import { loopLangs } from './loop.ts';
import type { Wereld } from './zaken.ts';

/** What the process is asked that has no policy functions: the database of which world, and how much of it. */
export interface Vraag {
  databaseUrl: string;
  wereld: Wereld;
  deel: number;
}

/* Walks the matrix of somebody else's world, once, and sends what came of it. Every operation is for every role here. */
process.once('message', (vraag: Vraag) => void antwoord(vraag));

async function antwoord({ databaseUrl, wereld, deel }: Vraag): Promise<void> {
  for (const { contract } of ROUTES) Object.assign(contract, { rollen: codesVan('rol') });
  const app = await startApp({ database: databaseUrl });
  const uitslagen = await loopLangs(app, wereld, { deel });
  await app.stop();
  process.send?.(uitslagen, () => process.disconnect());
}
