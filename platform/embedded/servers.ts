import path from 'node:path';

import type { Config } from '../config.ts';
import { endPostgres } from '../postgres-directory.ts';
import { type DatabaseLogins, provideLogins } from '../postgres-roles.ts';
import { startPostgres } from '../postgres.ts';
import { startMailbox } from '../smtp.ts';
import { endTemporal } from '../temporal-directory.ts';
import type { SearchAttributes } from '../temporal-namespace.ts';
import { startTemporal } from '../temporal.ts';
import { logFile, type Ports, type Secrets } from './data-dir.ts';
import type { Lifetime } from './lifetime.ts';
import type { Running } from './running.ts';
import type { Screen } from './screen.ts';

/** What starting a server of others needs to know. */
export interface Surroundings {
  config: Config;
  searchAttributes: SearchAttributes;
  ports: Ports;
  screen: Screen;
  lifetime: Lifetime;
}

/** Ends the servers that an earlier start left behind on this folder when it was killed. */
export async function endServers(dataDir: string): Promise<void> {
  await Promise.all([endPostgres(postgresDir(dataDir)), endTemporal(temporalDir(dataDir))]);
}

/** The database of the settings, or else one that is started here; of the first nobody but `migrate` knows the owner. */
export async function provideDatabase(
  { config, ports, screen, lifetime }: Surroundings,
  { postgresPassword }: Secrets,
): Promise<Pick<DatabaseLogins, 'databaseUrl'> & Partial<DatabaseLogins>> {
  if (config.database.url !== undefined) return { databaseUrl: config.database.url };
  const log = await logFile(config.dataDir, 'postgres');
  let url = '';
  await lifetime.keep('PostgreSQL', async () => {
    const server = await startPostgres({
      dir: postgresDir(config.dataDir),
      port: ports.postgres,
      password: postgresPassword,
      logFile: log,
    });
    url = server.url();
    return server;
  });
  const logins = await lifetime.up(provideLogins(url));
  screen.tell('PostgreSQL draait.');
  return logins;
}

type TemporalPlace = Pick<Running, 'temporalAddress' | 'temporalUiUrl'> & { startedAfresh: boolean };

/** Temporal of the settings, or else one that is started here; `program` is undefined where somebody else runs it. */
export async function provideTemporal(
  { config, ports, searchAttributes, screen, lifetime }: Surroundings,
  program: string | undefined,
): Promise<TemporalPlace> {
  const { address, uiUrl, namespace } = config.temporal;
  if (program === undefined || address !== undefined)
    return {
      temporalAddress: address ?? '',
      startedAfresh: false,
      ...(uiUrl !== undefined && { temporalUiUrl: uiUrl }),
    };
  const log = await logFile(config.dataDir, 'temporal');
  let startedAfresh = false;
  await lifetime.keep('Temporal', async () => {
    const server = await startTemporal({
      program,
      namespace,
      searchAttributes,
      dir: temporalDir(config.dataDir),
      port: ports.temporal,
      uiPort: ports.temporalUi,
      codecEndpoint: `${config.web.publicUrl}/dev/codec`,
      timeSkipping: config.timeTravel,
      logFile: log,
      tell: screen.tell,
    });
    startedAfresh ||= server.startedAfresh;
    return server;
  });
  screen.tell('Temporal draait.');
  return {
    temporalAddress: `127.0.0.1:${ports.temporal}`,
    temporalUiUrl: `http://localhost:${ports.temporalUi}`,
    startedAfresh,
  };
}

/** The mail server of the settings, or else a mailbox that keeps its mail in a folder here. */
export async function provideMail({
  config,
  ports,
  lifetime,
}: Surroundings): Promise<Pick<Running, 'smtpUrl' | 'postDir'>> {
  if (config.mail.smtpUrl !== undefined) return { smtpUrl: config.mail.smtpUrl };
  const postDir = config.mail.spoolDir ?? path.join(config.dataDir, 'post');
  const server = await lifetime.up(startMailbox({ dir: postDir, port: ports.smtp }));
  lifetime.add(server.close);
  return { smtpUrl: server.url, postDir };
}

function postgresDir(dataDir: string): string {
  return path.join(dataDir, 'postgres');
}

function temporalDir(dataDir: string): string {
  return path.join(dataDir, 'temporal');
}
