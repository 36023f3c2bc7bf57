import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { number } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

describe('POST /signalen', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const fouten = (body: { errors: { location: { pointer?: string; name?: string }; code: string }[] }): string[] =>
    body.errors.map(({ location, code }) => `${location.pointer ?? location.name} ${code}`).toSorted();
  const aantal = async (): Promise<number> =>
    Number((await rows(app.db(), sql`select count(*)::int as n from signaal`, { n: number }))[0]?.n);

  it('201: a metgezel who tries it alone is behandelaar at lokaal', async () => {
    const { status, headers, body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal());
    assert.equal(status, 201);
    assert.equal(headers.get('location'), `/api/v1/signalen/${body.nummer}`);
    assert.ok(headers.get('etag')?.startsWith(`"${body.inhoudsversie}-`));
    assert.match(body.nummer, /^S-\d{4}-\d{4}$/);
    assert.deepEqual(
      [body.niveau, body.status, body.regio, body.behandelaar.id, body.aanZet.persoon.telefoon],
      ['lokaal', 'in_behandeling', 'NOORD', 'metgezel.noord', '06 1234 5601'],
    );
  });

  it('201: the onderwerp is what was filed, else the first sentence; the filer and a coordinator better it, and the list shows the last', async () => {
    const melder = app.as('metgezel.noord');
    const gekozen = await melder.post('/signalen', nieuwSignaal({ onderwerp: 'Van het kastje naar de muur' }));
    assert.equal(gekozen.body.onderwerp, 'Van het kastje naar de muur');
    const { body: voorgesteld } = await melder.post('/signalen', nieuwSignaal());
    assert.equal(voorgesteld.onderwerp, 'De gemeente en het zorgkantoor verwijzen naar elkaar');
    const pad = `/signalen/${voorgesteld.nummer}`;
    const aangevuld = await melder.post(`${pad}/aanvullingen`, {
      aanvulling: 'Ook de school.',
      onderwerp: 'Drie partijen',
    });
    assert.equal(aangevuld.body.onderwerp, 'Drie partijen');
    const beter = await app.as('coordinator.noord').post(`${pad}/indelingen`, { onderwerp: 'Niemand beslist' });
    assert.deepEqual([beter.status, beter.body.onderwerp], [201, 'Niemand beslist']);
    const { body: gebeurtenissen } = await melder.get(`${pad}/gebeurtenissen`);
    assert.match(JSON.stringify(gebeurtenissen), /wijzigde het onderwerp/);
    const { body: lijst } = await melder.get('/signalen?limiet=2');
    assert.deepEqual(
      lijst.signalen.map(({ onderwerp }: { onderwerp: string }) => onderwerp),
      ['Niemand beslist', 'Van het kastje naar de muur'],
    );
    const { status, body } = await melder.post(
      '/signalen',
      nieuwSignaal({ onderwerp: `${'lang '.repeat(16)}\nen twee regels` }),
    );
    assert.deepEqual([status, fouten(body)], [400, ['#/onderwerp regeleinde', '#/onderwerp te_lang']]);
  });

  it('201: who asks for hulp finds it at regionaal, waiting for the region', async () => {
    const { status, body } = await app
      .as('metgezel.west')
      .post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'domeindiscussie', gemeente: 'GM0599' }));
    assert.equal(status, 201);
    assert.deepEqual(
      [body.niveau, body.status, body.regio, body.behandelaar, body.aanZet],
      ['regionaal', 'wacht_op_oppakken', 'WEST', null, { soort: 'niveau', niveau: 'regionaal' }],
    );
  });

  it('201: what is only reported closes at once', async () => {
    const { status, body } = await app.as('oco.midden').post('/signalen', nieuwSignaal({ wens: 'melden' }));
    assert.equal(status, 201);
    assert.deepEqual(
      [body.status, body.uitkomst, body.aanZet, body.termijnen],
      ['afgesloten', 'alleen_gemeld', null, []],
    );
    assert.notEqual(body.afgeslotenOp, null);
  });

  it('201: spoed with a reason is filed as hulp, without a motief', async () => {
    const { status, body } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ urgentie: 'spoed', spoedreden: 'Morgen staat het gezin op straat.' }));
    assert.equal(status, 201);
    assert.deepEqual(
      [body.niveau, body.urgentie, body.spoedreden],
      ['regionaal', 'spoed', 'Morgen staat het gezin op straat.'],
    );
  });

  it('201: without a known gemeente the region is the home region of the filer', async () => {
    const { body } = await app.as('metgezel.west').post('/signalen', nieuwSignaal({ gemeente: 'ONBEKEND' }));
    assert.deepEqual([body.regio, body.gemeente], ['WEST', null]);
  });

  it('201: everything that was filed comes back, trimmed and in one Unicode form, with the last day for bezwaar', async () => {
    const volledig = nieuwSignaal({
      knelpunt: '  De cafe\u0301baas zegt nee.\n',
      organisatie: 'CIZ',
      doelgroepen: ['NAH', 'LVB_PLUS'],
      ondernomen: [
        { partij: 'Wmo-loket', datum: '2026-03-02', antwoord: 'Niet bevoegd' },
        { organisatie: 'GM0014', partij: 'Wijkteam', datum: '2026-03-09' },
      ],
      watZouHelpen: 'Eén aanspreekpunt',
      besluit: { datum: '2026-04-02', soort: 'Afwijzing Wlz' },
      knelpunttypen: ['DOMEIN'],
      wetten: ['wlz', 'wmo_2015'],
      leefgebieden: ['onderwijs'],
      leeftijdscategorie: 'kind',
    });
    const { status, body } = await app.as('metgezel.noord').post('/signalen', volledig);
    assert.equal(status, 201);
    assert.equal(body.knelpunt, 'De cafébaas zegt nee.');
    assert.equal(body.organisatie.id, 'CIZ');
    assert.deepEqual(body.ondernomen, [
      { organisatie: null, partij: 'Wmo-loket', datum: '2026-03-02', antwoord: 'Niet bevoegd' },
      { organisatie: 'GM0014', partij: 'Wijkteam', datum: '2026-03-09', antwoord: null },
    ]);
    // Six weeks after 2 April 2026 is Hemelvaartsdag, then a day by decree, then a weekend.
    assert.equal(body.besluit.bezwaarTotDatum, '2026-05-18');
    assert.deepEqual(
      [body.wetten, body.leefgebieden, body.leeftijdscategorie],
      [['wlz', 'wmo_2015'], ['onderwijs'], 'kind'],
    );
  });

  it('400: every missing field is named at once, and nothing changes', async () => {
    const eerst = await aantal();
    const { status, headers, body } = await app.as('metgezel.noord').post('/signalen', {});
    assert.equal(status, 400);
    assert.equal(headers.get('content-type'), 'application/problem+json');
    assert.deepEqual(
      fouten(body),
      ['doelgroepen', 'gemeente', 'gezinWeetHet', 'knelpunt', 'ondernomen', 'organisatie', 'wens'].map(
        (veld) => `#/${veld} verplicht`,
      ),
    );
    assert.equal(await aantal(), eerst);
  });

  it('400: faults in fields, between fields, in headers and in the query come together, each in plain Dutch', async () => {
    const { status, body } = await app.as('metgezel.noord').post(
      '/signalen?snel=ja',
      nieuwSignaal({
        knelpunt: ' ',
        doelgroepen: ['NAH', 'GEEN_VAN_DEZE', 'KAT'],
        gezinWeetHet: 'ja',
        wens: 'melden',
        urgentie: 'spoed',
        bsn: '123456782',
        ondernomen: [{ partij: 'a\u0000b', datum: '2026-02-30' }],
      }),
      { 'idempotency-key': '' },
    );
    assert.equal(status, 400);
    assert.deepEqual(fouten(body), [
      '#/bsn onbekend_veld',
      '#/doelgroepen geen_alleen',
      '#/doelgroepen/2 keuze',
      '#/gezinWeetHet type',
      '#/knelpunt leeg',
      '#/ondernomen/0/datum datum',
      '#/ondernomen/0/partij tekens',
      '#/spoedreden verplicht',
      '#/urgentie niet_bij_melden',
      'Idempotency-Key vorm',
      'snel onbekend_veld',
    ]);
    assert.ok(
      body.errors.every(
        ({ detail }: { detail: string }) => /^[A-Z].*\.$/.test(detail) && !/invalid|expected/i.test(detail),
      ),
    );
  });

  for (const email of [
    'geen-adres',
    'twee@apen@voorbeeld.nl',
    '.punt@voorbeeld.nl',
    'punt..punt@voorbeeld.nl',
    'naam@voorbeeld',
    'naam@-voorbeeld.nl',
    `${'a'.repeat(65)}@voorbeeld.nl`,
    `naam@${'a'.repeat(64)}.nl`,
    `naam@${'a.'.repeat(125)}nl`,
  ]) {
    it(`400: no mail server takes ${email.slice(0, 24)}`, async () => {
      const namens = { naam: 'Rachida Amrani', email };
      const { status, body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ namens }));
      assert.deepEqual([status, fouten(body).map((fout) => fout.split(' ')[0])], [400, ['#/namens/email']]);
    });
  }

  it('400: what only the data can tell: an unknown gemeente, an unknown organisatie, a date in the future', async () => {
    const { status, body } = await app.as('metgezel.noord').post(
      '/signalen',
      nieuwSignaal({
        gemeente: 'GM9999',
        organisatie: 'BESTAAT_NIET',
        ondernomen: [{ organisatie: 'OOK_NIET', partij: 'x', datum: '2099-01-01' }],
        besluit: { datum: '2099-01-01', soort: 'x' },
      }),
    );
    assert.equal(status, 400);
    assert.deepEqual(fouten(body), [
      '#/besluit/datum toekomst',
      '#/gemeente onbekend',
      '#/ondernomen/0/datum toekomst',
      '#/ondernomen/0/organisatie onbekend',
      '#/organisatie onbekend',
    ]);
  });

  it('400: hulp without a motief, a reason for spoed without spoed, lone surrogates, a text of 4001 characters', async () => {
    const noord = app.as('metgezel.noord');
    const bij = async (anders: Record<string, unknown>) =>
      fouten((await noord.post('/signalen', nieuwSignaal(anders))).body);
    assert.deepEqual(await bij({ wens: 'hulp' }), ['#/motief verplicht']);
    assert.deepEqual(await bij({ spoedreden: 'omdat' }), ['#/spoedreden overbodig']);
    assert.deepEqual(await bij({ knelpunt: 'half \ud800' }), ['#/knelpunt tekens']);
    assert.deepEqual(await bij({ knelpunt: 'x'.repeat(4001) }), ['#/knelpunt te_lang']);
    assert.equal((await noord.post('/signalen', nieuwSignaal({ knelpunt: '😀'.repeat(4000) }))).status, 201);
  });

  it('401 without a token, and nothing changes', async () => {
    const eerst = await aantal();
    const reply = await fetch(`${app.url}/api/v1/signalen`, { method: 'POST', body: JSON.stringify(nieuwSignaal()) });
    assert.equal(reply.status, 401);
    assert.equal(await aantal(), eerst);
  });

  it('403 for a role that does not file', async () => {
    for (const wie of ['coordinator.noord', 'landelijk', 'programmaleiding', 'beheer', 'auditor']) {
      const { status, body } = await app.as(wie).post('/signalen', nieuwSignaal());
      assert.deepEqual([wie, status, body.code], [wie, 403, 'geen_toegang']);
    }
  });

  it('the same request twice is one signaal and one answer', async () => {
    const sleutel = { 'idempotency-key': randomUUID() };
    const eerst = await app.as('metgezel.noord').post('/signalen', nieuwSignaal(), sleutel);
    const weer = await app.as('metgezel.noord').post('/signalen', nieuwSignaal(), sleutel);
    assert.deepEqual([weer.status, weer.body, weer.headers.get('etag')], [201, eerst.body, eerst.headers.get('etag')]);
  });

  it('the same request ten times at once is one signaal', async () => {
    const sleutel = { 'idempotency-key': randomUUID() };
    const eerst = await aantal();
    const alle = await Promise.all(
      Array.from({ length: 10 }, () => app.as('metgezel.noord').post('/signalen', nieuwSignaal(), sleutel)),
    );
    assert.deepEqual(new Set(alle.map(({ status }) => status)), new Set([201]));
    assert.equal(new Set(alle.map(({ body }) => body.nummer)).size, 1);
    assert.equal(await aantal(), eerst + 1);
  });

  it('409: the same key with other content', async () => {
    const sleutel = { 'idempotency-key': randomUUID() };
    await app.as('metgezel.noord').post('/signalen', nieuwSignaal(), sleutel);
    const { status, body } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ gezinWeetHet: false }), sleutel);
    assert.deepEqual([status, body.code], [409, 'sleutel_hergebruikt']);
  });

  it('the same key of another person is another request', async () => {
    const sleutel = { 'idempotency-key': randomUUID() };
    const eerst = await app.as('metgezel.noord').post('/signalen', nieuwSignaal(), sleutel);
    const ander = await app.as('metgezel.west').post('/signalen', nieuwSignaal(), sleutel);
    assert.equal(ander.status, 201);
    assert.notEqual(ander.body.id, eerst.body.id);
  });
});
