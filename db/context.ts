import type { MikroORM } from '@mikro-orm/postgresql';

import { createDatabase, type Database } from './database.ts';
import { initOrm } from './orm.ts';

/** The database of one process, whose connections close with it. */
export interface DatabaseContext extends AsyncDisposable {
  orm: MikroORM;
  database: Database;
}

export type DatabaseOptions = NonNullable<Parameters<typeof initOrm>[1]>;

/** The one place where the database of a process is made from its URL. Nothing is contacted before the first query. */
export async function createDatabaseContext(databaseUrl: string, options?: DatabaseOptions): Promise<DatabaseContext> {
  const orm = await initOrm(databaseUrl, options);
  return { orm, database: createDatabase(orm), [Symbol.asyncDispose]: () => orm.close() };
}
