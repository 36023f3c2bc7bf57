import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

import proto from '@temporalio/proto';
import {
  type DataConverter,
  NativeConnection,
  type NativeConnectionOptions,
  Worker,
  type WorkerOptions,
} from '@temporalio/worker';

import type { Task } from '#platform/keep-running.ts';
import { TASK_QUEUE } from '#workflows/messages.ts';

import type { Activiteiten } from './activiteiten.ts';

export interface TemporalWorkerOptions {
  connection: NativeConnectionOptions;
  namespace: string;
  dataConverter: DataConverter;
  /** The bundled code of workflows/, in memory or in a file. */
  workflowBundle: NonNullable<WorkerOptions['workflowBundle']>;
  activiteiten: Activiteiten;
}

export interface TemporalWorker extends Task {
  /** Whether the server says that this worker listens to it. */
  isReady: () => boolean;
}

/** For two cores; `npm run bench` measures what a herd of timers makes of it. */
export const TUNING = {
  /** A local activity keeps its slot, so with few slots a herd waits for PostgreSQL instead of being worked on. */
  maxConcurrentWorkflowTaskExecutions: 200,
  /** Twice the connections of a process: waiting for a slot is free, waiting for a connection counts against the two seconds. */
  maxConcurrentLocalActivityExecutions: 20,
  maxConcurrentActivityTaskExecutions: 50,
  /** 56 KB each; what does not fit is replayed when its timer fires. */
  maxCachedWorkflows: 2_000,
  reuseV8Context: true,
  /** What is being recorded is finished; less than the patience of who stops us. */
  shutdownGraceTime: '5s',
  shutdownForceTime: '10s',
} satisfies Partial<WorkerOptions>;

const { TASK_QUEUE_TYPE_WORKFLOW, TASK_QUEUE_TYPE_ACTIVITY } = proto.temporal.api.enums.v1.TaskQueueType;

/** How often the server is asked whether it hears us: once it does, and while it does not. */
const LOOK_MS = 5_000;
const LOOK_AGAIN_MS = 1_000;
/** For so long it may say no: a worker that begins, or whose server is back, is known within a few seconds. */
const UNHEARD_MS = 20_000;
/** A poll lasts a minute at most, so who listens is heard of again within this time. */
const SILENCE_MS = 150_000;
/** Longer than a shutdown takes at most by itself. */
const END_MS = 12_000;

/**
 * The part of the worker that listens to Temporal. Ends with an error when the server cannot be reached or refuses us, and also
 * when it does not hear us any more: a worker whose namespace was lost neither works nor ends by itself.
 */
export function createTemporalWorker(options: TemporalWorkerOptions): TemporalWorker {
  let isHeard = false;

  async function run(signal: AbortSignal): Promise<void> {
    const connection = await NativeConnection.connect(options.connection);
    const identity = `${process.pid}@${hostname()}/${randomUUID().slice(0, 8)}`;
    const over = new AbortController();
    try {
      const worker = await Worker.create({
        ...TUNING,
        identity,
        connection,
        namespace: options.namespace,
        taskQueue: TASK_QUEUE,
        dataConverter: options.dataConverter,
        workflowBundle: options.workflowBundle,
        activities: options.activiteiten,
      });
      const running = worker.run();
      const fault = await Promise.race([
        running.then(() => undefined),
        aborted(signal),
        watch(worker, () => lastPoll(connection, options.namespace, identity), over.signal),
      ]);
      end(worker);
      const isOver = await Promise.race([running.then(() => true), sleep(END_MS, false, { ref: false })]);
      if (fault !== undefined) throw new Error(fault);
      if (!isOver) throw new Error('The Temporal worker does not end');
    } finally {
      isHeard = false;
      over.abort();
      // A worker that does not end keeps its connection; what comes next has another.
      void connection.close().catch(() => undefined);
    }
  }

  /** Resolves with what is wrong once the worker is of no use any more. */
  async function watch(
    worker: Worker,
    ask: () => Promise<LastPoll | undefined>,
    over: AbortSignal,
  ): Promise<string | undefined> {
    let last: LastPoll = null;
    let polledAt = performance.now();
    for (let heardAt = polledAt; performance.now() - heardAt < UNHEARD_MS;) {
      await sleep(isHeard ? LOOK_MS : LOOK_AGAIN_MS, undefined, { signal: over }).catch(() => undefined);
      if (over.aborted) return undefined;
      if (worker.getState() === 'FAILED') return 'The Temporal worker failed';
      const polled = await ask();
      if (over.aborted) return undefined;
      if (polled !== undefined && polled !== last) polledAt = performance.now();
      last = polled ?? last;
      isHeard = typeof polled === 'string' && performance.now() - polledAt < SILENCE_MS;
      // While Temporal does not answer at all the worker tries again by itself.
      if (isHeard || polled === undefined) heardAt = performance.now();
    }
    return 'Temporal does not hear the worker';
  }

  return { name: 'temporal', run, isReady: () => isHeard };
}

/** When the server last heard of a worker, as it says it itself; null when it does not know this worker. */
type LastPoll = string | null;

/** undefined when the server gives no answer. */
async function lastPoll(
  connection: NativeConnection,
  namespace: string,
  identity: string,
): Promise<LastPoll | undefined> {
  const times: LastPoll[] = [];
  try {
    for (const taskQueueType of [TASK_QUEUE_TYPE_WORKFLOW, TASK_QUEUE_TYPE_ACTIVITY]) {
      const { pollers } = await connection.withDeadline(Date.now() + LOOK_MS, () =>
        connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name: TASK_QUEUE }, taskQueueType }),
      );
      const ours = pollers?.find((poller) => poller.identity === identity)?.lastAccessTime;
      times.push(ours == null ? null : `${String(ours.seconds)}.${String(ours.nanos)}`);
    }
  } catch (error) {
    return isGrpcNotFound(error) ? null : undefined;
  }
  return times.includes(null) ? null : times.join(' ');
}

function isGrpcNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === GRPC_NOT_FOUND;
}
const GRPC_NOT_FOUND = 5;

/** Stops what runs. A worker that failed is not stopped by the SDK, and would wait for ever for what it still asked the server. */
function end(worker: Worker): void {
  if (worker.getState() === 'RUNNING') worker.shutdown();
  if (worker.getState() !== 'FAILED') return;
  const { nativeWorker } = worker as unknown as { nativeWorker: { initiateShutdown: () => void } };
  nativeWorker.initiateShutdown();
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
