import { instant, number } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { rows, type Sql, sql } from '#db/sql.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'gelezen' } as const;

/** Who comes back within this time has not been away: what was new then is still new, on the pages between as well. In minutes. */
const BEZOEK_MINUTEN = 30;

/** How far somebody had read before this visit, and when that was (on the clock of the world). */
export interface Leesmoment {
  volgnummer: number;
  op: Tijdstip;
}

/** The only writer of how far people have read. */
export interface Gelezen {
  /** This person has the record before them up to this volgnummer. Returns how far that was before; the same at a first visit. */
  readonly noteer: (gebruiker: string, stroom: string, volgnummer: number) => Promise<Leesmoment>;
  /** This person begins the day. Returns when they did so before this visit; now at the first one. */
  readonly noteerVandaag: (gebruiker: string) => Promise<Tijdstip>;
}

export function createGelezen(database: Database): Gelezen {
  return {
    noteer: async (gebruiker, stroom, volgnummer) => {
      const [moment] = await rows(
        database.voor(ALS),
        sql`insert into gelezen as g (gebruiker, stroom, volgnummer, op, eerder, eerder_op)
            values (${gebruiker}, ${stroom}, ${volgnummer}, clock_timestamp(), ${volgnummer}, clock_timestamp())
            on conflict (gebruiker, stroom) do update
              set volgnummer = greatest(g.volgnummer, excluded.volgnummer), op = excluded.op,
                  eerder = case when ${isNieuwBezoek(sql`g.op`)} then g.volgnummer else g.eerder end,
                  eerder_op = case when ${isNieuwBezoek(sql`g.op`)} then g.op else g.eerder_op end
            returning eerder as volgnummer, tijdstip(eerder_op) as op`,
        { volgnummer: number, op: instant },
      );
      if (moment === undefined) throw new Error('Nothing was written of who reads');
      return moment;
    },
    noteerVandaag: async (gebruiker) => {
      const [moment] = await rows(
        database.voor(ALS),
        sql`insert into vandaagbezoek as b (gebruiker, op, eerder_op)
            values (${gebruiker}, clock_timestamp(), clock_timestamp())
            on conflict (gebruiker) do update
              set op = excluded.op, eerder_op = case when ${isNieuwBezoek(sql`b.op`)} then b.op else b.eerder_op end
            returning tijdstip(eerder_op) as op`,
        { op: instant },
      );
      if (moment === undefined) throw new Error('Nothing was written of who begins the day');
      return moment.op;
    },
  };
}

function isNieuwBezoek(vorige: Sql): Sql {
  return sql`${vorige} < clock_timestamp() - ${BEZOEK_MINUTEN} * interval '1 minute'`;
}

/** Forgets how far somebody had read whose account has ended. */
export async function ruimGelezenOp(database: Database): Promise<void> {
  const weg = sql`gebruiker in (select g.id from gebruiker g where not ${isActief(sql`g`)})`;
  await rows(database.voor(ALS), sql`delete from gelezen where ${weg}`);
  await rows(database.voor(ALS), sql`delete from vandaagbezoek where ${weg}`);
}
