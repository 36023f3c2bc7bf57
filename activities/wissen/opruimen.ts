import type { Database } from '#db/database.ts';
import { type Db, rows, type Sql, sql } from '#db/sql.ts';
import { OPRUIMSOORTEN, type Opruimsoort } from '#domain/beleid/bewaartermijnen.ts';

import { schrijfOpgeruimd } from '../schrijven/logregels.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'wissen' } as const;

/**
 * Takes away what is kept for as long as it may, where nobody need decide about it (domain/beleid/bewaartermijnen.ts), on the clock of the
 * world. Each kind is one transaction with its line in the log. Again it takes nothing twice. Returns how much of each kind went.
 */
export async function ruimVerlopenOp(database: Database): Promise<Record<Opruimsoort, number>> {
  const geteld: Record<string, number> = {};
  for (const soort of OPRUIMSOORTEN)
    geteld[soort] = await database.inTransaction(ALS, async (db) => {
      const aantal = await OPRUIMERS[soort](db, grensVan(soort));
      if (aantal > 0) await schrijfOpgeruimd(db, soort, `aantal:${aantal}`);
      return aantal;
    });
  return geteld as Record<Opruimsoort, number>;
}

/** What is from before this has had its term. */
function grensVan(soort: Opruimsoort): Sql {
  return sql`(select clock_timestamp() - t.maanden * interval '1 month' from bewaartermijn t where t.soort = ${soort})`;
}

type Opruimer = (db: Db, grens: Sql) => Promise<number>;

/** As what an account is called whose name is gone. */
export const NAAMLOOS = 'Oud-medewerker';

const OPRUIMERS: Readonly<Record<Opruimsoort, Opruimer>> = {
  contactgegevens: (db, grens) =>
    tel(
      db,
      sql`update gebruiker set email = '', telefoon = ''
           where actief_tot < (${grens})::date and (email <> '' or telefoon <> '') returning 1`,
    ),
  accountnaam: (db, grens) =>
    tel(
      db,
      sql`update gebruiker set naam = ${NAAMLOOS}
           where actief_tot < (${grens})::date and naam <> ${NAAMLOOS} returning 1`,
    ),
  wijzigingen: async (db, grens) => {
    const beschreven = sql`op < ${grens} and (reden is not null or voor is not null or na is not null)`;
    return (
      (await tel(
        db,
        sql`delete from loginhoud i using logregel l where l.nr = i.regel and l.op < ${grens} returning 1`,
      )) +
      (await tel(
        db,
        sql`update gebruikerwijziging set reden = null, voor = null, na = null where ${beschreven} returning 1`,
      )) +
      (await tel(
        db,
        sql`update loketwijziging set reden = null, voor = null, na = null where ${beschreven} returning 1`,
      ))
    );
  },
  voorstelreden: (db, grens) =>
    tel(db, sql`update patroonvoorstel set reden = null where besluit_op < ${grens} and reden is not null returning 1`),
  lessen: async (db, grens) => {
    const verlopen = sql`(l.status = 'geldig' and l.geldig_tot < (${grens})::date
      or l.status = any (array['vervangen', 'teruggestuurd', 'ingetrokken']) and coalesce(l.beoordeeld_op, l.geschreven_op) < ${grens})`;
    const weg = await tel(db, sql`delete from les l where ${verlopen} returning 1`);
    await rows(db, sql`delete from lesgebruik g where not exists (select from les l where l.id = g.les)`);
    return weg;
  },
  patroonteksten: (db, grens) =>
    tel(
      db,
      sql`delete from tekst t using patroon p
           where p.id = t.stroom and p.fase = any (array['opgelost', 'niet_oplosbaar']) and p.laatste_op < ${grens} returning 1`,
    ),
  conceptrapporten: (db, grens) =>
    tel(db, sql`delete from rapport where status <> 'definitief' and gemaakt_op < ${grens} returning 1`),
  rapportteksten: async (db, grens) => {
    const leeg = await tel(
      db,
      sql`update rapport set teksten = null
           where status = 'definitief' and vrijgegeven_op < ${grens} and teksten is not null returning 1`,
    );
    // A story is frozen for as long as its report has words.
    await rows(
      db,
      sql`delete from vignet v using rapport r where r.id = v.rapport and r.status = 'definitief' and r.teksten is null`,
    );
    return leeg;
  },
};

async function tel(db: Db, query: Sql): Promise<number> {
  return (await rows(db, query)).length;
}
