import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';

const ADRES = '/instellingen/werktijden';

describe('what was typed when a session had run out', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(async () => {
    assert.deepEqual(app.fouten, []);
    await rows(app.db(), sql`delete from ingevuld`);
    await rows(app.db(), sql`delete from sessie`);
    await rows(app.db(), sql`delete from werktijd`);
  });

  const verloop = () => rows(app.db(), sql`update sessie set gebruikt_op = clock_timestamp() - interval '61 minutes'`);
  const bewaard = async () => (await rows(app.db(), sql`select 1 from ingevuld`)).length;
  const veld = (tekst: string, naam: string) => new RegExp(`name="${naam}"[^>]* value="([^"]*)"`).exec(tekst)?.[1];

  /** Somebody whose session ran out while they filled in the form, and who sent it all the same. */
  const verstuurdTeLaat = async (velden: Record<string, string>) => {
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('landelijk');
    await verloop();
    const antwoord = await bezoeker.vraag(ADRES, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(velden),
    });
    return { bezoeker, antwoord };
  };

  it('is there again after logging in, and nothing was sent', async () => {
    const { bezoeker, antwoord } = await verstuurdTeLaat({ van2: '08:30', tot2: '12:15' });
    assert.deepEqual([antwoord.status, antwoord.naar], [303, '/inloggen?terug=%2Finstellingen%2Fwerktijden']);
    const terug = await bezoeker.volg(antwoord.naar ?? '');
    assert.equal(new URL(terug.url).pathname, ADRES);
    assert.match(terug.tekst, /Er is nog niets verstuurd/);
    assert.deepEqual([veld(terug.tekst, 'van2'), veld(terug.tekst, 'tot2')], ['08:30', '12:15']);
    assert.deepEqual(await rows(app.db(), sql`select 1 from werktijd`), []);
    const klaar = await bezoeker.stuur(ADRES, { van2: '08:30', tot2: '12:15' });
    assert.match(klaar.tekst, /Uw werktijden zijn bewaard/);
    assert.equal((await rows(app.db(), sql`select 1 from werktijd`)).length, 1);
  });

  it('is wiped once it was shown', async () => {
    const { bezoeker } = await verstuurdTeLaat({ van1: '07:00', tot1: '11:00' });
    assert.equal(await bewaard(), 1);
    await bezoeker.volg(ADRES);
    assert.equal(await bewaard(), 0);
    const { tekst } = await bezoeker.volg(ADRES);
    assert.doesNotMatch(tekst, /Er is nog niets verstuurd/);
    assert.equal(veld(tekst, 'van1'), '09:00');
  });

  it('is of the same person alone, and wiped for another', async () => {
    const { bezoeker } = await verstuurdTeLaat({ van1: '07:00', tot1: '11:00' });
    const ander = await bezoeker.logIn('programmaleiding', `/inloggen?opnieuw=ja&terug=${ADRES}`);
    assert.match(ander.tekst, /Wim Verhoeven/);
    assert.doesNotMatch(ander.tekst, /Er is nog niets verstuurd|07:00/);
    assert.equal(await bewaard(), 0);
  });

  it('is of the same browser alone', async () => {
    await verstuurdTeLaat({ van1: '07:00', tot1: '11:00' });
    const elders = await new Bezoeker(app.url).logIn('landelijk', `/inloggen?terug=${ADRES}`);
    assert.doesNotMatch(elders.tekst, /Er is nog niets verstuurd|07:00/);
  });

  it('is kept for an hour', async () => {
    const { bezoeker } = await verstuurdTeLaat({ van1: '07:00', tot1: '11:00' });
    await rows(app.db(), sql`update ingevuld set op = clock_timestamp() - interval '61 minutes'`);
    assert.doesNotMatch((await bezoeker.volg(ADRES)).tekst, /Er is nog niets verstuurd/);
  });

  it('cannot be read in the database: its key is in the browser', async () => {
    await verstuurdTeLaat({ van1: '07:00', tot1: 'kanarie' });
    const [{ velden } = {}] = await rows(app.db(), sql`select encode(velden, 'escape') as velden from ingevuld`);
    assert.doesNotMatch(String(velden), /kanarie|van1/);
  });

  it('is kept of five forms of one person, the last ones', async () => {
    const { bezoeker } = await verstuurdTeLaat({ van1: '07:00' });
    for (let i = 0; i < 6; i += 1)
      await bezoeker.vraag(`${ADRES}?n=${i}`, { method: 'POST', body: new URLSearchParams({ van1: String(i) }) });
    assert.equal(await bewaard(), 5);
  });

  it('is not kept of whoever never had a session here, nor of a form too large for us', async () => {
    const vreemd = await new Bezoeker(app.url).vraag(ADRES, {
      method: 'POST',
      body: new URLSearchParams({ van1: '07:00' }),
    });
    assert.equal(vreemd.status, 303);
    const { bezoeker } = await verstuurdTeLaat({});
    await rows(app.db(), sql`delete from ingevuld`);
    const groot = await bezoeker.vraag(ADRES, {
      method: 'POST',
      body: new URLSearchParams({ van1: 'x'.repeat(1_600_000) }),
    });
    assert.equal(groot.status, 413);
    assert.match(groot.tekst, /te groot/);
    assert.equal(await bewaard(), 0);
  });
});
