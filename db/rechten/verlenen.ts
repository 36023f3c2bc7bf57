import type { MikroORM } from '@mikro-orm/postgresql';
import { runMigrations, Logger } from 'graphile-worker';

import { createPool } from '../connections.ts';
import { PORT, RECHTEN } from './rechten.ts';
import { neem, ROL, rolVan } from './rollen.ts';
import { NASLAG } from './tabellen.ts';
import { ZICHT } from './zicht.ts';

const JOBS = rolVan('jobs');
const ROLLEN = [...new Set([...Object.values(ROL), ...RECHTEN.keys()])];
const DIENSTEN = [...RECHTEN.keys()].filter((rol) => rol !== ROL.lezer && rol !== ROL.partner);
/** In which queries run; the other is part of these. */
const TE_NEMEN = ROLLEN.filter((rol) => rol !== ROL.dienst);

/**
 * Makes the roles that are missing. `proces`, with which the processes log in, may take each of them and has no right of its own. The
 * owner sees what the diensten see, for the migrations. Names as they may stand in a statement.
 */
export async function maakRollen(orm: MikroORM, proces: string): Promise<void> {
  await voer(orm, [
    ...ROLLEN.map(
      (rol) =>
        `do $$ begin create role ${rol} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    ),
    ...DIENSTEN.map((rol) => `grant ${ROL.dienst} to ${rol} with inherit true, set false`),
    ...TE_NEMEN.map((rol) => `grant ${rol} to ${proces} with inherit false, set true`),
    `grant ${ROL.dienst}, ${JOBS} to current_user with inherit true`,
  ]);
}

/** Writes the rights of every role anew: those of rechten.ts and no other. Of `proces` they are taken away, unless it is the owner. */
export async function verleen(orm: MikroORM, proces: string, { isOwner }: { isOwner: boolean }): Promise<void> {
  const zonderRechten = [...ROLLEN, ...(isOwner ? [] : [proces])].join(', ');
  await voer(orm, [
    `revoke all on all tables in schema public from ${zonderRechten}`,
    `revoke all on all sequences in schema public from ${zonderRechten}`,
    `grant usage on schema public to ${ROLLEN.join(', ')}, ${proces}`,
    `grant select on ${NASLAG.join(', ')} to ${ROLLEN.join(', ')}`,
    ...[...RECHTEN].flatMap(([rol, rechten]) =>
      Object.entries(rechten).map(([tabel, recht]) => `grant ${recht} on ${tabel} to ${rol}`),
    ),
    `grant usage on sequence signaalnummer, patroonnummer to ${ROL.schrijver}`,
    `grant usage on sequence lesnummer to ${rolVan('lessen')}`,
    `revoke execute on function ${ZICHT.join(', ')} from public`,
    `grant execute on function ${ZICHT.join(', ')} to ${ROL.lezer}, ${ROL.partner}`,
    `grant execute on function staat_verhaal_toe(uuid) to ${rolVan('rapporten')}`,
  ]);
}

/**
 * Brings the tables of graphile-worker up to date. Who runs the jobs owns them; another role can only say that there is a job, with
 * `graphile_worker.por`. `database` as it may stand in a statement.
 */
export async function verzorgJobs(
  orm: MikroORM,
  { databaseUrl, database }: { databaseUrl: string; database: string },
): Promise<void> {
  const pgPool = createPool(databaseUrl, 1, { rol: 'dienst', dienst: 'jobs' });
  try {
    await voer(orm, [`grant create on database ${database} to ${JOBS}`]);
    await runMigrations({ pgPool, logger: SILENT });
    await pgPool.query(`begin; ${neem(JOBS)}; ${POR}; commit`);
  } finally {
    await voer(orm, [`revoke create on database ${database} from ${JOBS}`]);
    await pgPool.end();
  }
}

const POR = `
  create or replace function graphile_worker.por(taak text, lading json) returns void
    language sql security definer set search_path = pg_catalog
    as 'select graphile_worker.add_job(taak, lading)';
  revoke execute on function graphile_worker.por from public;
  grant execute on function graphile_worker.por to ${PORT.join(', ')};
  grant usage on schema graphile_worker to ${PORT.join(', ')}`;

const SILENT = new Logger(() => () => undefined);

/** All of them or none, so that processes which run meanwhile never meet half of it. */
async function voer(orm: MikroORM, statements: readonly string[]): Promise<void> {
  await orm.em.getConnection().execute(statements.join(';\n'));
}
