import { createServer } from 'node:http';

import { loadApiConfig } from '#platform/config.ts';
import { endOnUncaught, settingsOrEnd } from '#platform/last-resort.ts';
import { leaveInTime } from '#platform/leave.ts';
import { createLogger } from '#platform/logger.ts';
import { createMetricsServer, createRegistry } from '#platform/metrics.ts';
import { createGeduld } from '#web/ketenpartner/geduld.ts';

import { createApiContext } from './context.ts';
import { GEDULD_MS, luister } from './server.ts';

const config = settingsOrEnd(() => loadApiConfig(process.env));
const log = createLogger('api', config.log.level);
endOnUncaught(log);
const { port, listenAddress } = config.web;
const { metricsPort } = config.monitoring;
const registry = metricsPort === undefined ? undefined : createRegistry();

const context = await createApiContext(config, {
  log,
  isProduction: process.env['NODE_ENV'] === 'production',
  isStopping: () => server.stopt(),
  ...(registry !== undefined && { registry }),
});
const server = luister(createServer(context.app), log, {
  ...GEDULD_MS,
  magLang: createGeduld(context.ketenpartners),
});
await server.begin(port, listenAddress);
const metrics =
  registry === undefined ? undefined : createMetricsServer({ registry }).listen(metricsPort, listenAddress);
log.info({ port }, 'listening');
// Whoever starts without a key that is still needed hears so at once.
const bewaakSleutels = (): void =>
  void context.bewaakSleutels().catch((error: unknown) => log.warn({ err: error }, 'master keys not looked at'));
bewaakSleutels();
const bewaking = setInterval(bewaakSleutels, 60_000);
for (const teken of ['SIGTERM', 'SIGINT'] as const) {
  process.once(teken, () => {
    leaveInTime(log);
    clearInterval(bewaking);
    metrics?.close();
    void Promise.all([context.leave(), server.stop()]).then(context.close);
  });
}
