import assert from 'node:assert/strict';

import { createDatabase } from '#db/database.ts';
import { initOrm } from '#db/orm.ts';
import { rows, sql } from '#db/sql.ts';

import { testDatabase } from '../support/database.ts';

describe('a handle on the database', () => {
  it('is for somebody', async () => {
    const orm = await initOrm(await testDatabase());
    try {
      const database = createDatabase(orm);
      // @ts-expect-error -- nobody asks anonymously
      assert.ok(() => database.voor());
      const db = database.voor({ rol: 'lezer', persoon: 'metgezel.noord' });
      assert.deepEqual(await rows(db, sql`select 1 as een`), [{ een: 1 }]);
      // @ts-expect-error -- nor in a transaction
      assert.ok(() => database.inTransaction(() => Promise.resolve()));
      await database.inTransaction({ rol: 'schrijver' }, async (tx) => {
        assert.deepEqual(await rows(tx, sql`select 1 as een`), [{ een: 1 }]);
      });
    } finally {
      await orm.close(true);
    }
  });
});
