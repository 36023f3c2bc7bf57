import assert from 'node:assert/strict';

import { instant, number, text } from '#db/columns.ts';
import { Feestdag } from '#db/entities/beleid.ts';
import { Gebruiker } from '#db/entities/gebruiker.ts';
import { initOrm } from '#db/orm.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { aloneEach, togetherEach, withEntities } from '#db/transaction.ts';
import { isPostgresAway } from '#platform/postgres-away.ts';
import { testDatabase } from '#test/support/database.ts';
import { dropTestDatabase, ownerUrl } from '#test/support/postgres.ts';

const DAG = { datum: '2031-05-05', naam: 'Proefdag', bron: 'Besluit' };

describe('a transaction with entities', () => {
  let url: string;
  before(async () => (url = ownerUrl(await testDatabase())));
  after(() => dropTestDatabase(url));

  it('is one with the queries in it: what was changed is written before its end, and nothing when it fails', async () => {
    const orm = await initOrm(url, { poolMax: 1 });
    const db = orm.em.getKysely();
    await assert.rejects(
      withEntities(orm, async (em, tx) => {
        em.create(Feestdag, DAG);
        await em.flush();
        assert.equal((await rows(tx, sql`select from feestdag where datum = ${DAG.datum}`)).length, 1);
        throw new Error('toch niet');
      }),
      /toch niet/,
    );
    assert.equal((await rows(db, sql`select from feestdag where datum = ${DAG.datum}`)).length, 0);
    await withEntities(orm, async (em, tx) => {
      await rows(tx, sql`update gebruiker set telefoon = '0612345678' where id = 'metgezel.noord'`);
      const account = await em.findOneOrFail(Gebruiker, 'metgezel.noord');
      assert.equal(account.telefoon, '0612345678');
      account.naam = "Een O'Naam met ? en \\ en $1";
    });
    assert.deepEqual(await rows(db, sql`select naam, telefoon from gebruiker where id = 'metgezel.noord'`), [
      { naam: "Een O'Naam met ? en \\ en $1", telefoon: '0612345678' },
    ]);
    await orm.close(true);
  });

  it('gives its connection back when the server cuts it, however often', async () => {
    const orm = await initOrm(url, { poolMax: 1 });
    for (let keer = 0; keer < 3; keer += 1) {
      const fout = await withEntities(orm, async (em, tx) => {
        const account = await em.findOneOrFail(Gebruiker, 'metgezel.west');
        account.naam = `Keer ${keer}`;
        await rows(tx, sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => undefined);
      }).catch((error: unknown) => error);
      assert.ok(isPostgresAway(fout), String(fout));
    }
    assert.deepEqual(await rows(orm.em.getKysely(), sql`select 1 as een`), [{ een: 1 }]);
    await orm.close(true);
  });
});

describe('queries by themselves', () => {
  let url: string;
  before(async () => (url = ownerUrl(await testDatabase())));
  after(() => dropTestDatabase(url));

  /** In which transaction, over which connection and with which setting a query runs. */
  const WAAR = sql`select tijdstip(now()) as begonnen, pg_backend_pid() as verbinding, current_setting('app.proef', true) as proef`;
  const WAAR_RIJ = { begonnen: instant, verbinding: number, proef: text };
  const waar = async (db: Db) => (await rows(db, WAAR, WAAR_RIJ))[0];

  it('are one transaction where they are asked in one go, also when each first waits for what is there, and not when one is asked after the other', async () => {
    const orm = await initOrm(url, { poolMax: 3 });
    const db = togetherEach(orm, `set local app.proef = 'samen'`);
    const later = async () => {
      await Promise.resolve();
      return waar(db);
    };
    const [een, twee, drie] = await Promise.all([waar(db), later(), waar(db)]);
    assert.equal(een?.proef, 'samen');
    assert.deepEqual([twee, drie], [een, een]);
    const daarna = await waar(db);
    assert.equal(daarna?.verbinding, een?.verbinding);
    assert.notEqual(daarna?.begonnen, een?.begonnen);

    const apart = aloneEach(orm, `set local app.proef = 'apart'`);
    const [a, b] = await Promise.all([waar(apart), waar(apart)]);
    assert.notEqual(a?.verbinding, b?.verbinding);
    await orm.close(true);
  });

  it('fail together with what went wrong first, and leave nothing behind for who asks next', async () => {
    const orm = await initOrm(url, { poolMax: 1 });
    const db = togetherEach(orm, `set local app.proef = 'samen'`);
    const [een, fout, na] = await Promise.allSettled([waar(db), rows(db, sql`select 1 / 0`), waar(db)]);
    for (const afloop of [een, fout, na])
      assert.match(String(afloop.status === 'rejected' ? afloop.reason : 'answered'), /division by zero/);
    assert.equal((await waar(db))?.proef, 'samen');
    assert.equal((await waar(orm.em.getKysely()))?.proef ?? '', '');
    await assert.rejects(waar(togetherEach(orm, 'set local role bestaat_niet')), /bestaat_niet/);
    await orm.close(true);
  });
});
