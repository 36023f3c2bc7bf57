import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';

import { INGEVULD } from './ingevuld.ts';
import { POGING_MINUTEN } from './inlogpogingen.ts';
import { beeindigSessiesZonderAccount } from './sessies.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'sessies' } as const;

/** So long a session that is over still tells whose it was: a form may stand open through a holiday. */
const ONTHOUD_DAGEN = 14;

/** Ends the sessions of accounts that ended; forgets who was logged in long ago, who never came back from the provider, and what was typed and not fetched. */
export async function ruimSessiesOp(database: Database): Promise<void> {
  const db = database.voor(ALS);
  await beeindigSessiesZonderAccount(db);
  const voor = (aantal: number, eenheid: 'day' | 'minute') =>
    sql`clock_timestamp() - ${aantal} * ${sql.lit(`1 ${eenheid}`)}::interval`;
  await rows(db, sql`delete from sessie where coalesce(beeindigd_op, gebruikt_op) < ${voor(ONTHOUD_DAGEN, 'day')}`);
  await rows(db, sql`delete from inlogpoging where op < ${voor(POGING_MINUTEN, 'minute')}`);
  await rows(db, sql`delete from ingevuld where op < ${voor(INGEVULD.minuten, 'minute')}`);
}
