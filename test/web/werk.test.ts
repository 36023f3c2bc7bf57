import assert from 'node:assert/strict';

import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { toegankelijkheidsfouten } from '#test/support/axe.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { openVenster } from '#test/support/chromium.ts';

describe('the lists that people work from', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = async (gebruiker: string): Promise<Bezoeker> => {
    const bezoeker = bezoekers.get(gebruiker) ?? new Bezoeker(app.url);
    if (!bezoekers.has(gebruiker)) await bezoeker.logIn(gebruiker);
    bezoekers.set(gebruiker, bezoeker);
    return bezoeker;
  };
  const dienIn = async (anders: Record<string, unknown> = {}, melder = 'metgezel.noord') =>
    (await app.as(melder).post('/signalen', nieuwSignaal(anders))).body as { id: string; nummer: string };
  const lees = async (gebruiker: string, adres: string) => (await als(gebruiker)).volg(adres);
  const woordenVan = (tekst: string): string => tekst.replaceAll(/<[^<>]+>/g, ' ').replaceAll(/ +/g, ' ');
  const nummersIn = (tekst: string): string[] =>
    Array.from(tekst.matchAll(/href="\/signalen\/(S-[\d-]+)"/g), ([, nummer]) => nummer ?? '');

  describe('Mijn signalen', () => {
    it('teaches who has nothing yet what it is for', async () => {
      const { status, tekst } = await lees('metgezel.west', '/signalen');
      assert.equal(status, 200);
      assert.match(tekst, /<h1>Mijn signalen<\/h1>/);
      assert.match(tekst, /U hebt nog geen signalen\. Loopt een gezin vast/);
      assert.match(tekst, /href="\/melden"/);
    });

    it('tells of each what it is about, who must act, until when, and what then happens by itself', async () => {
      const { nummer } = await dienIn({ organisatie: 'CIZ' });
      const { tekst } = await lees('metgezel.noord', '/signalen');
      assert.match(tekst, new RegExp(`href="/signalen/${nummer}">${nummer}</a>`));
      const woorden = woordenVan(tekst);
      assert.match(woorden, /\(CIZ\) , Groningen Niet-aangeboren hersenletsel Aan zet Anneke de Vries, 06/);
      assert.match(
        woorden,
        /nog 20 werkdagen Zonder uitkomst gaat het signaal aan het einde van [^.]+ vanzelf een niveau hoger\./,
      );
    });

    it('puts first what asks something of who looks', async () => {
      const bijMij = await dienIn();
      const bijDeRegio = await dienIn({ wens: 'hulp', motief: 'geen_aanbod' });
      const { tekst } = await lees('metgezel.noord', '/signalen');
      const [mij = '', ander = ''] = tekst.split('Hier is een ander aan zet');
      assert.match(mij, /Hier bent u aan zet/);
      assert.ok(nummersIn(mij).includes(bijMij.nummer) && !nummersIn(mij).includes(bijDeRegio.nummer));
      assert.ok(nummersIn(ander).includes(bijDeRegio.nummer) && !nummersIn(ander).includes(bijMij.nummer));
    });

    it('keeps what is over on a page of its own', async () => {
      const { id, nummer } = await dienIn();
      await app.as('metgezel.noord').post(`/signalen/${id}/intrekkingen`, {});
      assert.ok(!nummersIn((await lees('metgezel.noord', '/signalen')).tekst).includes(nummer));
      assert.ok(nummersIn((await lees('metgezel.noord', '/signalen?open=nee')).tekst).includes(nummer));
    });

    it('goes on after fifty, and misses or repeats none', async () => {
      for (let i = 0; i < 55; i += 1)
        await dienIn({ wens: 'hulp', motief: 'geen_aanbod', gemeente: 'GM0344' }, 'oco.midden');
      const eerste = await lees('oco.midden', '/signalen');
      const verder = /href="(\/signalen\?cursor=[^"]+)"/.exec(eerste.tekst)?.[1] ?? '';
      const tweede = await lees('oco.midden', verder);
      assert.equal(nummersIn(eerste.tekst).length, 50);
      assert.equal(new Set([...nummersIn(eerste.tekst), ...nummersIn(tweede.tekst)]).size, 55);
      assert.doesNotMatch(tweede.tekst, /cursor=/);
      assert.match((await lees('oco.midden', '/signalen?cursor=onzin')).tekst, /cursor=/);
    });
  });

  describe('Werkvoorraad', () => {
    it('shows a coordinator the work of her region, and nobody another’s', async () => {
      const { nummer } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod' });
      const noord = await lees('coordinator.noord', '/signalen');
      assert.match(noord.tekst, /<h1>Werkvoorraad<\/h1>/);
      assert.match(noord.tekst, new RegExp(`${nummer}[^]*De coördinatoren van regio Noord[^]*Wacht op oppakken`));
      assert.doesNotMatch((await lees('coordinator.zuid', '/signalen')).tekst, new RegExp(nummer));
    });

    it('puts on top what ends first, and offers the other order', async () => {
      const later = await dienIn({}, 'metgezel.noord');
      const eerder = await dienIn({ wens: 'hulp', motief: 'geen_aanbod', urgentie: 'hoog' });
      const { tekst } = await lees('coordinator.noord', '/signalen');
      const nummers = nummersIn(tekst);
      assert.ok(nummers.indexOf(eerder.nummer) < nummers.indexOf(later.nummer));
      assert.match(tekst, /Wat het eerst afloopt, staat bovenaan\./);
      assert.equal(
        nummersIn((await lees('coordinator.noord', '/signalen?volgorde=ingediend')).tekst)[0],
        eerder.nummer,
      );
    });

    it('is narrowed by its address, says to what, and drops each with a link', async () => {
      const bij = await dienIn({ organisatie: 'CIZ', urgentie: 'hoog' });
      const ander = await dienIn({ organisatie: 'UWV' });
      const { tekst } = await lees('coordinator.noord', '/signalen?organisatie=CIZ&urgentie=hoog&volgorde=termijn');
      assert.ok(nummersIn(tekst).includes(bij.nummer));
      assert.ok(!nummersIn(tekst).includes(ander.nummer));
      const woorden = woordenVan(tekst);
      assert.match(woorden, /Haal weg: Organisatie: Centrum indicatiestelling zorg \(CIZ\)/);
      assert.match(woorden, /Haal weg: Urgentie: Hoog/);
      assert.match(tekst, /href="\/signalen\?organisatie=CIZ&amp;volgorde=termijn"/);
      assert.match(tekst, /href="\/signalen\?urgentie=hoog&amp;volgorde=termijn"/);
    });

    it('asks with a form that gets, and keeps what was chosen in it', async () => {
      const { tekst } = await lees('coordinator.noord', '/signalen?aanZet=niveau&teLaat=ja&doelgroep=NAH');
      assert.match(tekst, /<form class="filterformulier" action="\/signalen" method="get"/);
      assert.match(tekst, /<input type="checkbox"[^>]*name="aanZet" checked="" value="niveau"/);
      assert.match(tekst, /name="teLaat" checked="" value="ja"/);
      assert.match(tekst, /<option value="NAH" selected="">/);
    });

    it('tells every wrong filter at once, without codes, and shows no list meanwhile', async () => {
      const { status, tekst } = await lees(
        'coordinator.noord',
        '/signalen?status=onzin&gemeente=Gouda&ingediendVanafDatum=31-2-2027&teLaat=misschien',
      );
      assert.equal(status, 422);
      assert.match(tekst, /<title>Fout: Werkvoorraad – Signaalpunt<\/title>/);
      for (const veld of ['status', 'gemeente', 'ingediendVanafDatum', 'teLaat']) {
        assert.match(tekst, new RegExp(`<a href="#${veld}">`));
        assert.match(tekst, new RegExp(`id="${veld}"`));
      }
      assert.match(tekst, /Vul bij ‘Ingediend vanaf’ een bestaande datum in/);
      assert.doesNotMatch(tekst, /wacht_op_oppakken,/);
      assert.deepEqual(nummersIn(tekst), []);
    });

    it('says so when nothing fits', async () => {
      const { tekst } = await lees('coordinator.noord', '/signalen?uitkomst=verder_in_patroon');
      assert.match(tekst, /Geen signaal past bij wat u koos\. Haal een filter weg/);
    });

    it('links programmaleiding to nothing that it may not read', async () => {
      const { nummer } = await dienIn();
      const { tekst } = await lees('programmaleiding', '/signalen?volgorde=ingediend');
      assert.match(tekst, new RegExp(nummer));
      assert.doesNotMatch(tekst, new RegExp(`href="/signalen/${nummer}"`));
    });

    it('is not for roles that see no case', async () => {
      const { status, tekst } = await lees('auditor', '/signalen');
      assert.equal(status, 403);
      assert.match(tekst, /Bij uw rol hoort het lezen van signalen niet/);
      assert.doesNotMatch(tekst, /href="\/signalen"/);
    });
  });

  it('is right for every reader, at every width', async () => {
    for (const breed of [320, 390, 1280]) {
      const venster = await openVenster({ script: true, breed });
      try {
        const pagina = await venster.newPage();
        await pagina.goto(`${app.url}/signalen`);
        await pagina.getByRole('button', { name: 'Log in als Hilde Postma' }).click();
        for (const adres of ['/signalen', '/signalen?urgentie=hoog&status=onzin', '/signalen?organisatie=CIZ']) {
          await pagina.goto(`${app.url}${adres}`);
          await pagina.locator('summary').first().click();
          assert.deepEqual(await toegankelijkheidsfouten(pagina), [], `${adres} at ${breed}`);
          assert.equal(
            await pagina.evaluate('document.documentElement.scrollWidth > innerWidth'),
            false,
            `${adres} at ${breed}`,
          );
          if (process.env['BEELD'] !== undefined)
            await pagina.screenshot({
              path: `${process.env['BEELD']}/werk-${breed}-${adres.length}.png`,
              fullPage: true,
            });
        }
      } finally {
        await venster.close();
      }
    }
  });
});
