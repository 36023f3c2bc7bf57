import { pathToFileURL } from 'node:url';

import type { MikroORM } from '@mikro-orm/postgresql';
import { escapeIdentifier } from 'pg';

import { runCommand } from '#platform/last-resort.ts';
import { StartError } from '#platform/start-error.ts';

import { initOrm } from './orm.ts';
import { maakRollen, verleen, verzorgJobs } from './rechten/verlenen.ts';
import { seed } from './seed.ts';
import { rows, sql } from './sql.ts';
import { inTransaction } from './transaction.ts';

export interface MigrateOptions {
  /** Who owns the tables and makes the roles. Without it that is the role of the processes, which can then do all that an owner can. */
  ownerUrl?: string | undefined;
  /** Streams may have a clock of their own: on the embedded default only. */
  reizen: boolean;
  /** Also seed the demo users. */
  demo: boolean;
}

/** Any number, as long as it is the same for every process that migrates. */
const MIGRATION_LOCK = 7_446_001;

/**
 * Brings the database to this version: roles, tables, rights, graphile-worker's own tables, seeds. Runs as often as one likes, also by
 * several processes at once. Throws when travelling is forbidden and a stream has travelled.
 */
export async function migrate(databaseUrl: string, { ownerUrl, reizen, demo }: MigrateOptions): Promise<void> {
  const orm = await initOrm(ownerUrl ?? databaseUrl, { patient: true });
  const { user, database } = partsOf(databaseUrl);
  try {
    await inTransaction(orm, async (lock) => {
      await rows(lock, sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
      await maakRollen(orm, user);
      await orm.migrator.up();
      await verleen(orm, user, { isOwner: ownerUrl === undefined });
      await verzorgJobs(orm, { databaseUrl, database });
      await allowTravelling(orm, reizen);
      await seed(orm, { demo });
    });
  } finally {
    await orm.close();
  }
}

/** An owner passes every policy, so in production nobody else may work in that role. Throws StartError. */
function refuseOneRole(databaseUrl: string, ownerUrl: string | undefined): void {
  if (ownerUrl === undefined || partsOf(ownerUrl).user === partsOf(databaseUrl).user)
    throw new StartError(
      'DATABASE_OWNER_URL moet de rol noemen die eigenaar is van de tabellen, een andere dan die in DATABASE_URL.',
    );
}

/** Names as they may stand in a statement. */
interface ConnectionParts {
  user: string;
  database: string;
}

function partsOf(url: string): ConnectionParts {
  const { username, pathname } = new URL(url);
  return {
    user: escapeIdentifier(decodeURIComponent(username)),
    database: escapeIdentifier(decodeURIComponent(pathname.slice(1))),
  };
}

/** The CHECK on `stroom.klokverschil_ms` asks this function, so no code can travel where it says no. */
async function allowTravelling(orm: MikroORM, reizen: boolean): Promise<void> {
  const db = orm.em.getKysely();
  const [reiziger] = reizen ? [] : await rows(db, sql`select nummer from stroom where klokverschil_ms <> 0 limit 1`);
  if (reiziger !== undefined)
    throw new StartError('TIJDREIZEN is uit, maar deze database bevat signalen waarvan de klok is verzet.');
  const body = reizen ? sql`'select true'` : sql`'select false'`;
  await rows(db, sql`create or replace function reizen_toegestaan() returns boolean language sql immutable as ${body}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { DATABASE_URL, DATABASE_OWNER_URL: ownerUrl, TIJDREIZEN, INGEBED, NODE_ENV } = process.env;
  await runCommand(async () => {
    if (DATABASE_URL === undefined) throw new StartError('DATABASE_URL ontbreekt.');
    if (NODE_ENV === 'production') refuseOneRole(DATABASE_URL, ownerUrl);
    await migrate(DATABASE_URL, { ownerUrl, reizen: TIJDREIZEN === 'aan', demo: INGEBED === '1' });
  }, 'De database is niet bijgewerkt.');
}
