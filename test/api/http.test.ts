import assert from 'node:assert/strict';
import { connect } from 'node:net';

import { API_VERSIE } from '#api/route.ts';
import { ROUTES } from '#api/routes/index.ts';
import { DEMO_GEBRUIKERS } from '#db/seeds/demo-gebruikers.ts';
import { type Client, nieuwSignaal, startApp, vraag } from '#test/support/app.ts';

describe('HTTP', () => {
  let app: Client;
  let authorization = '';
  before(async () => {
    app = await startApp();
    authorization = `Bearer ${await app.token('metgezel.noord')}`;
  });
  after(() => app.stop());

  const api = (pad: string, init: RequestInit = {}) =>
    vraag(`${app.url}/api/v1${pad}`, {
      ...init,
      headers: { authorization, ...(init.headers as Record<string, string>) },
    });
  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    api('/signalen', {
      method: 'POST',
      body,
      headers: { 'idempotency-key': 'x', 'content-type': 'application/json', ...headers },
    });

  it('404: an unknown address, a trailing slash, other capitals; as a problem document', async () => {
    for (const pad of [
      '/',
      '',
      '/signalen/',
      '/Signalen',
      '/iets',
      '/signalen/S-2026-0001/iets',
      '/codelijsten/bestaat_niet',
    ]) {
      const { status, headers, body } = await api(pad);
      assert.deepEqual(
        [pad, status, headers.get('content-type'), body.code],
        [pad, 404, 'application/problem+json', 'niet_gevonden'],
      );
    }
  });

  it('405 with Allow: a method that an address does not have', async () => {
    for (const [pad, allow] of [
      ['/signalen', 'POST, GET, HEAD, OPTIONS'],
      ['/signalen/S-2026-0001', 'GET, HEAD, OPTIONS'],
      ['/signalen/S-2026-0001/notities', 'POST, OPTIONS'],
      ['/openapi.json', 'GET, HEAD, OPTIONS'],
    ] as const) {
      const { status, headers, body } = await api(pad, { method: 'DELETE' });
      assert.deepEqual([pad, status, headers.get('allow'), body.code], [pad, 405, allow, 'methode_niet_toegestaan']);
      assert.deepEqual([(await api(pad, { method: 'OPTIONS' })).headers.get('allow')], [allow]);
    }
  });

  it('HEAD answers as GET, without a body', async () => {
    const get = await api('/signalen');
    const head = await api('/signalen', { method: 'HEAD' });
    assert.deepEqual(
      [head.status, head.headers.get('content-length'), head.body],
      [200, get.headers.get('content-length'), ''],
    );
  });

  it('406 where JSON is not wanted', async () => {
    assert.equal((await api('/ik', { headers: { accept: 'text/html' } })).status, 406);
    assert.equal((await api('/ik', { headers: { accept: 'text/html, */*;q=0.1' } })).status, 200);
  });

  it('400: what is not JSON, together with the other faults', async () => {
    for (const body of ['{', '', 'undefined', '\ufeff{}', new Uint8Array([0x22, 0xff, 0x22])]) {
      const reply = await post(body, { 'idempotency-key': '' });
      assert.deepEqual([reply.status, reply.body.errors.length], [400, 2]);
    }
    for (const body of ['[]', '"tekst"', 'null', '3', 'true']) assert.equal((await post(body)).status, 400);
  });

  describe('where nothing is asked', () => {
    const ZONDER_BODY = ROUTES.map(({ contract }) => contract).filter(
      ({ method, body }) => (method === 'post' || method === 'put') && body === undefined,
    );

    it('an empty object is as good as no body, and the same request with the same key', async () => {
      const headers = { 'idempotency-key': 'leeg', 'content-type': 'application/json' };
      const met = await api('/ik/agendasleutels', { method: 'POST', body: '{}', headers });
      const zonder = await api('/ik/agendasleutels', { method: 'POST', headers });
      assert.deepEqual([met.status, zonder.status], [201, 201]);
      const { body } = await api('/ik/agendasleutels');
      assert.equal(body.agendasleutels.length, 1);
    });

    it('400: anything else is refused in words, in every operation of its kind; an empty object in none', async () => {
      assert.ok(ZONDER_BODY.length > 10);
      const detail = 'Hier is niets in te vullen. Stuur geen body, of een leeg object: {}.';
      for (const { method, path, rollen } of ZONDER_BODY) {
        const { id: wie = '' } = DEMO_GEBRUIKERS.find((een) => een.rollen.some((rol) => rollen.includes(rol))) ?? {};
        const stuur = async (inhoud: unknown) => {
          const pad = path.replaceAll(/\{\w+\}/g, '@');
          const { status, body } = await app.as(wie)[method as 'post'](pad, inhoud as object);
          const over = (body.errors ?? []).filter((een: { in: string }) => een.in === 'body');
          return [status, over.map((een: { detail: string }) => een.detail)];
        };
        assert.deepEqual((await stuur({}))[1], [], path);
        assert.deepEqual(await stuur({ toelichting: 'x' }), [400, [detail]], path);
        assert.deepEqual(await stuur([]), [400, [detail]], path);
      }
    });
  });

  it('400: names that mean something to JavaScript are unknown fields like any other', async () => {
    for (const naam of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const { status, body } = await post(`{"${naam}":{"x":1}}`);
      assert.equal(status, 400);
      assert.ok(
        body.errors.some(({ location }: { location: { pointer: string } }) => location.pointer === `#/${naam}`),
      );
      assert.equal((await api(`/signalen?${naam}=1`)).status, 400);
    }
  });

  it('415: another content type, charset or encoding', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=latin1',
      'application/jsonx',
      '',
    ]) {
      assert.deepEqual([type, (await post('{}', { 'content-type': type })).status], [type, 415]);
    }
    assert.equal((await post('{}', { 'content-encoding': 'zip' })).status, 415);
    assert.equal((await post('{}', { 'content-type': 'application/json;charset=UTF-8' })).status, 400);
  });

  it('413: more than 512 kB, and says how much may be', async () => {
    const { status, body } = await post(JSON.stringify(nieuwSignaal({ knelpunt: 'x'.repeat(600_000) })));
    assert.deepEqual([status, body.code, body.detail], [413, 'te_groot', 'Stuur hoogstens 512 kB.']);
  });

  it('takes the most that may be filled in, of characters that take the most bytes', async () => {
    const tekst = '𝒂'.repeat(4000);
    const poging = { partij: '𝒂'.repeat(200), datum: '2026-01-05', antwoord: tekst };
    const body = nieuwSignaal({
      urgentie: 'spoed',
      wens: 'hulp',
      knelpunt: tekst,
      watZouHelpen: tekst,
      spoedreden: tekst,
      ondernomen: Array.from({ length: 20 }, () => poging),
      casus: { overWie: tekst, contactGezin: tekst, toelichting: tekst },
    });
    assert.equal((await post(JSON.stringify(body))).status, 201);
  });

  it('400: an address that cannot be read', async () => {
    const { status, body } = await api('/signalen/%E0%A4%A');
    assert.deepEqual([status, body.code], [400, 'ongeldige_invoer']);
  });

  it('400: something that is not HTTP gets a problem too', async () => {
    const { port } = new URL(app.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.end('ONZIN\r\n\r\n');
    let antwoord = '';
    for await (const stuk of socket) antwoord += String(stuk);
    assert.match(antwoord, /^HTTP\/1\.1 400 [^]*application\/problem\+json[^]*"status":400/);
  });

  it('every answer says which API this is and keeps out of caches, frames and scripts', async () => {
    for (const pad of ['/ik', '/signalen/', '/openapi.json', '/signalen?x=1']) {
      const { headers } = await api(pad);
      assert.equal(headers.get('api-version'), API_VERSIE);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('x-frame-options'), 'DENY');
      assert.equal(headers.get('content-security-policy'), "default-src 'none';frame-ancestors 'none'");
      assert.match(headers.get('strict-transport-security') ?? '', /^max-age=31536000; includeSubDomains$/);
      assert.equal(headers.get('x-powered-by'), null);
    }
  });

  it('500: a fault of ours tells nothing about itself, and is logged', async () => {
    const kapot = await startApp({ voerUit: () => Promise.reject(new TypeError('geheim: /etc/passwd')) });
    const { status, body } = await kapot.as('metgezel.noord').post('/signalen', nieuwSignaal());
    assert.deepEqual([status, body.code], [500, 'interne_fout']);
    assert.doesNotMatch(JSON.stringify(body), /geheim|TypeError|\.ts/);
    assert.equal(kapot.fouten.length, 1);
    await kapot.stop();
  });
});
