import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { ruimConceptenOp } from '#activities/gebruikers/concepten.ts';
import { bytes, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { HANDELINGEN } from '#handelingen/index.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { gepostUit } from '#web/doen/concepten.ts';
import { invoerUit } from '#web/formulier.ts';

const GETYPT = {
  knelpunt: 'Mevrouw Bakker wacht al <lang>.',
  gemeente: 'gron',
  gezinWeetHet: 'nee',
  'ondernomen.0.partij': 'Wmo-loket',
  'ondernomen.0.datum': '31-2-2027',
  wens: 'hulp',
};

describe('a draft of a signaal', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  beforeEach(() => rows(app.db(), sql`delete from concept`));
  afterEach(() => assert.deepEqual(app.fouten, []));

  const in_ = async (gebruiker: string): Promise<Bezoeker> => {
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn(gebruiker);
    return bezoeker;
  };
  const sleutelIn = (tekst: string) => /name="sleutel" value="([^"]+)"/.exec(tekst)?.[1] ?? '';
  const bewaar = async (bezoeker: Bezoeker, velden: Record<string, string> = GETYPT) => {
    const sleutel = sleutelIn((await bezoeker.volg('/melden')).tekst);
    return bezoeker.stuur('/melden/concept', { sleutel, ...velden });
  };

  it('is kept by a button, and found again on another device with all that was typed, right or wrong', async () => {
    const bewaard = await bewaar(await in_('metgezel.noord'));
    assert.match(bewaard.tekst, /role="status"><div class="utrecht-alert__message"><p>Uw concept is bewaard\./);
    const elders = await in_('metgezel.noord');
    const lijst = (await elders.volg('/melden')).tekst;
    const [, adres = ''] = /<a href="([^"]+)">Mevrouw Bakker wacht al &lt;lang&gt;<\/a>/.exec(lijst) ?? [];
    assert.match(lijst, /U hebt nog een concept[^]*wij bewaren het tot en met/);
    const { tekst } = await elders.volg(adres.replaceAll('&amp;', '&'));
    assert.match(tekst, />Mevrouw Bakker wacht al &lt;lang&gt;\.<\/textarea>/);
    assert.match(tekst, /name="gemeente"[^>]* value="gron"/);
    assert.match(tekst, /name="gezinWeetHet" checked="" value="nee"/);
    assert.match(tekst, /name="ondernomen\.0\.partij"[^>]* value="Wmo-loket"/);
    assert.match(tekst, /name="wens" checked="" value="hulp"/);
    assert.equal(sleutelIn(tekst), sleutelIn(bewaard.tekst));
  });

  it('is seen by nobody else, and cannot be read in PostgreSQL', async () => {
    await bewaar(await in_('metgezel.noord'));
    const ander = await in_('metgezel.west');
    assert.doesNotMatch((await ander.volg('/melden')).tekst, /concept<\/summary>/);
    const zicht = (persoon: string) =>
      rows(app.database.voor({ rol: 'lezer', persoon }), sql`select id from concept`, { id: text });
    assert.equal((await zicht('metgezel.noord')).length, 1);
    for (const persoon of ['metgezel.west', 'coordinator.noord', 'landelijk', 'beheer', 'auditor'])
      assert.deepEqual(await zicht(persoon), [], persoon);
    const [rij] = await rows(app.db(), sql`select inhoud from concept`, { inhoud: bytes });
    assert.doesNotMatch(rij?.inhoud.toString('latin1') ?? 'Bakker', /Bakker|knelpunt/);
  });

  it('is gone once it is sent', async () => {
    const bezoeker = await in_('metgezel.noord');
    const velden = {
      knelpunt: 'Niemand regelt de nachtzorg.',
      doelgroepen: 'NAH',
      gemeente: 'Groningen',
      organisatie: 'Weet ik niet',
      gezinWeetHet: 'ja',
      wens: 'zelf',
    };
    const { tekst } = await bewaar(bezoeker, velden);
    const gedaan = await bezoeker.stuur('/melden', { ...velden, sleutel: sleutelIn(tekst), stap: 'doe' });
    assert.match(gedaan.tekst, /Uw signaal is ingediend/);
    assert.deepEqual(await rows(app.db(), sql`select id from concept`, { id: text }), []);
  });

  it('is thrown away by a button', async () => {
    const bezoeker = await in_('metgezel.noord');
    const { tekst } = await bewaar(bezoeker);
    const [, adres = ''] = /formAction="([^"]+weggooien)"|formaction="([^"]+weggooien)"/i.exec(tekst) ?? [];
    assert.notEqual(adres, '');
    await bezoeker.stuur(adres, { sleutel: sleutelIn(tekst) });
    assert.deepEqual(await rows(app.db(), sql`select id from concept`, { id: text }), []);
  });

  it('is gone after thirty days', async () => {
    await bewaar(await in_('metgezel.noord'));
    const oud = (dagen: number) =>
      rows(app.db(), sql`update concept set gewijzigd_op = clock_timestamp() - ${dagen} * interval '1 day'`);
    const over = async () => {
      await ruimConceptenOp(app.database);
      return (await rows(app.db(), sql`select id from concept`, { id: text })).length;
    };
    await oud(29);
    assert.equal(await over(), 1);
    await oud(31);
    assert.equal(await over(), 0);
  });

  it('is the input of the act: a form that was read comes back as it was sent', () => {
    const gepost = Object.fromEntries(Object.entries(GETYPT).map(([naam, waarde]) => [naam, [waarde]]));
    assert.deepEqual(gepostUit(invoerUit(HANDELINGEN.indienen.invoer, gepost)), {
      ...gepost,
      'ondernomen.0.datum': ['2027-02-31'],
      doelgroepen: [],
    });
  });

  it('is kept, listed and thrown away through the API, and sits in the page as well', async () => {
    const als = app.as('metgezel.noord');
    const id = randomUUID();
    const inhoud = { knelpunt: 'De wachttijd is te lang.', doelgroepen: ['NAH'], gezinWeetHet: true };
    const { status, body } = await als.put(`/ik/concepten/${id}`, { inhoud });
    assert.equal(status, 200);
    assert.deepEqual(
      body.concepten.map((concept: { id: string; inhoud: object }) => [concept.id, concept.inhoud]),
      [[id, inhoud]],
    );
    assert.deepEqual((await app.as('metgezel.west').get('/ik/concepten')).body, { concepten: [] });
    assert.equal((await app.as('metgezel.west').delete(`/ik/concepten/${id}`)).status, 404);
    assert.match((await (await in_('metgezel.noord')).volg('/melden')).tekst, /De wachttijd is te lang/);
    assert.deepEqual((await als.delete(`/ik/concepten/${id}`)).body, { concepten: [] });
    assert.equal((await als.delete(`/ik/concepten/${id}`)).status, 404);
    assert.equal((await app.as('coordinator.noord').get('/ik/concepten')).status, 403);
  });
});
