import assert from 'node:assert/strict';

import { Client } from 'pg';

import { text } from '#db/columns.ts';
import { createPool } from '#db/connections.ts';
import { initOrm } from '#db/orm.ts';
import { NoAnswer } from '#db/preparing-client.ts';
import { rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { followChanges, mayHaveChanged } from '#platform/changes.ts';
import { isPostgresAway } from '#platform/postgres-away.ts';
import { testDatabase } from '#test/support/database.ts';
import { PgProxy } from '#test/support/pg-proxy.ts';
import { dropTestDatabase, ownerUrl } from '#test/support/postgres.ts';

describe('the connections of a process to PostgreSQL', () => {
  let url: string;
  before(async () => (url = ownerUrl(await testDatabase())));
  after(() => dropTestDatabase(url));

  it('that all die without a word are found out together: the next question is answered again', async () => {
    await using proxy = await PgProxy.open(url);
    const orm = await initOrm(proxy.url, { poolMax: 4 });
    const db = orm.em.getKysely();
    const held = Array.from({ length: 4 }, () => inTransaction(orm, (tx) => rows(tx, sql`select pg_sleep(0.05)`)));
    await Promise.all(held);
    assert.equal(proxy.freeze(), 4);
    const first = await rows(db, sql`select 1 as een`).catch((error: unknown) => error);
    assert.ok(first instanceof NoAnswer, String(first));
    assert.ok(isPostgresAway(first));
    // None of the other three is tried any more: each would take as long to find out.
    const again = await Promise.all(Array.from({ length: 4 }, () => rows(db, sql`select 1 as een`)));
    assert.deepEqual(again.flat(), Array(4).fill({ een: 1 }));
    await orm.close(true);
  });

  it('that die in the middle of a transaction give their place and their locks back', async () => {
    await using proxy = await PgProxy.open(url);
    const orm = await initOrm(proxy.url, { poolMax: 1 });
    const fout = await inTransaction(orm, async (tx) => {
      await rows(tx, sql`select versie from kalender order by versie limit 1 for update`);
      proxy.freeze();
      await rows(tx, sql`select 1`);
    }).catch((error: unknown) => error);
    assert.ok(fout instanceof NoAnswer, String(fout));
    // PostgreSQL itself ends what lies still in a transaction, so the row is free although it never heard that we are gone.
    const ander = new Client({ connectionString: url });
    await ander.connect();
    await ander.query('select versie from kalender order by versie limit 1 for update');
    await ander.end();
    assert.deepEqual(await rows(orm.em.getKysely(), sql`select 1 as een`), [{ een: 1 }]);
    await orm.close(true);
  });

  it('have no query compiled, which takes longer than any of them', async () => {
    const orm = await initOrm(url, { poolMax: 1 });
    assert.deepEqual(await rows(orm.em.getKysely(), sql`select current_setting('jit') as jit`), [{ jit: 'off' }]);
    await orm.close(true);
  });

  it('have PostgreSQL end a statement that takes too long, and a transaction whose process is frozen', async () => {
    const orm = await initOrm(url, { poolMax: 1 });
    const settings = await rows(
      orm.em.getKysely(),
      sql`select name, setting from pg_settings
           where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'tcp_user_timeout') order by name`,
      { name: text, setting: text },
    );
    assert.deepEqual(
      settings.map(({ name, setting }) => [name, Number(setting) > 0 && Number(setting) < 10_000]),
      [
        ['idle_in_transaction_session_timeout', true],
        ['statement_timeout', true],
        ['tcp_user_timeout', true],
      ],
    );
    const fout = await inTransaction(orm, async (tx) => {
      await rows(tx, sql`set local statement_timeout = 50`);
      await rows(tx, sql`select pg_sleep(60)`);
    }).catch((error: unknown) => error);
    assert.ok(isPostgresAway(fout), String(fout));
    await orm.close();
  });

  it('leave a command that nobody waits for all the time it needs', async () => {
    const orm = await initOrm(url, { patient: true });
    assert.deepEqual(
      await rows(
        orm.em.getKysely(),
        sql`select current_setting('statement_timeout') as duur, current_setting('idle_in_transaction_session_timeout') as stil`,
      ),
      [{ duur: '0', stil: '0' }],
    );
    await orm.close();
  });

  it('of a pool for a library behave the same, and no connection that is cut ends the process', async () => {
    await using proxy = await PgProxy.open(url);
    const pool = createPool(proxy.url, 2, { rol: 'dienst', dienst: 'limieten' });
    await Promise.all([pool.query('select pg_sleep(0.05)'), pool.query('select pg_sleep(0.05)')]);
    proxy.freeze();
    await assert.rejects(pool.query('select 1'), NoAnswer);
    assert.equal((await pool.query('select 1')).rowCount, 1);
    await pool.end();
  });
});

describe('what a piece of work may have changed', () => {
  let url: string;
  before(async () => {
    url = ownerUrl(await testDatabase());
  });
  after(() => dropTestDatabase(url));

  const INSERT = sql`insert into regio (code, label, volgorde) values ('PROEF', 'Proef', 99) on conflict (code) do update set label = 'Proef'`;

  it('is nothing while it reads, or when a change is refused or rolled back', async () => {
    const orm = await initOrm(url);
    const db = orm.em.getKysely();
    await followChanges(async () => {
      await rows(db, sql`select 1`);
      assert.equal(mayHaveChanged(), false);
      await assert.rejects(rows(db, sql`insert into regio (code) values (null)`));
      assert.equal(mayHaveChanged(), false);
      await assert.rejects(
        inTransaction(orm, async (tx) => {
          await rows(tx, INSERT);
          throw new Error('toch niet');
        }),
      );
      assert.equal(mayHaveChanged(), false);
      await inTransaction(orm, (tx) => rows(tx, sql`select 1`));
      assert.equal(mayHaveChanged(), false);
    });
    await orm.close();
  });

  it('is something after a change, in a transaction or not, and others do not count with it', async () => {
    const orm = await initOrm(url);
    const change = () =>
      followChanges(async () => {
        await inTransaction(orm, (tx) => rows(tx, INSERT));
        return mayHaveChanged();
      });
    const alone = () =>
      followChanges(async () => {
        await rows(orm.em.getKysely(), INSERT);
        return mayHaveChanged();
      });
    const reading = () =>
      followChanges(async () => {
        await rows(orm.em.getKysely(), sql`select 1`);
        return mayHaveChanged();
      });
    assert.deepEqual(await Promise.all([change(), reading(), alone(), reading()]), [true, false, true, false]);
    await orm.close();
  });

  it('is not known once the reply to the commit is lost', async () => {
    await using proxy = await PgProxy.open(url);
    const orm = await initOrm(proxy.url);
    await followChanges(async () => {
      proxy.loseReplyTo('commit');
      const fout = await inTransaction(orm, (tx) => rows(tx, INSERT)).catch((error: unknown) => error);
      assert.ok(isPostgresAway(fout), String(fout));
      assert.equal(mayHaveChanged(), true);
    });
    await orm.close(true);
  });

  it('is known to be nothing when the connection is lost before the commit', async () => {
    await using proxy = await PgProxy.open(url);
    const orm = await initOrm(proxy.url);
    await followChanges(async () => {
      proxy.loseReplyTo('insert into regio');
      const fout = await inTransaction(orm, (tx) => rows(tx, INSERT)).catch((error: unknown) => error);
      assert.ok(isPostgresAway(fout), String(fout));
      assert.equal(mayHaveChanged(), false);
    });
    await orm.close(true);
  });
});
