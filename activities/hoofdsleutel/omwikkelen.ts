import { bytes, number, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { KeyRing } from '#platform/key-ring.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'hoofdsleutel' } as const;

/** One transaction each: what is done stays done, whatever happens to the rest. */
const PER_KEER = 500;

export interface Omwikkeling {
  /** Keys of signalen that now lie under the master key of now. */
  omgewikkeld: number;
  /** How many lie under a master key that is not on the ring, by its id. With that key they open as before. */
  zonderHoofdsleutel: Readonly<Record<string, number>>;
}

/**
 * Wraps the key of every signaal with the master key of now: what lies under those keys is not touched. Broken off, it goes on where it
 * was; beside running processes that have the old keys too it does no harm.
 */
export async function wikkelOm(database: Database, sleutelbos: KeyRing): Promise<Omwikkeling> {
  let omgewikkeld = 0;
  for (let na: string | null = null; ;) {
    const laatste: { stroom: string; aantal: number } | null = await database.inTransaction(ALS, (db) =>
      wikkelSomsOm(db, sleutelbos, na),
    );
    if (laatste === null) break;
    omgewikkeld += laatste.aantal;
    na = laatste.stroom;
  }
  const over = await rows(
    database.voor(ALS),
    sql`select hoofdsleutel, count(*)::int as aantal from signaalsleutel
         where sleutel is not null and hoofdsleutel <> ${sleutelbos.currentId} group by hoofdsleutel order by hoofdsleutel`,
    { hoofdsleutel: text, aantal: number },
  );
  return {
    omgewikkeld,
    zonderHoofdsleutel: Object.fromEntries(over.map(({ hoofdsleutel, aantal }) => [hoofdsleutel, aantal])),
  };
}

/** The next ones after this stroom, and the last of them; null when there are no more. */
async function wikkelSomsOm(
  db: Db,
  sleutelbos: KeyRing,
  na: string | null,
): Promise<{ stroom: string; aantal: number } | null> {
  const oude = await rows(
    db,
    sql`select stroom, sleutel, hoofdsleutel from signaalsleutel
         where sleutel is not null and hoofdsleutel = any(${[...sleutelbos.previousIds]}::text[])
           and (${na}::uuid is null or stroom > ${na}::uuid)
         order by stroom limit ${PER_KEER} for update`,
    { stroom: text, sleutel: bytes, hoofdsleutel: text },
  );
  const laatste = oude.at(-1);
  if (laatste === undefined) return null;
  const nieuwe = await Promise.all(
    oude.map(async ({ stroom, sleutel, hoofdsleutel }) => {
      const open = await sleutelbos.unwrap(hoofdsleutel, sleutel, stroom);
      return { stroom, sleutel: (await sleutelbos.wrap(open, stroom)).toString('hex') };
    }),
  );
  await rows(
    db,
    sql`update signaalsleutel s set sleutel = decode(n.sleutel, 'hex'), hoofdsleutel = ${sleutelbos.currentId}
          from jsonb_to_recordset(${jsonb(nieuwe)}) as n (stroom uuid, sleutel text) where s.stroom = n.stroom`,
  );
  return { stroom: laatste.stroom, aantal: oude.length };
}
