import { isDeepStrictEqual } from 'node:util';

import { number, orNull, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Termijnsoort } from '#domain/beleid/bewaartermijnen.ts';
import { DomainError } from '#domain/errors.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { eisTermijnbeheer, eisTweedeBeheerder } from '#domain/wissen.ts';

import { noteerWijzigingen } from '../schrijven/logwijziging.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'wissingen' } as const;

/** Another term takes two people of functioneel beheer. All throw DomainError with why not. */
export interface Bewaartermijnen {
  /** Proposes another term, with why; nothing changes yet. */
  readonly stelVoor: (
    soort: Termijnsoort,
    termijn: { maanden: number; bron: string },
    persoon: Persoon,
  ) => Promise<void>;
  /** From now on the term is the proposed one. */
  readonly bevestig: (soort: Termijnsoort, persoon: Persoon) => Promise<void>;
  /** The term stays as it is. */
  readonly trekIn: (soort: Termijnsoort, persoon: Persoon) => Promise<void>;
}

export function createBewaartermijnen(database: Database): Bewaartermijnen {
  return {
    stelVoor: async (soort, { maanden, bron }, persoon) => {
      eisTermijnbeheer(persoon);
      const nieuw = { soort, maanden, bron, door: persoon.id };
      const [geldt] = await rows(
        database.voor(ALS),
        sql`with gedaan as (
              insert into bewaartermijnvoorstel (soort, maanden, bron, door, op)
              values (${soort}, ${maanden}, ${bron}, ${persoon.id}, clock_timestamp())
              on conflict (soort) do update set maanden = excluded.maanden, bron = excluded.bron, door = excluded.door, op = excluded.op,
                bevestigd_door = null
                where bewaartermijnvoorstel.bevestigd_door is not null
              returning soort, maanden, bron, door)
            select * from gedaan union all
            select soort, maanden, bron, door from bewaartermijnvoorstel where soort = ${soort} and not exists (select from gedaan)`,
        { soort: text, maanden: number, bron: text, door: text },
      );
      if (!isDeepStrictEqual({ ...geldt }, nieuw))
        throw new DomainError('al_eens_gedaan', 'Er ligt al een voorstel. Bevestig dat, of trek het eerst in.');
    },
    bevestig: (soort, persoon) =>
      database.inTransaction(ALS, async (db) => {
        eisTermijnbeheer(persoon);
        const voorstel = await lees(db, soort);
        if (voorstel?.bevestigdDoor === persoon.id) return;
        if (voorstel === undefined || voorstel.bevestigdDoor !== null)
          throw new DomainError('status_staat_niet_toe', GEEN);
        eisTweedeBeheerder(persoon, voorstel.door);
        await rows(db, sql`update bewaartermijnvoorstel set bevestigd_door = ${persoon.id} where soort = ${soort}`);
        const { maanden, bron } = voorstel;
        const [was] = await rows(
          db,
          sql`update bewaartermijn t set maanden = ${maanden}, bron = ${bron} from bewaartermijn v
               where t.soort = ${soort} and v.soort = t.soort returning v.maanden, v.bron`,
          { maanden: number, bron: text },
        );
        await noteerWijzigingen(db, [
          {
            operatie: 'bewaartermijn_gewijzigd',
            object: `bewaartermijn:${soort}`,
            door: persoon.id,
            voor: was ?? null,
            na: { maanden, bron, voorgesteldDoor: voorstel.door },
          },
        ]);
      }),
    trekIn: (soort, persoon) =>
      database.inTransaction(ALS, async (db) => {
        eisTermijnbeheer(persoon);
        const voorstel = await lees(db, soort);
        // Who sends it twice, or after another, wanted what is so.
        if (voorstel === undefined) return;
        if (voorstel.bevestigdDoor !== null) throw new DomainError('status_staat_niet_toe', GEEN);
        await rows(db, sql`delete from bewaartermijnvoorstel where soort = ${soort}`);
      }),
  };
}

const GEEN = 'Er ligt geen voorstel meer voor deze termijn.';

const VOORSTEL_RIJ = { maanden: number, bron: text, door: text, bevestigdDoor: orNull(text) };

/** The last proposal for this kind, which nobody else decides on before the transaction ends. */
async function lees(db: Db, soort: Termijnsoort): Promise<Row<typeof VOORSTEL_RIJ> | undefined> {
  const [voorstel] = await rows(
    db,
    sql`select maanden, bron, door, bevestigd_door as "bevestigdDoor" from bewaartermijnvoorstel where soort = ${soort} for update`,
    VOORSTEL_RIJ,
  );
  return voorstel;
}
