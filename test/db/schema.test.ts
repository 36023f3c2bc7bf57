import assert from 'node:assert/strict';
import { initOrm } from '#db/orm.ts';
import { testDatabase } from '#test/support/database.ts';

describe('migrations', () => {
  it('make exactly the tables that the entities describe', async () => {
    const orm = await initOrm(await testDatabase());
    try {
      assert.equal(await orm.schema.getUpdateSchemaSQL({ wrap: false }), '');
      assert.equal(await orm.migrator.checkSchema(), false, 'true means that a new migration is needed');
    } finally {
      await orm.close();
    }
  });
});
