import { randomUUID } from 'node:crypto';

import type { Outcome, Stand, Uitvoeren } from '#activities/schrijven/uitvoeren.ts';
import { createWriterContext, type WriterContext } from '#activities/writer-context.ts';
import { type Row, type Shape, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { rows, type Sql, sql } from '#db/sql.ts';
import type { Opdracht, Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { alsTijdstip, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { alsEigenaar, migrateAgain, testDatabase } from './database.ts';
import { dropTestDatabase } from './postgres.ts';
import { indiening } from './zaak.ts';

/** The writer on a database of its own, without Temporal and without a worker. */
export class Schrijfkamer {
  readonly url: string;
  /** The owner's. */
  readonly orm: WriterContext['orm'];
  readonly database: Database;
  readonly uitvoeren: Uitvoeren;
  readonly #context: WriterContext;

  private constructor(url: string, orm: WriterContext['orm'], context: WriterContext) {
    this.url = url;
    this.orm = orm;
    this.database = context.database;
    this.uitvoeren = context.uitvoeren;
    this.#context = context;
  }

  static async open(): Promise<Schrijfkamer> {
    const url = await testDatabase();
    return new Schrijfkamer(
      url,
      await alsEigenaar(url),
      await createWriterContext({ databaseUrl: url, timeTravel: true }),
    );
  }

  /** The same database as production has it: no stream may have a clock of its own. */
  static async openZonderReizen(): Promise<Schrijfkamer> {
    const kamer = await Schrijfkamer.open();
    await migrateAgain(kamer.url, { reizen: false, demo: true });
    return kamer;
  }

  /** Files as metgezel.noord and returns the id of the stream. */
  async dienIn(afwijking: Parameters<typeof indiening>[0] = {}): Promise<string> {
    const id = randomUUID();
    const antwoord = await this.doe(
      id,
      'metgezel.noord',
      indiening({ regio: 'NOORD', organisatie: null, ...afwijking }),
    );
    if (antwoord.soort !== 'gedaan') throw new Error(JSON.stringify(antwoord));
    return id;
  }

  doe(stroom: string, door: string, inhoud: Opdrachtinhoud, id: string = randomUUID()): Promise<Outcome> {
    return this.uitvoeren.voerUit(stroom, opdracht(door, inhoud, id));
  }

  /** Moves the clock of the stream on to its next milestone, and carries it out as its workflow does. */
  async volgendeMijlpaal(stroom: string): Promise<string> {
    const { volgende } = await this.stand(stroom);
    if (volgende === null) throw new Error('Nothing is next');
    await this.uitvoeren.mijlpaal(stroom, volgende.sleutel, volgende.op);
    return volgende.sleutel;
  }

  stand(stroom: string): Promise<Stand> {
    return this.uitvoeren.leesStand(stroom, VROEGER);
  }

  /** Moves the clock of the stream on to `op`, and lets nothing happen on the way. */
  async zetKlok(stroom: string, op: Tijdstip): Promise<void> {
    await this.uitvoeren.leesStand(stroom, op);
  }

  /** How often the worker was poked to wake this stream. */
  async wekjobs(stroom: string): Promise<number> {
    const jobs = await this.sql(
      sql`select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
           where t.identifier = 'wek' and j.payload ->> 'id' = ${stroom}`,
    );
    return jobs.length;
  }

  sql(query: Sql): Promise<Record<string, unknown>[]>;
  sql<S extends Shape>(query: Sql, shape: S): Promise<Row<S>[]>;
  sql(query: Sql, shape?: Shape): Promise<Record<string, unknown>[]> {
    const db = this.orm.em.getKysely();
    return shape === undefined ? rows(db, query) : rows(db, query, shape);
  }

  /** The record of a stream, as `volgnummer soort bron`. */
  async verslag(stroom: string): Promise<string[]> {
    const regels = await this.sql(
      sql`select volgnummer || ' ' || soort || coalesce(' ' || door, '') as regel
            from gebeurtenis where stroom = ${stroom} order by volgnummer`,
      { regel: text },
    );
    return regels.map(({ regel }) => regel);
  }

  /** `gebruiker soort`, or `address soort` for a party, of every bericht of a stream, in alphabetical order. */
  async berichten(stroom: string): Promise<string[]> {
    const regels = await this.sql(
      sql`select coalesce(gebruiker, adres) || ' ' || soort as regel from bericht where stroom = ${stroom} order by regel`,
      { regel: text },
    );
    return regels.map(({ regel }) => regel);
  }

  async sluit(): Promise<void> {
    await this.#context[Symbol.asyncDispose]();
    await this.orm.close(true);
    await dropTestDatabase(this.url);
  }
}

/** Long ago: no clock moves on to it. */
export const VROEGER: Tijdstip = '2020-01-01T00:00:00.000Z';

export function opdracht(door: string, inhoud: Opdrachtinhoud, id: string = randomUUID()): Opdracht {
  return { ...inhoud, id, door };
}

export function plusMs(op: Tijdstip, ms: number): Tijdstip {
  return alsTijdstip(msVan(op) + ms);
}
