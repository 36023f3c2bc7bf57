import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { text } from '#db/columns.ts';
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

  it('409: a person has one account, by their mail address: no second that works on the same day, however it would come', async () => {
    const [{ email } = { email: '' }] = await rows(
      app.db(),
      sql`select email from gebruiker where id = 'coordinator.noord'`,
      { email: text },
    );
    const zelfde = { email: email.toUpperCase() };
    const nieuw = await voegToe(zelfde);
    assert.deepEqual([nieuw.status, nieuw.body.code], [409, 'bestaat_al']);
    assert.match(nieuw.body.detail, /Een mens heeft één account/);
    assert.equal((await voegToe()).status, 201);
    const gewijzigd = await wijzig(zelfde);
    assert.deepEqual([gewijzigd.status, gewijzigd.body.code], [409, 'bestaat_al']);
    const bestand = await stuurBestand(`${KOP}\npiet;Piet;${email};06 1;metgezel;;;`);
    assert.equal(bestand.status, 400);
    assert.match(bestand.body.errors[0].detail, /^piet: Dit mailadres heeft al een ander account/);
    const hilde = { naam: 'Hilde Postma', email, rollen: ['regiocoordinator'], regios: ['NOORD'], thuisregio: null };
    assert.equal((await wijzig({ ...hilde, totEnMetDatum: vandaag() }, 'coordinator.noord')).status, 201);
    assert.equal((await wijzig({ ...zelfde, vanDatum: vandaag() })).status, 409, 'today both would work');
    assert.equal((await wijzig({ ...zelfde, vanDatum: plusDagen(vandaag(), 1) })).status, 201);
  });

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

  it('409: an id that has an account, or a mail address, also when two add it at once; 404 for one that has none', async () => {
    const beide = await Promise.all(['Kees Jansen', 'Kees Bakker'].map((naam) => voegToe({ naam })));
    assert.deepEqual(beide.map(({ status }) => String(status)).toSorted(), ['201', '409']);
    assert.equal(beide.find(({ status }) => status === 409)?.body.code, 'bestaat_al');
    const eenAdres = { email: 'een.adres@voorbeeld.nl' };
    const twee = await Promise.all(['els', 'elsbeth'].map((id) => voegToe({ ...eenAdres, id })));
    assert.deepEqual(twee.map(({ status }) => String(status)).toSorted(), ['201', '409']);
    assert.equal((await wijzig({}, 'niemand')).status, 404);
    assert.equal((await app.as('beheer').get('/gebruikers/niemand/wijzigingen')).status, 404);
  });

  it('403: nobody takes other roles, regions or another employer; the own number may change', async () => {
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

  it('412: who changes what they saw of an account does so only while it is still like that', async () => {
    await voegToe();
    const { headers } = await app.as('beheer').get('/gebruikers/kees');
    const etag = headers.get('etag') ?? '';
    assert.match(etag, /^"1-/);
    const met = (versie: string, anders: object) =>
      app.as('beheer').post('/gebruikers/kees/wijzigingen', { ...KEES, ...anders }, { 'if-match': versie });
    const eerste = await met(etag, { telefoon: '06 2' });
    assert.deepEqual([eerste.status, eerste.headers.get('etag')?.split('-')[0]], [201, '"2']);
    const tweede = await met(etag, { telefoon: '06 3' });
    assert.deepEqual([tweede.status, tweede.body.code], [412, 'account_gewijzigd']);
    assert.equal(tweede.headers.get('etag'), eerste.headers.get('etag'));
    assert.equal((await met(etag, { telefoon: '06 2' })).status, 201, 'it is as was asked');
    assert.equal((await met('"2"', { telefoon: '06 3' })).status, 201);
    assert.equal((await met('*', { telefoon: '06 4' })).status, 201);
    const nu = await app.as('beheer').get('/gebruikers/kees');
    assert.equal(nu.body.telefoon, '06 4');
    const vraag = { 'if-none-match': nu.headers.get('etag') ?? '' };
    assert.equal((await app.as('beheer').get('/gebruikers/kees', vraag)).status, 304);
  });

  describe('leave nobody without functioneel beheer', () => {
    const PETRA = { ...KEES, naam: 'Petra Smit', email: 'beheer@voorbeeld.nl', rollen: ['functioneel_beheer'] };
    const morgen = () => plusDagen(vandaag(), 1);
    const eindig = (anders: object, wie: string) => wijzig({ ...PETRA, ...anders }, 'beheer', wie);

    it('409: the last one does not end, now or later, nor loses that role', async () => {
      await voegToe({ rollen: ['functioneel_beheer'], totEnMetDatum: morgen() });
      for (const anders of [
        { totEnMetDatum: plusDagen(vandaag(), -1) },
        { totEnMetDatum: plusDagen(vandaag(), 30) },
        { vanDatum: plusDagen(vandaag(), 3) },
        { rollen: ['landelijk_team'] },
      ]) {
        const { status, body } = await eindig(anders, 'kees');
        assert.deepEqual([status, body.code], [409, 'laatste_beheerder'], JSON.stringify(anders));
        assert.match(
          body.detail,
          /is er niemand meer die functioneel beheer doet\. Geef eerst een ander account die rol\.$/,
        );
      }
      assert.match((await eindig({ totEnMetDatum: vandaag() }, 'kees')).body.detail, /^Vanaf \w+ \d+ \w+ 20\d\d is er/);
      assert.equal((await eindig({ telefoon: '06 8' }, 'kees')).status, 201, 'something else may change');
    });

    it('201: once somebody else goes on, also when that begins only after it', async () => {
      await voegToe({ rollen: ['functioneel_beheer'], vanDatum: vandaag(), totEnMetDatum: morgen() });
      await voegToe({ rollen: ['functioneel_beheer'], vanDatum: plusDagen(vandaag(), 2) }, 'piet');
      assert.equal((await eindig({ totEnMetDatum: plusDagen(vandaag(), -1) }, 'kees')).status, 201);
      assert.equal(await ik('beheer'), 403);
    });

    it('409 for one of two who end each other at the same time', async () => {
      await voegToe({ rollen: ['functioneel_beheer'] });
      const weg = { totEnMetDatum: morgen(), rollen: ['functioneel_beheer'] };
      const beide = await Promise.all([eindig(weg, 'kees'), wijzig(weg, 'kees', 'beheer')]);
      assert.deepEqual(
        beide.map(({ status }) => status).toSorted((een, ander) => een - ander),
        [201, 409],
      );
    });

    it('400: nor by a file, which says so beforehand', async () => {
      const bestand = `${KOP};actief\nbeheer;Petra Smit;beheer@voorbeeld.nl;06 2;functioneel_beheer;;;;nee`;
      for (const waar of ['/_vooraf', ''] as const) {
        const { status, body } = await stuurBestand(bestand, waar);
        assert.deepEqual(
          [status, body.errors.map(({ detail }: { detail: string }) => detail)],
          [400, ['Daarna is er niemand meer die functioneel beheer doet. Geef eerst een ander account die rol.']],
        );
      }
      const over = `${bestand}\nkees;Kees;kees@voorbeeld.nl;06 3;functioneel_beheer;;;;ja`;
      assert.equal((await stuurBestand(over)).status, 201);
    });
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

    it('takes the same ids as the API', async () => {
      const ids = ['_x-9Zq', 'a.b@c.nl', 'x'.repeat(100), 'x'.repeat(101), '.x', 'Jan Jansen', 'a|b', 'é'];
      const regel = (id: string) => `${id};Kees;kees@voorbeeld.nl;06 1;metgezel;;;`;
      const goed = await Promise.all(
        ids.map(async (id) => (await stuurBestand(`${KOP}\n${regel(id)}`, '/_vooraf')).status === 200),
      );
      const api: boolean[] = [];
      for (const [nr, id] of ids.entries())
        api.push((await voegToe({ email: `kees${nr}@voorbeeld.nl` }, id)).status === 201);
      assert.deepEqual(goed, api);
      assert.deepEqual(goed, [true, true, true, false, false, false, false, false]);
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
