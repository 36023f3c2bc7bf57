import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';

import { ENTITIES } from './entities/index.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { PreparingClient } from './preparing-client.ts';

/** Connections of one process. The default leaves room for two API processes and two workers on a server with 100. */
const POOL_MAX = 10;
/** A new connection has no plans yet, so one is kept through a quiet spell. */
const IDLE_MS = 5 * 60_000;

/**
 * The connections, entities and migrations of the database at `databaseUrl`. Nothing is contacted before the first query.
 * Whoever calls this closes it.
 */
export function initOrm(databaseUrl: string, { poolMax = POOL_MAX }: { poolMax?: number } = {}): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: databaseUrl,
    entities: ENTITIES,
    extensions: [Migrator],
    pool: { min: 0, max: poolMax, idleTimeoutMillis: IDLE_MS },
    driverOptions: { Client: PreparingClient },
    // Functions are written by hand in the migrations; graphile-worker looks after its own tables.
    schemaGenerator: { ignoreSchema: ['graphile_worker'], ignoreRoutines: true },
    migrations: { migrationsList: MIGRATIONS, snapshot: false, tableName: 'migratie', silent: true },
  });
}
