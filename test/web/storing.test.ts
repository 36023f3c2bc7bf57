import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { testDatabase } from '#test/support/database.ts';
import { Loket } from '#test/support/loket.ts';
import { PgProxy } from '#test/support/pg-proxy.ts';

const PDF = new File([Buffer.from('%PDF-1.7\nproef\n%%EOF')], 'besluit.pdf');
const GETYPT = 'Wij plannen een gesprek in met "mevrouw".';
const BINNENKORT = plusDagen(datumVan(new Date().toISOString()), 10);
const WEG = 'Er is niets veranderd. Probeer het over een minuut opnieuw.';
const ONZEKER = 'Het is niet zeker of het is gelukt. Probeer het opnieuw: het gebeurt hoogstens één keer.';

describe('the pages while PostgreSQL is away', () => {
  let proxy: PgProxy;
  let app: Client;
  before(async () => {
    proxy = await PgProxy.open(await testDatabase());
    app = await startApp({ database: proxy.url });
  });
  after(async () => {
    await app.stop();
    await proxy[Symbol.asyncDispose]();
  });
  afterEach(() => proxy.reopen());

  async function geopend(): Promise<Loket> {
    const loket = await Loket.gevraagd(app);
    await loket.open();
    return loket;
  }
  const versieIn = (body: string): string => /name="versie" value="(\d+)"/.exec(body)?.[1] ?? '';

  it('answer 503 with Retry-After, whatever was asked, and the API beside them too', async () => {
    const loket = await geopend();
    await app.token('metgezel.noord');
    proxy.close();
    const gevraagd: [string, RequestInit?][] = [
      [loket.pad],
      [`${loket.pad}/code`],
      [`${loket.pad}/code`, { method: 'POST' }],
      [`${loket.pad}/open`, { method: 'POST', body: new URLSearchParams({ code: '123456' }) }],
      [loket.vraagpad],
      [`${loket.vraagpad}/opgelost`],
      [`${loket.vraagpad}/sluiten`, { method: 'POST' }],
      [`/agenda/${'a'.repeat(43)}.ics`],
    ];
    for (const [pad, init] of gevraagd) {
      const { status, headers, body } = await loket.vraag(pad, init);
      assert.deepEqual(
        [status, Number(headers.get('retry-after')) > 0],
        [503, true],
        `${init?.method ?? 'GET'} ${pad}`,
      );
      assert.match(body, /even niet bereikbaar/, pad);
    }
    assert.equal((await app.as('metgezel.noord').get('/ik')).status, 503);
  });

  it('give back what was typed, as a form that gives the answer when it is sent again', async () => {
    const loket = await geopend();
    const versie = versieIn((await loket.vraag(`${loket.vraagpad}/toegezegd`)).body);
    const velden = { versie, datum: BINNENKORT, toelichting: GETYPT };
    proxy.close();
    const weg = await loket.stuur('toegezegd', velden);
    assert.equal(weg.status, 503);
    assert.ok(weg.body.includes(WEG));
    assert.match(
      weg.body,
      /<textarea[^>]*name="toelichting"[^>]*>Wij plannen een gesprek in met &quot;mevrouw&quot;\.</,
    );
    assert.ok(weg.body.includes(`value="${BINNENKORT}"`));
    assert.ok(weg.body.includes(`action="${loket.vraagpad}/toegezegd"`) && weg.body.includes('multipart/form-data'));
    assert.equal(versieIn(weg.body), versie);
    proxy.reopen();
    assert.equal((await loket.stuur('toegezegd', velden)).headers.get('location'), `${loket.vraagpad}?ontvangen`);
    assert.deepEqual(await loket.antwoorden(), ['toegezegd toegezegd']);
  });

  it('say that it is not certain after a lost commit; sent again it is one answer, with its files', async () => {
    const loket = await geopend();
    const versie = versieIn((await loket.vraag(`${loket.vraagpad}/opgelost`)).body);
    const velden = { versie, toelichting: GETYPT };
    proxy.loseReplyTo('commit');
    const verloren = await loket.stuur('opgelost', velden, [PDF]);
    assert.equal(verloren.status, 503);
    assert.ok(verloren.body.includes(ONZEKER));
    assert.ok(!verloren.body.includes('Er is niets veranderd'));
    assert.match(verloren.body, /Kies uw bestanden opnieuw/);
    assert.match(verloren.body, /Wij plannen een gesprek/);
    assert.equal((await loket.stuur('opgelost', velden, [PDF])).headers.get('location'), `${loket.vraagpad}?ontvangen`);
    assert.deepEqual(await loket.antwoorden(), ['opgelost beantwoord']);
    assert.equal((await app.ketenpartners.bijlagen(app.db(), loket.stroom)).length, 1);
  });

  it('say that nothing changed when the disk of PostgreSQL is full, and keep what was typed', async () => {
    const loket = await geopend();
    await rows(
      app.db(),
      sql`create function vol() returns trigger language plpgsql as
          $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`,
    );
    await rows(app.db(), sql`create trigger vol before insert on gebeurtenis for each row execute function vol()`);
    const vol = await loket.antwoord('opgelost', { toelichting: GETYPT });
    assert.equal(vol.status, 503);
    assert.ok(vol.body.includes(WEG) && vol.body.includes('Wij plannen een gesprek'));
    await rows(app.db(), sql`drop trigger vol on gebeurtenis`);
    assert.equal((await loket.antwoord('opgelost', { toelichting: GETYPT })).status, 303);
  });

  it('read nothing for who has nothing open', async () => {
    const loket = await geopend();
    loket.koekjes.clear();
    proxy.close();
    const vreemd = await loket.stuur('opgelost', { versie: '1', toelichting: GETYPT });
    assert.doesNotMatch(vreemd.body, /Wij plannen/);
  });
});
