import type { Config, Environment } from '../config.ts';
import { identify } from '../processes.ts';
import type { SearchAttributes } from '../temporal-namespace.ts';
import { findTemporal } from '../temporal-program.ts';
import { claimDataDir, keepPorts, keepSecrets } from './data-dir.ts';
import { createLifetime, type Lifetime } from './lifetime.ts';
import { apiUrlOf, isLoopback, listenAddressOf, needFreePort } from './listening.ts';
import { clearRunning, writeRunning, type Running } from './running.ts';
import type { Screen } from './screen.ts';
import { keepSealKeys } from './seal-keys.ts';
import { endServers, provideDatabase, provideMail, provideTemporal } from './servers.ts';
import { base64 } from './service-environment.ts';
import { createServices, endServices } from './services.ts';

export interface Supervisor {
  /** Resolves when everything is ready. Throws StartError when that cannot be. */
  start: () => Promise<Running>;
  /** Stops every part, the last started first. May be called at any moment, also during the start. */
  stop: () => Promise<void>;
}

export interface SupervisorOptions {
  config: Config;
  /** What our processes inherit. */
  env: Environment;
  /** Folder of the project. */
  root: string;
  searchAttributes: SearchAttributes;
  screen: Screen;
}

/** Runs the whole service on this machine: what is not given by address is started, and what dies is started again. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const lifetime = createLifetime(options.screen.tell);
  let starting: Promise<Running> | undefined;
  return {
    start: () => (starting ??= startAll(options, lifetime)),
    stop: async () => {
      lifetime.abort();
      await starting?.catch(() => undefined);
      await lifetime.end();
    },
  };
}

async function startAll(options: SupervisorOptions, lifetime: Lifetime): Promise<Running> {
  const { config, searchAttributes, screen } = options;
  const { dataDir, temporal, timeTravel, web } = config;
  lifetime.add(await claimDataDir(dataDir));
  // Before the ports are looked at, for they may hold them.
  await Promise.all([endServices(dataDir), endServers(dataDir)]);
  await needFreePort(config);
  const secrets = await keepSecrets(dataDir);
  await keepSealKeys(config);
  // The first time this takes minutes, in which anybody may take a port. So what is chosen is chosen afterwards.
  const finding = { address: temporal.address, dataDir, tell: screen.tell, signal: lifetime.stopping };
  const program = await lifetime.up(findTemporal(finding));
  await needFreePort(config);
  const ports = await lifetime.up(keepPorts(dataDir));
  const surroundings = { config, searchAttributes, ports, screen, lifetime };
  const databasePlace = await provideDatabase(surroundings, secrets);
  const { startedAfresh, ...temporalPlace } = await provideTemporal(surroundings, program);
  const running: Running = {
    ...databasePlace,
    ...temporalPlace,
    ...(await provideMail(surroundings)),
    process: (await identify(process.pid)) ?? { pid: process.pid, started: '' },
    publicUrl: web.publicUrl,
    apiUrl: apiUrlOf(config),
    temporalNamespace: temporal.namespace,
    payloadKey: base64(temporal.payloadKey) ?? secrets.payloadKey,
    timeTravel,
  };
  const services = createServices({ ...options, running, secrets, lifetime });
  await services.migrate();
  await services.serve();
  warnOfOpenDoor(config, screen);
  if (startedAfresh) await services.rebuild();
  await writeRunning(dataDir, running);
  lifetime.add(() => clearRunning(dataDir));
  return running;
}

/** Without a provider of accounts, whoever reaches the API gets a token of every demo user. */
function warnOfOpenDoor(config: Config, screen: Screen): void {
  const address = listenAddressOf(config);
  if (config.oidc.issuer !== undefined || isLoopback(address)) return;
  screen.warn(
    'let op',
    `Wie deze machine bereikt (LISTEN_ADDRESS is ${address}), krijgt zonder wachtwoord een token van elke demogebruiker.`,
  );
}
