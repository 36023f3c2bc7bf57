import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { testDatabase } from '#test/support/database.ts';
import { Loket } from '#test/support/loket.ts';
import { TrageCommit } from '#test/support/trage-commit.ts';

const PDF = '%PDF-1.7\nbesluit\n%%EOF';

describe('files that come with an answer', () => {
  let weg: TrageCommit;
  let app: Client;
  before(async () => {
    weg = await TrageCommit.open(await testDatabase());
    app = await startApp({ database: weg.url });
  });
  after(async () => {
    await app.stop();
    await weg[Symbol.asyncDispose]();
  });
  beforeEach(() => app.fouten.splice(0));

  async function geopend(): Promise<{ loket: Loket; stuur: (bestand: string) => ReturnType<Loket['stuur']> }> {
    const loket = await Loket.gevraagd(app);
    await loket.open();
    const { body } = await loket.vraag(`${loket.vraagpad}/afgewezen`);
    const versie = /name="versie" value="(\d+)"/.exec(body)?.[1] ?? '';
    const stuur = (bestand: string) =>
      loket.stuur('afgewezen', { versie, toelichting: 'Zie het besluit.' }, [new File([bestand], 'besluit.pdf')]);
    return { loket, stuur };
  }

  /** Every file on disk of this question, whether anybody can see it or not. */
  async function bewaard({ stroom }: Loket): Promise<string[]> {
    const gevonden = await rows(app.db(), sql`select id from bijlage where stroom = ${stroom}`, { id: text });
    return Promise.all(gevonden.map(async ({ id }) => String(await app.ketenpartners.inhoudVan(app.db(), stroom, id))));
  }

  it('stay when the reply to the first commit is late, the answer is sent again, and then the first connection breaks', async () => {
    const { loket, stuur } = await geopend();
    const gevangen = weg.volgende();
    const eerste = stuur(PDF);
    const knip = await gevangen;
    assert.equal((await stuur(PDF)).headers.get('location'), `${loket.vraagpad}?ontvangen`);
    knip();
    assert.ok((await eerste).status >= 500, 'the first never hears that it counts');
    assert.deepEqual(await loket.antwoorden(), ['afgewezen beantwoord']);
    assert.deepEqual(await bewaard(loket), [PDF]);
    assert.equal((await app.ketenpartners.bijlagen(app.db(), loket.stroom)).length, 1);
  });

  it('are there once when it is sent twice while somebody else holds the signaal', async () => {
    const { loket, stuur } = await geopend();
    const { beide } = await inTransaction(app.orm, async (tx) => {
      await rows(tx, sql`select from stroom where id = ${loket.stroom} for update`);
      const replies = Promise.all([stuur(PDF), stuur(PDF)]);
      let isKlaar = false;
      void replies.finally(() => (isKlaar = true));
      // On a busy machine both may have waited and gone before anybody looked.
      while (!isKlaar && !(await wachtIemand())) await setImmediate();
      return { beide: replies };
    });
    // Who waited too long hears that nothing happened, and sends it again.
    for (const { status } of await beide) assert.ok(status === 303 || status === 503, String(status));
    assert.equal((await stuur(PDF)).headers.get('location'), `${loket.vraagpad}?ontvangen`);
    assert.deepEqual(await loket.antwoorden(), ['afgewezen beantwoord']);
    assert.deepEqual(await bewaard(loket), [PDF]);
  });

  async function wachtIemand(): Promise<boolean> {
    const wachtend = await rows(
      app.db(),
      sql`select from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and query like '%from stroom%for update'`,
    );
    return wachtend.length > 0;
  }

  it('are not there while the answer is not: the signaal stays held, and nothing is left of it', async () => {
    const { loket, stuur } = await geopend();
    await inTransaction(app.orm, async (tx) => {
      await rows(tx, sql`select from stroom where id = ${loket.stroom} for update`);
      for (const { status } of await Promise.all([stuur(PDF), stuur(PDF)])) assert.equal(status, 503);
    });
    assert.deepEqual(await bewaard(loket), []);
    assert.deepEqual(await loket.antwoorden(), []);
    assert.equal((await stuur(PDF)).status, 303);
    assert.deepEqual(await bewaard(loket), [PDF]);
  });

  it('take the answer with them when they cannot be kept', async () => {
    const { loket, stuur } = await geopend();
    await rows(app.db(), sql`create function vol() returns trigger language plpgsql as $$ begin raise 'vol'; end $$`);
    await rows(app.db(), sql`create trigger vol before insert on bijlage execute function vol()`);
    try {
      assert.ok((await stuur(PDF)).status >= 500);
    } finally {
      await rows(app.db(), sql`drop function vol cascade`);
    }
    assert.deepEqual(await loket.antwoorden(), []);
    assert.deepEqual(await bewaard(loket), []);
  });

  it('make another answer: sent again with other files it comes too late, and those are not kept', async () => {
    const { loket, stuur } = await geopend();
    await stuur(PDF);
    assert.equal((await stuur(`${PDF} anders`)).headers.get('location'), `${loket.vraagpad}?ingehaald`);
    assert.deepEqual(await bewaard(loket), [PDF]);
  });
});
