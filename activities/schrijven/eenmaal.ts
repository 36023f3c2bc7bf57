import { type Db, rows, sql } from '#db/sql.ts';

/**
 * True the first time that what was asked under this key is done, and never again, however late the same request comes once more. To be
 * asked in the transaction that does it: of two at once the second waits, and both are there, or neither.
 */
export async function isEersteKeer(tx: Db, opdracht: string): Promise<boolean> {
  const eerst = await rows(tx, sql`update sleutel set gedaan = true where id = ${opdracht} and not gedaan returning 1`);
  return eerst.length > 0;
}
