import { DefaultLogger, Runtime } from '@temporalio/worker';

import { initOrm } from '#db/orm.ts';
import { loadServiceConfig } from '#platform/config.ts';
import { createDataConverter } from '#platform/data-converter.ts';
import { keepRunning } from '#platform/keep-running.ts';
import { endOnUncaught } from '#platform/last-resort.ts';
import { leaveInTime } from '#platform/leave.ts';
import { createLogger } from '#platform/logger.ts';
import { createMetricsServer, createRegistry } from '#platform/metrics.ts';
import { freePort } from '#platform/ports.ts';
import { connectTemporal } from '#platform/temporal-client.ts';

import { createActiviteiten } from './activiteiten.ts';
import { createCijfers } from './cijfers.ts';
import { geefDoor } from './doorgeven.ts';
import { createJobs, geefJobsTerug, samen, sweep } from './jobs.ts';
import { voerKalenderDoor } from './kalender/doorvoeren.ts';
import { verwerkGeweigerde } from './ketenpartners/bounce.ts';
import { laatLos, meldVertrokkenMelders } from './loslaten.ts';
import { createPost } from './post/post.ts';
import { createPosttransport } from './post/transport.ts';
import { createUitvoeren } from './schrijven/uitvoeren.ts';
import { createTemporalWorker } from './temporal-worker.ts';
import { createWaakhond } from './waakhond/waakhond.ts';
import { createWekken } from './waakhond/wekken.ts';
import { workflowBundle } from './workflow-bundle.ts';

const config = loadServiceConfig(process.env);
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

const { metricsPort, heartbeatUrl } = config.monitoring;
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

const orm = await initOrm(config.database.url);
const temporal = connectTemporal(config.temporal);
const transport = createPosttransport(config.mail.smtpUrl);
const uitvoeren = createUitvoeren({ orm, reizen: config.timeTravel });
const wekken = createWekken({ orm, client: temporal.client });
const post = createPost({ orm, transport, publicUrl: config.web.publicUrl, from: config.mail.from });
const kalender = (): Promise<number> => voerKalenderDoor(orm, uitvoeren.voerUit);
const bezorg = async (): Promise<void> => {
  try {
    await post.bundel();
  } finally {
    await post.verzend();
    await verwerkGeweigerde(orm.em.fork().getKysely(), uitvoeren.voerUit);
  }
};

// Pokes are not waited for: a slow mail server must not keep a signaal from being woken. What fails is found by the sweep.
const wekSamen = samen(wekken.wekAlles);
const bezorgSamen = samen(bezorg);
const kalenderSamen = samen(kalender);
const jobs = createJobs({
  databaseUrl: config.database.url,
  taken: { wek: () => void wekSamen(), post: () => void bezorgSamen(), kalender: () => void kalenderSamen() },
});
const waakhond = createWaakhond({
  orm,
  client: temporal.client,
  uitvoeren,
  wekken,
  bezorg: bezorgSamen,
  voerKalenderDoor: kalender,
  publicUrl: config.web.publicUrl,
  from: config.mail.from,
  alarm: (nieuw) =>
    log.error(
      { aantal: nieuw.length, nieuw: nieuw.slice(0, 20).map(({ soort, nummer }) => `${soort} ${nummer ?? ''}`.trim()) },
      'the guard found something',
    ),
  hartslagUrl: heartbeatUrl,
});
const registry = createRegistry();
const cijfers = createCijfers({ orm, registry });
const activiteiten = createActiviteiten(uitvoeren);
const worker = createTemporalWorker({
  connection: { address: config.temporal.address },
  namespace: config.temporal.namespace,
  dataConverter: createDataConverter(config.temporal.payloadKey),
  workflowBundle: await workflowBundle(),
  activiteiten: metricsPort === undefined ? activiteiten : cijfers.meet(activiteiten),
});

const life = { signal: stopping.signal, log };
const parts = [
  keepRunning(worker, life),
  keepRunning(jobs, life),
  sweep({ name: 'wek', doe: wekken.wekAlles }, life),
  sweep({ name: 'post', doe: bezorg }, life),
  sweep({ name: 'kalender', doe: kalender }, life),
  sweep({ name: 'loslaten', doe: () => laatLos(orm, uitvoeren.voerUit), elkeMs: 60_000 }, life),
  sweep({ name: 'melders', doe: () => meldVertrokkenMelders(orm, uitvoeren.voerUit), elkeMs: 60_000 }, life),
  sweep({ name: 'doorgeven', doe: () => geefDoor(orm, uitvoeren.voerUit), elkeMs: 60_000 }, life),
  sweep({ name: 'jobs', doe: () => geefJobsTerug(orm), elkeMs: 60_000 }, life),
  sweep({ name: 'waakhond', doe: waakhond, elkeMs: 60_000 }, life),
];
const upstream = temporalMetrics === undefined ? undefined : `http://${temporalMetrics}/metrics`;
const metrics = createMetricsServer({
  registry,
  refresh: cijfers.ververs,
  upstream,
  parts: { temporal: worker.isReady, jobs: jobs.isReady },
});
if (metricsPort !== undefined) metrics.listen(metricsPort, config.web.listenAddress);
log.info('started');
await Promise.all(parts);
await Promise.all([wekSamen.klaar(), bezorgSamen.klaar(), kalenderSamen.klaar()]);
metrics.close();
transport.close();
await temporal.close();
await orm.close();
// A runtime that never had a worker would keep the process alive.
await Runtime.instance().shutdown();
log.info('stopped');
