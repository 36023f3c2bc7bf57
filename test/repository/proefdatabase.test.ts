import assert from 'node:assert/strict';

import { knowOwner, ownerUrl } from '#test/support/postgres.ts';

describe('the owner of a database of a test', () => {
  it('is known by whichever way one comes there', () => {
    knowOwner({ databaseUrl: 'postgresql://proces:a@127.0.0.1:1/huis', databaseOwnerUrl: 'postgresql://baas@h/huis' });
    assert.equal(ownerUrl('postgresql://proces:a@127.0.0.1:2/huis'), 'postgresql://baas@h/huis');
  });

  it('is not that of a database of the same name on another server, which may be gone', () => {
    knowOwner({ databaseUrl: 'postgresql://proces:a@127.0.0.1:1/post', databaseOwnerUrl: 'postgresql://baas@h/post' });
    for (const ander of ['postgresql://proces:b@127.0.0.1:1/post', 'postgresql://super:a@127.0.0.1:1/post'])
      assert.equal(ownerUrl(ander), ander);
  });
});
