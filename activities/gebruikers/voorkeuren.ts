import { text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { Gebruiker } from '#db/entities/gebruiker.ts';
import { Afmelding, Werktijd } from '#db/entities/voorkeuren.ts';
import { isActief } from '#db/queries/actief.ts';
import { type Agendasleutel, leesAgendasleutel } from '#db/queries/agenda.ts';
import { rows, sql } from '#db/sql.ts';
import { AGENDASLEUTELS_PER_PERSOON } from '#domain/beleid/grenzen.ts';
import type { Werkweek } from '#domain/post/werktijden.ts';
import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';
import { hashOfSecret, newSecret } from '#platform/secret.ts';

import { herplan } from '../post/herplannen.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'voorkeuren' } as const;

/** The only writer of what people choose for themselves. */
export interface Voorkeuren {
  /** From now on somebody works in `week`, and the post that waits keeps to it: both, or neither. */
  readonly zetWerktijden: (gebruiker: string, week: Werkweek) => Promise<void>;
  /** Puts `soorten` in the place of what was unsubscribed from before. */
  readonly zetAfmeldingen: (gebruiker: string, soorten: readonly Berichtsoort[]) => Promise<void>;
  /** Unsubscribes from `soorten` as well. Nothing happens for somebody who has no account. */
  readonly meldAf: (gebruiker: string, soorten: readonly Berichtsoort[]) => Promise<void>;
  /** Undoes `meldAf`: `soorten` are sent again. */
  readonly meldWeerAan: (gebruiker: string, soorten: readonly Berichtsoort[]) => Promise<void>;
  /**
   * Makes a key and returns its token, which is nowhere else. Asked again for the same id it makes a new token in the place of the
   * old one, of which the answer may have been lost. null when somebody has AGENDASLEUTELS_PER_PERSOON others.
   */
  readonly maakAgendasleutel: (id: string, gebruiker: string) => Promise<(Agendasleutel & { token: string }) | null>;
  /** False when there is no such key. */
  readonly trekAgendasleutelIn: (id: string, gebruiker: string) => Promise<boolean>;
  /** Whose agenda this token opens, which is noted with the key; null when no active person has it. */
  readonly openAgenda: (token: string) => Promise<string | null>;
}

export function createVoorkeuren(database: Database): Voorkeuren {
  return {
    zetWerktijden: (gebruiker, week) =>
      database.withEntities(ALS, async (em, db) => {
        const dagen = Object.entries(week).map(([weekdag, uren]) => ({ gebruiker, weekdag: Number(weekdag), ...uren }));
        await em.nativeDelete(Werktijd, { gebruiker, weekdag: { $nin: dagen.map(({ weekdag }) => weekdag) } });
        await em.upsertMany(Werktijd, dagen);
        await herplan(db, gebruiker, week);
      }),
    zetAfmeldingen: (gebruiker, soorten) =>
      database.withEntities(ALS, async (em) => {
        await em.nativeDelete(Afmelding, { gebruiker, soort: { $nin: [...soorten] } });
        await em.upsertMany(Afmelding, afmeldingen(gebruiker, soorten), { onConflictAction: 'ignore' });
      }),
    meldAf: (gebruiker, soorten) =>
      database.withEntities(ALS, async (em) => {
        if ((await em.count(Gebruiker, { id: gebruiker })) === 0) return;
        await em.upsertMany(Afmelding, afmeldingen(gebruiker, soorten), { onConflictAction: 'ignore' });
      }),
    meldWeerAan: (gebruiker, soorten) =>
      database.withEntities(ALS, async (em) => {
        await em.nativeDelete(Afmelding, { gebruiker, soort: { $in: [...soorten] } });
      }),
    // A hash goes as a parameter, never in the text of a statement.
    maakAgendasleutel: (id, gebruiker) =>
      database.inTransaction(ALS, async (db) => {
        const token = newSecret();
        // One at a time, so that two at once do not both find room for the last.
        await rows(db, sql`select pg_advisory_xact_lock(hashtextextended(${`agendasleutel ${gebruiker}`}, 0))`);
        await rows(
          db,
          sql`insert into agendasleutel (id, gebruiker, hash, gemaakt_op)
              select ${id}, ${gebruiker}, ${hashOfSecret(token)}, clock_timestamp()
               where (select count(*) from agendasleutel where gebruiker = ${gebruiker} and id <> ${id}::uuid)
                     < ${AGENDASLEUTELS_PER_PERSOON}
              on conflict (id) do update set hash = excluded.hash`,
        );
        const sleutel = await leesAgendasleutel(db, id);
        return sleutel === null ? null : { ...sleutel, token };
      }),
    trekAgendasleutelIn: (id, gebruiker) =>
      database.inTransaction(ALS, async (db) => {
        const weg = await rows(
          db,
          sql`delete from agendasleutel where id = ${id}::uuid and gebruiker = ${gebruiker} returning 1`,
        );
        return weg.length > 0;
      }),
    openAgenda: (token) =>
      database.inTransaction(ALS, async (db) => {
        const [sleutel] = await rows(
          db,
          sql`update agendasleutel a set laatst_gebruikt_op = clock_timestamp()
                from gebruiker g
               where a.hash = ${hashOfSecret(token)} and g.id = a.gebruiker and ${isActief(sql`g`)} returning a.gebruiker`,
          { gebruiker: text },
        );
        return sleutel?.gebruiker ?? null;
      }),
  };
}

function afmeldingen(gebruiker: string, soorten: readonly Berichtsoort[]) {
  return soorten.map((soort) => ({ gebruiker, soort }));
}
