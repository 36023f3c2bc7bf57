import assert from 'node:assert/strict';

import { type Client, startApp } from '#test/support/app.ts';
import { type Bezoeker, ingelogd, verborgen } from '#test/support/bezoeker.ts';

describe('what somebody arranges for themselves', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);

  it('stands together under the name of who is logged in', async () => {
    const { tekst } = await (await als('coordinator.noord')).volg('/instellingen');
    assert.deepEqual(
      Array.from(tekst.matchAll(/href="\/instellingen\/(\w+)"/g), ([, deel]) => deel),
      ['werktijden', 'post', 'waarneming', 'agenda', 'sessies'],
    );
    assert.doesNotMatch((await (await als('beheer')).volg('/instellingen')).tekst, /waarneming/);
  });

  it('is which mail one wants: what is not ticked is not sent, and duty stays', async () => {
    const hilde = await als('coordinator.noord');
    const eerst = await hilde.volg('/instellingen/post');
    assert.equal(eerst.tekst.match(/type="checkbox"/g)?.length, eerst.tekst.match(/checked=""/g)?.length);
    assert.match(eerst.tekst, /Mail die u altijd krijgt, en waarom/);
    const bewaard = await hilde.stuur('/instellingen/post', { gewenst: 'opgepakt' });
    assert.match(bewaard.tekst, /Uw keuze is bewaard/);
    assert.equal(bewaard.tekst.match(/checked=""/g)?.length, 1);
    const { body } = await app.as('coordinator.noord').get('/ik/afmeldingen');
    assert.ok(body.afgemeld.length > 0 && !body.afgemeld.includes('opgepakt'));
  });

  it('is an address for one’s calendar, which is shown once and can be taken back', async () => {
    const hilde = await als('coordinator.noord');
    const pagina = await hilde.volg('/instellingen/agenda');
    const maak = /value="([^"]+)" name="maak"/.exec(pagina.tekst)?.[1] ?? '';
    const gemaakt = await hilde.stuur('/instellingen/agenda', { maak });
    const url = /<code[^>]*>([^<]+\.ics)<\/code>/.exec(gemaakt.tekst)?.[1] ?? '';
    assert.equal((await fetch(url)).status, 200);
    const later = await hilde.volg('/instellingen/agenda');
    assert.doesNotMatch(later.tekst, /\.ics/);
    const intrekken = /value="([^"]+)"[^>]* name="intrekken"/.exec(later.tekst)?.[1] ?? '';
    await hilde.stuur('/instellingen/agenda', { intrekken });
    assert.equal((await fetch(url)).status, 404);
  });

  describe('a deputy', () => {
    it('is arranged with what that leads to, and ended again', async () => {
      const hilde = await als('coordinator.noord');
      assert.match((await hilde.volg('/instellingen/waarneming')).tekst, /Er is niets geregeld/);
      const formulier = await hilde.volg('/instellingen/waarneming/nieuw');
      assert.match(formulier.tekst, /In het verslag staat namens wie/);
      const dagen = { vanDatum: '2099-03-02', totEnMetDatum: '2099-03-06' };
      const geregeld = await hilde.stuur('/instellingen/waarneming/nieuw', {
        ...verborgen(formulier),
        waarnemer: 'coordinator.oost',
        ...dagen,
      });
      assert.match(geregeld.tekst, /De waarneming is geregeld/);
      assert.match(geregeld.tekst, /Jeroen Wolters.*maandag 2 maart 2099/);
      const adres = /href="([^"]+\/beeindigen)"/.exec(geregeld.tekst)?.[1] ?? '';
      const vraag = await hilde.volg(adres);
      assert.match((await hilde.stuur(adres, verborgen(vraag))).tekst, /De waarneming is beëindigd/);
    });

    it('is chosen from who can be one, for whom one may arrange it, with what one may then read', async () => {
      const opties = (tekst: string, naam: string) => {
        const [lijst = tekst] = new RegExp(`<select[^>]*name="${naam}"[^]*?</select>`).exec(tekst) ?? [];
        const keuzes = lijst === tekst ? new RegExp(`name="${naam}" value="([^"]+)"`, 'g') : /<option value="([^"]+)"/g;
        return Array.from(lijst.matchAll(keuzes), ([, id]) => id);
      };
      const { tekst } = await (await als('coordinator.noord')).volg('/instellingen/waarneming/nieuw');
      assert.match(tekst, /leest en doet in die dagen alles wat die coördinator in de regio mag\. Ook een metgezel/);
      const waarnemers = opties(tekst, 'waarnemer');
      for (const id of ['coordinator.oost', 'metgezel.noord', 'landelijk']) assert.ok(waarnemers.includes(id), id);
      for (const id of ['coordinator.noord', 'beheer', 'auditor']) assert.ok(!waarnemers.includes(id), id);
      const dagen = { vanDatum: '2098-03-02', totEnMetDatum: '2098-03-06' };
      for (const afwezige of opties(tekst, 'afwezige')) {
        const { status } = await app
          .as('coordinator.noord')
          .post('/waarnemingen', { afwezige, waarnemer: 'landelijk', ...dagen });
        assert.equal(status, 201, afwezige);
      }
      assert.ok(opties(tekst, 'afwezige').includes('metgezel.noord'));
      assert.ok(
        !(await (await als('metgezel.noord')).volg('/instellingen/waarneming/nieuw')).tekst.includes('name="afwezige"'),
      );
    });

    it('is not oneself, nor on a day that is over: each is told at its field', async () => {
      const hilde = await als('coordinator.noord');
      const formulier = await hilde.volg('/instellingen/waarneming/nieuw');
      const { status, tekst } = await hilde.stuur('/instellingen/waarneming/nieuw', {
        ...verborgen(formulier),
        waarnemer: 'coordinator.noord',
        vanDatum: '2020-03-02',
        totEnMetDatum: '2020-03-06',
      });
      assert.equal(status, 422);
      assert.match(tekst, /href="#waarnemer">Iemand kan niet voor zichzelf waarnemen/);
      assert.match(tekst, /href="#totEnMetDatum">Deze dag is voorbij/);
    });
  });
});
