import { boolean, instant, json, number, object, oneOf, orNull, type Row, text } from '#db/columns.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { STROOMSOORTEN, type Stroomsoort } from '#domain/stroom/soorten.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { type Kenmerk, type Staatvan, STROOMREGELS, type Volgende } from './soorten.ts';

/** Where a stream stands and what comes next, at `nu` on its own clock. */
export interface Stand extends Kenmerk {
  nu: Tijdstip;
  nummer: string;
  volgende: Volgende | null;
  inhoudsversie: number;
  volgnummer: number;
}

const STROOM_RIJ = {
  id: text,
  soort: oneOf(STROOMSOORTEN),
  nummer: text,
  staat: json<Staatvan<Stroomsoort>>(),
  laatsteOp: instant,
  volgende: orNull(object({ sleutel: text, op: instant })),
  klokverschilMs: number,
  geparkeerd: boolean,
};

/** The row of a stream, locked until the end of the transaction. */
export type Stroom<K extends Stroomsoort = Stroomsoort> = Omit<Row<typeof STROOM_RIJ>, 'soort' | 'staat'> & {
  soort: K;
  staat: Staatvan<K>;
};

export function isSignaalstroom(stroom: Stroom): stroom is Stroom<'signaal'> {
  return stroom.soort === 'signaal';
}

const STROOM = sql`
  select id, soort, nummer, staat, tijdstip(laatste_op) as "laatsteOp", klokverschil_ms::float8 as "klokverschilMs",
         geparkeerd_op is not null as geparkeerd,
         case when volgende_op is not null
           then jsonb_build_object('sleutel', volgende_sleutel, 'op', tijdstip(volgende_op)) end as volgende
    from stroom`;

/** Reads one stream as it was last written, without waiting for whoever has it locked; undefined when there is none. */
export async function leesStroom(db: Db, id: string): Promise<Stroom | undefined> {
  const [stroom] = await rows(db, sql`${STROOM} where id = ${id}`, STROOM_RIJ);
  return stroom;
}

/** Locks one stream; undefined when there is none. */
export async function vergrendel(db: Db, id: string): Promise<Stroom | undefined> {
  const [stroom] = await rows(db, sql`${STROOM} where id = ${id} for update`, STROOM_RIJ);
  return stroom;
}

/** Locks these streams in order of id, so that nobody waits for somebody who waits in turn. */
export async function vergrendelAlle(db: Db, ids: ReadonlySet<string>): Promise<Map<string, Stroom>> {
  const stromen = new Map<string, Stroom>();
  for (const id of [...ids].toSorted()) {
    const stroom = await vergrendel(db, id);
    if (stroom !== undefined) stromen.set(id, stroom);
  }
  return stromen;
}

/** Writes a stream as it is now and returns its nummer; a new one, that began at `begonnen`, gets the next, with that year (Amsterdam). */
export async function schrijfStroom<K extends Stroomsoort>(
  db: Db,
  nieuw: Omit<Stroom<K>, 'nummer' | 'geparkeerd' | 'laatsteOp'>,
  { begonnen, wek }: { begonnen: Tijdstip | null; wek: boolean },
): Promise<string> {
  const { id, soort, staat, volgende, klokverschilMs } = nieuw;
  const { teller, letter } = STROOMREGELS[soort].nummer;
  const [stroom] = await rows(
    db,
    begonnen !== null
      ? sql`with teller as materialized (select nextval(${teller})::text as n)
            insert into stroom (id, soort, nummer, staat, volgnummer, inhoudsversie, laatste_op, volgende_op, volgende_sleutel,
                                klokverschil_ms, wek_nodig, wek_versie, wek_sinds)
            select ${id}, ${soort}, ${`${letter}-${datumVan(begonnen).slice(0, 4)}-`} || lpad(n, greatest(4, length(n)), '0'), ${jsonb(staat)}, ${staat.volgnummer},
                   ${staat.inhoudsversie}, ${staat.laatsteOp}, ${volgende?.op}, ${volgende?.sleutel}, ${klokverschilMs},
                   ${wek}, ${wek ? 1 : 0}, case when ${wek} then clock_timestamp() end
              from teller
            returning nummer`
      : sql`update stroom
               set staat = ${jsonb(staat)}, volgnummer = ${staat.volgnummer}, inhoudsversie = ${staat.inhoudsversie},
                   laatste_op = ${staat.laatsteOp}, volgende_op = ${volgende?.op}, volgende_sleutel = ${volgende?.sleutel},
                   klokverschil_ms = ${klokverschilMs}, wek_nodig = wek_nodig or ${wek}, wek_versie = wek_versie + ${wek ? 1 : 0},
                   wek_sinds = case when ${wek} then coalesce(wek_sinds, clock_timestamp()) else wek_sinds end
             where id = ${id}
            returning nummer`,
    { nummer: text },
  );
  if (stroom === undefined) throw new Error(`The stream ${id} was not written`);
  return stroom.nummer;
}

/** Moves the clock of a stream on. The database itself refuses where travelling is not allowed. */
export async function verzetKlok(db: Db, id: string, klokverschilMs: number): Promise<void> {
  await rows(
    db,
    sql`with stroom as (update stroom set klokverschil_ms = ${klokverschilMs} where id = ${id} returning id)
        update signaal r set klokverschil_ms = ${klokverschilMs} from stroom where r.id = stroom.id`,
  );
}

/** A parked stream waits for nothing: its workflow ends, and starts again when it is released. */
export function standVan<K extends Stroomsoort>(
  { soort, nummer, staat, volgende, geparkeerd }: Omit<Stroom<K>, 'klokverschilMs' | 'laatsteOp'>,
  nu: Tijdstip,
): Stand {
  const { inhoudsversie, volgnummer } = staat;
  const kenmerk = STROOMREGELS[soort].kenmerk(staat);
  return { nu, ...kenmerk, nummer, volgende: geparkeerd ? null : volgende, inhoudsversie, volgnummer };
}

/** The workflow must know of a new next milestone and of what is seen of the stream, unless there is and was nothing to wait for. */
export function moetWekken<K extends Stroomsoort>(
  soort: K,
  voor: Stroom<K> | undefined,
  staat: Staatvan<K>,
  volgende: Volgende | null,
): boolean {
  const eerder = voor?.volgende ?? null;
  if (eerder === null && volgende === null) return false;
  const isAnders = eerder?.sleutel !== volgende?.sleutel || eerder?.op !== volgende?.op;
  if (isAnders || voor === undefined) return true;
  const { kenmerk } = STROOMREGELS[soort];
  const [was, is] = [kenmerk(voor.staat), kenmerk(staat)];
  return was.niveau !== is.niveau || was.status !== is.status || was.versturen !== is.versturen;
}

export function volgendeVan<K extends Stroomsoort>(soort: K, staat: Staatvan<K>): Volgende | null {
  const mijlpaal = STROOMREGELS[soort].volgende(staat);
  return mijlpaal === null ? null : { sleutel: mijlpaal.sleutel, op: mijlpaal.op };
}
