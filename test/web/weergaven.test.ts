import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { ruimWeergavenOp } from '#activities/gebruikers/bewaarde-weergaven.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { toegankelijkheidsfouten } from '#test/support/axe.ts';
import { type Bezoeker, ingelogd, verborgen, vulIn, woorden } from '#test/support/bezoeker.ts';
import { openVenster } from '#test/support/chromium.ts';

const COORDINATOR = 'regiocoordinator';

describe('a view that somebody keeps', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  beforeEach(() => rows(app.db(), sql`delete from bewaarde_weergave`));
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);
  const lees = async (gebruiker: string, adres: string) => (await als(gebruiker)).volg(adres);
  const namen = async (gebruiker: string) => {
    const [, boven = ''] =
      /<nav class="filters" aria-label="Weergaven">([^]*?)<\/nav>/.exec((await lees(gebruiker, '/signalen')).tekst) ??
      [];
    return Array.from(
      boven.matchAll(/<a[^>]*>([^<>]+)<span class="telling"> (\d+)/g),
      ([, naam, aantal]) => `${naam} ${aantal}`,
    );
  };
  const bewaar = async (gebruiker: string, naam: string, anders: Record<string, string> = {}) =>
    vulIn(await als(gebruiker), '/weergaven/nieuw?urgentie=hoog&teLaat=ja', { naam, gedeeld: 'nee', ...anders });
  const idVan = async (gebruiker: string, naam: string) => {
    const { body } = await app.as(gebruiker).get('/ik/weergaven');
    return body.weergaven.find((weergave: { naam: string }) => weergave.naam === naam)?.id as string;
  };

  it('is offered for filters that have no name yet, and then stands above the list with how much is in it', async () => {
    const { status } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_aanbod', urgentie: 'hoog' }));
    assert.equal(status, 201);
    assert.doesNotMatch((await lees('coordinator.noord', '/signalen?teLaat=ja')).tekst, /Bewaar deze filters/);
    const lijst = await lees('coordinator.noord', '/signalen?urgentie=hoog&zoek=koekoek');
    assert.match(lijst.tekst, /href="\/weergaven\/nieuw\?urgentie=hoog">Bewaar deze filters</);
    const bewaard = await vulIn(await als('coordinator.noord'), '/weergaven/nieuw?urgentie=hoog', {
      naam: 'Met haast',
      gedeeld: 'nee',
    });
    assert.match(woorden(bewaard), /De weergave is bewaard\. .* Met haast Van u alleen/);
    assert.ok((await namen('coordinator.noord')).includes('Met haast 1'));
    assert.match((await lees('coordinator.noord', '/signalen?urgentie=hoog')).tekst, /aria-current="true">Met haast</);
    assert.doesNotMatch((await lees('coordinator.noord', '/signalen?urgentie=hoog')).tekst, /Bewaar deze filters/);
  });

  it('is seen by who kept it, or by all who have the role, each with the own signalen', async () => {
    await bewaar('coordinator.noord', 'Van mij');
    await bewaar('coordinator.noord', 'Van ons', { gedeeld: 'ja' });
    assert.deepEqual((await namen('coordinator.noord')).slice(-2), ['Van mij 0', 'Van ons 0']);
    assert.deepEqual((await namen('coordinator.zuid')).slice(-1), ['Van ons 0']);
    assert.ok(!(await namen('landelijk')).some((naam) => naam.startsWith('Van')));
    const vanMij = await idVan('coordinator.noord', 'Van mij');
    const ander = await lees('coordinator.zuid', `/weergaven/${vanMij}/wijzigen`);
    assert.match(ander.tekst, /<h1>Uw weergaven<\/h1>/);
    assert.equal((await app.as('coordinator.zuid').delete(`/ik/weergaven/${vanMij}`)).status, 404);
    const over = await rows(
      app.database.voor({ rol: 'lezer', persoon: 'landelijk' }),
      sql`select 1 from bewaarde_weergave`,
    );
    assert.deepEqual(over, []);
  });

  it('gets another name, also from a colleague when it is shared, and never over what another wrote meanwhile', async () => {
    await bewaar('coordinator.noord', 'Van ons', { gedeeld: 'ja' });
    const adres = `/weergaven/${await idVan('coordinator.zuid', 'Van ons')}/wijzigen`;
    const ouder = verborgen(await lees('coordinator.noord', adres));
    await vulIn(await als('coordinator.zuid'), adres, { naam: 'Te laat met haast', gedeeld: 'ja' });
    assert.deepEqual((await namen('coordinator.noord')).slice(-1), ['Te laat met haast 0']);
    const tweede = await (await als('coordinator.noord')).stuur(adres, { ...ouder, naam: 'Anders', gedeeld: 'ja' });
    assert.equal(tweede.status, 412);
    assert.match(tweede.tekst, /De weergave heet nu “Te laat met haast”/);
  });

  it('goes away, with what that leads to', async () => {
    await bewaar('coordinator.noord', 'Van ons', { gedeeld: 'ja' });
    const adres = `/weergaven/${await idVan('coordinator.noord', 'Van ons')}/weghalen`;
    assert.match(
      (await lees('coordinator.noord', adres)).tekst,
      /Ook de andere mensen met de rol regiocoördinator hebben haar/,
    );
    await vulIn(await als('coordinator.noord'), adres, {});
    assert.equal(await idVan('coordinator.noord', 'Van ons'), undefined);
    assert.match((await lees('coordinator.noord', adres)).tekst, /<h1>Uw weergaven<\/h1>/);
  });

  it('tells every mistake, keeps what was typed, and keeps no words that one looked for', async () => {
    const fout = await bewaar('coordinator.noord', 'Van Jan, 06 12345678');
    assert.equal(fout.status, 422);
    assert.match(fout.tekst, /value="Van Jan, 06 12345678"/);
    const leeg = await bewaar('coordinator.noord', '');
    assert.match(leeg.tekst, /Geef de weergave een naam\./);
    const { status, body } = await app
      .as('coordinator.noord')
      .put(`/ik/weergaven/${randomUUID()}`, { naam: 'Zoeken', filter: { zoek: 'familie' } });
    assert.equal(status, 400);
    assert.equal(body.errors[0].code, 'onbekend_veld');
    assert.match((await lees('coordinator.noord', '/weergaven/nieuw?zoek=familie')).tekst, /<h1>Werkvoorraad<\/h1>/);
  });

  it('is kept, read and taken away by programs as well, with the same rules', async () => {
    const noord = app.as('coordinator.noord');
    const pad = `/ik/weergaven/${randomUUID()}`;
    const weergave = { naam: 'Wlz', rol: COORDINATOR, filter: { niveau: ['regionaal'] } };
    const { status, body } = await noord.put(pad, weergave);
    assert.equal(status, 200);
    assert.equal(body.weergaven[0].rol, COORDINATOR);
    assert.deepEqual((await noord.put(pad, weergave)).body, body);
    assert.equal((await noord.put(pad, { ...weergave, rol: 'landelijk_team' })).status, 403);
    assert.equal((await app.as('metgezel.noord').put(pad, { naam: 'X', filter: { niveau: ['lokaal'] } })).status, 404);
    assert.equal((await noord.put(pad, { naam: 'Wlz', filter: {} })).status, 400);
    assert.deepEqual((await app.as('coordinator.zuid').delete(pad)).body, { weergaven: [] });
    assert.equal((await app.as('beheer').get('/ik/weergaven')).status, 403);
    const tegelijk = Array.from({ length: 24 }, (_, i) =>
      noord.put(`/ik/weergaven/${randomUUID()}`, { naam: `Nummer ${i}`, filter: { niveau: ['lokaal'] } }),
    );
    const teVeel = (await Promise.all(tegelijk)).filter(({ status }) => status === 409);
    assert.equal(teVeel.length, 4, 'none finds the room that another took');
    const vol = await noord.put(`/ik/weergaven/${randomUUID()}`, { naam: 'Nog een', filter: { niveau: ['lokaal'] } });
    assert.deepEqual([vol.status, vol.body.code], [409, 'te_veel']);
    assert.match((await bewaar('coordinator.noord', 'Nog een')).tekst, /Er zijn al twintig weergaven/);
  });

  it('of one’s own goes with the account, and what a role shares stays', async () => {
    await bewaar('coordinator.noord', 'Van mij');
    await bewaar('coordinator.noord', 'Van ons', { gedeeld: 'ja' });
    await rows(app.db(), sql`update gebruiker set actief_tot = '2026-01-01' where id = 'coordinator.noord'`);
    await ruimWeergavenOp(app.database);
    assert.deepEqual(await rows(app.db(), sql`select naam from bewaarde_weergave`), [{ naam: 'Van ons' }]);
    await rows(app.db(), sql`update gebruiker set actief_tot = null where id = 'coordinator.noord'`);
  });

  it('is right for every reader, at every width', async () => {
    for (const breed of [390, 1280]) {
      const venster = await openVenster({ script: true, breed });
      try {
        const pagina = await venster.newPage();
        await pagina.goto(`${app.url}/weergaven/nieuw?urgentie=hoog`);
        await pagina.getByRole('button', { name: /Log in als Hilde/ }).click();
        await pagina.getByLabel('Hoe noemt u deze weergave?').fill(`Breed ${breed}`);
        assert.deepEqual(await toegankelijkheidsfouten(pagina), []);
        await pagina.getByRole('group', { name: 'Mag iedereen met uw rol' }).getByLabel('Nee').check();
        await pagina.getByRole('button', { name: 'Bewaar deze weergave' }).click();
        await pagina.getByText('De weergave is bewaard.').waitFor();
        assert.deepEqual(await toegankelijkheidsfouten(pagina), []);
        await pagina.getByRole('link', { name: `Breed ${breed}`, exact: true }).click();
        await pagina.getByRole('link', { name: 'Wijzig uw weergaven' }).waitFor();
        assert.deepEqual(await toegankelijkheidsfouten(pagina), []);
      } finally {
        await venster.close();
      }
    }
  });
});
