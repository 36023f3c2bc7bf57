import assert from 'node:assert/strict';

import { ruimGelezenOp } from '#activities/gebruikers/gelezen.ts';
import { voerKalenderDoor } from '#activities/kalender/doorvoeren.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { isWerkdag } from '#domain/tijd/werkdagen.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { toegankelijkheidsfouten } from '#test/support/axe.ts';
import { type Bezoeker, ingelogd, woorden } from '#test/support/bezoeker.ts';
import { openVenster } from '#test/support/chromium.ts';

const WERKNEMER = 'metgezel.zorgaanbieder';

describe('what is new since somebody was here', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);
  const lees = async (gebruiker: string, adres: string) => woorden(await (await als(gebruiker)).volg(adres));
  const dienIn = async (anders: Record<string, unknown> = {}, melder = 'metgezel.noord') =>
    (await app.as(melder).post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_aanbod', ...anders }))).body as {
      id: string;
      nummer: string;
    };
  const doe = async (wie: string, nummer: string, daad: string, body?: object) => {
    const { status, body: antwoord } = await app.as(wie).post(`/signalen/${nummer}/${daad}`, body);
    assert.equal(status, 201, JSON.stringify(antwoord));
  };
  /** All that anybody read was longer ago than a visit lasts. */
  const eenUurLater = () =>
    rows(app.db(), sql`update gelezen set op = op - interval '1 hour', eerder_op = eerder_op - interval '1 hour'`);
  /** The part of a list that is about this signaal, up to the next number. */
  const inLijst = async (wie: string, nummer: string) =>
    new RegExp(String.raw`${nummer}( Nieuw)?`).exec(await lees(wie, '/signalen'))?.[0];

  it('is told on top of a signaal and marked where it happened, once one has been there', async () => {
    const { nummer } = await dienIn();
    assert.doesNotMatch(await lees('coordinator.noord', `/signalen/${nummer}`), /Nieuw (?!jaar)/);
    await eenUurLater();
    await doe('metgezel.noord', nummer, 'notities', { notitie: 'Zij bellen morgen terug.' });
    const pagina = await lees('coordinator.noord', `/signalen/${nummer}`);
    assert.match(pagina, /Nieuw sinds u hier was op [^.]+ Anneke de Vries schreef een notitie\./);
    assert.match(pagina, /Hoe het liep .*Nieuw Anneke de Vries schreef een notitie\./);
    assert.doesNotMatch(pagina, /Nieuw Anneke de Vries diende het signaal in/);
  });

  it('stays new while one looks around, and no longer when one comes back', async () => {
    const { nummer } = await dienIn();
    await lees('coordinator.noord', `/signalen/${nummer}`);
    await eenUurLater();
    await doe('metgezel.noord', nummer, 'notities', { notitie: 'Zij bellen morgen terug.' });
    for (const adres of [`/signalen/${nummer}`, `/signalen/${nummer}?verloop=mensen`, `/signalen/${nummer}`])
      assert.match(await lees('coordinator.noord', adres), /Nieuw sinds u hier was/, adres);
    await eenUurLater();
    assert.doesNotMatch(await lees('coordinator.noord', `/signalen/${nummer}`), /Nieuw (?!jaar)/);
  });

  it('is a free day where it moved a day, and not where it moved none', async () => {
    const { nummer } = await dienIn();
    const voegVrijeDagToe = async (over: number) => {
      await lees('coordinator.noord', `/signalen/${nummer}`);
      let datum = plusDagen(datumVan(new Date().toISOString()), over);
      while (!isWerkdag(datum, { versie: 0, dagen: {} })) datum = plusDagen(datum, 1);
      await rows(
        app.db(),
        sql`insert into feestdag (datum, naam, bron) values (${datum}, 'een vrije dag', 'een besluit')
                                on conflict (datum) do update set naam = excluded.naam`,
      );
      await voerKalenderDoor(app.database, app.uitvoeren.voerUit);
    };
    await voegVrijeDagToe(700);
    assert.equal(await inLijst('coordinator.noord', nummer), nummer);
    assert.match(await lees('coordinator.noord', `/signalen/${nummer}`), /De termijnen blijven zoals ze waren/);
    await voegVrijeDagToe(1);
    assert.equal(await inLijst('coordinator.noord', nummer), `${nummer} Nieuw`);
  });

  it('is marked in the list of each who read it, and of nobody else', async () => {
    const { nummer } = await dienIn();
    await lees('coordinator.noord', `/signalen/${nummer}`);
    assert.equal(await inLijst('coordinator.noord', nummer), nummer);
    await doe('metgezel.noord', nummer, 'notities', { notitie: 'Zij bellen morgen terug.' });
    assert.equal(await inLijst('coordinator.noord', nummer), `${nummer} Nieuw`);
    assert.equal(await inLijst('landelijk', nummer), nummer);
    assert.equal(await inLijst('metgezel.noord', nummer), nummer);
    await lees('coordinator.noord', `/signalen/${nummer}`);
    assert.equal(await inLijst('coordinator.noord', nummer), nummer);
  });

  it('is never what one did oneself, nor what only the machinery did', async () => {
    const { nummer } = await dienIn();
    await lees('coordinator.noord', `/signalen/${nummer}`);
    await eenUurLater();
    await doe('coordinator.noord', nummer, 'oppakkingen');
    await rows(
      app.db(),
      sql`with s as (update stroom set volgnummer = volgnummer + 1 where nummer = ${nummer} returning id, volgnummer, laatste_op)
          insert into gebeurtenis (stroom, volgnummer, soort, op, bron, deel, data)
          select id, volgnummer, 'herinnerd', laatste_op, 'proef', 0,
                 '{"stapsoort": "behandelen", "dag": 10, "aan": {"soort": "landelijk_team"}}' from s`,
    );
    assert.equal(await inLijst('coordinator.noord', nummer), nummer);
    assert.doesNotMatch(await lees('coordinator.noord', `/signalen/${nummer}`), /Nieuw (?!jaar)/);
  });

  it('tells the filer whose employer it concerns only of what is told to them', async () => {
    const { nummer } = await dienIn({ organisatie: 'DEMO_ZORGAANBIEDER', gemeente: 'GM0193' }, WERKNEMER);
    await lees(WERKNEMER, `/signalen/${nummer}`);
    await eenUurLater();
    await doe('coordinator.oost', nummer, 'notities', { notitie: 'Dit is niet voor haar.' });
    assert.equal(await inLijst(WERKNEMER, nummer), nummer);
    assert.doesNotMatch(await lees(WERKNEMER, `/signalen/${nummer}`), /Nieuw (?!jaar)/);
    await doe('coordinator.oost', nummer, 'oppakkingen');
    assert.equal(await inLijst(WERKNEMER, nummer), `${nummer} Nieuw`);
    assert.match(await lees(WERKNEMER, `/signalen/${nummer}`), /Nieuw sinds u hier was op [^.]+ op\./);
  });

  it('is nobody’s to see but one’s own, and goes with the account', async () => {
    const { nummer } = await dienIn();
    await lees('metgezel.west', '/vandaag');
    await lees('metgezel.noord', `/signalen/${nummer}`);
    await lees('coordinator.noord', `/signalen/${nummer}`);
    const van = (persoon: string) =>
      rows(app.database.voor({ rol: 'lezer', persoon }), sql`select distinct gebruiker from gelezen`);
    assert.deepEqual(await van('coordinator.noord'), [{ gebruiker: 'coordinator.noord' }]);
    await rows(app.db(), sql`update gebruiker set actief_tot = '2026-01-01' where id = 'metgezel.noord'`);
    await ruimGelezenOp(app.database);
    const over = await rows(app.db(), sql`select distinct gebruiker from gelezen order by 1`);
    assert.ok(over.every(({ gebruiker }) => gebruiker !== 'metgezel.noord') && over.length > 0);
    await rows(app.db(), sql`update gebruiker set actief_tot = null where id = 'metgezel.noord'`);
  });

  it('is right for every reader', async () => {
    const { nummer } = await dienIn();
    await lees('coordinator.noord', `/signalen/${nummer}`);
    await eenUurLater();
    for (let i = 0; i < 5; i += 1)
      await doe('metgezel.noord', nummer, 'notities', { notitie: `Zij bellen terug: ${i}.` });
    const venster = await openVenster({ script: true, breed: 390 });
    try {
      const pagina = await venster.newPage();
      await pagina.goto(`${app.url}/signalen`);
      await pagina.getByRole('button', { name: /Log in als Hilde/ }).click();
      await pagina.getByText('sinds u het las').first().waitFor({ state: 'attached' });
      assert.deepEqual(await toegankelijkheidsfouten(pagina), []);
      await pagina.goto(`${app.url}/signalen/${nummer}`);
      await pagina.getByText('En nog 2 dingen').waitFor();
      assert.deepEqual(await toegankelijkheidsfouten(pagina), []);
    } finally {
      await venster.close();
    }
  });
});
