import assert from 'node:assert/strict';

import { boolean, orNull, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, type Reply, startApp, vraag } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';

const MINUUT_MS = 60_000;

describe('the limits of the API', () => {
  let app: Client;
  before(async () => (app = await startApp({ perMinuut: 3 })));
  after(() => app.stop());

  it('are told with each answer, and 429 with when to come back; nobody else pays for it', async () => {
    const begin = performance.now();
    const eerste = await app.as('metgezel.noord').get('/signalen');
    assert.equal(eerste.status, 200);
    assert.equal(eerste.headers.get('ratelimit-policy'), '"persoon";q=3;w=60');
    assert.match(eerste.headers.get('ratelimit') ?? '', /^"persoon";r=2;t=\d+$/);
    const { voor, teVaak } = await totTeVaak(2, () => app.as('metgezel.noord').get('/signalen'), begin);
    assert.deepEqual([...new Set(voor.map(({ status }) => status))], [200]);
    assert.equal(teVaak.body.code, 'te_vaak');
    assert.match(teVaak.headers.get('retry-after') ?? '', /^[1-9]\d?$/);
    assert.match(teVaak.headers.get('ratelimit') ?? '', /;r=0;/);
    assert.equal((await app.as('metgezel.west').get('/signalen')).status, 200);
    for (let i = 0; i < 5; i += 1) await app.as('metgezel.noord').get('/signalen');
    const regels = await rows(app.db(), sql`select persoon, operatie, afloop from logregel where code = 'te_vaak'`, {
      persoon: orNull(text),
      operatie: text,
      afloop: text,
    });
    assert.deepEqual(regels[0], { persoon: 'metgezel.noord', operatie: 'GET /api/v1/signalen', afloop: 'geweigerd' });
    // A minute may have gone by meanwhile.
    assert.ok(regels.length <= 2, 'not one for each');
  });

  it('do not last longer than their minute when the clock was put back meanwhile', async () => {
    const wie = app.as('coordinator.noord');
    const { now } = Date;
    try {
      Date.now = () => now() + 3_600_000;
      while ((await wie.get('/signalen')).status !== 429);
    } finally {
      Date.now = now;
    }
    const { status, headers } = await wie.get('/signalen');
    assert.deepEqual([status, headers.get('ratelimit')?.slice(0, 13)], [200, '"persoon";r=2']);
  });

  it('hold for who has a token and no account any more', async () => {
    const begin = performance.now();
    const wie = app.as('coordinator.zuid');
    assert.equal((await wie.get('/ik')).status, 200);
    await rows(app.db(), sql`update gebruiker set actief_tot = '2020-01-01' where id = 'coordinator.zuid'`);
    const { voor } = await totTeVaak(2, () => wie.get('/ik'), begin);
    assert.deepEqual([...new Set(voor.map(({ status }) => status))], [403]);
  });

  it('hold for an address from which nobody logs in', async () => {
    const { voor } = await totTeVaak(3, () => vraag(`${app.url}/api/v1/signalen`));
    assert.deepEqual([...new Set(voor.map(({ status }) => status))], [401]);
  });

  it('hold for the address that a trusted proxy names, and never for one that a stranger makes up', async () => {
    const achter = async (proxies: string, doe: (vraagVan: () => Promise<Reply>) => Promise<unknown>) => {
      const ander = await startApp({ perMinuut: 3, instellingen: { TRUSTED_PROXIES: proxies } });
      let i = 0;
      await doe(() => vraag(`${ander.url}/api/v1/signalen`, { headers: { 'x-forwarded-for': `192.0.2.${(i += 1)}` } }));
      await ander.stop();
    };
    await achter('127.0.0.1', async (vraagVan) => {
      for (let i = 0; i < 5; i += 1) assert.equal((await vraagVan()).status, 401);
    });
    await achter('10.0.0.2', (vraagVan) => totTeVaak(3, vraagVan));
  });

  describe('of the pages', () => {
    let pagina: Client;
    before(async () => (pagina = await startApp({ perMinuut: 12 })));
    after(() => pagina.stop());

    it('hold for a person, wherever logged in: 429 with what was typed, to send once more', async () => {
      const bezoeker = new Bezoeker(pagina.url);
      await bezoeker.logIn('metgezel.noord');
      const adres = '/instellingen/werktijden';
      let antwoord = await bezoeker.vraag(adres);
      assert.match(antwoord.headers.get('ratelimit-policy') ?? '', /^"persoon";q=12;w=60$/);
      while (antwoord.status === 200) antwoord = await bezoeker.vraag(adres);
      assert.equal(antwoord.status, 429);
      assert.match(antwoord.headers.get('retry-after') ?? '', /^[1-9]\d?$/);
      assert.match(antwoord.tekst, /Probeer het over \d+ seconden opnieuw/);
      const getypt = await bezoeker.stuur(adres, { toelichting: 'Wat ik had getypt' });
      assert.equal(getypt.status, 429);
      assert.match(getypt.tekst, /Wat ik had getypt/);
      assert.equal((await vraag(`${pagina.url}/health/ready`)).status, 200);
    });

    it('hold for a link, and leave another link alone until its address has had enough', async () => {
      const [een, ander] = ['a', 'b'].map((letter) => `${pagina.url}/verzoek/${letter.repeat(43)}`);
      const vers = await startApp({ perMinuut: 4 });
      const pad = (adres = ''): string => adres.replace(pagina.url, vers.url);
      const begin = performance.now();
      const { voor } = await totTeVaak(4, () => vraag(pad(een)), begin);
      assert.deepEqual([...new Set(voor.map(({ status }) => status))], [404]);
      await totTeVaak(0, () => vraag(pad(ander)), begin);
      const regels = sql`select distinct ingang, adres is not null as adres from logregel where code = 'te_vaak'`;
      assert.deepEqual(await rows(vers.db(), regels, { ingang: text, adres: boolean }), [
        { ingang: 'link', adres: true },
      ]);
      await vers.stop();
    });
  });
});

/** Asks until it is too often. In one minute that is after so many times; on a machine that takes longer the next minute begins meanwhile. */
async function totTeVaak(
  na: number,
  doe: () => Promise<Reply>,
  begin = performance.now(),
): Promise<{ voor: Reply[]; teVaak: Reply }> {
  const voor: Reply[] = [];
  for (;;) {
    const antwoord = await doe();
    if (antwoord.status === 429) {
      assert.ok(voor.length === na || performance.now() - begin > MINUUT_MS, `after ${voor.length} times`);
      return { voor, teVaak: antwoord };
    }
    voor.push(antwoord);
  }
}
