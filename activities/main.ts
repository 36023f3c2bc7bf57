import { DefaultLogger, Runtime } from '@temporalio/worker';

import { loadServiceConfig } from '#platform/config.ts';
import { endOnUncaught, settingsOrEnd } from '#platform/last-resort.ts';
import { leaveInTime } from '#platform/leave.ts';
import { createLogger } from '#platform/logger.ts';
import { createMetricsServer } from '#platform/metrics.ts';
import { freePort } from '#platform/ports.ts';

import { createActiviteiten } from './activiteiten.ts';
import { createWorkerContext } from './context.ts';
import { workflowBundle } from './workflow-bundle.ts';

const config = settingsOrEnd(() => loadServiceConfig(process.env));
const log = createLogger('worker', config.log.level);
endOnUncaught(log);
const stopping = new AbortController();
const stop = (): void => {
  leaveInTime(log);
  stopping.abort();
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
// graphile-worker leaves some behind when its connection breaks. No part depends on one: each that stops is begun again.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'a rejection that nobody waited for'));

const { metricsPort } = config.monitoring;
// Temporal's own figures are read from here, and passed on with ours.
const temporalMetrics = metricsPort === undefined ? undefined : `127.0.0.1:${await freePort()}`;

Runtime.install({
  logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
    if (level === 'ERROR') log.error(meta, message);
    else log.warn(meta, message);
  }),
  telemetryOptions: {
    logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } },
    ...(temporalMetrics !== undefined && { metrics: { prometheus: { bindAddress: temporalMetrics } } }),
  },
  shutdownSignals: [],
});

const context = await createWorkerContext(config, log);
const { cijfers, registry } = context;
const worker = context.temporalWorker(
  await workflowBundle(),
  metricsPort === undefined ? undefined : cijfers.meet(createActiviteiten(context)),
);
const { klaar, luistertNaarJobs } = context.run(worker, stopping.signal);
const metrics = createMetricsServer({
  registry,
  refresh: cijfers.ververs,
  upstream: temporalMetrics === undefined ? undefined : `http://${temporalMetrics}/metrics`,
  parts: { temporal: worker.isReady, jobs: luistertNaarJobs },
});
if (metricsPort !== undefined) metrics.listen(metricsPort, config.web.listenAddress);
log.info('started');
await klaar;
metrics.close();
await context.close();
// A runtime that never had a worker would keep the process alive.
await Runtime.instance().shutdown();
log.info('stopped');
