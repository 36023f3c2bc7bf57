import assert from 'node:assert/strict';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { type Bezoeker, ingelogd, verborgen } from '#test/support/bezoeker.ts';
import { openVenster } from '#test/support/chromium.ts';
import { gesteldeVragen } from '#test/support/gestelde-vragen.ts';
import { losOp } from '#test/support/les.ts';

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
      assert.match(
        tekst,
        /<dt>Tot en met<\/dt><dd><a href="#termijnen">[^<]+<\/a> <span[^>]*>nog 20 werkdagen<\/span>/,
      );
      assert.match(tekst, /Zonder uitkomst gaat het signaal aan het einde van [^<]+ vanzelf een niveau hoger\./);
      assert.match(tekst, /Anneke de Vries diende het signaal in/);
    });

    it('prints what it is about, where it lies and until when, without what one could do or the months of each term', async () => {
      const { nummer } = await dienIn();
      const venster = await openVenster();
      try {
        const anneke = await venster.newPage();
        await anneke.goto(`${app.url}/signalen/${nummer}`);
        await anneke.getByRole('button', { name: 'Log in als Anneke de Vries' }).click();
        const zichtbaar = () => anneke.getByRole('main').innerText();
        assert.match(await zichtbaar(), /Wat u kunt doen[^]*Waarom deze datums\?[^]*Weekenden tellen niet mee/);
        await anneke.emulateMedia({ media: 'print' });
        const papier = await zichtbaar();
        assert.match(papier, /Wat er vastloopt[^]*Het behandelen, tot en met [^]*vanzelf een niveau hoger/);
        assert.doesNotMatch(papier, /Wat u kunt doen|Wat nu niet kan|Weekenden tellen|Dag voor dag/);
      } finally {
        await venster.close();
      }
    });

    it('that is not there leads who sees signalen to those, and others to where they begin', async () => {
      const geen = '/signalen/S-2020-9999';
      assert.match((await lees('coordinator.noord', geen)).tekst, /href="\/signalen">Naar de signalen die u wel ziet/);
      assert.match((await lees('auditor', geen)).tekst, /href="\/">Naar de startpagina/);
    });

    it('offers what one can do, and says of the rest why not and who can', async () => {
      const { nummer } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod' });
      const coordinator = await lees('coordinator.noord', `/signalen/${nummer}`);
      assert.match(
        coordinator.tekst,
        new RegExp(
          `class="utrecht-button utrecht-button--primary-action" href="/signalen/${nummer}/oppakken">Pak het signaal op`,
        ),
      );
      const melder = await lees('metgezel.noord', `/signalen/${nummer}`);
      assert.doesNotMatch(melder.tekst, new RegExp(`href="/signalen/${nummer}/oppakken"`));
      assert.match(melder.tekst, /Pak het signaal op[^<]*<\/dt><dd>[^<]+ Wie het wel kan: /);
      const [kanNiet = ''] = /<dl class="kan-niet">.*?<\/dl>/s.exec(melder.tekst) ?? [];
      const redenen = Array.from(kanNiet.matchAll(/<dd>(.*?)<\/dd>/gs), ([, reden]) => reden);
      assert.equal(new Set(redenen).size, redenen.length, 'each reason is said once');
      const daden = Array.from(kanNiet.matchAll(/<dt>(.*?)<\/dt>/gs), ([, samen = '']) => samen.split(', ')).flat();
      assert.ok(daden.length > redenen.length, 'of all that it holds for');
      assert.match(melder.tekst, new RegExp(`Wat nu niet kan, en waarom \\(${daden.length}\\)`));
    });

    it('says whom to call while nobody has taken it up', async () => {
      const { id, nummer } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod', urgentie: 'hoog' });
      const bellen = async () =>
        /<dt>Wie u kunt bellen<\/dt><dd>(.*?)<\/dd>/.exec(
          (await lees('metgezel.noord', `/signalen/${nummer}`)).tekst,
        )?.[1];
      assert.equal(await bellen(), 'Hilde Postma, <a class="nummer" href="tel:0612345611">06 1234 5611</a>');
      await app.as('coordinator.noord').post(`/signalen/${id}/oppakkingen`);
      assert.equal(await bellen(), undefined);
    });

    it('asks for those alone, each by who they are, and for who acts for them today', async () => {
      await rows(
        app.db(),
        sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, actief_van)
            select 'tweede.noord', 'Tweede Noord', 'tweede@noord.example', telefoon, rollen, regios, actief_van
              from gebruiker where id = 'coordinator.noord'`,
      );
      const vandaag = datumVan(new Date().toISOString());
      const dagen = { vanDatum: vandaag, totEnMetDatum: vandaag };
      const waarneming = { afwezige: 'coordinator.noord', waarnemer: 'coordinator.west', ...dagen };
      assert.equal((await app.as('coordinator.noord').post('/waarnemingen', waarneming)).status, 201);
      const { nummer } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod', urgentie: 'hoog' });
      let tekst = '';
      // Logging in names every demo user.
      await lees('metgezel.noord', '/hulp');
      const gesteld = await gesteldeVragen(async () => {
        ({ tekst } = await lees('metgezel.noord', `/signalen/${nummer}`));
      });
      const bellen = /<dt>Wie u kunt bellen<\/dt><dd>(.*?)<\/dd>/.exec(tekst)?.[1] ?? '';
      assert.deepEqual(
        bellen.split('<br/>').map((wie) => wie.split(', <a')[0]),
        ['Tweede Noord', 'Sanne van Dijk'],
        'nobody who is away, where another stands in',
      );
      assert.ok(bellen.includes(`, neemt waar voor Hilde Postma tot en met ${voluit(vandaag)}</span>`), bellen);
      const mensen = gesteld.filter(({ text }) => /from gebruiker\s+where .* order by telefoon/s.test(text));
      assert.deepEqual(
        mensen.map(({ values }) => values),
        [['NOORD', vandaag, 'NOORD']],
      );
      await rows(app.db(), sql`delete from waarneming`);
    });

    it('gives no number of who is away and for whom nobody can be called, but says until when', async () => {
      const vandaag = datumVan(new Date().toISOString());
      // Who stands in works for the organisation that it concerns.
      await rows(
        app.db(),
        sql`insert into waarneming (id, afwezige, waarnemer, van, tot) values (gen_random_uuid(), 'tweede.noord', 'metgezel.zorgaanbieder', ${vandaag}, ${plusDagen(vandaag, 3)})`,
      );
      const { nummer } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod', organisatie: 'DEMO_ZORGAANBIEDER' });
      const { tekst } = await lees('metgezel.noord', `/signalen/${nummer}`);
      const bellen = /<dt>Wie u kunt bellen<\/dt><dd>(.*?)<\/dd>/.exec(tekst)?.[1] ?? '';
      assert.match(bellen, /^Hilde Postma, <a[^<]*<\/a><br\/>Tweede Noord<span/);
      assert.ok(bellen.endsWith(`, is er niet tot en met ${voluit(plusDagen(vandaag, 3))}</span>`), bellen);
      await rows(app.db(), sql`delete from waarneming`);
    });

    it('names who must take it up where it lies lokaal, and nobody who only files', async () => {
      const WERKT_BIJ = sql`update gebruiker set organisatie = (select min(id) from organisatie)
                             where id = 'metgezel.west' returning organisatie as id`;
      const [organisatie] = await rows(app.db(), WERKT_BIJ, { id: text });
      const { nummer } = await dienIn({ organisatie: organisatie?.id }, 'metgezel.west');
      const { tekst } = await lees('metgezel.west', `/signalen/${nummer}`);
      assert.match(tekst, /De coördinatoren van regio Noord<[^]*<dt>Wie u kunt bellen<\/dt><dd>Hilde Postma, /);
      const bellen = /<dt>Wie u kunt bellen<\/dt><dd>(.*?)<\/dd>/.exec(tekst)?.[1] ?? '';
      assert.doesNotMatch(bellen, /Anneke de Vries/, 'who files takes up nothing');
      await rows(app.db(), sql`update gebruiker set organisatie = null where id = 'metgezel.west'`);
    });

    it('shows where it has been on its way up', async () => {
      const { nummer } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod' });
      const { tekst } = await lees('coordinator.noord', `/signalen/${nummer}`);
      const trap = /<ol class="ladder trap".*?<\/ol>/.exec(tekst)?.[0] ?? '';
      assert.deepEqual(
        Array.from(trap.matchAll(/<strong>(\w+)<\/strong>(?:<span class="stand">([^<]+))?/g), ([, naam, stand]) => [
          naam,
          stand,
        ]),
        [
          ['Lokaal', 'Is hier geweest'],
          ['Regionaal', 'Hier ligt het nu'],
          ['Landelijk', undefined],
        ],
      );
    });

    it('explains the date on top day by day, with what does not count by name', async () => {
      const { nummer } = await dienIn();
      const { tekst } = await lees('metgezel.noord', `/signalen/${nummer}`);
      assert.match(tekst, /<details class="uitklap" open=""><summary>Het behandelen, tot en met /);
      assert.match(tekst, /<td class="laatste"><time[^>]*>\d+<\/time><span class="voorgelezen">: dag 20, de laatste/);
      assert.match(tekst, /weekend, telt niet mee/);
    });

    it('shows each question with when it was asked, whether it was opened, until when, and what can be done with it', async () => {
      const { id, nummer } = await dienIn();
      const metgezel = app.as('metgezel.noord');
      const { body } = await metgezel.post(`/signalen/${id}/verzoeken`, {
        soort: 'vraag',
        organisatie: 'GM0014',
        vraag: 'Wie neemt dit besluit?',
      });
      assert.equal(body.verzoeken?.length, 1, JSON.stringify(body));
      const { tekst } = await lees('metgezel.noord', `/signalen/${nummer}`);
      const kaart = /<article class="verzoek">.*?<\/article>/.exec(tekst)?.[0] ?? '';
      assert.match(
        kaart,
        /<h3>Vraag aan Gemeente Groningen<\/h3><span class="utrecht-badge-status utrecht-badge-status--neutral">Nog geen antwoord/,
      );
      assert.match(kaart, /<dt>Gevraagd<\/dt>.*<dt>Geopend<\/dt><dd>Nog niet<\/dd>.*nog 10 werkdagen/);
      assert.match(
        kaart,
        /class="utrecht-button utrecht-button--secondary-action klein" href="[^"]+\/verzoek-intrekken"/,
      );
    });

    it('says until when the ketenpartner may answer and until when the signaal runs, as the list does', async () => {
      const { id, nummer } = await dienIn();
      await app.as('metgezel.noord').post(`/signalen/${id}/verzoeken`, {
        soort: 'vraag',
        organisatie: 'GM0014',
        vraag: 'Wie neemt dit besluit?',
      });
      const [verzoek] = (await app.as('metgezel.noord').get(`/signalen/${id}`)).body.verzoeken ?? [];
      const antwoord = voluit(verzoek?.totEnMetDatum ?? '');
      const { tekst } = await lees('metgezel.noord', `/signalen/${nummer}`);
      assert.match(tekst, new RegExp(`<dt>Antwoord tot en met</dt><dd><a href="#termijnen">${antwoord}</a>`));
      const [, signaal = ''] = /<dt>Signaal tot en met<\/dt><dd><a href="#termijnen">([^<]+)</.exec(tekst) ?? [];
      assert.notEqual(signaal, antwoord);
      const regel = (await lees('coordinator.noord', `/signalen?zoek=${nummer}`)).tekst;
      assert.match(
        regel,
        new RegExp(`data-label="Aan zet">Gemeente Groningen<span class="zacht"> tot en met ${antwoord}`),
      );
      assert.match(regel, new RegExp(`data-label="Tot en met">${signaal}<br/>`));
    });

    it('says of who asked for more time that they did, not that no answer came', async () => {
      const { id, nummer } = await dienIn();
      const metgezel = app.as('metgezel.noord');
      const vraag = { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wie neemt dit besluit?' };
      const [gesteld] = (await metgezel.post(`/signalen/${id}/verzoeken`, vraag)).body.verzoeken;
      const uitstel = { antwoord: 'uitstel_gevraagd' };
      const { status } = await metgezel.post(`/signalen/${id}/verzoeken/${gesteld.id}/antwoorden`, uitstel);
      assert.equal(status, 201);
      const { tekst } = await lees('metgezel.noord', `/signalen/${nummer}`);
      assert.match(tekst, /<h3>Vraag aan Gemeente Groningen<\/h3><span [^>]*>Zij vroegen meer tijd</);
      assert.doesNotMatch(tekst, /Nog geen antwoord/);
    });

    it('tells who says that it does not help that the signaal is open again', async () => {
      const adres = `/signalen/${await losOp(app)}`;
      const melder = await als('metgezel.noord');
      const ervaring = { ervaring: 'helpt_niet' };
      const bekeken = await melder.stuur(`${adres}/ervaring-melden`, {
        ...verborgen(await melder.volg(`${adres}/ervaring-melden`)),
        ...ervaring,
        stap: 'bekijk',
      });
      const klaar = await melder.stuur(`${adres}/ervaring-melden`, { ...verborgen(bekeken), ...ervaring, stap: 'doe' });
      assert.match(klaar.tekst, /Omdat het niet helpt, is het signaal weer open\./);
    });

    it('leaves out what lies far back, until that is asked for, and weighs no more then', async () => {
      const { id, nummer } = await dienIn();
      for (let i = 1; i <= 60; i += 1)
        await app.as('metgezel.noord').post(`/signalen/${id}/notities`, { notitie: `Notitie nummer ${i}.` });
      const { tekst } = await lees('metgezel.noord', `/signalen/${nummer}`);
      assert.ok(Buffer.byteLength(tekst) <= 60_000, String(Buffer.byteLength(tekst)));
      assert.match(tekst, /Notitie nummer 60\./);
      assert.doesNotMatch(tekst, /Notitie nummer 10\./);
      assert.match(tekst, /href="[^"]+\?vanaf=begin#verloop">Toon ook de 1\d gebeurtenissen daarvoor/);
      const heel = await lees('metgezel.noord', `/signalen/${nummer}?vanaf=begin`);
      assert.match(heel.tekst, /Notitie nummer 1\./);
    });

    it('tells only what people did, for who asks that', async () => {
      const { nummer } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod' });
      await als('coordinator.noord');
      const { tekst } = await lees('coordinator.noord', `/signalen/${nummer}?verloop=mensen`);
      assert.match(tekst, /aria-current="true">Wat mensen deden/);
      assert.match(tekst, /Anneke de Vries diende het signaal in/);
      assert.doesNotMatch(tekst, /, vanzelf<\/span>/);
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
