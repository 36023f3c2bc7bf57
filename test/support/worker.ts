import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { MikroORM } from '@mikro-orm/postgresql';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';

import { type Activiteiten, createActiviteiten } from '#activities/activiteiten.ts';
import { createWorkerContext, type WorkerContext } from '#activities/context.ts';
import type { Uitvoeren } from '#activities/schrijven/uitvoeren.ts';
import type { Wekken } from '#activities/waakhond/wekken.ts';
import { bundleWorkflows, type WorkflowBundle } from '#activities/workflow-bundle.ts';
import { boolean, instant, json, number, orNull, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';
import type { Patrooninhoud } from '#domain/patroon/opdracht.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { loadServiceConfig, type ServiceConfig } from '#platform/config.ts';
import { keepRunning } from '#platform/keep-running.ts';
import { createLogger } from '#platform/logger.ts';
import { fastForward } from '#platform/time-skipping.ts';
import { workflowIdVan } from '#workflows/messages.ts';

import { alsEigenaar, testDatabase } from './database.ts';
import { dropTestDatabase } from './postgres.ts';
import { TEST_NAMESPACE, temporalAddress } from './temporal.ts';
import { indiening } from './zaak.ts';

/** The key of every payload in tests, also of the histories in test/histories. */
export const TEST_PAYLOAD_KEY = new Uint8Array(32).fill(7);

const GEBEURD_RIJ = {
  volgnummer: number,
  soort: text,
  op: instant,
  verschuldigd_op: orNull(instant),
  bron: text,
  data: json<Record<string, unknown>>(),
};

/** One row of the record, as the tests compare it. */
export type Gebeurd = Row<typeof GEBEURD_RIJ>;

let bundle: Promise<WorkflowBundle> | undefined;

/** The settings of a worker in a test: where streams may have a clock of their own, and without a mail server. */
export function workerConfig(databaseUrl: string, address: string): ServiceConfig {
  return loadServiceConfig({
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: TEST_NAMESPACE,
    PAYLOAD_KEY: Buffer.from(TEST_PAYLOAD_KEY).toString('base64'),
    SMTP_URL: 'smtp://127.0.0.1:1',
    PUBLIC_URL: 'https://signaalpunt.example',
    MAIL_FROM: 'Signaalpunt <post@signaalpunt.example>',
    TIJDREIZEN: 'aan',
    INGEBED: '1',
  });
}

/** The workflows as they are now, bundled once per run. */
export function testBundle(): Promise<WorkflowBundle> {
  return (bundle ??= bundleWorkflows());
}

/** The writer, the wake and as many workers as a test wants, on a database of its own and the Temporal server of the run. */
export class Werkplaats {
  readonly databaseUrl: string;
  readonly address: string;
  readonly context: WorkerContext;
  /** The owner's. */
  readonly orm: MikroORM;
  readonly database: Database;
  readonly client: Client;
  readonly uitvoeren: Uitvoeren;
  readonly wekken: Wekken;
  readonly #close: () => Promise<void>;
  readonly #workers = new Set<() => Promise<void>>();
  readonly #signalen = new Set<string>();

  private constructor(
    databaseUrl: string,
    address: string,
    orm: MikroORM,
    context: WorkerContext,
    isTijdelijk: boolean,
  ) {
    this.databaseUrl = databaseUrl;
    this.address = address;
    this.context = context;
    this.orm = orm;
    this.database = context.database;
    this.client = context.client;
    this.uitvoeren = context.uitvoeren;
    this.wekken = context.wekken;
    this.#close = async () => {
      await context.close();
      await orm.close(true);
      if (isTijdelijk) await dropTestDatabase(databaseUrl);
    };
  }

  /** On servers of its own, or on those of the run. A signaal is filed at `vertrek`, or now. */
  static async open(eigen: { databaseUrl?: string; address?: string; vertrek?: Tijdstip } = {}): Promise<Werkplaats> {
    const { vertrek } = eigen;
    const databaseUrl = eigen.databaseUrl ?? (await testDatabase());
    const address = eigen.address ?? (await temporalAddress());
    const context = await createWorkerContext(
      workerConfig(databaseUrl, address),
      createLogger('test', 'silent'),
      vertrek === undefined ? {} : { voorsprongMs: () => msVan(vertrek) - Date.now() },
    );
    const orm = await alsEigenaar(databaseUrl);
    return new Werkplaats(databaseUrl, address, orm, context, eigen.databaseUrl === undefined);
  }

  /** Starts a worker and returns how to stop it. `rondom` wraps the real activities, to see them or to come between. */
  async startWorker(rondom: (echt: Activiteiten) => Activiteiten = (echt) => echt): Promise<() => Promise<void>> {
    installRuntime();
    const stopping = new AbortController();
    const worker = this.context.temporalWorker(await testBundle(), rondom(createActiviteiten(this.context)));
    const running = keepRunning(worker, { signal: stopping.signal, log: createLogger('test', 'silent') });
    const stop = async (): Promise<void> => {
      this.#workers.delete(stop);
      stopping.abort();
      await running;
    };
    this.#workers.add(stop);
    return stop;
  }

  /** Files a signaal as a metgezel of regio Noord does, and tells nobody yet. */
  async dienIn(afwijking: Parameters<typeof indiening>[0] = {}): Promise<string> {
    const id = randomUUID();
    await this.doe(id, 'metgezel.noord', indiening({ regio: 'NOORD', organisatie: null, ...afwijking }));
    this.#signalen.add(id);
    return id;
  }

  /** Files a signaal and waits until its workflow has read it. */
  async dienInEnVolg(afwijking: Parameters<typeof indiening>[0] = {}): Promise<string> {
    const id = await this.dienIn(afwijking);
    await this.wekken.wek(id);
    await this.wachtOpTimer(id);
    return id;
  }

  /** Opens a patroon with these signalen in it, and writes its answer. */
  async openPatroon(signalen: readonly string[], antwoord: string): Promise<string> {
    const id = randomUUID();
    const tekst = { titel: 'Wachten tussen twee gemeenten', omschrijving: 'Zij wijzen naar elkaar.' };
    await this.doe(id, 'landelijk', { soort: 'patroonOpenen', organisatie: null, tekst });
    for (const signaal of signalen) await this.doe(signaal, 'landelijk', { soort: 'bijPatroonVoegen', patroon: id });
    await this.doe(id, 'landelijk', { soort: 'antwoordSchrijven', tekst: { antwoord } });
    this.#signalen.add(id);
    return id;
  }

  async doe(id: string, door: string, inhoud: Opdrachtinhoud | Patrooninhoud): Promise<void> {
    const antwoord = await this.uitvoeren.voerUit(id, { ...inhoud, id: randomUUID(), door });
    if (antwoord.soort !== 'gedaan') throw new Error(JSON.stringify(antwoord));
  }

  workflow(id: string): WorkflowHandle {
    return this.client.workflow.getHandle(workflowIdVan(id));
  }

  /** Moves the workflow's own clock. */
  spring(id: string, ms: number): Promise<'arrived' | 'ended'> {
    return this.springWorkflow(workflowIdVan(id), ms);
  }

  /** The same for a workflow by its own id. */
  springWorkflow(workflowId: string, ms: number): Promise<'arrived' | 'ended'> {
    return fastForward({ client: this.client, workflowId, ms });
  }

  /** The record of a signaal, oldest first. */
  async gebeurd(id: string): Promise<Gebeurd[]> {
    return rows(
      this.orm.em.getKysely(),
      sql`select volgnummer, soort, tijdstip(op) as op, tijdstip(verschuldigd_op) as verschuldigd_op, bron, data
            from gebeurtenis where stroom = ${id} order by volgnummer`,
      GEBEURD_RIJ,
    );
  }

  /** What the clock did: everything that was owed. */
  async doorDeKlok(id: string): Promise<Gebeurd[]> {
    return (await this.gebeurd(id)).filter(({ verschuldigd_op: verschuldigd }) => verschuldigd !== null);
  }

  async stroom(id: string): Promise<{
    volgende_op: Tijdstip | null;
    volgende_sleutel: string | null;
    nu: Tijdstip;
    klokverschil_ms: number;
    wek_nodig: boolean;
    wek_versie: number;
  }> {
    const [rij] = await rows(
      this.orm.em.getKysely(),
      sql`select tijdstip(volgende_op) as volgende_op, volgende_sleutel, wek_nodig, wek_versie,
                 klokverschil_ms::float as klokverschil_ms,
                 tijdstip(greatest(laatste_op, clock_timestamp() + klokverschil_ms * interval '1 millisecond')) as nu
            from stroom where id = ${id}`,
      {
        volgende_op: orNull(text),
        volgende_sleutel: orNull(text),
        nu: text,
        klokverschil_ms: number,
        wek_nodig: boolean,
        wek_versie: number,
      },
    );
    if (rij === undefined) throw new Error(`No stream ${id}`);
    return rij;
  }

  /** Waits until the workflow sleeps until the next milestone that PostgreSQL knows. */
  async wachtOpTimer(id: string): Promise<void> {
    await tot(async () => {
      const { volgende_op: op } = await this.stroom(id);
      const { searchAttributes, raw } = await this.workflow(id).describe();
      const gezien = (searchAttributes['VolgendeOp'] as Date[] | undefined)?.[0]?.toISOString() ?? null;
      return gezien === op && raw.pendingWorkflowTask == null;
    });
  }

  /** Waits until an ordinary activity of the workflow is tried for at least the `keer`-th time. */
  async wachtOpPoging(id: string, keer: number): Promise<void> {
    await tot(async () => {
      const { raw } = await this.workflow(id).describe();
      return (raw.pendingActivities?.[0]?.attempt ?? 0) >= keer;
    });
  }

  async sluit(): Promise<void> {
    await Promise.all([...this.#workers].map((stop) => stop()));
    await Promise.all(
      [...this.#signalen].map((id) =>
        this.workflow(id)
          .terminate()
          .catch(() => undefined),
      ),
    );
    await this.#close();
  }
}

/** Asks again and again until the answer is yes; how fast the machine is, is no part of any test. */
export async function tot(vraag: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await vraag())) await sleep(20);
}

let isInstalled = false;

/** Once per process: errors alone, and no signals of its own. */

export function installRuntime(): void {
  if (isInstalled) return;
  isInstalled = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { forward: {}, filter: { core: 'ERROR', other: 'ERROR' } } },
    shutdownSignals: [],
  });
}
