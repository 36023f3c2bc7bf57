import type { MikroORM } from '@mikro-orm/postgresql';

import { migrate, type MigrateOptions } from '#db/migrate.ts';
import { initOrm } from '#db/orm.ts';
import type { DatabaseLogins } from '#platform/postgres-roles.ts';

import { createTestDatabase, ownerUrl } from './postgres.ts';

/** What tests look up and set up themselves they ask as the owner of the tables, who sees everything. Whoever calls this closes it. */
export function alsEigenaar(url: string): Promise<MikroORM> {
  return initOrm(ownerUrl(url), { patient: true, poolMax: 4 });
}

/** Makes a database of `testDatabase` up to date once more, otherwise than it was. */
export function migrateAgain(url: string, options: Pick<MigrateOptions, 'reizen' | 'demo'>): Promise<void> {
  return migrate(url, { ...options, ownerUrl: ownerUrl(url) });
}

/** A new database with tables, seeds and demo users, in which streams may travel in time. */
export function testDatabase(): Promise<string> {
  return createTestDatabase(migrateForTest);
}

function migrateForTest({ databaseUrl, databaseOwnerUrl }: DatabaseLogins): Promise<void> {
  return migrate(databaseUrl, { ownerUrl: databaseOwnerUrl, reizen: true, demo: true });
}
