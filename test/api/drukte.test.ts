import assert from 'node:assert/strict';

import { Client } from 'pg';

import { number } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { nieuwSignaal, startApp, vraag } from '#test/support/app.ts';
import { ownerUrl } from '#test/support/postgres.ts';
import { tot } from '#test/support/worker.ts';

/** The pool, the counts of requests and who listens, without a simulation; docs/runbook.md counts on it. */
const VERBINDINGEN = 13;
const POOL = 10;

describe('when every connection of the process is taken', () => {
  it('it says so, stays alive, takes no more of them than it may, and goes on at once when there is room: each act is done once', async () => {
    const app = await startApp();
    const noord = app.as('metgezel.noord');
    const { body } = await noord.post('/signalen', nieuwSignaal());
    const ander = new Client({ connectionString: ownerUrl(app.databaseUrl) });
    await ander.connect();
    await ander.query('begin; lock table stroom in access exclusive mode');

    const noteer = (i: number) =>
      noord.post(`/signalen/${body.nummer}/notities`, { notitie: `${i}` }, { 'idempotency-key': `notitie-${i}` });
    const doen = Array.from({ length: 12 }, (_, i) => noteer(i));
    const lezen = Array.from({ length: 30 }, () => noord.get('/signalen'));
    const eerste = Promise.race([...doen, ...lezen]);
    await tot(async () => (await vraag(`${app.url}/health/ready`)).status === 503);
    assert.equal((await vraag(`${app.url}/health/live`)).status, 200);
    assert.equal((await eerste).status, 503);
    const aantalVerbindingen = await verbindingen();
    assert.ok(POOL <= aantalVerbindingen && aantalVerbindingen <= VERBINDINGEN, `${aantalVerbindingen}`);

    await ander.query('rollback');
    await ander.end();
    assert.equal((await noord.get('/signalen')).status, 200);
    for (const { status, headers, body: probleem } of await Promise.all([...doen, ...lezen])) {
      if (status === 200 || status === 201) continue;
      assert.deepEqual([status, probleem.code], [503, 'tijdelijk_niet_beschikbaar'], JSON.stringify(probleem));
      assert.ok(Number(headers.get('retry-after')) > 0);
      assert.match(probleem.detail, /Er is niets veranderd\.|Het is niet zeker/);
    }
    for (let i = 0; i < 12; i += 1) assert.equal((await noteer(i)).status, 201);
    assert.equal(await aantal(sql`select count(*)::int as n from gebeurtenis where soort = 'notitie_toegevoegd'`), 12);
    await app.stop();

    async function aantal(vraagt: ReturnType<typeof sql>): Promise<number> {
      const [rij] = await rows(app.db(), vraagt, { n: number });
      return rij?.n ?? 0;
    }

    function verbindingen(): Promise<number> {
      const { username, pathname } = new URL(app.databaseUrl);
      return aantal(
        sql`select count(*)::int as n from pg_stat_activity where datname = ${pathname.slice(1)} and usename = ${username}`,
      );
    }
  });
});
