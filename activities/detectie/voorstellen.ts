import { randomUUID } from 'node:crypto';

import { json, orNull, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';
import { stilTotEnMet } from '#domain/detectie/voorstel.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { noteerWijzigingen } from '../schrijven/logwijziging.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'detectie' } as const;

/** Who decides that a patroonvoorstel is no patroon, and why. */
export interface Afwijzing {
  wie: string;
  reden: string;
}

/** Writes what becomes of a patroonvoorstel that becomes no patroon; what does is written with that. */
export interface Voorstellen {
  /** Has the worker look for patronen, asked by `wie` at `nu` (UTC). Nothing when it does so already: never twice at once. */
  readonly vraagZoeking: (wie: string, nu: Tijdstip) => Promise<void>;
  /**
   * Rejects it at `nu` (UTC): the same is not proposed again for a while. `besloten`: somebody decided on it meanwhile. The same asked
   * again changes nothing.
   */
  readonly wijsAf: (id: string, afwijzing: Afwijzing, nu: Tijdstip) => Promise<'gedaan' | 'besloten'>;
}

export function createVoorstellen(database: Database): Voorstellen {
  return {
    vraagZoeking: (wie, nu) =>
      database.inTransaction(ALS, async (db) => {
        const nieuw = await rows(
          db,
          sql`insert into patroonzoeking (id, gevraagd_op, gevraagd_door) values (${randomUUID()}, ${nu}, ${wie})
              on conflict ((klaar_op is null)) where klaar_op is null do nothing returning id`,
        );
        if (nieuw.length > 0) await rows(db, sql`select graphile_worker.por('detectie', '{}')`);
      }),
    wijsAf: (id, { wie, reden }, nu) =>
      database.inTransaction(ALS, async (db) => {
        const [voor] = await rows(
          db,
          sql`select jsonb_build_object('besluit', besluit, 'totEnMet', tot_en_met) as stand, besluit, besluit_door as door, reden
                from patroonvoorstel where id = ${id}::uuid for update`,
          { stand: json<object>(), besluit: orNull(text), door: orNull(text), reden: orNull(text) },
        );
        if (voor === undefined) return 'besloten';
        if (voor.besluit !== null)
          return voor.besluit === 'afgewezen' && voor.door === wie && voor.reden === reden ? 'gedaan' : 'besloten';
        const totEnMet = stilTotEnMet(datumVan(nu));
        await rows(
          db,
          sql`update patroonvoorstel set besluit = 'afgewezen', besluit_op = ${nu}::timestamptz, besluit_door = ${wie}, reden = ${reden},
                     tot_en_met = ${totEnMet}::date
               where id = ${id}::uuid`,
        );
        const na = { besluit: 'afgewezen', totEnMet, reden };
        await noteerWijzigingen(db, [
          { operatie: 'patroonvoorstel_afgewezen', object: `patroonvoorstel:${id}`, door: wie, voor: voor.stand, na },
        ]);
        return 'gedaan';
      }),
  };
}
