import { LockMode } from '@mikro-orm/postgresql';

import type { Database } from '#db/database.ts';
import { Feestdag } from '#db/entities/beleid.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { noteerWijzigingen } from '../schrijven/logwijziging.ts';
import { inTransactie } from '../schrijven/transactie.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'feestdagen' } as const;

export interface NieuweFeestdag {
  datum: Datum;
  naam: string;
  /** The decree, as people cite it. */
  bron: string;
  /** Until when every decree day is known with this one; null when nothing is said of that. */
  volledigTotEnMet: Datum | null;
}

/** The only writer of the calendar. Each change makes a new version; the worker brings it to the running signalen. */
export interface Feestdagen {
  /** False when another day stands on this date. The same day once more changes nothing. */
  readonly voegToe: (dag: NieuweFeestdag, door: string) => Promise<boolean>;
  /** False when there is no such day. */
  readonly verwijder: (datum: Datum, door: string) => Promise<boolean>;
}

export function createFeestdagen(database: Database): Feestdagen {
  return {
    voegToe: ({ datum, naam, bron, volledigTotEnMet }, door) =>
      inTransactie(database, ALS, async (db) => {
        const em = database.entitiesIn(db);
        const bestaand = await em.findOne(Feestdag, datum, { lockMode: LockMode.PESSIMISTIC_WRITE });
        if (bestaand !== null && (bestaand.naam !== naam || bestaand.bron !== bron)) return false;
        if (bestaand === null) {
          await em.insert(Feestdag, { datum, naam, bron });
          await teken(db, door);
          await noteerWijzigingen(db, [
            { operatie: 'feestdag_toegevoegd', object: `feestdag:${datum}`, door, voor: null, na: { naam, bron } },
          ]);
        }
        await rows(
          db,
          sql`update kalender set volledig_tot_en_met = ${volledigTotEnMet}::date
               where versie = (select max(versie) from kalender)
                 and ${volledigTotEnMet}::date > coalesce((select max(volledig_tot_en_met) from kalender), '-infinity')`,
        );
        return true;
      }),
    verwijder: (datum, door) =>
      inTransactie(database, ALS, async (db) => {
        const em = database.entitiesIn(db);
        const bestaand = await em.findOne(Feestdag, datum, { lockMode: LockMode.PESSIMISTIC_WRITE });
        if (bestaand === null) return false;
        const { naam, bron } = bestaand;
        await em.nativeDelete(Feestdag, datum);
        await teken(db, door);
        await noteerWijzigingen(db, [
          { operatie: 'feestdag_verwijderd', object: `feestdag:${datum}`, door, voor: { naam, bron }, na: null },
        ]);
        return true;
      }),
  };
}

/** Names who made the version that the trigger just added, and pokes the worker. */
async function teken(db: Db, door: string): Promise<void> {
  await rows(db, sql`update kalender set door = ${door} where versie = (select max(versie) from kalender)`);
  await rows(db, sql`select graphile_worker.por('kalender', '{}')`);
}
