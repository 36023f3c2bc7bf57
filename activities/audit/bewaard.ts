import { type Column, date, instant, number, orNull, type Row, text } from '#db/columns.ts';
import { type Db, rows, type Sql, sql } from '#db/sql.ts';
import type { GetekendZegel, Zegel } from '#domain/audit/keten.ts';
import type { Bewaard } from '#domain/audit/logregel.ts';
import type { Opruiming } from '#domain/audit/opruiming.ts';
import { alsTijdstip, type Datum } from '#domain/tijd/amsterdam.ts';

/** The line that tells that the oldest lines went; its `object` says up to and including which seal. Written out, as its index is about no other. */
const IS_OPRUIMING = sql`operatie = 'opruimen:logboek'`;

/** What of a line goes into the chain, and how PostgreSQL writes it. The order is for good: other seals would not fit. */
const VELDEN = {
  verrichting: sql`verrichting`,
  operatie: sql`operatie`,
  afloop: sql`afloop`,
  code: sql`code`,
  persoon: sql`persoon`,
  rollen: sql`rollen::text`,
  organisatie: sql`organisatie`,
  namens: sql`namens`,
  link: sql`link::text`,
  stroom: sql`stroom::text`,
  nummer: sql`nummer`,
  object: sql`object`,
  ingang: sql`ingang`,
  spoor: sql`spoor`,
  adres: sql`adres`,
  bijzonderheden: sql`bijzonderheden::text`,
  inhoud: sql`encode(inhoud, 'hex')`,
} as const satisfies Record<string, Sql>;
const NAMEN = Object.keys(VELDEN) as (keyof typeof VELDEN)[];
const KOLOMMEN = sql.join(NAMEN.map((naam) => sql`${VELDEN[naam]} as ${sql.ref(naam)}`));

const REGEL_RIJ = {
  nr: number,
  ms: number,
  ...(Object.fromEntries(NAMEN.map((naam) => [naam, orNull(text)])) as Record<
    keyof typeof VELDEN,
    Column<string | null>
  >),
};

const ZEGEL_RIJ = {
  nummer: number,
  dag: date,
  tot: number,
  aantal: number,
  hash: text,
  op: instant,
  sleutel: text,
  handtekening: text,
};

const ZEGEL = sql`nummer, dag::text as dag, tot::float8 as tot, aantal, encode(hash, 'hex') as hash, tijdstip(op) as op, sleutel,
               encode(handtekening, 'hex') as handtekening`;

const PER_KEER = 5_000;

/** The lines after those of `vorige`, or from the first on, up to and including `tot`, as the chain wants them: in order of `nr`. */
export async function* bewaardeRegels(db: Db, vorige: Pick<Zegel, 'tot'> | null, tot: number): AsyncGenerator<Bewaard> {
  // Also what somebody put below the first.
  let na = vorige?.tot ?? Number.MIN_SAFE_INTEGER;
  for (;;) {
    // By number and not by how many: PostgreSQL sorts all that it may choose from when it does not know yet how much that is.
    const einde = Math.min(na + PER_KEER, tot);
    const gevonden = await rows(
      db,
      sql`select l.nr::float8 as nr, (extract(epoch from l.op) * 1000)::float8 as ms, ${KOLOMMEN}
            from logregel l where l.nr > ${na} and l.nr <= ${einde} order by l.nr`,
      REGEL_RIJ,
    );
    yield* gevonden.map(alsBewaard);
    const [volgende] = await rows(
      db,
      sql`select min(l.nr)::float8 as nr from logregel l where l.nr > ${einde} and l.nr <= ${tot}`,
      { nr: orNull(number) },
    );
    if (volgende?.nr == null) return;
    na = volgende.nr - 1;
  }
}

function alsBewaard(rij: Row<typeof REGEL_RIJ>): Bewaard {
  return { nr: rij.nr, op: alsTijdstip(rij.ms), velden: NAMEN.map((naam) => rij[naam]) };
}

/** The seals of these days, in order. */
export function bewaardeZegels(db: Db, vanaf: Datum, totEnMet: Datum): Promise<GetekendZegel[]> {
  return rows(
    db,
    sql`select ${ZEGEL} from logzegel where dag between ${vanaf}::date and ${totEnMet}::date order by nummer`,
    ZEGEL_RIJ,
  );
}

/** The first day from this one on of which there is a seal, or the first of all; null when there is none. */
export async function eersteZegeldag(db: Db, vanaf: Datum | null): Promise<Datum | null> {
  const [eerste] = await rows(
    db,
    sql`select min(dag)::text as dag from logzegel where ${vanaf}::date is null or dag >= ${vanaf}::date`,
    { dag: orNull(date) },
  );
  return eerste?.dag ?? null;
}

/** The last seal that was set before this instant; null when there is none. */
export async function laatsteZegelVanVoor(db: Db, moment: Sql): Promise<GetekendZegel | null> {
  const [zegel] = await rows(
    db,
    sql`select ${ZEGEL} from logzegel where op < ${moment} order by nummer desc limit 1`,
    ZEGEL_RIJ,
  );
  return zegel ?? null;
}

/** The seal with this number, when it is there, and the one after it. */
export function zegelMetVolgende(db: Db, nummer: number): Promise<GetekendZegel[]> {
  return rows(db, sql`select ${ZEGEL} from logzegel where nummer >= ${nummer} order by nummer limit 2`, ZEGEL_RIJ);
}

/** What the last line after `na` says that tells that the oldest lines went; null when none does. */
export async function laatsteOpruiming(db: Db, na: number): Promise<Opruiming | null> {
  const [opruiming] = await rows(
    db,
    sql`select coalesce(substring(object from '^zegel:(\\d{1,9})\\y')::int, 0) as zegel, tijdstip(op) as op
          from logregel where nr > ${na} and ${IS_OPRUIMING} order by nr desc limit 1`,
    { zegel: number, op: instant },
  );
  return opruiming ?? null;
}

/** The last seal before this day, or the last of all; null when there is none. */
export async function zegelVoor(db: Db, dag: string | null = null): Promise<GetekendZegel | null> {
  const [zegel] = await rows(
    db,
    sql`select ${ZEGEL}
          from logzegel where ${dag}::date is null or dag < ${dag}::date order by nummer desc limit 1`,
    ZEGEL_RIJ,
  );
  return zegel ?? null;
}
