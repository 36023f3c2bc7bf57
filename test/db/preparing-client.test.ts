import assert from 'node:assert/strict';

import type { MikroORM } from '@mikro-orm/postgresql';

import { number } from '#db/columns.ts';
import { initOrm } from '#db/orm.ts';
import { join, rows, rowsOfComposed, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { testDatabase } from '#test/support/database.ts';
import { dropTestDatabase, ownerUrl } from '#test/support/postgres.ts';

describe('a connection to PostgreSQL', () => {
  let url: string;
  let orm: MikroORM;

  before(async () => {
    url = ownerUrl(await testDatabase());
    orm = await initOrm(url, { poolMax: 1 });
  });

  after(async () => {
    await orm.close();
    await dropTestDatabase(url);
  });

  const bewaard = async (): Promise<number> => {
    const [telling] = await rows(
      orm.em.getKysely(),
      sql`select count(*)::int as aantal from pg_prepared_statements where statement like '%als getal%'`,
      { aantal: number },
    );
    return telling?.aantal ?? 0;
  };

  it('keeps one plan of a query, whatever its values, also in a transaction', async () => {
    const vraag = (getal: number) => sql`select ${getal}::int as "als getal"`;
    assert.deepEqual(await rows(orm.em.getKysely(), vraag(1)), [{ 'als getal': 1 }]);
    assert.deepEqual(await inTransaction(orm, (db) => rows(db, vraag(2))), [{ 'als getal': 2 }]);
    assert.equal(await bewaard(), 1 + 1, 'that query, and the one that counts');
  });

  it('keeps none of a query that is put together from what was asked', async () => {
    const voor = await bewaard();
    const een = join([sql`1 = ${1}`, sql`2 = ${2}`], ' and ');
    assert.deepEqual(
      await rowsOfComposed(orm.em.getKysely(), sql`select 3 as "als getal" where ${een}`, { 'als getal': number }),
      [{ 'als getal': 3 }],
    );
    assert.equal(await bewaard(), voor);
  });

  it('keeps none of a query that MikroORM writes, whose text holds the values', async () => {
    const voor = await bewaard();
    await orm.em.getConnection().execute(`select 3 as "als getal"`);
    assert.equal(await bewaard(), voor);
  });

  it('is of use again after a query that fails', async () => {
    const deel = (door: number) => sql`select 1 / ${door}::int as deel`;
    await assert.rejects(rows(orm.em.getKysely(), deel(0)), /division by zero/);
    await assert.rejects(rows(orm.em.getKysely(), sql`select fout ${1}`), /syntax error/);
    assert.deepEqual(await rows(orm.em.getKysely(), deel(1)), [{ deel: 1 }]);
  });
});
