import assert from 'node:assert/strict';

import { json, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { toegankelijkheidsfouten } from '#test/support/axe.ts';
import { type Bezoeker, ingelogd } from '#test/support/bezoeker.ts';
import { openVenster } from '#test/support/chromium.ts';

describe('the lists that people work from', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);
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
      assert.doesNotMatch(tweede.tekst, /href="[^"]*cursor=/);
      assert.match((await lees('oco.midden', '/signalen?cursor=onzin')).tekst, /cursor=/);
    });
  });

  describe('looking for words', () => {
    it('is offered in the frame to who sees more than their own, and on their own list to who does not', async () => {
      const inHetKader = /<header[^]*<input[^>]*type="search"[^>]*name="zoek"[^]*<\/header>/;
      for (const gebruiker of ['coordinator.noord', 'landelijk', 'programmaleiding'])
        assert.match((await lees(gebruiker, '/instellingen')).tekst, inHetKader, gebruiker);
      for (const gebruiker of ['metgezel.noord', 'beheer', 'auditor'])
        assert.doesNotMatch((await lees(gebruiker, '/instellingen')).tekst, inHetKader, gebruiker);
      assert.match((await lees('metgezel.noord', '/signalen')).tekst, /name="zoek"/);
    });

    it('finds what is open and what is closed, keeps the words in every box, and says what to do when nothing is found', async () => {
      const open = await dienIn({ knelpunt: 'De koekoeksklok staat stil.' });
      const dicht = await dienIn({ knelpunt: 'Nog een koekoeksklok.' });
      await app.as('metgezel.noord').post(`/signalen/${dicht.id}/intrekkingen`, {});
      for (const gebruiker of ['metgezel.noord', 'coordinator.noord']) {
        const { tekst } = await lees(gebruiker, '/signalen?zoek=Koekoek');
        assert.deepEqual(nummersIn(tekst).toSorted(), [open.nummer, dicht.nummer].toSorted(), gebruiker);
        assert.match(tekst, /type="search"[^>]*name="zoek"[^>]*value="Koekoek"/);
        assert.match(
          (await lees(gebruiker, '/signalen?zoek=nergensteviinden')).tekst,
          /Wij vonden niets met “nergensteviinden”/,
        );
      }
      assert.deepEqual(nummersIn((await lees('coordinator.zuid', '/signalen?zoek=Koekoek')).tekst), []);
      assert.match(
        (await lees('coordinator.noord', '/signalen?zoek=Koekoek')).tekst,
        /Haal weg: <\/span>Woorden of nummer: Koekoek/,
      );
    });

    it('tells of words that are too long, and keeps them', async () => {
      for (const gebruiker of ['metgezel.noord', 'coordinator.noord']) {
        const { status, tekst } = await lees(gebruiker, `/signalen?zoek=${'lang'.repeat(100)}`);
        assert.equal(status, 422);
        assert.match(tekst, /<title>Fout: /);
        assert.match(tekst, /href="#zoek"[^]*id="zoek"/);
        assert.match(tekst, new RegExp(`value="${'lang'.repeat(100)}"`));
      }
    });

    it('leaves a line that says that somebody looked for words, and not for which', async () => {
      await lees('coordinator.noord', '/signalen?zoek=Koekoek&aanZet=ik&wens=zelf');
      const [regel] = await rows(
        app.db(),
        sql`select verrichting, bijzonderheden -> 'vraag' as vraag from logregel where persoon = 'coordinator.noord' order by nr desc limit 1`,
        { verrichting: text, vraag: json<Record<string, string>>() },
      );
      assert.equal(regel?.verrichting, 'zoeken');
      assert.match(regel.vraag['zoek'] ?? '', /^hmac:/);
      assert.deepEqual([regel.vraag['aanZet'], regel.vraag['wens']], ['ik', 'zelf']);
      await lees('coordinator.noord', '/signalen?aanZet=ik&uitkomst=opgelost&open=nee&volgorde=termijn&ligtStil=ja');
      const [lijst] = await rows(
        app.db(),
        sql`select verrichting from logregel where persoon = 'coordinator.noord' order by nr desc limit 1`,
        { verrichting: text },
      );
      assert.equal(lijst?.verrichting, 'lijst');
    });
  });

  describe('how much waits', () => {
    it('stands behind the word in the menu, and behind each view of the list, and is what the list shows', async () => {
      const waarden = async (gebruiker: string) => {
        const { tekst } = await lees(gebruiker, '/signalen');
        const [, menu] = /Werkvoorraad<span class="telling">(\d+)/.exec(tekst) ?? [];
        const [, weergaven = ''] = /<nav class="filters" aria-label="Weergaven">([^]*?)<\/nav>/.exec(tekst) ?? [];
        const geteld = Array.from(
          weergaven.matchAll(/href="([^"]+)"[^>]*>([^<]+)<span class="telling"> (\d+)/g),
          ([, adres = '', naam = '', aantal]) => ({
            adres: adres.replaceAll('&amp;', '&'),
            naam,
            aantal: Number(aantal),
          }),
        );
        return { menu: Number(menu ?? 0), geteld };
      };
      const voor = await waarden('coordinator.west');
      await dienIn({ gemeente: 'GM0599', wens: 'hulp', motief: 'geen_aanbod' }, 'metgezel.west');
      await dienIn({ gemeente: 'GM0599' }, 'metgezel.west');
      const na = await waarden('coordinator.west');
      assert.equal(na.menu, voor.menu + 1);
      assert.deepEqual(
        na.geteld.map(({ naam }) => naam),
        ['Alles wat open is', 'Op te pakken', 'U bent aan zet', 'Ketenpartner aan zet', 'Te laat', 'Ligt stil'],
      );
      for (const { adres, naam, aantal } of na.geteld)
        assert.equal(nummersIn((await lees('coordinator.west', adres)).tekst).length, aantal, naam);
      const { weergaven } = (await app.as('coordinator.west').get('/weergaven')).body;
      assert.deepEqual(
        weergaven.map(({ naam, aantal }: { naam: string; aantal: number }) => [naam, aantal]),
        na.geteld.map(({ naam, aantal }) => [naam, aantal]),
      );
    });

    it('offers programmaleiding no view of what they cannot take up, and a melder their own turn', async () => {
      const codes = async (gebruiker: string): Promise<string[]> =>
        (await app.as(gebruiker).get('/weergaven')).body.weergaven.map(({ code }: { code: string }) => code);
      assert.deepEqual(await codes('programmaleiding'), ['open', 'ketenpartner', 'te_laat', 'ligt_stil']);
      assert.deepEqual(await codes('metgezel.west'), ['open', 'aan_zet', 'ketenpartner', 'te_laat', 'ligt_stil']);
      assert.equal((await app.as('beheer').get('/weergaven')).status, 403);
    });
  });

  describe('Werkvoorraad', () => {
    it('shows a coordinator the work of the own region, and nobody another’s', async () => {
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

    it('says how many fit what was chosen, of what one sees, and that there are more than it counts', async () => {
      const telt = async (wie: string, adres: string) =>
        /<strong>([^<]*signa[^<]*)\. <\/strong>/.exec((await lees(wie, adres)).tekst)?.[1];
      const filter = '/signalen?organisatie=SVB';
      assert.equal(await telt('coordinator.noord', filter), undefined);
      const { id } = await dienIn({ organisatie: 'SVB' });
      assert.equal(await telt('coordinator.noord', filter), '1 signaal');
      for (let i = 0; i < 52; i += 1) await dienIn({ organisatie: 'SVB' });
      assert.equal(await telt('coordinator.noord', filter), '53 signalen');
      assert.equal(await telt('coordinator.zuid', filter), undefined, 'of another region it counts nothing');
      assert.equal(await telt('coordinator.noord', '/signalen'), undefined, 'without a filter the views say it');
      await rows(
        app.db(),
        sql`with nieuw as materialized (select uuidv7() as id, 'S-2001-' || n as nummer from generate_series(1, 1000) n),
            stromen as (
              insert into stroom select (jsonb_populate_record(s, jsonb_build_object('id', n.id, 'nummer', n.nummer))).*
                from stroom s, nieuw n where s.id = ${id} returning id)
            insert into signaal select (jsonb_populate_record(r, jsonb_build_object('id', n.id, 'nummer', n.nummer))).*
              from signaal r, nieuw n, (select count(*) from stromen) klaar where r.id = ${id}`,
      );
      assert.equal(await telt('coordinator.noord', filter), 'Meer dan 1.000 signalen');
      await rows(app.db(), sql`delete from signaal where nummer like 'S-2001-%'`);
      await rows(app.db(), sql`delete from stroom where nummer like 'S-2001-%'`);
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

    it('takes a day as people type it, and of what counts once the first that was given', async () => {
      const typed =
        '/signalen?ingediendVanafDatum=%E2%80%8B4-10-2026%20&ingediendVanafDatum=zo&niveau=lokaal&niveau=regionaal';
      const { status, tekst } = await lees('coordinator.noord', typed);
      assert.equal(status, 200);
      const [actief = ''] = /<ul class="actief"[\s\S]*?<\/ul>/.exec(tekst) ?? [];
      assert.match(actief, /Ingediend vanaf zondag 4 oktober 2026/);
      assert.equal(actief.match(/<li/g)?.length, 3);
      assert.match(tekst, /type="date"[^>]*value="2026-10-04"/);
    });

    it('says in words to which days it is narrowed', async () => {
      const adres = '/signalen?ingediendVanafDatum=2026-10-04&geteldVanafDatum=2025-12-01&zoek=2026-10-04';
      const woorden = woordenVan((await lees('coordinator.noord', adres)).tekst);
      assert.match(woorden, /Haal weg: Ingediend vanaf zondag 4 oktober 2026/);
      assert.match(woorden, /Haal weg: Dat was vanaf maandag 1 december 2025/);
      assert.match(woorden, /Haal weg: Woorden of nummer: 2026-10-04/);
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

    it('says that nobody has to act on what is closed, also to who may not read it', async () => {
      const { id, nummer } = await dienIn();
      await app.as('metgezel.noord').post(`/signalen/${id}/intrekkingen`, {});
      const woorden = woordenVan((await lees('programmaleiding', `/signalen?zoek=${nummer}`)).tekst);
      assert.match(woorden, new RegExp(`${nummer}.*Niemand: het is afgesloten`));
      assert.doesNotMatch(woorden, /Nog niemand/);
    });

    it('is not for roles that see no case', async () => {
      const { status, tekst } = await lees('auditor', '/signalen');
      assert.equal(status, 403);
      assert.match(tekst, /Bij uw rol hoort het lezen van signalen niet/);
      assert.doesNotMatch(tekst, /href="\/signalen"/);
    });
  });

  describe('Vandaag', () => {
    const deelVan = (tekst: string, id: string): string =>
      new RegExp(`<section aria-labelledby="${id}">.*?</section>`, 's').exec(tekst)?.[0] ?? '';

    it('teaches a coordinator who has nothing to do what each part is for', async () => {
      const { tekst } = await lees('coordinator.zuid', '/vandaag');
      assert.match(tekst, /<h1>Vandaag<\/h1>/);
      for (const zin of [/Alles is opgepakt\./, /Deze week loopt er voor u geen termijn af\./, /Niets is te laat\./])
        assert.match(tekst, zin);
      assert.match(tekst, /Geen ketenpartner laat lang op zich wachten/);
      assert.match(tekst, /Vandaag neemt niemand voor een ander waar/);
    });

    it('shows what waits in the own region, with a way to take it up, and to nobody of another', async () => {
      const { nummer } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod', urgentie: 'hoog' });
      const wacht = deelVan((await lees('coordinator.noord', '/vandaag')).tekst, 'oppakken');
      assert.ok(nummersIn(wacht).includes(nummer));
      assert.equal((await lees('coordinator.noord', `/signalen/${nummer}/oppakken`)).status, 200);
      assert.match(wacht, new RegExp(`action="/signalen/${nummer}/oppakken"[^]*?aria-label="Pak op: ${nummer}"`));
      assert.match(wacht, new RegExp(`href="/signalen/${nummer}/toewijzen"`));
      const regel = wacht.slice(wacht.indexOf(nummer), wacht.indexOf('</tr>', wacht.indexOf(nummer)));
      assert.match(regel, /data-label="Waar het over gaat"><span class="[^"]+">Hoog<\/span>/);
      assert.ok(!(await lees('coordinator.zuid', '/vandaag')).tekst.includes(nummer));
    });

    it('shows ten at most, and leads to the same in the whole list', async () => {
      const adres = '/signalen?aanZet=niveau';
      for (let i = nummersIn((await lees('coordinator.noord', adres)).tekst).length; i < 11; i += 1)
        await dienIn({ wens: 'hulp', motief: 'geen_aanbod' });
      const wacht = deelVan((await lees('coordinator.noord', '/vandaag')).tekst, 'oppakken');
      const alle = new Set(nummersIn((await lees('coordinator.noord', adres)).tekst));
      const eerste = new Set(nummersIn(wacht));
      assert.equal(eerste.size, 10);
      assert.ok(alle.size > 10 && [...eerste].every((nummer) => alle.has(nummer)));
      assert.match(wacht, /href="\/signalen\?aanZet=niveau">Dit zijn de eerste 10\. Toon alle/);
    });

    it('keeps to this week what one must do oneself, and leads to nothing wrong', async () => {
      const { id, nummer } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod' }, 'metgezel.noord');
      await app.as('coordinator.noord').post(`/signalen/${id}/oppakkingen`);
      const { tekst } = await lees('coordinator.noord', '/vandaag');
      assert.ok(!nummersIn(deelVan(tekst, 'oppakken')).includes(nummer), 'somebody has it');
      assert.ok(!nummersIn(deelVan(tekst, 'deze-week')).includes(nummer), 'there are weeks left');
      const verderop = nummersIn((await lees('coordinator.noord', '/signalen?aanZet=ik')).tekst);
      assert.ok(verderop.includes(nummer));
      for (const adres of ['/signalen?teLaat=ja', '/signalen?aanZet=ketenpartner&ligtStil=ja'])
        assert.equal((await lees('coordinator.noord', adres)).status, 200);
    });

    it('has what is too late on top until it is done', async () => {
      const { id, nummer } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod' });
      await app.as('coordinator.noord').post(`/signalen/${id}/oppakkingen`);
      await rows(
        app.db(),
        sql`update signaal set termijn_op = now() - interval '3 days' where id = ${id}::uuid returning id`,
      );
      const { tekst } = await lees('coordinator.noord', '/vandaag');
      assert.equal(nummersIn(deelVan(tekst, 'te-laat'))[0], nummer);
      assert.equal(nummersIn(deelVan(tekst, 'deze-week'))[0], nummer);
    });

    it('says who has how many in hand and who of them is away, as far as one sees these signalen', async () => {
      const { id } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod', gemeente: 'GM0893' }, 'oco.midden');
      assert.equal((await app.as('coordinator.zuid').post(`/signalen/${id}/oppakkingen`, {})).status, 201);
      const vandaag = datumVan(new Date().toISOString());
      const team = async (wie: string) => woordenVan(deelVan((await lees(wie, '/vandaag')).tekst, 'team'));
      const { tekst } = await lees('coordinator.zuid', '/vandaag');
      const [, open] = /href="\/signalen\?behandelaar=coordinator\.zuid">(\d+)</.exec(deelVan(tekst, 'team')) ?? [];
      assert.equal(
        nummersIn((await lees('coordinator.zuid', '/signalen?behandelaar=coordinator.zuid')).tekst).length,
        Number(open),
      );
      assert.match(await team('coordinator.zuid'), / 1 Ja /);
      await app.as('coordinator.zuid').post('/waarnemingen', {
        waarnemer: 'coordinator.west',
        vanDatum: vandaag,
        totEnMetDatum: vandaag,
      });
      assert.match(await team('coordinator.zuid'), / 1 Niet tot en met /);
      assert.doesNotMatch((await lees('coordinator.noord', '/vandaag')).tekst, /behandelaar=coordinator\.zuid/);
      assert.doesNotMatch((await lees('programmaleiding', '/vandaag')).tekst, /id="team"/);
    });

    it('says who is away today and who acts for them, to who arranges that', async () => {
      const vandaag = datumVan(new Date().toISOString());
      await app.as('coordinator.noord').post('/waarnemingen', {
        waarnemer: 'coordinator.oost',
        vanDatum: vandaag,
        totEnMetDatum: plusDagen(vandaag, 1),
      });
      for (const wie of ['coordinator.noord', 'landelijk'])
        assert.match(
          woordenVan(deelVan((await lees(wie, '/vandaag')).tekst, 'afwezig')),
          /Hilde Postma is er niet tot en met [^.]+\. Bel Jeroen Wolters/,
        );
      assert.doesNotMatch((await lees('coordinator.zuid', '/vandaag')).tekst, /Hilde Postma/);
    });

    it('shows programmaleiding what waits and is late, without a way to read or to act', async () => {
      const { nummer, id } = await dienIn({ wens: 'hulp', motief: 'geen_aanbod', urgentie: 'hoog' });
      await rows(
        app.db(),
        sql`update signaal set termijn_op = now() - interval '9 days' where id = ${id}::uuid returning id`,
      );
      const { tekst } = await lees('programmaleiding', '/vandaag');
      assert.ok(deelVan(tekst, 'oppakken').includes(nummer));
      assert.ok(deelVan(tekst, 'te-laat').includes(nummer));
      assert.deepEqual(nummersIn(tekst), []);
      assert.match(tekst, /Ligt nog bij niemand/);
      assert.match(tekst, /Staat er geen onderwerp bij, dan leest u alleen deze regel/);
      assert.doesNotMatch(tekst, /\/oppakken"|verwijzen naar elkaar|Deze week bent u|neemt niemand/);
    });

    it('is in the menu of who it is for, and of nobody else', async () => {
      assert.match((await lees('landelijk', '/signalen')).tekst, /href="\/vandaag"/);
      assert.doesNotMatch((await lees('metgezel.noord', '/signalen')).tekst, /href="\/vandaag"/);
      assert.equal((await lees('metgezel.noord', '/vandaag')).status, 403);
    });
  });

  describe('for every reader, at every width', () => {
    for (const breed of [320, 390, 1280])
      it(`is right at ${breed}, with signalen in it`, async () => {
        const venster = await openVenster({ script: true, breed });
        try {
          const pagina = await venster.newPage();
          await pagina.goto(`${app.url}/signalen`);
          await pagina.getByRole('button', { name: 'Log in als Hilde Postma' }).click();
          for (const adres of [
            '/signalen',
            '/signalen?urgentie=hoog&status=onzin',
            '/signalen?organisatie=CIZ',
            '/vandaag',
          ]) {
            await pagina.goto(`${app.url}${adres}`);
            assert.equal(
              (await pagina.locator('.werklijst').count()) > 0,
              !adres.includes('onzin'),
              `rows of ${adres}`,
            );
            if (adres !== '/vandaag') await pagina.locator('summary').first().click();
            assert.deepEqual(await toegankelijkheidsfouten(pagina), [], `${adres} at ${breed}`);
            assert.equal(
              await pagina.evaluate('document.documentElement.scrollWidth > innerWidth'),
              false,
              `${adres} at ${breed}`,
            );
          }
        } finally {
          await venster.close();
        }
      });
  });
});
