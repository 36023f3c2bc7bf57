import {
  type DataConverter,
  NativeConnection,
  type NativeConnectionOptions,
  Worker,
  type WorkerOptions,
} from '@temporalio/worker';

import type { Part } from '#platform/keep-running.ts';
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

export interface TemporalWorker extends Part {
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

/** The part of the worker that listens to Temporal. Ends with an error when the server cannot be reached or refuses us. */
export function createTemporalWorker(options: TemporalWorkerOptions): TemporalWorker {
  let worker: Worker | undefined;

  async function run(signal: AbortSignal): Promise<void> {
    const connection = await NativeConnection.connect(options.connection);
    try {
      worker = await Worker.create({
        ...TUNING,
        connection,
        namespace: options.namespace,
        taskQueue: TASK_QUEUE,
        dataConverter: options.dataConverter,
        workflowBundle: options.workflowBundle,
        activities: options.activiteiten,
      });
      await worker.runUntil(stopped(signal));
    } finally {
      worker = undefined;
      await connection.close();
    }
  }

  return { name: 'temporal', run, isReady: () => worker?.getState() === 'RUNNING' };
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
