import { date, number, orNull } from '#db/columns.ts';
import { datumIn } from '#db/queries/klok.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { schrijfOpgeruimd } from '../schrijven/logregels.ts';
import { bewaardeZegels, laatsteOpruiming } from './bewaard.ts';
import { type Controleonderdelen, controleer } from './controleren.ts';
import { wachtOpBeurt } from './verzegelen.ts';

/** For whom its queries run: who looks, and who takes away. */
const ALS = { rol: 'dienst', dienst: 'verzegelen' } as const;
const ALS_WISSER = { rol: 'dienst', dienst: 'wissen' } as const;

/** How many days of lines go in one transaction, which those who seal wait for. */
const DAGEN = 7;

/**
 * Takes away the oldest lines, of whole days of seals that have had their term, with a line in the log that says so. Their seals stay, inside
 * and outside the database, and so does the chain. Returns how many lines went. Throws when they do not fit their seals, or when those
 * stand nowhere outside: then they are what shows what happened, and stay.
 */
export async function ruimLogboekOp(onderdelen: Controleonderdelen): Promise<number> {
  const { database } = onderdelen;
  const db = database.voor(ALS);
  const dagen = await verlopenDagen(db);
  if (dagen === null) return 0;
  const { bevindingen } = await controleer(onderdelen, dagen.vanaf, dagen.totEnMet);
  if (bevindingen.length > 0)
    throw new Error(
      `The oldest lines of the log stay: ${bevindingen.length} things are wrong with them (audit:verify)`,
    );
  const laatste = (await bewaardeZegels(db, dagen.totEnMet, dagen.totEnMet)).at(-1);
  if (laatste === undefined) return 0;
  return database.inTransaction(ALS_WISSER, async (tx) => {
    await wachtOpBeurt(tx);
    const aantal = await neemWeg(tx, laatste.tot);
    if (aantal > 0) await schrijfOpgeruimd(tx, 'logboek', `zegel:${laatste.nummer} aantal:${aantal}`);
    return aantal;
  });
}

/** The days of the first seals whose lines are not told to be gone, as far as their term is over; null when that is none. */
async function verlopenDagen(db: Db): Promise<{ vanaf: Datum; totEnMet: Datum } | null> {
  const [oudste] = await rows(
    db,
    sql`select z.dag::text as dag, (${datumIn(sql`clock_timestamp()`)} - t.maanden * interval '1 month')::date::text as grens
          from logzegel z, bewaartermijn t
         where t.soort = 'logboek' and z.tot >= (select min(nr) from logregel) order by z.tot limit 1`,
    { dag: date, grens: date },
  );
  // Asked for only now: as long as nothing went, no line says so, and all are looked through.
  if (oudste === undefined || oudste.dag >= oudste.grens) return null;
  const eerder = (await laatsteOpruiming(db, 0))?.zegel ?? 0;
  const [gevonden] = await rows(
    db,
    sql`select min(dag)::text as vanaf, max(dag)::text as "totEnMet" from logzegel
         where nummer > ${eerder} and dag < least(${oudste.grens}::date, ${oudste.dag}::date + ${DAGEN}::int)`,
    { vanaf: orNull(date), totEnMet: orNull(date) },
  );
  const { vanaf = null, totEnMet = null } = gevonden ?? {};
  return vanaf === null || totEnMet === null ? null : { vanaf, totEnMet };
}

async function neemWeg(db: Db, tot: number): Promise<number> {
  await rows(db, sql`delete from loginhoud where regel <= ${tot}`);
  const [weg] = await rows(
    db,
    sql`with weg as (delete from logregel where nr <= ${tot} returning 1) select count(*)::int as aantal from weg`,
    { aantal: number },
  );
  return weg?.aantal ?? 0;
}
