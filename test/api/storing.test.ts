import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';

import fc from 'fast-check';
import { Client as PgClient } from 'pg';

import { createWriterContext } from '#activities/writer-context.ts';
import { rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { isPostgresAway } from '#platform/postgres-away.ts';
import { nieuwSignaal, startApp, vraag } from '#test/support/app.ts';
import { alsEigenaar, testDatabase } from '#test/support/database.ts';
import { PgProxy } from '#test/support/pg-proxy.ts';
import { dropTestDatabase, ownerUrl } from '#test/support/postgres.ts';

describe('when something is away', () => {
  it('503 with Retry-After when a row stays locked: nothing happened, and the same request succeeds later', async () => {
    const app = await startApp();
    const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal());
    const ander = new PgClient({ connectionString: ownerUrl(app.databaseUrl) });
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
    const fouten: unknown[] = [];
    const bewaar = (fout: unknown): void => void fouten.push(fout);
    await inTransaction(app.orm, async (db) => {
      // The first hears why, the second that was already under way hears that it is over, the third is not sent at all.
      const eerste = rows(db, sql`select pg_terminate_backend(pg_backend_pid())`).catch(bewaar);
      const tweede = rows(db, sql`select 1`).catch(bewaar);
      await Promise.all([eerste, tweede]);
      await rows(db, sql`select 2`).catch(bewaar);
    }).catch(bewaar);
    assert.ok(fouten.length >= 3);
    for (const fout of fouten) assert.ok(isPostgresAway(fout), String(fout));
    await app.stop();
  });

  it('503 while the disk of PostgreSQL is full, or it has no room of another kind: nothing happened', async () => {
    const app = await startApp();
    await rows(app.db(), sql`create table proef as select '' as code`);
    await rows(app.db(), sql`grant select on proef to public`);
    await rows(
      app.db(),
      sql`create function vol() returns trigger language plpgsql as
          $$ begin raise exception 'could not extend file' using errcode = (select code from proef); end $$`,
    );
    await rows(app.db(), sql`create trigger vol before insert on gebeurtenis for each row execute function vol()`);
    const noord = app.as('metgezel.noord');
    for (const code of ['53100', '53200', '58030', '57P03', '25006']) {
      await rows(app.db(), sql`update proef set code = ${code}`);
      const vol = await noord.post('/signalen', nieuwSignaal());
      assert.deepEqual([vol.status, vol.headers.get('retry-after')], [503, '5'], code);
      assert.match(vol.body.detail, /^Er is niets veranderd\./, code);
    }
    await rows(app.db(), sql`drop trigger vol on gebeurtenis`);
    assert.deepEqual((await noord.get('/signalen')).body.signalen, []);
    assert.equal((await noord.post('/signalen', nieuwSignaal())).status, 201);
    await app.stop();
  });

  it('503 as well where it would refuse and the line about that cannot be kept: for the API a problem, for people a page', async () => {
    let isVol = true;
    const app = await startApp({
      noteer: () =>
        isVol ? Promise.reject(Object.assign(new Error('disk full'), { code: '53100' })) : Promise.resolve(),
    });
    const noord = app.as('metgezel.noord');
    for (const { status, headers, body } of [
      await noord.get('/signalen/NO-2026-9999'),
      await noord.post('/signalen', { knelpunt: '' }),
      await noord.get('/cijfers?periode=nooit'),
      await vraag(`${app.url}/api/v1/signalen`),
    ]) {
      assert.deepEqual([status, headers.get('retry-after'), body.code], [503, '5', 'tijdelijk_niet_beschikbaar']);
      assert.match(body.detail, /^Er is niets veranderd\./);
    }
    for (const link of ['onbekend', '%E0%A4']) {
      const pagina = await vraag(`${app.url}/verzoek/${link}`);
      assert.deepEqual([pagina.status, pagina.headers.get('retry-after')], [503, '60'], link);
      assert.match(pagina.body, /Signaalpunt is even niet bereikbaar/);
    }
    isVol = false;
    assert.equal((await noord.get('/signalen/NO-2026-9999')).status, 400);
    await app.stop();
  });

  it('after a lost commit it does not claim that nothing happened; the same request again has one effect', async () => {
    const databaseUrl = await testDatabase();
    await using proxy = await PgProxy.open(databaseUrl);
    const app = await startApp({ database: proxy.url });
    const noord = app.as('metgezel.noord');
    assert.equal((await noord.get('/ik')).status, 200);
    const sleutel = { 'idempotency-key': 'verloren' };
    proxy.loseReplyTo('commit');
    const verloren = await noord.post('/signalen', nieuwSignaal(), sleutel);
    assert.deepEqual([verloren.status, verloren.headers.get('retry-after')], [503, '5']);
    assert.match(
      verloren.body.detail,
      /^Het is niet zeker of het is gelukt\. Probeer het opnieuw: het gebeurt hoogstens één keer\./,
    );
    assert.equal((await noord.post('/signalen', nieuwSignaal(), sleutel)).status, 201);
    assert.equal((await noord.get('/signalen')).body.signalen.length, 1);
    await app.stop();
  });

  it('the act was done and its answer could not be read: nor then does it claim that nothing happened', async () => {
    const databaseUrl = await testDatabase();
    await using proxy = await PgProxy.open(databaseUrl);
    await using writer = await createWriterContext({ databaseUrl, timeTravel: true });
    const app = await startApp({
      database: proxy.url,
      voerUit: async (...vraagt) => {
        const antwoord = await writer.uitvoeren.voerUit(...vraagt);
        proxy.close();
        return antwoord;
      },
    });
    const gedaan = await app.as('metgezel.noord').post('/signalen', nieuwSignaal());
    assert.equal(gedaan.status, 503);
    assert.match(gedaan.body.detail, /^Het is niet zeker/);
    proxy.reopen();
    assert.equal((await app.as('metgezel.noord').get('/signalen')).body.signalen.length, 1);
    await app.stop();
  });

  it('is itself again within one time-out after every connection died without a word', async () => {
    const databaseUrl = await testDatabase();
    await using proxy = await PgProxy.open(databaseUrl);
    const app = await startApp({ database: proxy.url });
    const noord = app.as('metgezel.noord');
    await Promise.all(Array.from({ length: 12 }, () => noord.get('/signalen')));
    proxy.freeze();
    const { status, headers } = await noord.get('/signalen');
    assert.equal(status, 503);
    assert.ok(Number(headers.get('retry-after')) > 0);
    const daarna = await Promise.all(Array.from({ length: 12 }, () => noord.get('/signalen')));
    assert.deepEqual([...new Set(daarna.map((een) => een.status))], [200]);
    await app.stop();
  });

  it('answers everybody, and does each act once, whenever its connections die without a word', async () => {
    const databaseUrl = await testDatabase();
    await using proxy = await PgProxy.open(databaseUrl);
    const app = await startApp({ database: proxy.url });
    const noord = app.as('metgezel.noord');
    assert.equal((await noord.get('/ik')).status, 200);
    const gedaan = new Set<string>();
    for (const [ronde, berichten] of fc.sample(fc.integer({ min: 1, max: 60 }), 3).entries()) {
      const sleutels = Array.from({ length: 4 }, (_, i) => `ronde-${ronde}-${i}`);
      const dien = (sleutel: string) => noord.post('/signalen', nieuwSignaal(), { 'idempotency-key': sleutel });
      proxy.freezeAfter(berichten);
      // While nothing comes back everybody hears so; whoever asks again has it once.
      for (const { status } of await Promise.all(sleutels.map(dien)))
        assert.ok([201, 503].includes(status), `${status}`);
      proxy.freezeAfter(Number.POSITIVE_INFINITY);
      for (const sleutel of sleutels) {
        let antwoord = await dien(sleutel);
        while (antwoord.status === 503) antwoord = await dien(sleutel);
        assert.equal(antwoord.status, 201, JSON.stringify(antwoord.body));
        gedaan.add(antwoord.body.id);
      }
    }
    assert.equal(gedaan.size, 12);
    const over = sql`select (select count(*)::int from signaal) as signalen, (select count(*)::int from opdracht) as opdrachten,
                            (select count(*)::int from stroom where volgnummer = 0) as leeg`;
    const eigenaar = await alsEigenaar(databaseUrl);
    assert.deepEqual(await rows(eigenaar.em.getKysely(), over), [{ signalen: 12, opdrachten: 12, leeg: 0 }]);
    await eigenaar.close(true);
    proxy.freeze();
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
