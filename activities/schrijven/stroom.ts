import { boolean, instant, json, number, object, orNull, type Row, text } from '#db/columns.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Niveau, Status } from '#domain/beleid/codelijsten.ts';
import { volgendeMijlpaal } from '#domain/signaal/mijlpalen.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

/** A milestone as the outside knows it. */
export interface Volgende {
  sleutel: string;
  op: Tijdstip;
}

/** Where a signaal stands and what comes next, at `nu` on its own clock. */
export interface Stand {
  nu: Tijdstip;
  niveau: Niveau;
  status: Status;
  nummer: string;
  volgende: Volgende | null;
  inhoudsversie: number;
  volgnummer: number;
}

const STROOM_RIJ = {
  id: text,
  nummer: text,
  staat: json<Staat>(),
  laatsteOp: instant,
  volgende: orNull(object({ sleutel: text, op: instant })),
  klokverschilMs: number,
  geparkeerd: boolean,
};

/** The row of a stream, locked until the end of the transaction. */
export type Stroom = Row<typeof STROOM_RIJ>;

const STROOM = sql`
  select id, nummer, staat, tijdstip(laatste_op) as "laatsteOp", klokverschil_ms::float8 as "klokverschilMs",
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

/** Writes a stream as it is now and returns its nummer; a new one gets the next, with the year (Amsterdam) in which it was filed. */
export async function schrijfStroom(
  db: Db,
  nieuw: Omit<Stroom, 'nummer' | 'geparkeerd' | 'laatsteOp'>,
  { isNieuw, wek }: { isNieuw: boolean; wek: boolean },
): Promise<string> {
  const { id, staat, volgende, klokverschilMs } = nieuw;
  const jaar = datumVan(staat.laatsteOp).slice(0, 4);
  const [stroom] = await rows(
    db,
    isNieuw
      ? sql`with teller as materialized (select nextval('signaalnummer')::text as n)
            insert into stroom (id, soort, nummer, staat, volgnummer, inhoudsversie, laatste_op, volgende_op, volgende_sleutel,
                                klokverschil_ms, wek_nodig, wek_versie, wek_sinds)
            select ${id}, 'signaal', ${`S-${jaar}-`} || lpad(n, greatest(4, length(n)), '0'), ${jsonb(staat)}, ${staat.volgnummer},
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
  await rows(db, sql`update stroom set klokverschil_ms = ${klokverschilMs} where id = ${id}`);
}

/** A parked stream waits for nothing: its workflow ends, and starts again when it is released. */
export function standVan(stroom: Omit<Stroom, 'klokverschilMs' | 'laatsteOp'>, nu: Tijdstip): Stand {
  const { nummer, staat, volgende, geparkeerd } = stroom;
  const { niveau, status, inhoudsversie, volgnummer } = staat;
  return { nu, niveau, status, nummer, volgende: geparkeerd ? null : volgende, inhoudsversie, volgnummer };
}

/** The workflow must know of a new next milestone, niveau or status, unless there is and was nothing to wait for. */
export function moetWekken(voor: Stroom | undefined, { niveau, status }: Staat, volgende: Volgende | null): boolean {
  const eerder = voor?.volgende ?? null;
  if (eerder === null && volgende === null) return false;
  const isAnders = eerder?.sleutel !== volgende?.sleutel || eerder?.op !== volgende?.op;
  return isAnders || niveau !== voor?.staat.niveau || status !== voor.staat.status;
}

export function volgendeVan(staat: Staat): Volgende | null {
  const mijlpaal = volgendeMijlpaal(staat);
  return mijlpaal === null ? null : { sleutel: mijlpaal.sleutel, op: mijlpaal.op };
}
