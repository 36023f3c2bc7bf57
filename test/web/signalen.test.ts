import assert from 'node:assert/strict';

import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { type Bezoeker, ingelogd } from '#test/support/bezoeker.ts';

describe('the pages of signalen', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);
  const dienIn = async (anders: Record<string, unknown> = {}, melder = 'metgezel.noord') =>
    (await app.as(melder).post('/signalen', nieuwSignaal(anders))).body as { id: string; nummer: string };
  const lees = async (gebruiker: string, adres: string) => (await als(gebruiker)).volg(adres);

  describe('a signaal', () => {
    it('tells what it is about, where it lies, who must act until when, and what then happens by itself', async () => {
      const { nummer } = await dienIn({ knelpunt: 'Niemand weet het <b>zeker</b>.' });
      const { tekst } = await lees('metgezel.noord', `/signalen/${nummer}`);
      assert.match(
        tekst,
        new RegExp(`<title>Niemand weet het &lt;b&gt;zeker&lt;/b&gt; \\(${nummer}\\) – Signaalpunt</title>`),
      );
      assert.match(tekst, /Niemand weet het &lt;b&gt;zeker&lt;\/b&gt;\./);
      assert.match(tekst, /aria-current="step">.*?<strong>Lokaal<\/strong>/);
      assert.match(tekst, /\(nog 20 werkdagen\)/);
      assert.match(tekst, /Zonder uitkomst gaat het signaal aan het einde van [^<]+ vanzelf een niveau hoger\./);
      assert.match(tekst, /Anneke de Vries diende het signaal in/);
    });

    it('offers what one can do, and says of the rest why not and who can', async () => {
      const { nummer } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod' });
      const coordinator = await lees('coordinator.noord', `/signalen/${nummer}`);
      assert.match(
        coordinator.tekst,
        new RegExp(`class="knop" href="/signalen/${nummer}/oppakken">Pak het signaal op`),
      );
      const melder = await lees('metgezel.noord', `/signalen/${nummer}`);
      assert.doesNotMatch(melder.tekst, new RegExp(`href="/signalen/${nummer}/oppakken"`));
      assert.match(melder.tekst, /Pak het signaal op<\/dt><dd>[^<]+ Wie het wel kan: /);
    });

    it('is no more there for who may not see it than one that does not exist', async () => {
      const { nummer } = await dienIn();
      const [verborgen, verzonnen] = [
        await lees('coordinator.zuid', `/signalen/${nummer}`),
        await lees('coordinator.zuid', '/signalen/S-1999-0001'),
      ];
      assert.deepEqual([verborgen.status, verzonnen.status], [404, 404]);
      assert.equal(verborgen.tekst, verzonnen.tekst);
    });

    it('tells programmaleiding when it will be able to read it', async () => {
      const { nummer } = await dienIn();
      const { status, tekst } = await lees('programmaleiding', `/signalen/${nummer}`);
      assert.equal(status, 403);
      assert.match(tekst, /U kunt het lezen zodra u er bericht over krijgt/);
    });
  });
});
