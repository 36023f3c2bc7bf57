import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import express from 'express';
import type { KyselyPlugin } from 'kysely';

import { createVoorstellen } from '#activities/detectie/voorstellen.ts';
import { createAccounts } from '#activities/gebruikers/accounts.ts';
import { createConcepten } from '#activities/gebruikers/concepten.ts';
import { createVoorkeuren } from '#activities/gebruikers/voorkeuren.ts';
import { createNoemers } from '#activities/rapporten/noemers.ts';
import { createRapporten } from '#activities/rapporten/rapporten.ts';
import { createVignetten } from '#activities/rapporten/vignetten.ts';
import { createUitvoer } from '#activities/uitvoer/uitvoer.ts';
import { createWissingen } from '#activities/wissen/beslissen.ts';
import { PROBLEEMSOORTEN } from '#api/problem.ts';
import { jsonb, rows, sql } from '#db/sql.ts';
import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { createPayloadCodec } from '#platform/payload-codec.ts';
import { type Client, startApp, vraag } from '#test/support/app.ts';
import { createInloggen } from '#web/inloggen/inloggen.ts';
import { createWeb } from '#web/router.tsx';

const MAIL = `From: Signaalpunt <post@voorbeeld.nl>\r
To: metgezel.noord@voorbeeld.nl\r
Subject: Signaal S-2027-0001 <b>is</b> opgepakt\r
Message-ID: <1@voorbeeld.nl>\r
MIME-Version: 1.0\r
Content-Type: multipart/alternative; boundary=x\r
\r
--x\r
Content-Type: text/plain; charset=utf-8\r
\r
Hilde <script>alert(1)</script> pakt het op.\r
--x\r
Content-Type: text/html; charset=utf-8\r
\r
<p>Hilde pakt het <b>op</b>.</p>\r
--x--\r
`;

describe('pages', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  const pagina = (pad: string) => vraag(`${app.url}${pad}`);

  it('the start page says what this is, who is who, how to begin and where everything is', async () => {
    const { status, headers, body } = await pagina('/');
    assert.equal(status, 200);
    assert.match(headers.get('content-type') ?? '', /^text\/html/);
    for (const wie of [
      'metgezel.noord',
      'oco.midden',
      'coordinator.zuid',
      'landelijk',
      'programmaleiding',
      'beheer',
      'auditor',
    ]) {
      assert.ok(body.includes(`<code>${wie}</code>`), wie);
    }
    for (const adres of [
      '/documentatie',
      '/api/v1/openapi.json',
      '/dev/post',
      'http://localhost:8233',
      '/health/ready',
    ]) {
      assert.ok(body.includes(`href="${adres}"`), adres);
    }
    assert.match(body, /npm run -s token -- metgezel\.noord/);
  });

  it('the start page shows the terms that hold today, and neither the first ones nor those to come', async () => {
    const { stappen } = TERMIJNBELEID_1;
    const beleid = (lokaal: number) => {
      const n = { normaal: lokaal, hoog: 1 };
      const behandelen = { ...stappen.behandelen, lokaal: { ...stappen.behandelen.lokaal, n } };
      return jsonb({ ...TERMIJNBELEID_1, stappen: { ...stappen, behandelen } });
    };
    const vandaag = datumVan(new Date().toISOString());
    await rows(
      app.db(),
      sql`insert into termijnbeleid (versie, geldig_vanaf, inhoud)
          values (2, ${vandaag}, ${beleid(7)}), (3, ${plusDagen(vandaag, 1)}, ${beleid(8)})`,
    );
    const { body } = await pagina('/');
    assert.match(body, /Termijn: 7 werkdagen\./);
    assert.match(body, /Termijn: 20 werkdagen\. Bij spoed: 5 werkdagen\./);
    await rows(app.db(), sql`delete from termijnbeleid where versie > 1`);
  });

  it('outside the embedded default the start page names nobody and asks for nobody', async () => {
    const verandertNiets = () => assert.fail('the start page changes nothing');
    const gevraagd: string[] = [];
    const meelezen: KyselyPlugin = {
      transformQuery: ({ node }) => {
        gevraagd.push(JSON.stringify(node));
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
    const server = express().use(
      createWeb({
        database: { ...app.database, voor: () => app.db().withPlugin(meelezen) },
        nu: () => new Date().toISOString(),
        accounts: createAccounts(app.database),
        voorstellen: createVoorstellen(app.database),
        rapporten: createRapporten(app.database),
        noemers: createNoemers(app.database),
        uitvoer: createUitvoer(app.database),
        vignetten: createVignetten(app.database),
        wissingen: createWissingen(app.database, app.uitvoeren.voerUit),
        bewaartermijnen: { stelVoor: verandertNiets, bevestig: verandertNiets, trekIn: verandertNiets },
        controleerLogboek: () => assert.fail('the start page checks nothing'),
        sleutels: {
          gebruik: () => assert.fail('the start page keeps nothing'),
          laatLos: () => assert.fail('the start page keeps nothing'),
        },
        voorkeuren: createVoorkeuren(app.database),
        waarnemingen: { bewaar: verandertNiets, beeindig: verandertNiets },
        lessen: { doe: verandertNiets },
        beleid: {
          naspelingen: { begin: verandertNiets, lees: verandertNiets, stop: verandertNiets },
          bereidVoor: verandertNiets,
          simuleer: verandertNiets,
          bewaar: verandertNiets,
          sluit: verandertNiets,
        },
        feestdagen: { voegToe: verandertNiets, verwijder: verandertNiets },
        geefVrij: verandertNiets,
        weergaven: { bewaar: verandertNiets, wis: verandertNiets },
        concepten: createConcepten(app.database, new Uint8Array(32)),
        ...app.uitvoeren,
        ketenpartners: app.ketenpartners,
        casus: app.casus,
        publicUrl: app.url,
        inloggen: createInloggen(app.config, app.database),
        gelezen: { noteer: verandertNiets, noteerVandaag: verandertNiets },
        live: { pagina: () => verandertNiets, close: verandertNiets },
        limieten: () => Promise.resolve({ ok: true, isFirstTooMany: false, most: 1, waitS: 1, headers: {} }),
        noteer: (_req, _res, next) => next(),
        openapi: () => ({}),
        problemen: PROBLEEMSOORTEN,
        meldFout: (error) => assert.fail(String(error)),
      }),
    );
    const luistert = server.listen(0, '127.0.0.1');
    await once(luistert, 'listening');
    const { port } = luistert.address() as AddressInfo;
    const { status, body } = await vraag(`http://127.0.0.1:${port}/`);
    luistert.close();
    assert.equal(status, 200);
    assert.match(body, /Alles werkt[^]*Termijn: 20 werkdagen/);
    assert.doesNotMatch(body, /metgezel\.noord/);
    assert.equal(gevraagd.length, 1);
    assert.doesNotMatch(gevraagd.join(), /from gebruiker/);
  });

  it('every page is Dutch, has a title, one main heading, a skip link, and no script but ours', async () => {
    for (const pad of ['/', '/documentatie', '/dev/post', '/bestaat-niet', '/uitgelogd']) {
      const { headers, body } = await pagina(pad);
      assert.match(body, /^<!doctype html><html lang="nl">/, pad);
      assert.match(body, /<title>[^<]+ – Signaalpunt<\/title>/, pad);
      assert.equal(body.match(/<h1/g)?.length, 1, pad);
      assert.match(body, /class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud"/, pad);
      assert.doesNotMatch(
        body,
        /<script(?! type="module" src="\/assets\/levend\.js"><\/script>)|style="|onclick=/,
        pad,
      );
      const beleid = headers.get('content-security-policy') ?? '';
      assert.match(beleid, /^default-src 'none';style-src 'self';script-src 'self';connect-src 'self';/, pad);
      assert.match(beleid, /;require-trusted-types-for 'script';trusted-types 'none'$/, pad);
      const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length, pad);
    }
  });

  it('the styles, the mark and the letters come from this host', async () => {
    for (const [naam, type] of [
      ['stijl.css', 'text/css; charset=utf-8'],
      ['mark.svg', 'image/svg+xml'],
      ['chevron.svg', 'image/svg+xml'],
      ['source-sans-3-latin.woff2', 'font/woff2'],
    ]) {
      const { status, headers } = await pagina(`/assets/${naam}`);
      assert.deepEqual([status, headers.get('content-type')], [200, type]);
      const kop = { 'if-none-match': headers.get('etag') ?? '' };
      const weer = await fetch(`${app.url}/assets/${naam}`, { headers: kop });
      assert.deepEqual([weer.status, await weer.text()], [304, '']);
    }
    assert.doesNotMatch((await pagina('/assets/stijl.css')).body, /https?:/);
    assert.equal((await pagina('/assets/..%2Frouter.tsx')).status, 404);
  });

  it('404: an unknown page, also one that cannot be read, is a page', async () => {
    for (const pad of ['/bestaat-niet', '/signalen/x', '/%E0%A4%A', '/dev/post/%E0%A4%A']) {
      const { status, headers } = await pagina(pad);
      assert.deepEqual([pad, status, headers.get('content-type')], [pad, 404, 'text/html; charset=utf-8']);
    }
  });

  it('the reference shows every operation, and every problem where its type points', async () => {
    const { body } = await pagina('/documentatie');
    const openapi = (await pagina('/api/v1/openapi.json')).body as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    for (const methoden of Object.values(openapi.paths)) {
      for (const { operationId } of Object.values(methoden))
        assert.ok(body.includes(`id="${operationId}"`), operationId);
    }
    for (const { code } of PROBLEEMSOORTEN) assert.ok(body.includes(`id="probleem-${code}"`), code);
    for (const [, doel] of body.matchAll(/href="#([^"]+)"/g)) assert.ok(body.includes(`id="${doel}"`), doel);
  });

  it('the reference begins with how to get in, and is closed by subject, so that all subjects fit the eye', async () => {
    const { body } = await pagina('/documentatie');
    const tot = body.indexOf('class="onderwerp"');
    const begin = body.slice(0, tot);
    assert.match(begin, /npm run -s token -- metgezel\.noord/);
    assert.match(
      begin,
      /curl &#x27;http:[^ ]*\/api\/v1\/signalen\?limiet=5&#x27; -H &quot;Authorization: Bearer \$TOKEN&quot;/,
    );
    const blokken = body.match(/<details[^>]*>/g) ?? [];
    assert.ok(blokken.every((blok: string) => !blok.includes('open')));
    assert.ok(!begin.includes('class="operatie"'));
  });

  it('the mailbox is empty at first, then shows every mail, escaped, and its own markup only in a sandbox', async () => {
    assert.match((await pagina('/dev/post')).body, /Er is nog geen post/);
    const dir = path.join(app.dir, 'post');
    await mkdir(dir, { recursive: true });
    await writeFile(path.join(dir, '2027-05-10T07-00-00.000Z-000001-abcdef.eml'), MAIL);
    const lijst = await pagina('/dev/post');
    const adres = /href="(\/dev\/post\/[^"]+)"/.exec(lijst.body)?.[1] ?? '';
    assert.match(lijst.body, /Signaal S-2027-0001 &lt;b&gt;is&lt;\/b&gt; opgepakt/);
    assert.match(lijst.body, /10 mei 2027 om 09:00/);
    const brief = await pagina(adres);
    assert.match(brief.body, /Hilde &lt;script&gt;alert\(1\)&lt;\/script&gt; pakt het op\./);
    assert.match(brief.body, /metgezel\.noord@voorbeeld\.nl/);
    const opmaak = await pagina(`${adres}/opmaak`);
    assert.match(opmaak.body, /<b>op<\/b>/);
    assert.match(opmaak.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'/);
    assert.equal((await pagina('/dev/post/bestaat-niet')).status, 404);
  });

  it('a page of the mailbox opens only the mails that it shows, however many there are', async () => {
    const dir = path.join(app.dir, 'post');
    await rm(dir, { recursive: true, force: true });
    await mkdir(dir);
    const naam = (i: number): string => `2027-05-09T07-00-00.000Z-${String(i).padStart(6, '0')}-abcdef.eml`;
    // A folder cannot be read as a mail: whoever opens one fails.
    for (let i = 1; i <= 60; i += 1) await mkdir(path.join(dir, naam(i)));
    for (let i = 61; i <= 110; i += 1) await writeFile(path.join(dir, naam(i)), MAIL);
    const blad = await pagina('/dev/post');
    assert.equal(blad.status, 200);
    assert.match(blad.body, /Bericht 1 tot en met 50 van 110\./);
    const ouder = /href="([^"]+)">Oudere berichten/.exec(blad.body)?.[1] ?? '';
    assert.equal((await pagina(`/dev/post/${naam(61).replace('.eml', '')}`)).status, 200);

    for (let i = 1; i <= 60; i += 1) await rm(path.join(dir, naam(i)), { recursive: true });
    for (let i = 1; i <= 60; i += 1) await writeFile(path.join(dir, naam(i)), MAIL);
    assert.match((await pagina(ouder)).body, /Bericht 51 tot en met 100 van 110\./);
    assert.equal((await pagina('/dev/post?vanaf=nergens')).status, 404);
  });

  it('Temporal’s UI gets its payloads decoded, and nobody else in a browser', async () => {
    const codec = createPayloadCodec(new Uint8Array(32));
    const [versleuteld] = await codec.encode([
      { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('{"id":"x"}') },
    ]);
    const base64 = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('base64');
    const payload = {
      metadata: Object.fromEntries(
        Object.entries(versleuteld?.metadata ?? {}).map(([naam, bytes]) => [naam, base64(bytes)]),
      ),
      data: base64(versleuteld?.data),
    };
    const vragen = (body: unknown) =>
      vraag(`${app.url}/dev/codec/decode`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const { status, headers, body } = await vragen({ payloads: [payload] });
    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), 'http://localhost:8233');
    assert.equal(Buffer.from(body.payloads[0].data, 'base64').toString(), '{"id":"x"}');
    assert.equal((await vragen({ payloads: 'x' })).status, 400);
    const eerst = await vraag(`${app.url}/dev/codec/decode`, { method: 'OPTIONS' });
    assert.deepEqual([eerst.status, eerst.headers.get('access-control-allow-methods')], [204, 'POST']);
  });
});
