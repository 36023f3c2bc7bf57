import type { Database } from '#db/database.ts';
import { sql } from '#db/sql.ts';

import { vergeetVerlopenVerhalen } from '../rapporten/vignetten.ts';
import type { Uitvoeren } from '../schrijven/uitvoeren.ts';
import { roep, type Wekken } from '../waakhond/wekken.ts';
import { herhaalWissen } from '../wissen/herhalen.ts';
import { ruimVerlopenOp } from '../wissen/opruimen.ts';
import { vernietigAlles, type Wismiddelen } from '../wissen/vernietigen.ts';

/** What a repair found and did. */
export interface Herstel {
  /** What was erased before, and a back-up brought back: it is erased again. */
  gewist: number;
  /** Lines of the journal that we did not sign: on their word nothing was erased. */
  vreemd: readonly number[];
  /** Streams for which the clock still owes something. */
  open: number;
  /** How many of them asked for a workflow that this repair itself started or woke; a worker beside it wakes the others. */
  gewekt: number;
}

interface Herstelmiddelen extends Omit<Wismiddelen, 'wekken'> {
  database: Database;
  uitvoeren: Pick<Uitvoeren, 'voerUit'>;
  wekken: Wekken;
}

/**
 * Erases again what the journal tells of and what has had its term, and then has every stream with a milestone to come followed again, whatever Temporal still
 * knows: after its database is lost or put back, and whenever in doubt. Throws AggregateError when Temporal is away; a worker then goes
 * on with the rest.
 */
export async function herstel(middelen: Herstelmiddelen): Promise<Herstel> {
  const { database, wekken, journaal } = middelen;
  const { teruggekomen: gewist, vreemd } = await herhaalWissen(middelen, journaal);
  await ruimVerlopenOp(database);
  await vergeetVerlopenVerhalen(database);
  const open = await roep(database, sql`volgende_op is not null`);
  await vernietigAlles(middelen);
  return { gewist, vreemd, open, gewekt: await wekken.wekAlles() };
}
