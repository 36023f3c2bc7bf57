import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';

import { connectionSettings, dropDeadTogether } from './connections.ts';
import { ENTITIES } from './entities/index.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { PreparingClient } from './preparing-client.ts';

/** Connections of one process; docs/runbook.md says what fits on one server. */
const POOL_MAX = 10;
/** A new connection has no plans yet, so one is kept through a quiet spell. */
const IDLE_MS = 5 * 60_000;

/**
 * The connections, entities and migrations of the database at `databaseUrl`. Nothing is contacted before the first query.
 * `patient`: no limit to how long one statement takes, for a command that nobody waits for. Whoever calls this closes it.
 */
export function initOrm(
  databaseUrl: string,
  { poolMax = POOL_MAX, patient = false }: { poolMax?: number; patient?: boolean } = {},
): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: databaseUrl,
    entities: ENTITIES,
    extensions: [Migrator],
    pool: { min: 0, max: poolMax, idleTimeoutMillis: IDLE_MS },
    driverOptions: {
      Client: PreparingClient,
      onPoolCreated: dropDeadTogether,
      ...connectionSettings({ patient }),
    },
    // It would ask whether the database is there, on a connection of its own beside the transaction that is waited for.
    ensureDatabase: false,
    // Functions are written by hand in the migrations; graphile-worker looks after its own tables.
    schemaGenerator: { ignoreSchema: ['graphile_worker'], ignoreRoutines: true },
    migrations: { migrationsList: MIGRATIONS, snapshot: false, tableName: 'migratie', silent: true },
  });
}
