import type { Logger } from 'pino';
import type { Registry } from 'prom-client';

import type { Database } from '#db/database.ts';
import type { ServiceConfig } from '#platform/config.ts';
import { createDataConverter } from '#platform/data-converter.ts';
import { keepRunning } from '#platform/keep-running.ts';
import { createRegistry } from '#platform/metrics.ts';
import { readPublicKeys, readSigner } from '#platform/signing.ts';

import { type Activiteiten, createActiviteiten } from './activiteiten.ts';
import { waaromNietVerzegeld } from './audit/bewaken.ts';
import { ruimLogboekOp } from './audit/opruimen.ts';
import { verzegel } from './audit/verzegelen.ts';
import { createZegelmap } from './audit/zegelmap.ts';
import { type Cijfers, createCijfers } from './cijfers.ts';
import { legRoosterVast } from './detectie/rooster.ts';
import { startZoeking } from './detectie/vragen.ts';
import { geefDoor } from './doorgeven.ts';
import { ruimWeergavenOp } from './gebruikers/bewaarde-weergaven.ts';
import { ruimConceptenOp } from './gebruikers/concepten.ts';
import { ruimGelezenOp } from './gebruikers/gelezen.ts';
import { ruimSessiesOp } from './gebruikers/opruimen.ts';
import { createJobs, geefJobsTerug, samen, sweep } from './jobs.ts';
import { voerKalenderDoor } from './kalender/doorvoeren.ts';
import { verwerkGeweigerde } from './ketenpartners/bounce.ts';
import { laatLos, meldVertrokkenMelders } from './loslaten.ts';
import type { Afzender } from './post/brief.ts';
import { createPost, type Post, type Postonderdelen } from './post/post.ts';
import type { Uitvoeren } from './schrijven/uitvoeren.ts';
import { createTemporalWorker, type TemporalWorker } from './temporal-worker.ts';
import { createWaakhond, type Waakhondonderdelen } from './waakhond/waakhond.ts';
import type { Wekken } from './waakhond/wekken.ts';
import { createWakeContext, type WakeContext } from './wake-context.ts';
import { createWisjournaal, journaalsleutelsVan } from './wissen/journaal.ts';
import { schrijfJournaalBij, vernietigAlles } from './wissen/vernietigen.ts';
import type { WorkflowBundle } from './workflow-bundle.ts';
import type { WriterOptions } from './writer-context.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** All parts of one worker process. Nothing runs before `run`. */
export interface WorkerContext extends Omit<WakeContext, keyof AsyncDisposable> {
  cijfers: Cijfers;
  /** Destroys what two people confirmed. */
  wis: () => Promise<number>;
  registry: Registry;
  /** Who its mails are from, and where their links lead. */
  afzender: Afzender;
  waakhond: (anders?: Partial<Waakhondonderdelen>) => () => Promise<boolean>;
  post: (anders?: Partial<Postonderdelen>) => Post;
  /** The part that listens to Temporal; `activiteiten` are those of this context unless others are given. */
  temporalWorker: (bundle: WorkflowBundle, activiteiten?: Activiteiten) => TemporalWorker;
  /** Starts every part. `klaar` resolves when all have ended, after `signal` told them to. */
  run: (worker: TemporalWorker, signal: AbortSignal) => { klaar: Promise<void>; luistertNaarJobs: () => boolean };
  close: () => Promise<void>;
}

/** Composes the worker from its settings: the one place where its parts are made. Nothing is contacted before it is asked. */
export async function createWorkerContext(
  config: ServiceConfig,
  log: Logger,
  options?: WriterOptions,
): Promise<WorkerContext> {
  const { publicUrl } = config.web;
  const { from } = config.mail;
  const afzender: Afzender = { publicUrl, from };
  const service = { databaseUrl: config.database.url, temporal: config.temporal, timeTravel: config.timeTravel };
  const { [Symbol.asyncDispose]: dispose, ...wake } = await createWakeContext(service, options);
  const { database, client, uitvoeren, wekken } = wake;
  const { voerUit } = uitvoeren;
  const post: WorkerContext['post'] = (anders) =>
    createPost({ database, smtpUrl: config.mail.smtpUrl, publicUrl, from, ...anders });
  const ownPost = post();
  const registry = createRegistry();
  const kalender = (): Promise<number> => voerKalenderDoor(database, voerUit);
  const bezorg = delivery(database, ownPost, voerUit);
  // Pokes are not waited for: a slow mail server must not keep a signaal from being woken. What fails is found by the sweep.
  const pokes = {
    wek: samen(wekken.wekAlles),
    post: samen(bezorg),
    kalender: samen(kalender),
    detectie: samen(() => startZoeking(database, client)),
  };
  const zegel = await sealing(config, database);
  const erasing = await erasingOf(config, { database, client, wekken });
  const waakhond: WorkerContext['waakhond'] = (anders) =>
    createWaakhond({
      database,
      client,
      uitvoeren,
      wekken,
      bezorg: pokes.post,
      voerKalenderDoor: kalender,
      publicUrl,
      from,
      alarm: alarmOf(log),
      hartslagUrl: config.monitoring.heartbeatUrl,
      waaromNietVerzegeld: async () => (await zegel?.waaromNiet(erasing.leesJournaal)) ?? null,
      ...anders,
    });
  const { wekAlles } = wekken;
  const parts = { config, log, database, client, voerUit, wekAlles, bezorg, kalender, waakhond, zegel, erasing, pokes };
  return {
    ...wake,
    waakhond,
    post,
    registry,
    afzender,
    wis: erasing.wis,
    cijfers: createCijfers({ database, registry }),
    temporalWorker: (bundle, activiteiten = createActiviteiten({ uitvoeren, database, afzender })) =>
      temporalWorkerOf(config.temporal, bundle, activiteiten),
    run: (worker, signal) => runParts(parts, worker, signal),
    close: async () => {
      ownPost.close();
      await dispose();
    },
  };
}

function temporalWorkerOf(
  { address, namespace, payloadKey }: ServiceConfig['temporal'],
  workflowBundle: WorkflowBundle,
  activiteiten: Activiteiten,
): TemporalWorker {
  const dataConverter = createDataConverter(payloadKey);
  return createTemporalWorker({
    connection: { address },
    namespace,
    dataConverter,
    workflowBundle,
    activiteiten,
  });
}

/** Destroys what two people confirmed, and keeps the journal of it whole. */
async function erasingOf({ seals }: ServiceConfig, means: Pick<WakeContext, 'database' | 'client' | 'wekken'>) {
  const journaal = createWisjournaal(seals.dir, await journaalsleutelsVan(seals, seals.dir));
  return {
    wis: () => vernietigAlles({ ...means, journaal }),
    leesJournaal: journaal.lees,
    journaalBij: () => schrijfJournaalBij(means.database, journaal),
  };
}

/** Nothing is sealed without a key, which production cannot leave out; and no line goes that was not. */
async function sealing({ seals: { keyFile, publicKeyFile, dir } }: ServiceConfig, database: Database) {
  if (keyFile === undefined) return undefined;
  const ondertekenaar = await readSigner(keyFile, 'ZEGEL_KEY_FILE');
  const isSigned = await readPublicKeys(publicKeyFile ?? keyFile, 'ZEGEL_PUBLIC_KEY_FILE');
  const zegelmap = createZegelmap(dir);
  return {
    verzegel: () => verzegel({ database, ondertekenaar, zegelmap }),
    ruimOp: () => ruimLogboekOp({ database, zegelmap, isSigned }),
    waaromNiet: (leesJournaal: () => Promise<unknown>) => waaromNietVerzegeld({ database, zegelmap }, leesJournaal),
  };
}

/** Bundles and sends what may be sent now, and tells the signalen what came back. */
function delivery(database: Database, post: Post, voerUit: Uitvoeren['voerUit']): () => Promise<void> {
  return async () => {
    try {
      await post.bundel();
    } finally {
      await post.verzend();
      await verwerkGeweigerde(database.voor({ rol: 'dienst', dienst: 'bounce' }), voerUit);
    }
  };
}

interface RunningParts extends Pick<WorkerContext, 'client' | 'database' | 'waakhond'> {
  config: ServiceConfig;
  log: Logger;
  bezorg: () => Promise<void>;
  voerUit: Uitvoeren['voerUit'];
  wekAlles: Wekken['wekAlles'];
  kalender: () => Promise<number>;
  zegel: Awaited<ReturnType<typeof sealing>>;
  erasing: Awaited<ReturnType<typeof erasingOf>>;
  pokes: Readonly<Record<'wek' | 'post' | 'kalender' | 'detectie', ReturnType<typeof samen>>>;
}

/** Every part of the process, each begun again when it stops; what a poke may miss is swept. */
function runParts(parts: RunningParts, worker: TemporalWorker, signal: AbortSignal): ReturnType<WorkerContext['run']> {
  const { config, log, database, voerUit, pokes } = parts;
  const life = { signal, log };
  const jobs = createJobs({
    databaseUrl: config.database.url,
    taken: {
      wek: () => void pokes.wek(),
      post: () => void pokes.post(),
      kalender: () => void pokes.kalender(),
      detectie: () => void pokes.detectie(),
    },
  });
  const running = [
    keepRunning(worker, life),
    keepRunning(jobs, life),
    sweep({ name: 'wek', doe: parts.wekAlles }, life),
    sweep({ name: 'post', doe: parts.bezorg }, life),
    sweep({ name: 'kalender', doe: parts.kalender }, life),
    sweep({ name: 'loslaten', doe: () => laatLos(database, voerUit), elkeMs: MINUTE_MS }, life),
    sweep({ name: 'melders', doe: () => meldVertrokkenMelders(database, voerUit), elkeMs: MINUTE_MS }, life),
    sweep({ name: 'doorgeven', doe: () => geefDoor(database, voerUit), elkeMs: MINUTE_MS }, life),
    sweep({ name: 'sessies', doe: () => ruimSessiesOp(database), elkeMs: MINUTE_MS }, life),
    sweep({ name: 'concepten', doe: () => ruimConceptenOp(database), elkeMs: MINUTE_MS }, life),
    sweep({ name: 'wissen', doe: parts.erasing.wis }, life),
    sweep({ name: 'wisjournaal', doe: parts.erasing.journaalBij, elkeMs: HOUR_MS }, life),
    sweep({ name: 'gelezen', doe: () => ruimGelezenOp(database), elkeMs: MINUTE_MS }, life),
    sweep({ name: 'detectie', doe: () => startZoeking(database, parts.client), elkeMs: MINUTE_MS }, life),
    sweep({ name: 'weergaven', doe: () => ruimWeergavenOp(database), elkeMs: MINUTE_MS }, life),
    sweep({ name: 'rooster', doe: () => legRoosterVast(parts.client), elkeMs: HOUR_MS }, life),
    sweep({ name: 'jobs', doe: () => geefJobsTerug(database), elkeMs: MINUTE_MS }, life),
    sweep({ name: 'waakhond', doe: parts.waakhond(), elkeMs: MINUTE_MS }, life),
    ...(parts.zegel === undefined
      ? []
      : [
          sweep({ name: 'zegel', doe: parts.zegel.verzegel, elkeMs: MINUTE_MS }, life),
          sweep({ name: 'logboek', doe: parts.zegel.ruimOp, elkeMs: HOUR_MS }, life),
        ]),
  ];
  const end = async (): Promise<void> => {
    await Promise.all(running);
    await Promise.all(Object.values(pokes).map(({ klaar }) => klaar()));
  };
  return { klaar: end(), luistertNaarJobs: jobs.isReady };
}

/** What the guard found, with the numbers of signalen and nothing of what they are about. */
function alarmOf(log: Logger): Waakhondonderdelen['alarm'] {
  return (nieuw) =>
    log.error(
      { aantal: nieuw.length, nieuw: nieuw.slice(0, 20).map(({ soort, nummer }) => `${soort} ${nummer ?? ''}`.trim()) },
      'the guard found something',
    );
}
