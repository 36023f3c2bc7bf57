import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { freePort } from '#platform/ports.ts';
import { type DatabaseLogins, provideLogins } from '#platform/postgres-roles.ts';
import { startPostgres, type PostgresServer } from '#platform/postgres.ts';

type Prepare = (logins: DatabaseLogins) => Promise<void>;

let running: Promise<{ server: PostgresServer; home: string }> | undefined;
const templates = new Map<Prepare, Promise<string>>();
/** Connection string of the owner, by `loginOf` the processes. */
const owners = new Map<string, string>();
let counter = 0;

/**
 * A new, empty database on the one throwaway server of this test run; started at the first call.
 * With `prepare` (say: run the migrations) the result is made once per run and copied for each caller, in 20 ms. The connection string is that
 * of the processes, which sees nothing that it does not ask for on somebody's behalf.
 */
export async function createTestDatabase(prepare?: Prepare): Promise<string> {
  const template = prepare === undefined ? 'template0' : await templateOf(prepare);
  return (await copyOf(template)).databaseUrl;
}

/** The connection string of the owner of a database, who sees and may do everything in it; of a server of one's own that is who has it. */
export function ownerUrl(url: string): string {
  return owners.get(loginOf(url)) ?? url;
}

/** The same for a database of a server of one's own. */
export function knowOwner({ databaseUrl, databaseOwnerUrl }: DatabaseLogins): void {
  owners.set(loginOf(databaseUrl), databaseOwnerUrl);
}

/** The same by whichever way one comes there. Another server may have a database of that name, but gives another password. */
function loginOf(url: string): string {
  const { username, password, pathname } = new URL(url);
  return `${username}:${password}${pathname}`;
}

/** The same of the superuser, for what PostgreSQL lets nobody else do. */
export async function superuserUrl(url: string): Promise<string> {
  return (await testServer()).url(new URL(url).pathname.slice(1));
}

/** Drops a database of `createTestDatabase`, with the connections that it still has. */
export async function dropTestDatabase(url: string): Promise<void> {
  await administer(`drop database if exists "${new URL(url).pathname.slice(1)}" with (force)`);
}

/** Ends the server of this run, if one was started, and removes all it wrote. */
export async function stopTestPostgres(): Promise<void> {
  if (running === undefined) return;
  const { server, home } = await running;
  await server.stop();
  await rm(home, { recursive: true, force: true });
  running = undefined;
  templates.clear();
}

async function templateOf(prepare: Prepare): Promise<string> {
  const made =
    templates.get(prepare) ??
    copyOf('template0').then(async (logins) => {
      await prepare(logins);
      return new URL(logins.databaseUrl).pathname.slice(1);
    });
  templates.set(prepare, made);
  return made;
}

async function copyOf(template: string): Promise<DatabaseLogins> {
  counter += 1;
  const name = `test_${counter}`;
  // The copy of the files beats the log here: nothing has to survive.
  await administer(`create database ${name} template "${template}" strategy file_copy`);
  const logins = await provideLogins((await testServer()).url(name));
  // A test looks at what the processes do, and cuts them off.
  const owner = new URL(logins.databaseOwnerUrl).username;
  await administer(`grant pg_read_all_stats, pg_signal_backend to ${owner}`);
  knowOwner(logins);
  return logins;
}

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: (await testServer()).url() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function testServer(): Promise<PostgresServer> {
  running ??= start();
  return (await running).server;
}

async function start(): Promise<{ server: PostgresServer; home: string }> {
  const home = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-pg-'));
  const server = await startPostgres({
    dir: path.join(home, 'data'),
    port: await freePort(),
    password: randomBytes(12).toString('hex'),
    logFile: path.join(home, 'postgres.log'),
    throwaway: true,
  });
  return { server, home };
}
