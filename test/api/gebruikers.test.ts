import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, startApp } from '#test/support/app.ts';

const KEES = {
  naam: 'Kees Jansen',
  email: 'Kees@Voorbeeld.nl',
  telefoon: '06 1234 5650',
  rollen: ['metgezel'],
  regios: [],
  thuisregio: 'NOORD',
  organisatie: null,
  vanDatum: null,
  totEnMetDatum: null,
  reden: 'Kees begint vandaag.',
};
const KOP = 'id;naam;email;telefoon;rollen;regios;thuisregio;organisatie';

describe('the accounts', () => {
  let app: Client;
  beforeEach(async () => (app = await startApp()));
  afterEach(async () => {
    assert.deepEqual(app.fouten, []);
    await app.stop();
  });

  const vandaag = () => datumVan(new Date().toISOString());
  const voegToe = (anders: object = {}, id = 'kees', wie = 'beheer') =>
    app.as(wie).post('/gebruikers', { id, ...KEES, ...anders });
  const wijzig = (anders: object, id = 'kees', wie = 'beheer') =>
    app.as(wie).post(`/gebruikers/${id}/wijzigingen`, { ...KEES, ...anders });
  const ik = async (wie: string) => (await app.as(wie).get('/ik')).status;
  const fouten = (body: { errors: { location: { pointer: string }; code: string; detail: string }[] }): string[] =>
    body.errors.map(({ location, code }) => `${location.pointer} ${code}`).toSorted();

  it('201: is there at once, and works from its first day through its last', async () => {
    const { status, body } = await voegToe({ vanDatum: vandaag(), totEnMetDatum: vandaag() });
    assert.equal(status, 201);
    const { reden: _reden, ...gegevens } = KEES;
    assert.deepEqual(body, {
      ...gegevens,
      id: 'kees',
      email: 'kees@voorbeeld.nl',
      vanDatum: vandaag(),
      totEnMetDatum: vandaag(),
      actief: true,
    });
    assert.equal(await ik('kees'), 200);
    for (const dagen of [
      { vanDatum: plusDagen(vandaag(), 1) },
      { totEnMetDatum: plusDagen(vandaag(), -1) },
      { vanDatum: vandaag(), totEnMetDatum: plusDagen(vandaag(), -1) },
    ]) {
      assert.equal((await wijzig(dagen)).body.actief, false, JSON.stringify(dagen));
      assert.equal(await ik('kees'), 403);
    }
    assert.equal((await wijzig({})).body.actief, true);
    assert.equal(await ik('kees'), 200);
  });

  it('leaves a trace of each change: who, when, why, from what to what; none where nothing changed', async () => {
    await voegToe();
    await voegToe();
    await wijzig({ telefoon: '06 1', reden: 'Een nieuw nummer.' });
    await wijzig({ telefoon: '06 1', reden: 'Nog eens.' });
    for (const wie of ['beheer', 'auditor']) {
      const { wijzigingen } = (await app.as(wie).get('/gebruikers/kees/wijzigingen')).body;
      assert.deepEqual(
        wijzigingen.map(({ op: _op, voor, na, ...rest }: Record<string, { telefoon: string } | null>) => ({
          ...rest,
          van: voor?.telefoon,
          naar: na?.telefoon,
        })),
        [
          { door: BEHEER, reden: 'Een nieuw nummer.', van: KEES.telefoon, naar: '06 1' },
          { door: BEHEER, reden: KEES.reden, van: undefined, naar: KEES.telefoon },
        ],
      );
    }
    await assert.rejects(rows(app.db(), sql`update gebruikerwijziging set door = 'ander'`), /append-only/);
    await assert.rejects(rows(app.db(), sql`delete from gebruikerwijziging`), /append-only/);
    for (const persoon of ['landelijk', 'coordinator.noord'])
      assert.deepEqual(
        await rows(app.database.voor({ rol: 'lezer', persoon }), sql`select reden from gebruikerwijziging`),
        [],
      );
  });
  const BEHEER = { id: 'beheer', naam: 'Petra Smit' };

  it('400: every fault at once, each in words of its own', async () => {
    const { status, body } = await app.as('beheer').post('/gebruikers', {
      ...KEES,
      id: 'Jan Jansen',
      naam: 'kijk op www.kwaad.example',
      email: 'nergens',
      rollen: ['metgezel', 'ketenpartner'],
      regios: ['NOORD', 'NOORD'],
      thuisregio: 'MAAN',
      vanDatum: '2027-02-30',
      extra: 1,
    });
    assert.equal(status, 400);
    assert.deepEqual(fouten(body), [
      '#/email vorm',
      '#/extra onbekend_veld',
      '#/id vorm',
      '#/naam link',
      '#/regios dubbel',
      '#/regios overbodig',
      '#/rollen/1 keuze',
      '#/thuisregio keuze',
      '#/vanDatum datum',
    ]);
    assert.deepEqual(fouten((await wijzig({ rollen: ['regiocoordinator'] }, 'auditor')).body), ['#/regios te_weinig']);
    const andersom = { vanDatum: '2027-03-01', totEnMetDatum: '2027-02-01' };
    assert.deepEqual(fouten((await voegToe(andersom)).body), ['#/totEnMetDatum volgorde']);
    const { email: _email, organisatie: _organisatie, ...zonder } = KEES;
    assert.deepEqual(fouten((await app.as('beheer').post('/gebruikers/auditor/wijzigingen', zonder)).body), [
      '#/email verplicht',
      '#/organisatie verplicht',
    ]);
    assert.deepEqual(fouten((await voegToe({ organisatie: 'BESTAAT_NIET' })).body), ['#/organisatie onbekend']);
    assert.equal((await app.as('beheer').get('/gebruikers/kees')).status, 404);
  });

  it('409: an id that has an account, also when two add it at once; 404 for one that has none', async () => {
    const beide = await Promise.all(['Kees Jansen', 'Kees Bakker'].map((naam) => voegToe({ naam })));
    assert.deepEqual(beide.map(({ status }) => String(status)).toSorted(), ['201', '409']);
    assert.equal(beide.find(({ status }) => status === 409)?.body.code, 'bestaat_al');
    assert.equal((await wijzig({}, 'niemand')).status, 404);
    assert.equal((await app.as('beheer').get('/gebruikers/niemand/wijzigingen')).status, 404);
  });

  it('403: nobody gives herself other roles, regions or another employer; her number she may change', async () => {
    const { actief: _actief, id: _id, ...petra } = (await app.as('beheer').get('/gebruikers/beheer')).body;
    const reden = 'Ik wil meer zien.';
    for (const anders of [
      { rollen: ['functioneel_beheer', 'landelijk_team'] },
      { rollen: ['functioneel_beheer', 'regiocoordinator'], regios: ['NOORD'] },
      { organisatie: 'CIZ' },
    ]) {
      const { status, body } = await wijzig({ ...petra, ...anders, reden }, 'beheer');
      assert.deepEqual([status, body.code], [403, 'geen_toegang']);
      assert.match(body.detail, /wijzigt een ander van functioneel beheer/);
    }
    assert.equal((await wijzig({ ...petra, telefoon: '06 2', reden }, 'beheer')).body.telefoon, '06 2');
    const bestand = `${KOP}\nbeheer;Petra Smit;beheer@voorbeeld.nl;06 2;functioneel_beheer landelijk_team;;;`;
    const { status, body } = await stuurBestand(bestand);
    assert.equal(status, 400);
    assert.match(body.errors[0].detail, /^beheer bent u zelf: uw eigen rollen/);
  });

  it('403 for every other role; the auditor only reads', async () => {
    for (const wie of ['metgezel.noord', 'coordinator.noord', 'landelijk', 'programmaleiding', 'auditor']) {
      const lezen = wie === 'auditor' ? 200 : 403;
      for (const pad of ['/gebruikers', '/gebruikers/landelijk', '/gebruikers/landelijk/wijzigingen'])
        assert.equal((await app.as(wie).get(pad)).status, lezen, `${wie} ${pad}`);
      assert.equal((await voegToe({}, 'kees', wie)).status, 403);
      assert.equal((await wijzig({}, 'landelijk', wie)).status, 403);
      assert.equal((await stuurBestand(KOP, '', wie)).status, 403);
      assert.equal((await stuurBestand(KOP, '/_vooraf', wie)).status, 403);
    }
  });

  it('are listed by name, in pages, by role, region, a piece of the name and whether they work', async () => {
    const lijst = async (vraag: string): Promise<string[]> => {
      const { body } = await app.as('beheer').get(`/gebruikers?${vraag}`);
      return body.gebruikers.map(({ id }: { id: string }) => id);
    };
    assert.deepEqual(await lijst('rol=functioneel_beheer'), ['beheer']);
    assert.deepEqual(await lijst('regio=NOORD'), ['metgezel.noord', 'coordinator.noord']);
    assert.deepEqual(await lijst('tekst=yilmaz'), ['coordinator.midden']);
    await voegToe({ totEnMetDatum: '2026-01-01' });
    assert.deepEqual(await lijst('actief=false'), ['kees']);
    const gezien: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await app.as('beheer').get(`/gebruikers?limiet=5${cursor === '' ? '' : `&cursor=${cursor}`}`);
      gezien.push(...body.gebruikers.map(({ id }: { id: string }) => id));
      ({ cursor } = body);
    }
    assert.deepEqual(gezien, await lijst('limiet=100'));
  });

  const stuurBestand = (inhoud: string, waar: '' | '/_vooraf' = '', wie = 'beheer') =>
    app.as(wie).post(`/gebruikersbestanden${waar}`, inhoud, { 'content-type': 'text/csv; charset=utf-8' });

  describe('from a file', () => {
    const BESTAND = [
      `${KOP};actief_van;actief_tot`,
      'coordinator.noord;Hilde Postma;coordinator.noord@voorbeeld.nl;06 9;regiocoordinator;NOORD;;;;',
      'kees;Kees Jansen;kees@voorbeeld.nl;06 1;metgezel;;NOORD;;2020-01-01;2099-12-31',
    ].join('\n');

    it('200: what it would change is told, and nothing is changed; 201: the same report, and it is done', async () => {
      const vooraf = await stuurBestand(BESTAND, '/_vooraf');
      assert.equal(vooraf.status, 200);
      assert.deepEqual(vooraf.body.nieuw, [{ id: 'kees', naam: 'Kees Jansen', rollen: ['metgezel'], regios: [] }]);
      assert.deepEqual(vooraf.body.gewijzigd, [
        { id: 'coordinator.noord', velden: [{ veld: 'telefoon', van: '06 1234 5611', naar: '06 9' }] },
      ]);
      assert.deepEqual([vooraf.body.gelijk, vooraf.body.nietGenoemd.length], [0, 12]);
      assert.equal((await app.as('beheer').get('/gebruikers/kees')).status, 404);
      const gedaan = await stuurBestand(BESTAND);
      assert.deepEqual([gedaan.status, gedaan.body], [201, vooraf.body]);
      const { body } = await app.as('beheer').get('/gebruikers/kees');
      assert.deepEqual([body.vanDatum, body.totEnMetDatum, body.actief], ['2020-01-01', '2099-12-31', true]);
      const { wijzigingen } = (await app.as('beheer').get('/gebruikers/coordinator.noord/wijzigingen')).body;
      assert.deepEqual([wijzigingen.length, wijzigingen[0].reden], [1, 'Ingelezen uit een bestand.']);
      assert.deepEqual((await stuurBestand(BESTAND, '/_vooraf')).body.gelijk, 2);
    });

    it('400: every fault with its line, and nothing is done; 415 for what is no CSV', async () => {
      const { status, body } = await stuurBestand(`${BESTAND}\n;Piet;x;06 1;baas;;;;;`);
      assert.equal(status, 400);
      assert.deepEqual(
        body.errors.map(({ detail }: { detail: string }) => detail.slice(0, 28)),
        ['Regel 4: id ontbreekt.', 'Regel 4: x is geen mailadres', 'Regel 4: baas kennen wij nie'].map((zin) =>
          zin.slice(0, 28),
        ),
      );
      assert.equal((await app.as('beheer').get('/gebruikers/kees')).status, 404);
      const json = await app.as('beheer').post('/gebruikersbestanden', '{}', { 'idempotency-key': randomUUID() });
      assert.deepEqual([json.status, json.headers.get('accept-post')], [415, 'text/csv']);
    });
  });
});
