import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';

import { Client as PgClient } from 'pg';

import { initOrm } from '#db/orm.ts';
import { rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { isPostgresAway } from '#platform/postgres-away.ts';
import { nieuwSignaal, startApp, vraag } from '#test/support/app.ts';
import { dropTestDatabase } from '#test/support/postgres.ts';

describe('when something is away', () => {
  it('503 with Retry-After when a row stays locked: nothing happened, and the same request succeeds later', async () => {
    const app = await startApp();
    const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal());
    const ander = new PgClient({ connectionString: app.databaseUrl });
    await ander.connect();
    await ander.query('begin');
    await ander.query('select 1 from stroom where id = $1 for update', [body.id]);
    const sleutel = { 'idempotency-key': 'bezet' };
    const bezet = await app.as('metgezel.noord').post(`/signalen/${body.nummer}/notities`, { notitie: 'x' }, sleutel);
    assert.deepEqual(
      [bezet.status, bezet.body.code, bezet.headers.get('retry-after')],
      [503, 'tijdelijk_niet_beschikbaar', '2'],
    );
    await ander.query('rollback');
    await ander.end();
    const later = await app.as('metgezel.noord').post(`/signalen/${body.nummer}/notities`, { notitie: 'x' }, sleutel);
    assert.equal(later.status, 201);
    await app.stop();
  });

  it('503 without PostgreSQL, for reading and for acting; alive, but not ready; the start page says so', async () => {
    const app = await startApp();
    const noord = app.as('metgezel.noord');
    assert.equal((await noord.get('/ik')).status, 200);
    assert.equal((await vraag(`${app.url}/health/ready`)).status, 200);
    await dropTestDatabase(app.databaseUrl);
    for (const { status, headers } of [await noord.get('/signalen'), await noord.post('/signalen', nieuwSignaal())]) {
      assert.equal(status, 503);
      assert.ok(Number(headers.get('retry-after')) > 0);
    }
    assert.equal((await vraag(`${app.url}/health/live`)).status, 200);
    assert.equal((await vraag(`${app.url}/health/ready`)).status, 503);
    const start = await vraag(`${app.url}/`);
    assert.equal(start.status, 200);
    assert.match(start.body, /niet bereikbaar/);
    await app.stop();
  });

  it('knows each error of a connection that is cut in the middle of an act as PostgreSQL being away', async () => {
    const app = await startApp();
    const orm = await initOrm(app.databaseUrl, { poolMax: 1 });
    const fouten: unknown[] = [];
    const bewaar = (fout: unknown): void => void fouten.push(fout);
    await inTransaction(orm, async (db) => {
      // The first hears why, the second that was already under way hears that it is over, the third is not sent at all.
      const eerste = rows(db, sql`select pg_terminate_backend(pg_backend_pid())`).catch(bewaar);
      const tweede = rows(db, sql`select 1`).catch(bewaar);
      await Promise.all([eerste, tweede]);
      await rows(db, sql`select 2`).catch(bewaar);
    }).catch(bewaar);
    assert.ok(fouten.length >= 3);
    for (const fout of fouten) assert.ok(isPostgresAway(fout), String(fout));
    await orm.close();
    await app.stop();
  });

  it('stopping finishes the request that is under way and takes no new one', async () => {
    let isBegonnen = (): void => undefined;
    let magDoor = (): void => undefined;
    const begonnen = new Promise<void>((klaar) => (isBegonnen = klaar));
    const door = new Promise<void>((klaar) => (magDoor = klaar));
    const app = await startApp({
      voerUit: async () => {
        isBegonnen();
        await door;
        return { soort: 'geweigerd', code: 'gesloten', reden: 'Dit signaal is afgesloten.' };
      },
    });
    const onderweg = app.as('metgezel.noord').post('/signalen', nieuwSignaal());
    await begonnen;
    const gestopt = app.server.stop();
    const { port } = new URL(app.url);
    const nieuw = connect(Number(port), '127.0.0.1');
    await once(nieuw, 'error');
    magDoor();
    assert.equal((await onderweg).status, 409);
    await gestopt;
    await app.orm.close(true);
  });
});
