import { randomBytes } from 'node:crypto';

import { bytes, orNull, text } from '#db/columns.ts';
import { type Db, rows, type Sql, sql } from '#db/sql.ts';
import type { KeyRing } from '#platform/key-ring.ts';

const KEY_BYTES = 32;

/** The key of this signaal was destroyed, so nothing secret can be added or read any more. */
export class SleutelVernietigd extends Error {
  override readonly name = 'SleutelVernietigd';
}

/**
 * The key under which everything secret of one signaal lies, made when there is none; nobody destroys it before the transaction ends.
 * Throws SleutelVernietigd for a signaal that was erased, MasterKeyMissing when the key that wraps it is not here.
 */
export async function sleutelVan(db: Db, sleutelbos: KeyRing, stroom: string): Promise<Buffer> {
  const verpakt = await sleutelbos.wrap(randomBytes(KEY_BYTES), stroom);
  await rows(
    db,
    sql`insert into signaalsleutel (stroom, sleutel, hoofdsleutel) values (${stroom}, ${verpakt}, ${sleutelbos.currentId})
        on conflict (stroom) do nothing`,
  );
  await rows(db, sql`select pg_advisory_xact_lock_shared(${slotVan(stroom)})`);
  const sleutel = await leesSleutel(db, sleutelbos, stroom);
  if (sleutel === null) throw new SleutelVernietigd(`The key of ${stroom} was destroyed`);
  return sleutel;
}

/**
 * Waits for everybody who still writes under the key of this signaal, and has who comes later wait until the transaction ends. To be called
 * once the key is destroyed and before what lay under it is deleted: otherwise what they wrote would be left behind.
 */
export async function wachtOpSchrijvers(db: Db, stroom: string): Promise<void> {
  await rows(db, sql`select pg_advisory_xact_lock(${slotVan(stroom)})`);
}

/** Not the row: who writes may add keys and may not change them, which a lock on it would ask. */
function slotVan(stroom: string): Sql {
  return sql`hashtextextended(${`sleutel ${stroom}`}, 0)`;
}

/** The same for who only reads; null when there is none, or none any more. */
export async function leesSleutel(db: Db, sleutelbos: KeyRing, stroom: string): Promise<Buffer | null> {
  const [rij] = await rows(db, sql`select sleutel, hoofdsleutel from signaalsleutel where stroom = ${stroom}`, {
    sleutel: orNull(bytes),
    hoofdsleutel: text,
  });
  return rij?.sleutel == null ? null : sleutelbos.unwrap(rij.hoofdsleutel, rij.sleutel, stroom);
}
