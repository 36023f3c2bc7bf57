import assert from 'node:assert/strict';

import { createDatabaseContext, type DatabaseContext } from '#db/context.ts';
import { rows, sql } from '#db/sql.ts';
import { alsEigenaar, testDatabase } from '#test/support/database.ts';
import { PgProxy } from '#test/support/pg-proxy.ts';
import { dropTestDatabase } from '#test/support/postgres.ts';

/** What the driver cannot send. */
const GEEN_WAARDE = {
  toPostgres: () => {
    throw new Error('geen waarde');
  },
};
const LEZER = { rol: 'lezer', persoon: 'metgezel.noord' } as const;

describe('a handle on the database', () => {
  let url: string;
  let context: DatabaseContext;
  before(async () => {
    url = await testDatabase();
    context = await createDatabaseContext(url, { poolMax: 1 });
  });
  after(async () => {
    await context[Symbol.asyncDispose]();
    await dropTestDatabase(url);
  });

  it('is for somebody', async () => {
    const { database } = context;
    // @ts-expect-error -- nobody asks anonymously
    assert.ok(() => database.voor());
    assert.deepEqual(await rows(database.voor(LEZER), sql`select 1 as een`), [{ een: 1 }]);
    // @ts-expect-error -- nor in a transaction
    assert.ok(() => database.inTransaction(() => Promise.resolve()));
    await database.inTransaction(LEZER, async (tx) => {
      assert.deepEqual(await rows(tx, sql`select 1 as een`), [{ een: 1 }]);
    });
  });

  const WIE = sql`select current_user::text as rol, nullif(current_setting('app.persoon', true), '') as persoon`;

  it('asks PostgreSQL in the role of that one, alone and in a transaction', async () => {
    const { database } = context;
    const verwacht = [{ rol: 'signaalpunt_lezer', persoon: 'metgezel.noord' }];
    assert.deepEqual(await rows(database.voor(LEZER), WIE), verwacht);
    assert.deepEqual(await database.inTransaction(LEZER, (tx) => rows(tx, WIE)), verwacht);
    assert.deepEqual(await rows(database.voor({ rol: 'lezer', persoon: 'landelijk' }), WIE), [
      { rol: 'signaalpunt_lezer', persoon: 'landelijk' },
    ]);
    assert.deepEqual(await rows(database.voor({ rol: 'dienst', dienst: 'post' }), WIE), [
      { rol: 'signaalpunt_dienst_post', persoon: null },
    ]);
  });

  it('costs no round trip: context, query and end are all sent before anything is answered', async () => {
    await using proxy = await PgProxy.open(url);
    await using ver = await createDatabaseContext(proxy.url, { poolMax: 1 });
    const db = ver.database.voor(LEZER);
    await rows(db, sql`select 1 as een`);
    proxy.keepRepliesUntil('end\0');
    assert.deepEqual(await rows(db, sql`select 1 as een`), [{ een: 1 }]);
  });

  describe('leaves nothing behind on its connection', () => {
    const POST = { rol: 'dienst', dienst: 'post' } as const;
    const kaal = async (): Promise<unknown> => {
      const [wie] = await rows(context.orm.em.getKysely(), WIE);
      return wie;
    };
    const NIEMAND = { rol: 'signaalpunt_proces', persoon: null };

    it('after a query, and after a transaction', async () => {
      await rows(context.database.voor(LEZER), sql`select 1`);
      assert.deepEqual(await kaal(), NIEMAND);
      await context.database.inTransaction(LEZER, (tx) => rows(tx, sql`select 1`));
      assert.deepEqual(await kaal(), NIEMAND);
      assert.deepEqual(await rows(context.database.voor(POST), WIE), [
        { rol: 'signaalpunt_dienst_post', persoon: null },
      ]);
    });

    it('after an error of the query, of the work or of the context', async () => {
      const { database } = context;
      await assert.rejects(rows(database.voor(LEZER), sql`select 1 / 0`), /division by zero/);
      assert.deepEqual(await kaal(), NIEMAND);
      await assert.rejects(rows(database.voor(LEZER), sql`select ${GEEN_WAARDE}`), /geen waarde/);
      assert.deepEqual(await kaal(), NIEMAND);
      await assert.rejects(
        database.inTransaction(LEZER, async (tx) => {
          await rows(tx, WIE);
          throw new Error('toch niet');
        }),
        /toch niet/,
      );
      assert.deepEqual(await kaal(), NIEMAND);
      const verzonnen = { rol: 'dienst', dienst: 'die_niet_bestaat' } as unknown as typeof POST;
      await assert.rejects(rows(database.voor(verzonnen), sql`select 1`), /does not exist/);
      await assert.rejects(
        database.inTransaction(verzonnen, (tx) => rows(tx, sql`select 1`)),
        /does not exist/,
      );
      assert.deepEqual(await kaal(), NIEMAND);
    });

    it('after the connection died in the middle of a query', async () => {
      await assert.rejects(
        context.database.inTransaction(LEZER, async (tx) => {
          const [{ pid } = { pid: 0 }] = await rows(tx, sql`select pg_backend_pid() as pid`);
          const beheerder = await alsEigenaar(url);
          await rows(beheerder.em.getKysely(), sql`select pg_terminate_backend(${pid}::int)`);
          await beheerder.close(true);
          await rows(tx, sql`select 1`);
        }),
      );
      assert.deepEqual(await kaal(), NIEMAND);
    });

    it('when many ask at the same time: each answer is in the role of who asked', async () => {
      const wie = ['metgezel.noord', 'landelijk', 'coordinator.west', 'leiding'];
      const antwoorden = await Promise.all(
        Array.from({ length: 100 }, async (_, i) => {
          const persoon = wie[i % wie.length]!;
          const [antwoord] = await rows(context.database.voor({ rol: 'lezer', persoon }), WIE);
          return [persoon, antwoord?.['persoon']];
        }),
      );
      for (const [vrager, gehoord] of antwoorden) assert.equal(gehoord, vrager);
    });
  });
});
