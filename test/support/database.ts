import { migrate } from '#db/migrate.ts';

import { createTestDatabase } from './postgres.ts';

/** A new database with tables, seeds and demo users, in which streams may travel in time. */
export function testDatabase(): Promise<string> {
  return createTestDatabase(migrateForTest);
}

function migrateForTest(url: string): Promise<void> {
  return migrate(url, { reizen: true, demo: true });
}
