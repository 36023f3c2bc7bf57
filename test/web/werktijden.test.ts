import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { over } from '#test/support/les.ts';

const ADRES = '/instellingen/werktijden';

describe('the page of when somebody works', () => {
  let app: Client;
  let bezoeker: Bezoeker;
  before(async () => {
    app = await startApp();
    bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('coordinator.oost');
  });
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const week = () =>
    rows(
      app.db(),
      sql`select weekdag, to_char(van, 'HH24:MI') as van, to_char(tot, 'HH24:MI') as tot from werktijd order by weekdag`,
    );

  it('shows the standard week to who never said otherwise', async () => {
    const { tekst } = await bezoeker.volg(ADRES);
    assert.equal(tekst.match(/value="09:00"/g)?.length, 5);
    assert.equal(tekst.match(/value="17:00"/g)?.length, 5);
  });

  it('keeps the days that were filled in; an empty day is free', async () => {
    const { tekst } = await bezoeker.stuur(ADRES, {
      van1: '08:00',
      tot1: '12:00',
      van6: '10:00',
      tot6: '14:30',
      van3: ' ',
    });
    assert.match(tekst, /Uw werktijden zijn bewaard/);
    assert.deepEqual(await week(), [
      { weekdag: 1, van: '08:00', tot: '12:00' },
      { weekdag: 6, van: '10:00', tot: '14:30' },
    ]);
  });

  it('tells everything that is wrong at once, each at its day, keeps what was typed and changes nothing', async () => {
    const eerst = await week();
    const { status, tekst } = await bezoeker.stuur(ADRES, { van2: '17:00', tot2: '09:00', van4: '10:00', tot5: 'x' });
    assert.equal(status, 422);
    assert.match(tekst, /<title>Fout: Wanneer u werkt/);
    for (const veld of ['tot2', 'tot4', 'van5', 'tot5'])
      assert.match(tekst, new RegExp(`<a href="#${veld}">(?:Dinsdag|Donderdag|Vrijdag): [A-Z]`), veld);
    assert.match(tekst, /name="van2"[^>]* value="17:00"/);
    assert.deepEqual(await week(), eerst);
  });

  it('says which mail comes outside them: who becomes a deputy hears that at once', async () => {
    assert.match(
      (await bezoeker.volg(ADRES)).tekst,
      /over lessen en over waarnemen kan ook op een\s+ander moment komen/,
    );
    await rows(
      app.db(),
      sql`insert into werktijd (gebruiker, weekdag, van, tot)
          values ('coordinator.noord', extract(isodow from now() at time zone 'Europe/Amsterdam' + interval '2 days'), '09:00', '10:00')`,
    );
    const weg = { waarnemer: 'coordinator.noord', vanDatum: over(1), totEnMetDatum: over(2) };
    assert.equal((await app.as('coordinator.oost').post('/waarnemingen', weg)).status, 201);
    assert.deepEqual(
      await rows(
        app.db(),
        sql`select z.status, z.volgende_poging is null as nu from zending z join gebruiker g on lower(g.email) = z.adres where g.id = 'coordinator.noord'`,
      ),
      [{ status: 'wacht', nu: true }],
    );
  });

  it('asks for at least one day', async () => {
    const { status, tekst } = await bezoeker.stuur(ADRES, {});
    assert.equal(status, 422);
    assert.match(tekst, /<a href="#van1">/);
  });
});
