import assert from 'node:assert/strict';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { toegankelijkheidsfouten } from '#test/support/axe.ts';
import { type Bezoeker, ingelogd, woorden } from '#test/support/bezoeker.ts';
import { openVenster } from '#test/support/chromium.ts';
import { testPost } from '#test/support/test-post.ts';

describe('Vandaag, the page to begin the day with', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);
  const lees = async (gebruiker: string) => (await als(gebruiker)).volg('/vandaag');
  const deel = async (gebruiker: string, id: string): Promise<string> =>
    new RegExp(`<section aria-labelledby="${id}">.*?</section>`, 's').exec((await lees(gebruiker)).tekst)?.[0] ?? '';
  const nummersIn = (tekst: string): string[] =>
    Array.from(tekst.matchAll(/href="\/signalen\/(S-[\d-]+)"/g), ([, nummer = '']) => nummer);
  const dienIn = async (anders: Record<string, unknown> = {}) =>
    (await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_aanbod', ...anders })))
      .body as { id: string; nummer: string };
  const doe = async (wie: string, nummer: string, daad: string, body?: object) => {
    const reply = await app.as(wie).post(`/signalen/${nummer}/${daad}`, body);
    assert.equal(reply.status, 201, JSON.stringify(reply.body));
    return reply.body;
  };
  /** Lets the clock of this signaal do all that it owes up to then, and no more. */
  const reisTot = async (id: string, nu: Tijdstip) => {
    let stand = await app.uitvoeren.stand(id);
    while (stand.volgende !== null && stand.volgende.op <= nu)
      stand = await app.uitvoeren.mijlpaal(id, stand.volgende.sleutel, stand.volgende.op);
    await app.uitvoeren.leesStand(id, nu);
  };
  /** When the clock next does something of this kind, by the beginning of its key. */
  const volgende = async (id: string): Promise<Tijdstip> => (await app.uitvoeren.stand(id)).volgende?.op ?? '';
  const eenUurGeleden = () =>
    rows(
      app.db(),
      sql`update vandaagbezoek set op = op - interval '1 hour', eerder_op = eerder_op - interval '1 hour'`,
    );

  it('says what the digest of that day says, in the words of the mail, less what was done since', async () => {
    const [een, twee] = [await dienIn(), await dienIn({ gemeente: 'GM1680' })];
    const herinnering = await volgende(een.id);
    const halfTien = new Date(Date.parse(herinnering) + 30 * 60_000).toISOString();
    for (const { id } of [een, twee]) await reisTot(id, halfTien);
    const vooraf = woorden({
      ...(await lees('coordinator.noord')),
      tekst: await deel('coordinator.noord', 'overzicht'),
    });
    const post = testPost(app.database, 'smtp://127.0.0.1:1', app.url);
    await post.bundel();
    post.close();
    const [mail] = await rows(
      app.db(),
      sql`select inhoud from zending where gebruiker = 'coordinator.noord' and inhoud like ${`%${een.nummer}%${twee.nummer}%`} order by id desc limit 1`,
      { inhoud: text },
    );
    const gemaild = mail?.inhoud.replaceAll(/\s+/g, ' ') ?? '';
    const pagina = await deel('coordinator.noord', 'overzicht');
    const regels = Array.from(
      pagina.matchAll(/<li><a href="[^"]+">(S-[\d-]+)<\/a>: (.*?)<\/li>/g),
      ([, nummer = '', zin = '']) => ({
        nummer,
        zin,
      }),
    );
    assert.deepEqual(new Set(regels.map(({ nummer }) => nummer)), new Set([een.nummer, twee.nummer]));
    for (const { zin } of regels)
      for (const stuk of zin.split(/(?<=\.) /)) assert.ok(gemaild.includes(stuk), `${stuk} stands not in ${gemaild}`);
    assert.equal(new Set(gemaild.match(/S-\d{4}-\d+/g)).size, regels.length);
    assert.ok(vooraf.includes(regels[0]?.zin ?? '?'), 'also before the mail is made');
    await doe('coordinator.noord', een.nummer, 'oppakkingen');
    assert.deepEqual(nummersIn(await deel('coordinator.noord', 'overzicht')), [twee.nummer]);
    assert.deepEqual(nummersIn(await deel('coordinator.zuid', 'overzicht')), []);
  });

  it('takes a signaal up on the spot, and tells the second who does that who was faster', async () => {
    const { nummer } = await dienIn();
    const formulier = async () => {
      const blok = new RegExp(`<form[^>]*action="/signalen/${nummer}/oppakken".*?</form>`, 's');
      const [gevonden = ''] = blok.exec(await deel('coordinator.noord', 'oppakken')) ?? [];
      const velden = Array.from(
        gevonden.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g),
        ([, naam = '', waarde = '']) => [naam, waarde],
      );
      return { ...Object.fromEntries(velden), stap: 'doe' } as Record<string, string>;
    };
    const [hilde, landelijk] = [await formulier(), await formulier()];
    const gedaan = await (await als('coordinator.noord')).stuur(`/signalen/${nummer}/oppakken`, hilde);
    assert.match(woorden(gedaan), /In behandeling/);
    assert.deepEqual(
      nummersIn(await deel('coordinator.noord', 'oppakken')).filter((een) => een === nummer),
      [],
    );
    const laat = await (await als('landelijk')).stuur(`/signalen/${nummer}/oppakken`, landelijk);
    assert.match(woorden(laat), /Hilde Postma/);
    assert.ok(laat.status >= 400, String(laat.status));
  });

  it('lets programmaleiding give to somebody what nobody took up, once it may read it', async () => {
    const { id, nummer } = await dienIn();
    const wijsToe = new RegExp(`<a href="/signalen/${nummer}/toewijzen"[^>]*>Wijs toe</a>`);
    const eerst = await deel('programmaleiding', 'oppakken');
    assert.ok(eerst.includes(nummer));
    assert.doesNotMatch(eerst, wijsToe);
    await reisTot(id, new Date(Date.now() + 60 * 24 * 3_600_000).toISOString());
    const daarna = await deel('programmaleiding', 'oppakken');
    assert.match(daarna, wijsToe);
    assert.doesNotMatch(daarna, /Pak op/);
    await app.as('metgezel.noord').post(`/signalen/${nummer}/intrekkingen`, {});
  });

  it('shows an answer until it is read, to who asked', async () => {
    const { nummer } = await dienIn();
    await doe('coordinator.noord', nummer, 'oppakkingen');
    const { verzoeken } = await doe('coordinator.noord', nummer, 'verzoeken', {
      soort: 'navraag',
      vraag: 'Hoe gaat het nu met het gezin?',
    });
    assert.ok(!nummersIn(await deel('coordinator.noord', 'antwoorden')).includes(nummer));
    await doe('metgezel.noord', nummer, `verzoeken/${verzoeken[0].id}/antwoorden`, {
      antwoord: 'informatie',
      toelichting: 'Zij wachten nog.',
    });
    assert.ok(nummersIn(await deel('coordinator.noord', 'antwoorden')).includes(nummer));
    assert.ok(!nummersIn(await deel('landelijk', 'antwoorden')).includes(nummer));
    await (await als('coordinator.noord')).volg(`/signalen/${nummer}`);
    assert.ok(!nummersIn(await deel('coordinator.noord', 'antwoorden')).includes(nummer));
  });

  it('shows what went a niveau higher by itself since one was here, and no longer the next time', async () => {
    await lees('landelijk');
    await eenUurGeleden();
    const { id, nummer } = await dienIn();
    for (let stand = await app.uitvoeren.stand(id); stand.niveau === 'regionaal' && stand.volgende !== null;) {
      await reisTot(id, stand.volgende.op);
      stand = await app.uitvoeren.stand(id);
    }
    assert.ok(nummersIn(await deel('landelijk', 'vanzelf')).includes(nummer));
    assert.ok(!nummersIn(await deel('coordinator.zuid', 'vanzelf')).includes(nummer));
    await eenUurGeleden();
    await eenUurGeleden();
    await rows(app.db(), sql`update vandaagbezoek set op = clock_timestamp(), eerder_op = clock_timestamp()`);
    assert.ok(!nummersIn(await deel('landelijk', 'vanzelf')).includes(nummer));
  });

  it('begins with what waits below, and how much', async () => {
    await dienIn();
    const { nummer } = await dienIn();
    await doe('coordinator.noord', nummer, 'oppakkingen');
    const vraag = { soort: 'navraag', vraag: 'Hoe gaat het nu met het gezin?' };
    const { verzoeken } = await doe('coordinator.noord', nummer, 'verzoeken', vraag);
    const antwoord = { antwoord: 'informatie', toelichting: 'Zij wachten nog.' };
    await doe('metgezel.noord', nummer, `verzoeken/${verzoeken[0].id}/antwoorden`, antwoord);
    const { tekst } = await lees('coordinator.noord');
    const [, inhoud = ''] = /<nav class="filters" aria-label="Op deze pagina">(.*?)<\/nav>/s.exec(tekst) ?? [];
    const wijst = Array.from(inhoud.matchAll(/href="#([^"]+)">([^<]+)/g), ([, id = '', kop = '']) => [id, kop]);
    assert.ok(wijst.length > 1);
    for (const [id, kop] of wijst) assert.ok(new RegExp(`<h2[^>]* id="${id}"[^>]*>${kop}</h2>`).test(tekst), kop);
    const getal = /href="#oppakken">[^<]+<span class="telling">\D*(\d+)/.exec(inhoud)?.[1];
    assert.equal(Number(getal), nummersIn(await deel('coordinator.noord', 'oppakken')).length);
  });

  it('is right for every reader, at every width', async () => {
    for (const breed of [390, 1280]) {
      const venster = await openVenster({ script: true, breed });
      try {
        const pagina = await venster.newPage();
        await pagina.goto(`${app.url}/vandaag`);
        await pagina.getByRole('button', { name: /Log in als Hilde/ }).click();
        await pagina.getByRole('heading', { name: 'Uw overzicht van vandaag' }).waitFor();
        assert.deepEqual(await toegankelijkheidsfouten(pagina), []);
      } finally {
        await venster.close();
      }
    }
  });
});
