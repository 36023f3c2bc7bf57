import { randomUUID } from 'node:crypto';

import { boolean, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { IS_BEZIG, leesNaspeling, type Naspeling, OUD } from '#db/queries/naspelingen.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Naspeelvraag, Simulatieverslag } from '#domain/simulatie/verslag.ts';

import { type Rekengrens, simuleer } from './simuleren.ts';
import type { Simulatiethreads } from './threads.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'beleid' } as const;

/** One simulation at a time for a person: the next would only make both slower. */
export class AlAanHetSimuleren extends Error {
  override readonly name = 'AlAanHetSimuleren';
  /** The one that runs. */
  readonly naspeling: string;

  constructor(naspeling: string) {
    super('Er loopt al een simulatie van deze persoon.');
    this.naspeling = naspeling;
  }
}

/** Whoever asked for it wants it no more. */
export class Gestopt extends Error {
  override readonly name = 'Gestopt';
}

/** Simulations that run on after the request that asked for them; how far they are is in PostgreSQL, for whichever process is asked. */
export interface Naspelingen {
  /**
   * Begins one. The same question again, while it runs, is the one that runs. Throws AlAanHetSimuleren while another of the same person
   * runs. `klaar` resolves with what it showed, or with null when it was stopped or the process left; null for one that ran already.
   */
  begin: (vraag: Naspeelvraag, door: string) => Promise<{ id: string; klaar: Promise<Simulatieverslag | null> | null }>;
  /** How far it is, for who asked for it; null for anybody else, and when it is gone. */
  lees: (id: string, door: string) => Promise<Naspeling | null>;
  /** Ends it and forgets it; false when there is none. */
  stop: (id: string, door: string) => Promise<boolean>;
  sluit: () => Promise<void>;
}

interface Omgeving {
  threads: Simulatiethreads;
  grens: Rekengrens;
  /** Is told what went wrong while nobody waited. */
  meld: (fout: unknown) => void;
}

/** How long at most somebody sees an old number. */
const TUSSEN_MS = 250;
/** Who plays gives a sign of life so often, also while nothing goes on: a thread that loads its code, on a busy machine. */
const TEKEN_MS = 5_000;

export function createNaspelingen(database: Database, { threads, grens, meld }: Omgeving): Naspelingen {
  const db = database.voor(ALS);
  const lopend = new Map<string, { controller: AbortController; klaar: Promise<Simulatieverslag | null> }>();
  const houBij = async (id: string, gespeeld: number | null, gevonden: number | null): Promise<void> => {
    const isGewenst = await vertel(db, id, gespeeld, gevonden);
    if (!isGewenst) lopend.get(id)?.controller.abort(new Gestopt('Gestopt'));
  };

  async function speel(id: string, vraag: Naspeelvraag, door: string, signaal: AbortSignal): Promise<Simulatieverslag> {
    let vorige = -TUSSEN_MS;
    const stand = (gespeeld: number, gevonden: number): void => {
      if (performance.now() - vorige < TUSSEN_MS) return;
      vorige = performance.now();
      // A number that is not told is told with the next; that PostgreSQL is away the threads find out.
      houBij(id, gespeeld, gevonden).catch(() => undefined);
    };
    const teken = setInterval(() => void houBij(id, null, null).catch(() => undefined), TEKEN_MS);
    const verslag = await simuleer(db, threads, { ...vraag, door, grens }, { stand, signaal }).finally(() =>
      clearInterval(teken),
    );
    await rows(
      db,
      sql`update naspeling set verslag = ${jsonb(verslag)}, gespeeld = ${verslag.uitslag.signalen}::int, gevonden = ${verslag.gevonden}::int,
                 gezien_op = clock_timestamp() where id = ${id}::uuid`,
    );
    return verslag;
  }

  function start(id: string, vraag: Naspeelvraag, door: string): Promise<Simulatieverslag | null> {
    const controller = new AbortController();
    const klaar = speel(id, vraag, door, controller.signal)
      .catch(async (fout: unknown) => {
        await rows(db, sql`update naspeling set mislukt = true where id = ${id}::uuid`).catch(() => undefined);
        if (fout instanceof Gestopt) return null;
        throw fout;
      })
      .finally(() => lopend.delete(id));
    lopend.set(id, { controller, klaar });
    klaar.catch(meld);
    return klaar;
  }

  return {
    begin: async (vraag, door) => {
      const { id, isNieuw, isZelfde } = await neemPlaats(database, vraag, door);
      if (isNieuw) return { id, klaar: start(id, vraag, door) };
      if (!isZelfde) throw new AlAanHetSimuleren(id);
      return { id, klaar: lopend.get(id)?.klaar ?? null };
    },
    lees: (id, door) => leesNaspeling(db, id, door),
    stop: async (id, door) => {
      const weg = await rows(db, sql`delete from naspeling where id = ${id}::uuid and door = ${door} returning id`);
      lopend.get(id)?.controller.abort(new Gestopt('Gestopt'));
      return weg.length > 0;
    },
    sluit: async () => {
      const nog = [...lopend.values()];
      for (const { controller } of nog) controller.abort(new Gestopt('The process leaves'));
      await Promise.allSettled(nog.map(({ klaar }) => klaar));
      await threads.sluit();
    },
  };
}

/** Tells how far it is, or with null only that it lives; false when it is gone, so that nobody wants it any more. */
async function vertel(db: Db, id: string, gespeeld: number | null, gevonden: number | null): Promise<boolean> {
  const nog = await rows(
    db,
    sql`update naspeling set gespeeld = coalesce(${gespeeld}::int, gespeeld), gevonden = coalesce(${gevonden}::int, gevonden),
               gezien_op = clock_timestamp() where id = ${id}::uuid returning id`,
  );
  return nog.length > 0;
}

/** The place of this person, which is free when nothing of theirs runs. What nobody can look at any more goes. */
async function neemPlaats(
  database: Database,
  vraag: Naspeelvraag,
  door: string,
): Promise<{ id: string; isNieuw: boolean; isZelfde: boolean }> {
  return database.inTransaction(ALS, async (db) => {
    await rows(db, sql`delete from naspeling n where ${OUD} or (n.door = ${door} and not ${IS_BEZIG})`);
    const id = randomUUID();
    await rows(
      db,
      sql`insert into naspeling (id, door, gevraagd, begonnen_op, gezien_op, gespeeld, mislukt)
          values (${id}, ${door}, ${jsonb(vraag)}, clock_timestamp(), clock_timestamp(), 0, false)
          on conflict (door) do nothing`,
    );
    const [plaats] = await rows(
      db,
      sql`select id, id = ${id}::uuid as "isNieuw", gevraagd = ${jsonb(vraag)} as "isZelfde" from naspeling where door = ${door}`,
      { id: text, isNieuw: boolean, isZelfde: boolean },
    );
    if (plaats === undefined) throw new Error('A simulation was begun and cannot be found');
    return plaats;
  });
}
