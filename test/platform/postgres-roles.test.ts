import assert from 'node:assert/strict';

import { text } from '#db/columns.ts';
import { createDatabaseContext } from '#db/context.ts';
import { migrate } from '#db/migrate.ts';
import { rows, sql } from '#db/sql.ts';
import { provideLogins } from '#platform/postgres-roles.ts';
import { alsEigenaar } from '#test/support/database.ts';
import { createTestDatabase, dropTestDatabase, superuserUrl } from '#test/support/postgres.ts';

describe('the logins of a database', () => {
  it('are given to one that belonged to the superuser too: it changes owner and is brought up to date', async () => {
    const url = await createTestDatabase();
    const superuser = await superuserUrl(url);
    await migrate(superuser, { reizen: true, demo: true });

    const { databaseUrl, databaseOwnerUrl } = await provideLogins(superuser);
    await migrate(databaseUrl, { ownerUrl: databaseOwnerUrl, reizen: true, demo: true });

    const eigenaar = await alsEigenaar(url);
    const vreemd = await rows(
      eigenaar.em.getKysely(),
      sql`select c.relname::text as naam from pg_class c
           where c.relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) and c.relkind in ('r', 'S', 'v')
             and c.relowner not in ('signaalpunt_eigenaar'::regrole, 'signaalpunt_dienst_jobs'::regrole)`,
      { naam: text },
    );
    assert.deepEqual(vreemd, []);
    await eigenaar.close(true);
    {
      await using context = await createDatabaseContext(databaseUrl);
      const db = context.database.voor({ rol: 'dienst', dienst: 'aanmelden' });
      assert.equal((await rows(db, sql`select from gebruiker where id = 'metgezel.noord'`)).length, 1);
      await assert.rejects(rows(context.orm.em.getKysely(), sql`select from gebruiker`), { code: '42501' });
    }
    await dropTestDatabase(url);
  });
});
