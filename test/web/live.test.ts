import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Page } from 'playwright-core';

import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { toegankelijkheidsfouten } from '#test/support/axe.ts';
import { Bezoeker, ingelogd } from '#test/support/bezoeker.ts';
import { openVenster } from '#test/support/chromium.ts';
import { testDatabase } from '#test/support/database.ts';
import { PgProxy } from '#test/support/pg-proxy.ts';

/** Employed by DEMO_ZORGAANBIEDER. */
const WERKNEMER = 'metgezel.zorgaanbieder';
const WERKGEVER = 'DEMO_ZORGAANBIEDER';
const RITME = { restMs: 20, beatMs: 50 };

/** What a stream has told so far. */
class Stroom {
  tekst = '';
  readonly headers: Headers;
  readonly klaar: Promise<void>;
  readonly #weg: AbortController;

  private constructor(headers: Headers, stukken: AsyncIterable<Uint8Array>, weg: AbortController) {
    this.headers = headers;
    this.#weg = weg;
    this.klaar = (async () => {
      for await (const stuk of stukken) this.tekst += Buffer.from(stuk).toString();
    })().catch(() => undefined);
  }

  static async open(url: string, { koekjes }: Bezoeker, adres: string): Promise<Stroom> {
    const weg = new AbortController();
    const cookie = [...koekjes].map(([naam, { waarde }]) => `${naam}=${waarde}`).join('; ');
    const headers = { cookie, accept: 'text/event-stream', 'accept-encoding': 'gzip, br' };
    const antwoord = await fetch(`${url}${adres}`, { headers, signal: weg.signal, redirect: 'manual' });
    assert.equal(antwoord.status, 200, adres);
    return new Stroom(antwoord.headers, antwoord.body as unknown as AsyncIterable<Uint8Array>, weg);
  }

  get keren(): number {
    return this.tekst.split('data: gewijzigd\n\n').length - 1;
  }

  async tot(klopt: (stroom: Stroom) => boolean): Promise<void> {
    while (!klopt(this)) await sleep(5);
  }

  sluit(): void {
    this.#weg.abort();
  }
}

describe('a page that stays open', () => {
  let app: Client;
  let proxy: PgProxy;
  const bezoekers = new Map<string, Bezoeker>();
  const open: Stroom[] = [];
  before(async () => {
    const database = await testDatabase();
    proxy = await PgProxy.open(database);
    app = await startApp({ database, instellingen: { DATABASE_URL: proxy.url }, rhythm: RITME });
  });
  after(async () => {
    await app.stop();
    await proxy[Symbol.asyncDispose]();
  });
  afterEach(async () => {
    for (const stroom of open.splice(0)) stroom.sluit();
    assert.deepEqual(app.fouten, []);
  });

  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);
  /** Opened, and told once that it may have missed something where it is the first. */
  const luister = async (wie: string | Bezoeker, adres = '/nieuws/signalen') => {
    const stroom = await Stroom.open(app.url, typeof wie === 'string' ? await als(wie) : wie, adres);
    open.push(stroom);
    await stroom.tot(({ tekst }) => tekst.includes(': leeft\n\n'));
    return stroom;
  };
  const dienIn = async (anders: Record<string, unknown> = {}, melder = 'metgezel.noord') =>
    (await app.as(melder).post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_aanbod', ...anders }))).body as {
      id: string;
      nummer: string;
    };
  const kenmerken = async (wie: string, adres: string) =>
    JSON.parse((await (await als(wie)).vraag(adres)).tekst) as string[];
  /** From here on the process listens. */
  const hoort = async () => {
    const eerste = await luister('coordinator.noord');
    await dienIn();
    await eerste.tot(({ keren }) => keren > 0);
  };

  it('is told that something changed, and nothing of what: nothing on the way keeps or packs it', async () => {
    await hoort();
    const stroom = await luister('coordinator.noord');
    await dienIn({ knelpunt: 'De koekoeksklok staat stil.' });
    await stroom.tot(({ keren }) => keren > 0);
    assert.deepEqual([...new Set(stroom.tekst.split('\n\n'))].toSorted(), ['', ': leeft', 'data: gewijzigd']);
    assert.match(stroom.headers.get('content-type') ?? '', /^text\/event-stream/);
    assert.equal(stroom.headers.get('content-encoding'), null);
    assert.match(stroom.headers.get('cache-control') ?? '', /no-store.*no-transform/);
    assert.equal(stroom.headers.get('x-accel-buffering'), 'no');
  });

  it('hears nothing of what its person may not see: another region, or an organisation in conflict', async () => {
    await hoort();
    const elders = await luister('coordinator.zuid');
    const werknemer = await luister(WERKNEMER);
    const regio = await luister('coordinator.noord');
    const [vanElders, vanWerknemer, vanRegio] = [elders.keren, werknemer.keren, regio.keren];
    // Their own: they see that it is there, and not what others do with it.
    const eigen = await dienIn({ organisatie: WERKGEVER, wens: 'zelf', motief: undefined }, WERKNEMER);
    await dienIn({ organisatie: WERKGEVER });
    await app.as('metgezel.noord').post(`/signalen/${(await dienIn()).id}/notities`, { notitie: 'Zij bellen terug.' });
    await regio.tot(({ keren }) => keren > vanRegio);
    const daarna = regio.keren;
    await dienIn();
    // People are asked in turn, so who comes before was asked as well.
    await regio.tot(({ keren }) => keren > daarna);
    assert.equal(elders.keren, vanElders);
    assert.equal(werknemer.keren, vanWerknemer);
    assert.ok((await kenmerken(WERKNEMER, '/nieuws/signalen')).includes(`${eigen.nummer}.0`));
    await dienIn({}, WERKNEMER);
    await werknemer.tot(({ keren }) => keren > vanWerknemer);
    await dienIn({ gemeente: 'GM0935' });
    await elders.tot(({ keren }) => keren > vanElders);
  });

  it('about one signaal hears of that one alone, and there is none for who may not read it', async () => {
    await hoort();
    const { id, nummer } = await dienIn();
    const ditEne = await luister('coordinator.noord', `/nieuws/signalen/${nummer}`);
    const lijst = await luister('landelijk');
    const [vanDitEne, vanLijst] = [ditEne.keren, lijst.keren];
    await dienIn();
    await lijst.tot(({ keren }) => keren > vanLijst);
    assert.equal(ditEne.keren, vanDitEne);
    const [voor] = await kenmerken('coordinator.noord', `/nieuws/signalen/${nummer}`);
    await app.as('coordinator.noord').post(`/signalen/${id}/oppakkingen`);
    await ditEne.tot(({ keren }) => keren > vanDitEne);
    assert.notDeepEqual(await kenmerken('coordinator.noord', `/nieuws/signalen/${nummer}`), [voor]);
    for (const [wie, status] of [
      ['coordinator.zuid', 404],
      ['programmaleiding', 403],
    ] as const)
      assert.equal((await (await als(wie)).vraag(`/nieuws/signalen/${nummer}`)).status, status, wie);
  });

  it('hears of it once it is committed, and not of what was taken back', async () => {
    await hoort();
    const stroom = await luister('coordinator.noord');
    const eerst = stroom.keren;
    await assert.rejects(
      app.orm.em.transactional(async (em) => {
        await em.execute('update stroom set volgnummer = volgnummer + 1');
        throw new Error('never mind');
      }),
      /never mind/,
    );
    const lijst = await luister('landelijk');
    const vanLijst = lijst.keren;
    await dienIn({ gemeente: 'GM0935' });
    await lijst.tot(({ keren }) => keren > vanLijst);
    assert.equal(stroom.keren, eerst);
  });

  it('goes on hearing after PostgreSQL went away, and looks for what it missed', async () => {
    await hoort();
    const stroom = await luister('coordinator.noord');
    const eerst = stroom.keren;
    proxy.close();
    proxy.reopen();
    await stroom.tot(({ keren }) => keren > eerst);
    const daarna = stroom.keren;
    await dienIn();
    await stroom.tot(({ keren }) => keren > daarna);
  });

  it('listens with one connection for all who look', async () => {
    await hoort();
    for (const wie of ['coordinator.noord', 'coordinator.zuid', 'landelijk']) await luister(wie);
    const verbindingen = await rows(
      app.db(),
      sql`select 1 from pg_stat_activity where query like 'listen %'
      or query = 'select 1' and application_name = '' and datname = current_database() and state = 'idle'`,
    );
    assert.equal(verbindingen.length, 1);
  });

  it('ends with the session, in this browser or at the provider, and lets the oldest go where somebody has too many', async () => {
    await hoort();
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('coordinator.noord');
    const stroom = await luister(bezoeker);
    await bezoeker.stuur('/uitloggen', {});
    await stroom.klaar;
    assert.match(stroom.tekst, /event: einde\n/);
    const ander = new Bezoeker(app.url);
    await ander.logIn('coordinator.noord');
    const verlopen = await luister(ander);
    await rows(app.db(), sql`update sessie set gebruikt_op = gebruikt_op - interval '30 days'`);
    await verlopen.klaar;
    assert.match(verlopen.tekst, /event: einde\n/);
    bezoekers.clear();
    const veel: Stroom[] = [];
    for (let i = 0; i < 9; i += 1) veel.push(await luister('coordinator.noord'));
    const [oudste, ...rest] = veel;
    await oudste?.klaar;
    assert.match(oudste?.tekst ?? '', /event: einde\n/);
    assert.ok(rest.every(({ tekst }) => !tekst.includes('event:')));
  });

  it('is told before the process leaves when to come back', async () => {
    const kort = await startApp({ rhythm: RITME });
    const bezoeker = new Bezoeker(kort.url);
    await bezoeker.logIn('coordinator.noord');
    const stroom = await Stroom.open(kort.url, bezoeker, '/nieuws/vandaag');
    await kort.stop();
    await stroom.klaar;
    assert.match(stroom.tekst, /retry: \d+\nevent: herstart\ndata: herstart\n\n$/);
  });

  describe('in a browser', () => {
    const opPagina = async (gebruiker: RegExp, adres: string, werk: (pagina: Page) => Promise<void>) => {
      const venster = await openVenster({ script: true });
      try {
        const pagina = await venster.newPage();
        const klachten: string[] = [];
        pagina.on('console', (regel) => regel.type() === 'error' && klachten.push(regel.text()));
        await pagina.goto(`${app.url}${adres}`);
        await pagina.getByRole('button', { name: gebruiker }).click();
        await pagina.getByRole('heading', { level: 1 }).waitFor();
        await werk(pagina);
        assert.deepEqual(klachten, []);
      } finally {
        await venster.close();
      }
    };

    it('says how much is new, and shows it when asked: by the same filters', async () => {
      await opPagina(/Log in als Hilde/, '/signalen?urgentie=hoog', async (pagina) => {
        const geopend = pagina.waitForResponse((antwoord) => antwoord.url().includes('/nieuws/'));
        await pagina.reload();
        await geopend;
        await dienIn();
        const { nummer } = await dienIn({ urgentie: 'hoog' });
        await pagina.getByRole('link', { name: '1 nieuw, toon' }).waitFor();
        assert.deepEqual(await toegankelijkheidsfouten(pagina), []);
        await pagina.getByRole('link', { name: '1 nieuw, toon' }).click();
        await pagina.getByRole('link', { name: nummer }).waitFor();
        assert.equal(new URL(pagina.url()).search, '?urgentie=hoog');
        assert.equal(await pagina.getByRole('link', { name: /toon$/ }).count(), 0);
      });
    });

    it('tells who reads a signaal that somebody else did something with it', async () => {
      const { id, nummer } = await dienIn();
      await opPagina(/Log in als Hilde/, `/signalen/${nummer}`, async (pagina) => {
        await app.as('metgezel.noord').post(`/signalen/${id}/notities`, { notitie: 'Zij bellen terug.' });
        await pagina.getByRole('link', { name: 'Er is iets veranderd, toon' }).click();
        await pagina.getByText('Zij bellen terug.').first().waitFor();
      });
    });
  });
});
