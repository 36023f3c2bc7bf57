import { createHmac } from 'node:crypto';

import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Who owns the tables and makes the roles, and who the processes are: as docker/postgres/10-databases.sh makes them. */
const OWNER = 'signaalpunt_eigenaar';
const PROCESS = 'signaalpunt_proces';

/** Connection strings of one database, by who logs in. */
export interface DatabaseLogins {
  /** For the processes. This role has no right of its own. */
  databaseUrl: string;
  /** For `migrate` alone. */
  databaseOwnerUrl: string;
}

/**
 * Has the database at `superuserUrl` owned and used by the roles that production has too, so that none of our processes is a superuser.
 * What is in it, and the roles that a superuser made, change hands; jobs, which are pokes alone, are dropped when they are not yet of who runs them. May be called at each start.
 */
export async function provideLogins(superuserUrl: string): Promise<DatabaseLogins> {
  const { password, pathname } = new URL(superuserUrl);
  // A process must not be able to log in as anybody else by what it knows.
  const passwordOf = (role: string): string => createHmac('sha256', password).update(role).digest('hex');
  const database = escapeIdentifier(decodeURIComponent(pathname.slice(1)));
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const [role, attributes] of [
      [OWNER, 'createrole'],
      [PROCESS, 'nocreaterole'],
    ] as const) {
      await client.query(
        `do $$ begin create role ${role}; exception when duplicate_object or unique_violation then null; end $$`,
      );
      await client.query(`alter role ${role} login ${attributes} password ${escapeLiteral(passwordOf(role))}`);
    }
    await client.query(`alter database ${database} owner to ${OWNER}`);
    await client.query(`alter schema public owner to pg_database_owner`);
    await client.query(ADOPT);
  } finally {
    await client.end();
  }
  const urlOf = (username: string): string =>
    Object.assign(new URL(superuserUrl), { username, password: passwordOf(username) }).href;
  return { databaseUrl: urlOf(PROCESS), databaseOwnerUrl: urlOf(OWNER) };
}

/** What was made before there was an owner belongs to the superuser; `reassign owned` refuses to take anything of that one. */
const ADOPT = `
  do $$ declare statement text; begin
    for statement in
      select format('alter table %s owner to ${OWNER}', oid::regclass) from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') and relowner = 10
      union all
      select format('alter sequence %s owner to ${OWNER}', oid::regclass) from pg_class c
       where relnamespace = 'public'::regnamespace and relkind = 'S' and relowner = 10
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
      union all
      select format('alter routine %s owner to ${OWNER}', oid::regprocedure) from pg_proc p
       where pronamespace = 'public'::regnamespace and proowner = 10
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      union all
      select format('grant %I to ${OWNER} with admin true, inherit false, set false', rolname) from pg_roles r
       where rolname like 'signaalpunt\\_%' and rolname not in ('${OWNER}', '${PROCESS}')
         and not exists (select from pg_auth_members m
                          where m.roleid = r.oid and m.member = '${OWNER}'::regrole and m.admin_option)
      union all
      select 'drop schema graphile_worker cascade' from pg_namespace where nspname = 'graphile_worker' and nspowner = 10
    loop execute statement; end loop;
  end $$`;
