import { bytes, number, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { type KeyRing, MasterKeyMissing } from '#platform/key-ring.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'hoofdsleutel' } as const;

/** One transaction each: what is done stays done, whatever happens to the rest. */
const PER_KEER = 500;

export interface Omwikkeling {
  /** Keys of signalen that now lie under the master key of now. */
  omgewikkeld: number;
  /** How many lie under a master key that is not on the ring, or that another has taken the name of, by its id. With that key they open as before. */
  zonderHoofdsleutel: Readonly<Record<string, number>>;
  /** How many came meanwhile under a master key of before: somebody still wraps with that. */
  erbijGekomen: Readonly<Record<string, number>>;
}

/**
 * Wraps the key of every signaal with the master key of now: what lies under those keys is not touched. Broken off, it goes on where it
 * was; beside running processes that have the old keys too it does no harm.
 */
export async function wikkelOm(database: Database, sleutelbos: KeyRing): Promise<Omwikkeling> {
  let omgewikkeld = 0;
  const onbekend = new Map<string, number>();
  for (let na: string | null = null; ;) {
    const beurt: Beurt | null = await database.inTransaction(ALS, (db) => wikkelSomsOm(db, sleutelbos, na));
    if (beurt === null) break;
    omgewikkeld += beurt.aantal;
    for (const id of beurt.onbekend) onbekend.set(id, (onbekend.get(id) ?? 0) + 1);
    na = beurt.stroom;
  }
  const over = await rows(
    database.voor(ALS),
    sql`select hoofdsleutel, count(*)::int as aantal from signaalsleutel
         where sleutel is not null and hoofdsleutel <> ${sleutelbos.currentId} group by hoofdsleutel order by hoofdsleutel`,
    { hoofdsleutel: text, aantal: number },
  );
  const isBekend = ({ hoofdsleutel }: { hoofdsleutel: string }): boolean =>
    sleutelbos.previousIds.includes(hoofdsleutel);
  return {
    omgewikkeld,
    zonderHoofdsleutel: {
      ...Object.fromEntries(onbekend),
      ...perSleutel(over.filter((een) => !isBekend(een))),
    },
    erbijGekomen: perSleutel(
      over
        .filter(isBekend)
        .map(({ hoofdsleutel, aantal }) => ({ hoofdsleutel, aantal: aantal - (onbekend.get(hoofdsleutel) ?? 0) })),
    ),
  };
}

function perSleutel(over: readonly { hoofdsleutel: string; aantal: number }[]): Record<string, number> {
  return Object.fromEntries(
    over.filter(({ aantal }) => aantal > 0).map(({ hoofdsleutel, aantal }) => [hoofdsleutel, aantal]),
  );
}

interface Beurt {
  /** The last that it looked at. */
  stroom: string;
  aantal: number;
  /** Of each that did not open: under which master key it lies. */
  onbekend: string[];
}

/** The next ones after this stroom; null when there are no more. Who does the same at once waits: of rows that change under it, it would see none. */
async function wikkelSomsOm(db: Db, sleutelbos: KeyRing, na: string | null): Promise<Beurt | null> {
  await rows(db, sql`select pg_advisory_xact_lock(hashtextextended('hoofdsleutel', 0))`);
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
  const nieuwe: { stroom: string; sleutel: string }[] = [];
  const onbekend: string[] = [];
  for (const { stroom, sleutel, hoofdsleutel } of oude)
    try {
      const open = await sleutelbos.unwrap(hoofdsleutel, sleutel, stroom);
      nieuwe.push({ stroom, sleutel: (await sleutelbos.wrap(open, stroom)).toString('hex') });
    } catch (fout) {
      if (!(fout instanceof MasterKeyMissing)) throw fout;
      onbekend.push(hoofdsleutel);
    }
  await rows(
    db,
    sql`update signaalsleutel s set sleutel = decode(n.sleutel, 'hex'), hoofdsleutel = ${sleutelbos.currentId}
          from jsonb_to_recordset(${jsonb(nieuwe)}) as n (stroom uuid, sleutel text) where s.stroom = n.stroom`,
  );
  return { stroom: laatste.stroom, aantal: nieuwe.length, onbekend };
}
