import { type Db, rows, sql } from '../sql.ts';

/** Resolves when PostgreSQL answers and the tables are there. Throws what it throws otherwise. */
export async function raadpleeg(db: Db): Promise<void> {
  await rows(db, sql`select 1 from codelijst limit 1`);
}
