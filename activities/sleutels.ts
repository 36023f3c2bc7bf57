import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'sleutels' } as const;

/** Whether a key is seen for the first time, was used for the same before, or for something else. */
export type Sleutelgebruik = 'nieuw' | 'zelfde' | 'anders';

/** Which Idempotency-Key was used for what, where no opdracht keeps that itself. */
export interface Sleutels {
  /** Binds `id` to what is asked, of which `vingerafdruk` is the hash. Of two that come at once one is first. */
  readonly gebruik: (id: string, vingerafdruk: string) => Promise<Sleutelgebruik>;
  /** Nothing happened, so that the key may be used once more, also for something else. */
  readonly laatLos: (id: string) => Promise<void>;
}

export function createSleutels(database: Database): Sleutels {
  const db = () => database.voor(ALS);
  return {
    gebruik: async (id, vingerafdruk) => {
      const nieuw = await rows(
        db(),
        sql`insert into sleutel (id, vingerafdruk, op)
            select ${id}, ${vingerafdruk}, clock_timestamp() where not exists (select from opdracht where id = ${id})
            on conflict (id) do nothing returning 1`,
      );
      if (nieuw.length > 0) return 'nieuw';
      const [bekend] = await rows(db(), sql`select from sleutel where id = ${id} and vingerafdruk = ${vingerafdruk}`);
      return bekend === undefined ? 'anders' : 'zelfde';
    },
    laatLos: async (id) => {
      await rows(db(), sql`delete from sleutel where id = ${id}`);
    },
  };
}
