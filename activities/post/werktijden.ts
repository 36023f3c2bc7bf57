import type { MikroORM } from '@mikro-orm/postgresql';

import { schrijfWerktijden } from '#db/queries/werktijden.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Werkweek } from '#domain/post/werktijden.ts';

import { herplan } from './herplannen.ts';

/** From now on somebody works in `week`, and what waits for her keeps to it: both, or neither. */
export function zetWerktijden(orm: MikroORM, gebruiker: string, week: Werkweek): Promise<void> {
  return inTransaction(orm, async (db) => {
    await schrijfWerktijden(db, gebruiker, week);
    await herplan(db, gebruiker, week);
  });
}
