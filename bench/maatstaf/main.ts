import { fileURLToPath } from 'node:url';

import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { run } from 'graphile-worker';
import { Pool } from 'pg';

import { TUNING } from '#activities/temporal-worker.ts';

import type { Maatstaf } from './workflows.ts';

/** As many connections as one of our own processes has. */
const pool = new Pool({ connectionString: env('DATABASE_URL'), max: 10 });
const noteer: Maatstaf['noteer'] = async (om, id) => {
  await pool.query('insert into maatstaf.gedaan (om, id, op) values ($1, $2, clock_timestamp())', [om, id]);
};

// Told to stop, the runtime stops the worker, and what follows stops the rest.
Runtime.install({
  logger: new DefaultLogger('WARN'),
  telemetryOptions: { logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } } },
});
const connection = await NativeConnection.connect({ address: env('TEMPORAL_ADDRESS') });
const worker = await Worker.create({
  ...TUNING,
  connection,
  namespace: env('TEMPORAL_NAMESPACE'),
  taskQueue: env('TASK_QUEUE'),
  workflowsPath: fileURLToPath(new URL('workflows.ts', import.meta.url)),
  activities: { noteer },
});
const jobs = await run({
  connectionString: env('DATABASE_URL'),
  schema: env('JOBS_SCHEMA'),
  concurrency: 10,
  noHandleSignals: true,
  taskList: { noteer: (payload) => noteer(...(payload as Parameters<typeof noteer>)) },
});
await worker.run();
await jobs.stop();
await connection.close();
await pool.end();

function env(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: this program is started by bench/main.ts.`);
  return value;
}
