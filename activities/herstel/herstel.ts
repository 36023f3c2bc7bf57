import type { Database } from '#db/database.ts';
import { sql } from '#db/sql.ts';

import { roep, type Wekken } from '../waakhond/wekken.ts';

/** What a repair found and did. */
export interface Herstel {
  /** Streams for which the clock still owes something. */
  open: number;
  /** How many of them asked for a workflow that this repair itself started or woke; a worker beside it wakes the others. */
  gewekt: number;
}

/**
 * Has every stream with a milestone to come followed again, whatever Temporal still knows: after its database is lost or
 * put back, and whenever in doubt. Throws AggregateError when Temporal is away; a worker then goes on with the rest.
 */
export async function herstel({ database, wekken }: { database: Database; wekken: Wekken }): Promise<Herstel> {
  const open = await roep(database, sql`volgende_op is not null`);
  return { open, gewekt: await wekken.wekAlles() };
}
