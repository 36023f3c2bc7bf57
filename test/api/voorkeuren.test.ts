import assert from 'node:assert/strict';

import { afmeldUrl, leesAfmeldtoken } from '#activities/post/afmeldlink.ts';
import { leesAfmeldingen } from '#db/queries/afmeldingen.ts';
import { rows, sql } from '#db/sql.ts';
import { AGENDASLEUTELS_PER_PERSOON } from '#domain/beleid/grenzen.ts';
import { AFMELDBAAR, waarover } from '#domain/post/plicht.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

describe('what somebody wants of the post', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  const put = (pad: string, body: unknown) => app.as('coordinator.oost').put(pad, body);
  const get = (pad: string) => app.as('coordinator.oost').get(pad);

  describe('/ik/werktijden', () => {
    it('200: Monday to Friday from nine to five until told otherwise', async () => {
      const { status, body } = await get('/ik/werktijden');
      assert.equal(status, 200);
      assert.deepEqual(
        body.werkdagen.map(
          ({ weekdag, van, tot }: { weekdag: number; van: string; tot: string }) => `${weekdag} ${van}-${tot}`,
        ),
        [1, 2, 3, 4, 5].map((dag) => `${dag} 09:00-17:00`),
      );
    });

    it('200: other days and hours in the place of those before, again and again', async () => {
      for (const werkdagen of [
        [
          { weekdag: 1, van: '08:30', tot: '12:00' },
          { weekdag: 6, van: '10:00', tot: '16:00' },
        ],
        [
          { weekdag: 1, van: '09:00', tot: '12:00' },
          { weekdag: 2, van: '09:00', tot: '12:00' },
        ],
      ]) {
        assert.deepEqual((await put('/ik/werktijden', { werkdagen })).body, { werkdagen });
        assert.deepEqual((await get('/ik/werktijden')).body, { werkdagen });
      }
    });

    it('400: everything that is wrong at once, and nothing changes', async () => {
      const voor = (await get('/ik/werktijden')).body;
      for (const werkdagen of [
        [],
        'nooit',
        [null],
        [{ weekdag: 8, van: '9:00', tot: '17:00' }],
        [{ weekdag: 1, van: '17:00', tot: '09:00' }],
        [
          { weekdag: 1, van: '09:00', tot: '12:00' },
          { weekdag: 1, van: '13:00', tot: '17:00' },
        ],
      ]) {
        assert.equal((await put('/ik/werktijden', { werkdagen })).status, 400, JSON.stringify(werkdagen));
      }
      assert.deepEqual((await get('/ik/werktijden')).body, voor);
    });

    it('500 when what waits cannot be moved: then the week stays as it was too', async () => {
      const signaal = nieuwSignaal({ wens: 'hulp', motief: 'herhaling', gemeente: 'GM0193' });
      assert.equal((await app.as('metgezel.noord').post('/signalen', signaal)).status, 201);
      const [wacht] = await rows(
        app.db(),
        sql`select from bericht where gebruiker = 'coordinator.oost' and status = 'wacht'`,
      );
      assert.ok(wacht !== undefined);
      await rows(
        app.db(),
        sql`create function weiger() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
      );
      await rows(app.db(), sql`create trigger weiger before update on bericht execute function weiger()`);
      const voor = (await get('/ik/werktijden')).body;
      const werkdagen = [{ weekdag: 3, van: '10:00', tot: '11:00' }];
      assert.equal((await put('/ik/werktijden', { werkdagen })).status, 500);
      assert.deepEqual((await get('/ik/werktijden')).body, voor);
      await rows(app.db(), sql`drop trigger weiger on bericht`);
      assert.deepEqual((await put('/ik/werktijden', { werkdagen })).body, { werkdagen });
    });
  });

  describe('/ik/afmeldingen', () => {
    it('200: what can be unsubscribed from, and why the rest cannot', async () => {
      const { body } = await get('/ik/afmeldingen');
      assert.deepEqual(body.afgemeld, []);
      assert.ok(body.afmeldbaar.includes('opgepakt'));
      assert.ok(!body.afmeldbaar.includes('herinnering_behandelen'));
      const reden = body.plicht.find(({ soort }: { soort: string }) => soort === 'herinnering_bezwaar');
      assert.equal(reden.omdat, 'Deze datum is niet te herstellen.');
    });

    it('200: in the place of what it was; 400 for duty, and nothing changes', async () => {
      assert.deepEqual((await put('/ik/afmeldingen', { afgemeld: ['opgepakt', 'ontvangen'] })).body.afgemeld, [
        'ontvangen',
        'opgepakt',
      ]);
      assert.equal((await put('/ik/afmeldingen', { afgemeld: ['herinnering_behandelen'] })).status, 400);
      assert.equal((await put('/ik/afmeldingen', { afgemeld: ['opgepakt'] })).body.afgemeld.length, 1);
    });
  });

  describe('the link in a mail', () => {
    it('asks on GET, however often a scanner opens it, and unsubscribes on POST without a login', async () => {
      const url = await afmeldUrl(app.db(), app.url, { gebruiker: 'metgezel.noord', soorten: ['verplaatst'] });
      for (const method of ['GET', 'HEAD', 'GET']) assert.equal((await fetch(url, { method })).status, 200);
      assert.deepEqual(await leesAfmeldingen(app.db(), 'metgezel.noord'), []);
      const klik = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
      assert.equal(klik.status, 200);
      assert.deepEqual(await leesAfmeldingen(app.db(), 'metgezel.noord'), ['verplaatst']);
    });

    it('names the kind of mail, and is undone with one press, which leaves the other kinds as they were', async () => {
      await put('/ik/afmeldingen', { afgemeld: [] });
      const ander = await afmeldUrl(app.db(), app.url, { gebruiker: 'metgezel.noord', soorten: ['opgepakt'] });
      await fetch(ander, { method: 'POST' });
      const url = await afmeldUrl(app.db(), app.url, {
        gebruiker: 'metgezel.noord',
        soorten: ['verplaatst', 'antwoord'],
      });
      const over = /mails meer over waar uw signaal naartoe gaat en antwoorden op vragen over uw signaal/;
      assert.match(await (await fetch(url)).text(), over);
      const gedaan = await (await fetch(url, { method: 'POST' })).text();
      assert.match(gedaan, over);
      const [, terug = ''] = /action="([^"]+\/ongedaan)"/.exec(gedaan) ?? [];
      const ongedaan = await fetch(new URL(terug, app.url), { method: 'POST' });
      assert.match(await ongedaan.text(), /U krijgt weer mails over waar uw signaal naartoe gaat/);
      assert.deepEqual(await leesAfmeldingen(app.db(), 'metgezel.noord'), ['opgepakt']);
      assert.equal((await fetch(`${app.url}/afmelden/x.y/ongedaan`, { method: 'POST' })).status, 404);
    });

    it('has words for every kind from which one may unsubscribe', () => {
      for (const soort of AFMELDBAAR) assert.ok(waarover([soort]).length > 10, soort);
      assert.throws(() => waarover(['verzoek']), TypeError);
    });

    it('404 for a link that was changed, and it never reaches what is duty', async () => {
      const url = await afmeldUrl(app.db(), app.url, { gebruiker: 'metgezel.noord', soorten: ['verplaatst'] });
      const [, token = ''] = url.split('/afmelden/');
      const [inhoud = '', handtekening = ''] = token.split('.');
      const ander = Buffer.from(JSON.stringify(['metgezel.west', 'verplaatst'])).toString('base64url');
      for (const vals of [`${ander}.${handtekening}`, `${inhoud}.${'A'.repeat(43)}`, 'x', `${inhoud}.`]) {
        const pagina = await fetch(`${app.url}/afmelden/${vals}`, { method: 'POST' });
        assert.equal(pagina.status, 404);
        assert.match(await pagina.text(), /Neem hem dan helemaal over\.[^]*href="\/instellingen\/post"/);
      }
      const plicht = await afmeldUrl(app.db(), '', { gebruiker: 'x', soorten: ['herinnering_behandelen'] });
      assert.deepEqual(await leesAfmeldtoken(app.db(), plicht.replace('/afmelden/', '')), {
        gebruiker: 'x',
        soorten: [],
      });
    });
  });

  describe('the calendar', () => {
    it('201: an address with the deadlines by number and kind alone, until it is revoked', async () => {
      const metgezel = app.as('metgezel.noord');
      const { body: signaal } = await metgezel.post(
        '/signalen',
        nieuwSignaal({ knelpunt: 'Kanarie Sjors', tekstBevestigd: ['Sjors'] }),
      );
      const { status, body: sleutel } = await metgezel.post('/ik/agendasleutels');
      assert.equal(status, 201);
      const reply = await fetch(sleutel.url);
      assert.match(reply.headers.get('content-type') ?? '', /^text\/calendar/);
      const ics = await reply.text();
      const laatsteDag = signaal.termijnen[0].laatsteDag.replaceAll('-', '');
      assert.match(ics, new RegExp(`DTSTART;VALUE=DATE:${laatsteDag}\r\n`));
      assert.match(ics, new RegExp(`SUMMARY:${signaal.nummer}: uitkomst vastleggen\r\n`));
      assert.match(ics, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*DTSTAMP:\d{8}T\d{6}Z\r\n[^]*END:VCALENDAR\r\n$/);
      assert.doesNotMatch(ics, /Sjors|TZID=|NAH|GM0014/);
      for (const regel of ics.split('\r\n')) assert.ok(Buffer.byteLength(regel) <= 75, regel);
      const { body: lijst } = await metgezel.get('/ik/agendasleutels');
      assert.deepEqual(Object.keys(lijst.agendasleutels[0]).toSorted(), ['gemaaktOp', 'id', 'laatstGebruiktOp']);
      assert.equal((await app.as('metgezel.west').delete(`/ik/agendasleutels/${sleutel.id}`)).status, 404);
      assert.equal((await metgezel.delete(`/ik/agendasleutels/${sleutel.id}`)).status, 200);
      assert.equal((await fetch(sleutel.url)).status, 404);
    });

    it('is a calendar for programs also when there is no deadline: never without a component (RFC 5545 §3.6)', async () => {
      const { body: sleutel } = await app.as('auditor').post('/ik/agendasleutels');
      const ics = await (await fetch(sleutel.url)).text();
      assert.doesNotMatch(ics, /VEVENT/);
      assert.match(ics, /\r\nBEGIN:VTIMEZONE\r\nTZID:Europe\/Amsterdam\r\n[^]*\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n$/);
    });

    it('keeps the last day for bezwaar of the own filings for as long as it runs, also when the signaal has closed', async () => {
      const metgezel = app.as('metgezel.zorgaanbieder');
      const besluit = { datum: datumVan(new Date().toISOString()), soort: 'Afwijzing Wlz' };
      const { body: eigen } = await metgezel.post('/signalen', nieuwSignaal({ besluit }));
      const { body: gemeld } = await metgezel.post('/signalen', nieuwSignaal({ besluit, wens: 'melden' }));
      const { body: terug } = await metgezel.post('/signalen', nieuwSignaal({ besluit }));
      const uitkomst = { uitkomst: 'opgelost', toelichting: 'Het is gelukt.' };
      assert.equal((await metgezel.post(`/signalen/${eigen.nummer}/uitkomsten`, uitkomst)).status, 201);
      assert.equal((await metgezel.post(`/signalen/${terug.nummer}/intrekkingen`, {})).status, 201);
      const { body: sleutel } = await metgezel.post('/ik/agendasleutels');
      const ics = await (await fetch(sleutel.url)).text();
      assert.deepEqual(
        [...ics.matchAll(/SUMMARY:(.*)\r\n/g)].map(([, titel]) => titel),
        [eigen, gemeld].map(({ nummer }) => `${nummer}: laatste dag voor bezwaar`),
      );
    });

    it('409 once somebody has as many keys as there may be, until one is revoked; the same request again is no more', async () => {
      const wie = app.as('coordinator.zuid');
      const sleutels = [];
      for (let i = 0; i < AGENDASLEUTELS_PER_PERSOON; i += 1)
        sleutels.push((await wie.post('/ik/agendasleutels')).body);
      const sleutel = { 'idempotency-key': 'de-elfde' };
      const { status, body } = await wie.post('/ik/agendasleutels', undefined, sleutel);
      assert.deepEqual([status, body.code], [409, 'te_veel']);
      assert.equal((await wie.get('/ik/agendasleutels')).body.agendasleutels.length, AGENDASLEUTELS_PER_PERSOON);
      assert.equal((await wie.delete(`/ik/agendasleutels/${sleutels[0].id}`)).status, 200);
      for (let i = 0; i < 2; i += 1)
        assert.equal((await wie.post('/ik/agendasleutels', undefined, sleutel)).status, 201);
    });

    it('409 also for who asks for many at once: none finds the room that another took', async () => {
      const wie = app.as('metgezel.zorgaanbieder');
      const tegelijk = Array.from({ length: AGENDASLEUTELS_PER_PERSOON + 8 }, () => wie.post('/ik/agendasleutels'));
      assert.ok((await Promise.all(tegelijk)).some(({ status }) => status === 409));
      assert.equal((await wie.get('/ik/agendasleutels')).body.agendasleutels.length, AGENDASLEUTELS_PER_PERSOON);
    });

    it('404 for an address that was guessed', async () => {
      for (const naam of [`${'A'.repeat(43)}.ics`, 'x.ics', `${'A'.repeat(43)}`]) {
        assert.equal((await fetch(`${app.url}/agenda/${naam}`)).status, 404);
      }
    });
  });
});
