import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { DADEN } from '#domain/signaal/mag-nu.ts';
import { HANDELINGEN } from '#handelingen/index.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { toegankelijkheidsfouten } from '#test/support/axe.ts';
import { Bezoeker, ingelogd, MELDING, verborgen, woorden } from '#test/support/bezoeker.ts';
import { openVenster } from '#test/support/chromium.ts';
import { daadVan, padVan } from '#web/doen/daden.ts';
import { invoerveldenVan } from '#web/doen/invoervelden.ts';

describe('a page for every act', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const bezoekers = new Map<string, Bezoeker>();
  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);
  const dienIn = async (anders: Record<string, unknown> = {}): Promise<string> =>
    (await app.as('metgezel.noord').post('/signalen', nieuwSignaal(anders))).body.nummer;
  const bijDeRegio = (anders: Record<string, unknown> = {}) =>
    dienIn({ wens: 'hulp', motief: 'geen_aanbod', ...anders });
  const lees = async (nummer: string) => (await app.as('coordinator.noord').get(`/signalen/${nummer}`)).body;

  it('asks in its own words for every field, and has an address that says what it does', () => {
    for (const handeling of Object.values(HANDELINGEN)) assert.doesNotThrow(() => invoerveldenVan(handeling));
    for (const daad of DADEN) assert.equal(daadVan(padVan(daad)), daad);
    assert.equal(padVan('verzoekDoen'), 'verzoek-doen');
  });

  it('tells what an act without input would lead to before its button, changes nothing yet, and then does it', async () => {
    const nummer = await bijDeRegio();
    const hilde = await als('coordinator.noord');
    const pagina = await hilde.volg(`/signalen/${nummer}/oppakken`);
    assert.equal(pagina.status, 200);
    assert.match(pagina.tekst, /<li>Hilde Postma behandelt het\.<\/li>[^]*<button[^>]* value="doe"[^>]*>Ik pak het op/);
    assert.equal((await lees(nummer)).behandelaar, null);
    const gedaan = await hilde.stuur(`/signalen/${nummer}/oppakken`, { ...verborgen(pagina), stap: 'doe' });
    assert.equal(new URL(gedaan.url).pathname, `/signalen/${nummer}`);
    assert.match(gedaan.tekst, /role="status"><div class="utrecht-alert__message"><p>U behandelt dit signaal nu\./);
    assert.equal((await lees(nummer)).behandelaar.id, 'coordinator.noord');
  });

  it('does once what is sent twice, and tells who sends something else with the same form', async () => {
    const nummer = await dienIn();
    const anneke = await als('metgezel.noord');
    const adres = `/signalen/${nummer}/notitie`;
    const formulier: Record<string, string> = {
      ...verborgen(await anneke.volg(adres)),
      stap: 'doe',
      notitie: 'Gebeld.',
    };
    await Promise.all([anneke.stuur(adres, formulier), anneke.stuur(adres, formulier)]);
    const weer = await anneke.stuur(adres, { ...formulier, notitie: 'Weer gebeld.' });
    assert.equal(weer.status, 409);
    assert.match(weer.tekst, /<title>Fout: [^]*al verstuurd[^]*>Weer gebeld\.<\/textarea>/);
    assert.notEqual(verborgen(weer)['sleutel'], formulier['sleutel']);
    const notities = sql`select 1 from gebeurtenis g join stroom s on s.id = g.stroom where s.nummer = ${nummer} and g.soort = 'notitie_toegevoegd'`;
    assert.equal((await rows(app.db(), notities)).length, 1);
  });

  it('begins a hand-over with what is on record: what was tried, what was asked of whom, what would help', async () => {
    const ondernomen = [
      { partij: 'Wijkteam', datum: '2026-01-02' },
      { partij: 'Wmo-loket', datum: '2026-01-05', antwoord: 'Zij wijzen naar het zorgkantoor.' },
    ];
    const nummer = await dienIn({
      wens: 'hulp',
      motief: 'geen_aanbod',
      ondernomen,
      watZouHelpen: 'Eén aanspreekpunt.',
    });
    await app.as('coordinator.noord').post(`/signalen/${nummer}/oppakkingen`);
    const vraag = { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wie neemt dit besluit?' };
    await app.as('coordinator.noord').post(`/signalen/${nummer}/verzoeken`, vraag);
    const { tekst } = await (await als('coordinator.noord')).volg(`/signalen/${nummer}/escaleren`);
    const nietGezegd = /Wijkteam, vrijdag 2 januari 2026: het antwoord is niet ingevuld\./;
    assert.match(tekst, nietGezegd);
    assert.match((await (await als('coordinator.noord')).volg(`/signalen/${nummer}`)).tekst, nietGezegd);
    assert.match(tekst, /Wmo-loket, maandag 5 januari 2026: Zij wijzen naar het zorgkantoor\.<\/textarea>/);
    assert.match(tekst, /Vraag aan Gemeente Groningen, [^<]+: Wie neemt dit besluit\? Nog geen antwoord\.<\/textarea>/);
    assert.match(tekst, />Eén aanspreekpunt\.<\/textarea>/);
  });

  it('tells everything that is wrong at once, each at its field, and keeps what was typed', async () => {
    const nummer = await bijDeRegio();
    await app.as('coordinator.noord').post(`/signalen/${nummer}/oppakkingen`);
    const hilde = await als('coordinator.noord');
    const { status, tekst } = await hilde.stuur(`/signalen/${nummer}/escaleren`, {
      stap: 'bekijk',
      'overdracht.geprobeerd': 'Drie <keer> gebeld.',
      'poging.partij': 'Wmo-loket',
    });
    assert.equal(status, 422);
    assert.match(tekst, /<title>Fout: Leg het signaal een niveau hoger/);
    for (const veld of ['motief', 'overdracht.gevraagd', 'overdracht.gewenst', 'poging.datum']) {
      assert.ok(tekst.includes(`<a href="#${veld}">`), veld);
      assert.ok(tekst.includes(`id="${veld}"`), veld);
    }
    assert.match(tekst, />Drie &lt;keer&gt; gebeld\.<\/textarea>/);
    assert.match(tekst, /<details class="groep" open="">[^]*value="Wmo-loket"/);
    const toekomst = await hilde.stuur(`/signalen/${nummer}/escaleren`, {
      stap: 'bekijk',
      motief: 'geen_aanbod',
      'overdracht.geprobeerd': 'x',
      'overdracht.gevraagd': 'x',
      'overdracht.gewenst': 'x',
      'poging.partij': 'Wmo-loket',
      'poging.datum': '2099-01-01',
    });
    assert.equal(toekomst.status, 422);
    assert.match(toekomst.tekst, /<a href="#poging\.datum">Deze datum ligt in de toekomst\./);
  });

  it('asks whether a name may stay, with a box below its text, and warns once more before others read it', async () => {
    const nummer = await bijDeRegio();
    await app.as('coordinator.noord').post(`/signalen/${nummer}/oppakkingen`);
    const hilde = await als('coordinator.noord');
    const adres = `/signalen/${nummer}/escaleren`;
    const formulier = {
      ...verborgen(await hilde.volg(adres)),
      motief: 'geen_aanbod',
      'overdracht.geprobeerd': 'Gebeld.',
      'overdracht.gevraagd': 'Aan dokter Postma.',
      'overdracht.gewenst': 'Een besluit.',
    };
    const gevraagd = await hilde.stuur(adres, { ...formulier, stap: 'doe' });
    assert.equal(gevraagd.status, 422);
    assert.match(gevraagd.tekst, /href="#overdracht\.gevraagd">Hier staat misschien een naam: “Postma”/);
    assert.match(gevraagd.tekst, /<input type="checkbox" id="[^"]+" name="tekstBevestigd" value="Postma"\/>/);
    const bekeken = await hilde.stuur(adres, { ...formulier, tekstBevestigd: 'Postma', stap: 'bekijk' });
    assert.equal(bekeken.status, 200);
    assert.match(bekeken.tekst, /name="tekstBevestigd" checked="" value="Postma"/);
    assert.match(bekeken.tekst, /<li>In wat de ander leest, staat misschien een naam: “Postma”\.<\/li>/);
    const gedaan = await hilde.stuur(adres, { ...formulier, tekstBevestigd: 'Postma', stap: 'doe' });
    assert.equal(new URL(gedaan.url).pathname, `/signalen/${nummer}`);
  });

  it('shows what an act would lead to with what was filled in, and does it when that was seen', async () => {
    const nummer = await bijDeRegio();
    const adres = `/signalen/${nummer}/toewijzen`;
    const hilde = await als('coordinator.noord');
    const leeg = await hilde.volg(adres);
    assert.doesNotMatch(leeg.tekst, / value="doe"/);
    const invoer = { ...verborgen(leeg), aan: 'coordinator.noord' };
    const bekeken = await hilde.stuur(adres, { ...invoer, stap: 'bekijk' });
    assert.match(bekeken.tekst, /Hilde Postma behandelt het\.[^]* value="doe"[^>]*>Wijs toe/);
    assert.match(bekeken.tekst, /<input type="radio"[^>]*checked="" value="coordinator\.noord"/);
    const gedaan = await hilde.stuur(adres, { ...invoer, ...verborgen(bekeken), stap: 'doe' });
    assert.match(gedaan.tekst, /Het signaal is toegewezen\./);
  });

  it('tells what others did meanwhile, keeps what was typed, and does it once that was seen', async () => {
    const nummer = await bijDeRegio();
    const adres = `/signalen/${nummer}/oppakken`;
    const hilde = await als('coordinator.noord');
    const formulier = verborgen(await hilde.volg(adres));
    await app.as('metgezel.noord').post(`/signalen/${nummer}/aanvullingen`, { aanvulling: 'Het is nu erger.' });
    await app
      .as('coordinator.noord')
      .post(`/signalen/${nummer}/indelingen`, { knelpunttypen: ['INDICATIE'], urgentie: 'hoog' });
    const verouderd = await hilde.stuur(adres, { ...formulier, stap: 'doe' });
    assert.equal(verouderd.status, 412);
    assert.match(verouderd.tekst, /<title>Fout: [^]*intussen veranderd[^]*<li>Anneke de Vries [^]*<li>Hilde Postma /);
    assert.equal((await lees(nummer)).behandelaar, null);
    const weer = await hilde.stuur(adres, { ...verborgen(verouderd), stap: 'doe' });
    assert.match(weer.tekst, /U behandelt dit signaal nu\./);
  });

  it('says of an act that may not be done why not and who can; the rest of the addresses lead nowhere', async () => {
    const nummer = await bijDeRegio();
    const anneke = await als('metgezel.noord');
    const { status, tekst } = await anneke.volg(`/signalen/${nummer}/oppakken`);
    assert.equal(status, 409);
    assert.match(tekst, /Dit kan nu niet[^]*Wie het wel kan: /);
    const refused = await anneke.stuur(`/signalen/${nummer}/oppakken`, { sleutel: 'x', stap: 'doe' });
    assert.equal(refused.status, 409);
    assert.match(refused.tekst, /Er is niets veranderd/);
    for (const pad of ['opeten', 'duplicaat-opnemen', 'indienen'])
      assert.equal((await anneke.volg(`/signalen/${nummer}/${pad}`)).status, 404, pad);
    assert.equal((await (await als('coordinator.zuid')).volg(`/signalen/${nummer}/oppakken`)).status, 404);
    assert.equal((await (await als('programmaleiding')).volg(`/signalen/${nummer}/toewijzen`)).status, 403);
  });

  it('acts on a verzoek at the address of that verzoek', async () => {
    const nummer = await bijDeRegio();
    await app.as('coordinator.noord').post(`/signalen/${nummer}/oppakkingen`);
    const vraag = { soort: 'consultatie', persoon: 'metgezel.west', vraag: 'Wie biedt nachtzorg?' };
    await app.as('coordinator.noord').post(`/signalen/${nummer}/verzoeken`, vraag);
    const hilde = await als('coordinator.noord');
    const { tekst } = await hilde.volg(`/signalen/${nummer}`);
    const adres = new RegExp(`href="(/signalen/${nummer}/verzoeken/[^"/]+/verzoek-intrekken)"`).exec(tekst)?.[1] ?? '';
    const antwoord = await (await als('metgezel.west')).volg(adres.replace('intrekken', 'beantwoorden'));
    const codes = Array.from(antwoord.tekst.matchAll(/name="antwoord" value="(\w+)"/g), ([, code]) => code);
    assert.deepEqual(codes, ['advies', 'niet_mijn_deskundigheid']);
    const gedaan = await hilde.stuur(adres, { ...verborgen(await hilde.volg(adres)), stap: 'doe' });
    assert.match(gedaan.tekst, /De vraag is ingetrokken\./);
  });

  it('keeps what was typed when the session ran out', async () => {
    const nummer = await dienIn();
    const anneke = new Bezoeker(app.url);
    await anneke.logIn('metgezel.noord');
    const adres = `/signalen/${nummer}/notitie`;
    const formulier: Record<string, string> = {
      ...verborgen(await anneke.volg(adres)),
      stap: 'doe',
      notitie: 'Alles opgeschreven.',
    };
    await rows(app.db(), sql`update sessie set gebruikt_op = clock_timestamp() - interval '2 hours'`);
    const terug = await anneke.stuur(adres, formulier);
    assert.match(terug.tekst, /Er is nog niets verstuurd[^]*>Alles opgeschreven\.<\/textarea>/);
    assert.equal(verborgen(terug)['sleutel'], formulier['sleutel']);
    bezoekers.clear();
  });

  it('says of an act that a colleague did first why it cannot be done any more, and asks nobody to send what was not filled in', async () => {
    const nummer = await bijDeRegio();
    const adres = `/signalen/${nummer}/oppakken`;
    const hilde = await als('coordinator.noord');
    const formulier = verborgen(await hilde.volg(adres));
    await app.as('landelijk').post(`/signalen/${nummer}/toewijzingen`, { aan: 'coordinator.noord' });
    const laat = await hilde.stuur(adres, { ...formulier, stap: 'doe' });
    assert.equal(laat.status, 412);
    const melding = woorden(laat);
    assert.match(melding, /Het signaal is intussen veranderd .* Er is niets gedaan\. U behandelt dit signaal al\./);
    assert.doesNotMatch(melding, /ingevuld|verstuur het dan opnieuw/);
  });

  it('offers of what can be asked only what the rules take: nobody asks themselves, nor a ketenpartner about the programme', async () => {
    const soorten = async (wie: string, nummer: string) =>
      Array.from(
        (await (await als(wie)).volg(`/signalen/${nummer}/verzoek-doen`)).tekst.matchAll(
          /name="soort"[^>]*value="(\w+)"/g,
        ),
        ([, soort]) => soort,
      );
    assert.deepEqual(await soorten('metgezel.noord', await dienIn()), ['vraag', 'consultatie', 'warme_overdracht']);
    const overgenomen = await bijDeRegio();
    await app.as('coordinator.noord').post(`/signalen/${overgenomen}/oppakkingen`);
    const alle = ['vraag', 'consultatie', 'warme_overdracht', 'navraag'];
    assert.deepEqual(await soorten('coordinator.noord', overgenomen), alle);
    const programma = await bijDeRegio({ knelpunttypen: ['PROGRAMMA'] });
    await app.as('landelijk').post(`/signalen/${programma}/toewijzingen`, { aan: 'landelijk' });
    assert.deepEqual(await soorten('landelijk', programma), ['consultatie', 'navraag']);
  });

  it('offers of people only whom the rules take', async () => {
    const signaal = await bijDeRegio();
    await app.as('coordinator.noord').post(`/signalen/${signaal}/oppakkingen`, {});
    const opties = async (daad: string) => {
      const { tekst } = await (await als('coordinator.noord')).volg(`/signalen/${signaal}/${daad}`);
      const [lijst = tekst] = /<select[^]*?<\/select>/.exec(tekst) ?? [];
      return Array.from(lijst.matchAll(/ value="([a-z.]+)"/g), ([, id = '']) => id);
    };
    const terug = await opties('terugleggen');
    assert.ok(terug.includes('metgezel.noord') && !terug.includes('coordinator.zuid') && !terug.includes('landelijk'));
    const mee = await opties('meedenker-toevoegen');
    assert.ok(mee.includes('metgezel.noord') && !mee.includes('beheer') && !mee.includes('coordinator.noord'));
    // Who works in the same region comes before the rest of the country.
    const inNoord = mee.filter((id) => id.endsWith('.noord')).length;
    assert.ok(inNoord >= 1 && mee.slice(0, inNoord).every((id) => id.endsWith('.noord')), mee.join(' '));
    const door = await opties('toewijzen');
    assert.ok(!door.includes('coordinator.noord') && !door.includes('metgezel.noord'), door.join(' '));
    const { tekst } = await (await als('coordinator.noord')).volg(`/signalen/${signaal}/toewijzen`);
    assert.match(tekst, /Wijs het signaal toe<\/h1><p>Er is niemand anders die dit kan\.<\/p>/);
  });

  describe('filing', () => {
    const VOLLEDIG = { ...MELDING, stap: 'doe' };

    it('is on one page, and ends at the signaal that it made', async () => {
      const anneke = await als('metgezel.noord');
      const pagina = await anneke.volg('/melden');
      const bekeken = await anneke.stuur('/melden', { ...verborgen(pagina), ...VOLLEDIG, stap: 'bekijk' });
      assert.match(bekeken.tekst, /Het signaal begint lokaal\.[^]*Het behandelen loopt tot en met/);
      const formulier = { ...verborgen(bekeken), ...VOLLEDIG };
      const [een, ander] = await Promise.all([anneke.stuur('/melden', formulier), anneke.stuur('/melden', formulier)]);
      assert.match(een.url, /\/signalen\/S-\d{4}-\d{4}\?gedaan=indienen$/);
      assert.equal(een.url, ander.url);
      assert.match(een.tekst, /Uw signaal is ingediend\.[^]*nog 20 werkdagen/);
    });

    it('tells all that is missing at once', async () => {
      const { status, tekst } = await (await als('metgezel.noord')).stuur('/melden', { stap: 'bekijk', wens: 'hulp' });
      assert.equal(status, 422);
      for (const veld of ['knelpunt', 'doelgroepen', 'gemeente', 'organisatie', 'gezinWeetHet', 'motief']) {
        assert.ok(tekst.includes(`<a href="#${veld}">`), veld);
        assert.ok(tekst.includes(`id="${veld}"`), veld);
      }
      assert.doesNotMatch(tekst.replaceAll(/<[^<>]*>/g, ' '), /ONBEKEND/);
    });

    it('finds a gemeente and an organisatie by name, however it is written, and keeps a name that nothing has', async () => {
      const anneke = await als('metgezel.noord');
      const genoemd = { ...VOLLEDIG, gemeente: ' sudwest-FRYSLAN ', organisatie: 'weet  ik niet', stap: 'bekijk' };
      const goed = await anneke.stuur('/melden', genoemd);
      assert.equal(goed.status, 200);
      assert.match(goed.tekst, /Dit gebeurt er als u dit doet/);
      const mis = await anneke.stuur('/melden', { ...genoemd, gemeente: 'Grunn <3', organisatie: 'CIZZ' });
      assert.equal(mis.status, 422);
      assert.match(mis.tekst, /<a href="#gemeente">Deze gemeente kennen wij niet\. Kies een naam uit de lijst/);
      assert.match(mis.tekst, /<a href="#organisatie">Deze organisatie kennen wij niet\. Kies een naam uit de lijst/);
      assert.match(mis.tekst, /<input id="gemeente"[^>]* value="Grunn &lt;3"/);
      assert.match(mis.tekst, /name="wens" value="melden"[^]*Het signaal sluit\./);
      assert.match(mis.tekst, /<input id="organisatie"[^>]* value="CIZZ"/);
    });

    it('says with each wish what it leads to, before anything is filled in', async () => {
      const { tekst } = await (await als('metgezel.noord')).volg('/melden');
      for (const [wens, gevolg] of [
        ['zelf', 'Zonder haast: Het signaal begint lokaal\\.'],
        ['hulp', 'Zonder haast: Het signaal begint regionaal\\.'],
        ['melden', 'Het signaal sluit\\.'],
      ])
        assert.match(tekst, new RegExp(`name="wens" value="${wens}"/><label[^>]*>[^<]*<span[^>]*>${gevolg}`), wens);
    });

    it('names with each wish no date but for an urgency, each the one that the same filing then has', async () => {
      const anneke = await als('metgezel.noord');
      const blad = await anneke.volg('/melden');
      const datums = (tekst: string) => Array.from(tekst.matchAll(/loopt tot en met ([^.]+)\./g), ([, dag]) => dag);
      const regelsVan = (wens: string) => {
        const [, label = ''] =
          new RegExp(`name="wens" value="${wens}"/><label[^>]*>(.*?)</label>`).exec(blad.tekst) ?? [];
        return Array.from(label.matchAll(/<span[^>]*>([^<]*)/g), ([, regel = '']) => regel);
      };
      for (const wens of ['zelf', 'hulp']) {
        const regels = regelsVan(wens);
        assert.deepEqual(
          regels.map((regel) => regel.split(':')[0]),
          ['Zonder haast', 'Bij hoge urgentie', 'Bij spoed'],
        );
        for (const [i, urgentie] of ['normaal', 'hoog', 'spoed'].entries()) {
          const spoedreden = urgentie === 'spoed' ? { spoedreden: 'Het kan niet wachten.' } : {};
          const motief: object = wens === 'hulp' ? { motief: 'geen_aanbod' } : {};
          const ingevuld = {
            ...verborgen(blad),
            ...VOLLEDIG,
            wens,
            urgentie,
            ...motief,
            ...spoedreden,
            stap: 'bekijk',
          };
          const { tekst } = await anneke.stuur('/melden', ingevuld);
          const gevolg = tekst.slice(tekst.indexOf('Dit gebeurt er als u dit doet'));
          assert.match(gevolg, new RegExp(`U koos als urgentie: ${urgentie}\\.`));
          const genoemd = datums(regels[i] ?? '');
          assert.ok(genoemd.length > 0);
          assert.deepEqual(genoemd, datums(gevolg), `${wens} ${urgentie}`);
        }
      }
      assert.match(regelsVan('melden').join('|'), /^Het signaal sluit\.[^|]*$/);
    });

    it('asks first what it must know, and folds the rest away until something is in it or wrong with it', async () => {
      const anneke = await als('metgezel.noord');
      const leeg = await anneke.volg('/melden');
      const namen = Array.from(
        leeg.tekst.matchAll(/ name="([a-zA-Z]+)(?:\.[a-zA-Z0-9.]+)?"/g),
        ([, naam = '']) => naam,
      );
      const volgorde = 'knelpunt onderwerp doelgroepen gemeente organisatie ondernomen gezinWeetHet wens motief';
      const gevouwen =
        'besluit watZouHelpen urgentie spoedreden namens knelpunttypen wetten leefgebieden leeftijdscategorie';
      const velden = `${volgorde} ${gevouwen}`.split(' ');
      assert.deepEqual(
        [...new Set(namen)].filter((naam) => velden.includes(naam)),
        velden,
      );
      assert.doesNotMatch(leeg.tekst, /<details[^>]* open/);
      const ingevuld = { ...VOLLEDIG, stap: 'bekijk', urgentie: 'normaal' };
      assert.doesNotMatch((await anneke.stuur('/melden', ingevuld)).tekst, /<details[^>]* open/);
      const open = async (anders: Record<string, string>) =>
        Array.from(
          (await anneke.stuur('/melden', { ...ingevuld, ...anders })).tekst.matchAll(
            /<details[^>]* open=""><summary>([^<]*)/g,
          ),
          ([, titel]) => titel,
        );
      assert.deepEqual(await open({ urgentie: 'spoed' }), ['Heeft het haast?']);
      assert.deepEqual(await open({ watZouHelpen: 'Nachtzorg.' }), ['Weet u wat zou helpen?']);
      assert.deepEqual(await open({ leeftijdscategorie: 'x' }), ['Wilt u het al indelen?']);
      assert.deepEqual(await open({ 'ondernomen.0.antwoord': 'Nee.' }), ['Weet u ook het antwoord?']);
      assert.deepEqual(await open({ 'ondernomen.1.partij': 'CIZ' }), ['Hebt u nog iets geprobeerd?']);
    });

    it('speaks to people of what is wrong, not to programs', async () => {
      const { status, tekst } = await (
        await als('metgezel.noord')
      ).stuur('/melden', {
        stap: 'bekijk',
        wens: 'x',
        gezinWeetHet: 'x',
        doelgroepen: 'x',
        'besluit.datum': '31-2-2027',
      });
      assert.equal(status, 422);
      assert.doesNotMatch(
        tekst.replaceAll(/<[^<>]*>/g, ' '),
        /true of false|Kies een van: |ONBEKEND|GM0\d|Geef het id|2027-03-25|lege lijst/,
      );
      assert.match(tekst, /<a href="#wens">Kies een van de antwoorden die er staan\./);
    });

    it('proposes what the text seems to be about when one asks, decides nothing, and takes over what one says yes to', async () => {
      const anneke = await als('metgezel.noord');
      const eerst = await anneke.volg('/melden');
      assert.doesNotMatch(eerst.tekst, /Past dit\?/);
      const formulier = {
        ...verborgen(eerst),
        knelpunt: 'Het CIZ wijst de Wlz af en Gemeente Groningen wijst naar het zorgkantoor.',
      };
      const voorgesteld = await anneke.stuur('/melden', { ...formulier, stap: 'voorstel' });
      assert.equal(voorgesteld.status, 200);
      for (const [naam, waarde] of [
        ['voorstel.knelpunttype', 'DOMEIN'],
        ['voorstel.wet', 'wlz'],
        ['voorstel.organisatie', 'GM0014'],
      ])
        assert.match(
          voorgesteld.tekst,
          new RegExp(`<input type="radio" id="[^"]+" name="${naam}" value="${waarde}"/>`),
        );
      assert.doesNotMatch(voorgesteld.tekst, /name="(?:knelpunttypen|wetten)" checked/);
      const over = await anneke.stuur('/melden', {
        ...formulier,
        stap: 'bekijk',
        'voorstel.knelpunttype': 'DOMEIN',
        'voorstel.wet': '',
        'voorstel.organisatie': 'GM0014',
      });
      assert.match(over.tekst, /name="knelpunttypen" checked="" value="DOMEIN"/);
      assert.doesNotMatch(over.tekst, /name="wetten" checked/);
      assert.match(over.tekst, /name="organisatie"[^>]* value="Gemeente Groningen"/);
      const teVeel = await anneke.stuur('/melden', {
        ...formulier,
        knelpunt: 'Het CIZ wijst de Wlz af voor een jongen. Bel 0612345678.',
        stap: 'voorstel',
      });
      // What must go is said as well, and nothing yet of what is still empty.
      assert.match(teVeel.tekst, /href="#knelpunt">Haal “0612345678”/);
      assert.match(teVeel.tekst, /name="voorstel.wet" value="wlz"/);
      assert.doesNotMatch(teVeel.tekst, /Kies minstens één doelgroep/);
      const leeg = await anneke.stuur('/melden', { ...formulier, knelpunt: 'Xyz', stap: 'voorstel' });
      assert.match(leeg.tekst, /Wij herkennen nog niets in uw tekst\./);
    });

    it('is for who files', async () => {
      assert.equal((await (await als('coordinator.noord')).volg('/melden')).status, 403);
    });
  });

  it('files what is required in no more than twelve taps beside typing, on a phone without JavaScript', async () => {
    const telefoon = await openVenster({ breed: 390 });
    try {
      const anneke = await telefoon.newPage();
      await anneke.goto(`${app.url}/melden`);
      await anneke.getByRole('button', { name: 'Log in als Anneke de Vries' }).click();
      let tikken = 0;
      const tik = async (op: ReturnType<typeof anneke.locator>) => {
        tikken += 1;
        await op.click();
      };
      const typ = async (label: string, tekst: string) => {
        await tik(anneke.getByLabel(label));
        await anneke.keyboard.type(tekst);
      };
      assert.equal(await anneke.locator('details[open]').count(), 0);
      await typ('Wat loopt er vast?', 'Niemand regelt de nachtzorg.');
      await tik(anneke.getByLabel('Niet-aangeboren hersenletsel'));
      await typ('In welke gemeente woont het gezin?', 'groningen');
      await typ('Om welke organisatie gaat het?', 'weet ik niet');
      await tik(anneke.getByRole('group', { name: 'Weet het gezin' }).getByLabel('Ja'));
      const motief = anneke.getByRole('group', { name: 'Waarom moet de regio nu helpen?' });
      assert.equal(await motief.isVisible(), false);
      await tik(anneke.getByLabel('Ik heb nu hulp nodig van de regio'));
      await tik(motief.getByLabel('Er is geen passend aanbod'));
      await tik(anneke.getByRole('button', { name: 'Bekijk wat er gebeurt' }));
      assert.equal(await anneke.locator('details[open]').count(), 0);
      await tik(anneke.getByRole('button', { name: 'Dien het signaal in' }));
      assert.equal(await anneke.getByRole('status').filter({ hasText: 'Uw signaal is ingediend' }).count(), 1);
      assert.ok(tikken <= 12, `${tikken} taps`);
    } finally {
      await telefoon.close();
    }
  });

  it('never lets two pick up the same signaal unknowingly: the second reads who did, and has done nothing', async () => {
    const nummer = await bijDeRegio();
    const [een, ander] = [await openVenster(), await openVenster({ script: true })];
    try {
      const [hilde, esther] = [await een.newPage(), await ander.newPage()];
      for (const [pagina, naam] of [
        [hilde, 'Hilde Postma'],
        [esther, 'Esther Koster'],
      ] as const) {
        await pagina.goto(`${app.url}/signalen/${nummer}/oppakken`);
        await pagina.getByRole('button', { name: `Log in als ${naam}` }).click();
        await pagina.getByRole('button', { name: 'Ik pak het op' }).waitFor();
      }
      await hilde.getByRole('button', { name: 'Ik pak het op' }).click();
      await hilde.getByText('U behandelt dit signaal nu.').waitFor();
      await esther.getByRole('button', { name: 'Ik pak het op' }).click();
      await esther.getByRole('heading', { name: 'Het signaal is intussen veranderd' }).waitFor();
      assert.match((await esther.getByRole('alert').textContent()) ?? '', /Hilde Postma/);
      assert.equal((await lees(nummer)).behandelaar.id, 'coordinator.noord');
    } finally {
      await Promise.all([een.close(), ander.close()]);
    }
  });

  it('goes from filing to answer without JavaScript, on a phone', async () => {
    const [telefoon, scherm] = [await openVenster({ breed: 390 }), await openVenster()];
    try {
      const anneke = await telefoon.newPage();
      await anneke.goto(`${app.url}/melden`);
      await anneke.getByRole('button', { name: 'Log in als Anneke de Vries' }).click();
      await anneke.getByLabel('Wat loopt er vast?').fill('Niemand regelt de nachtzorg.');
      await anneke.getByLabel('Niet-aangeboren hersenletsel').check();
      await anneke.getByLabel('In welke gemeente woont het gezin?').fill('groningen');
      await anneke.getByLabel('Om welke organisatie gaat het?').fill('Weet ik niet');
      await anneke.getByRole('group', { name: 'Weet het gezin' }).getByLabel('Ja').check();
      await anneke.getByLabel('Ik heb nu hulp nodig van de regio').check();
      await anneke.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
      await anneke.getByRole('link', { name: 'Kies waarom een hoger niveau nu moet helpen.' }).click();
      await anneke.getByLabel('Er is geen passend aanbod').check();
      await anneke.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
      await anneke.getByRole('button', { name: 'Dien het signaal in' }).click();
      assert.equal(await anneke.getByRole('status').filter({ hasText: 'Uw signaal is ingediend' }).count(), 1);
      const { pathname } = new URL(anneke.url());

      const hilde = await scherm.newPage();
      await hilde.goto(`${app.url}${pathname}`);
      await hilde.getByRole('button', { name: 'Log in als Hilde Postma' }).click();
      await hilde.getByRole('link', { name: 'Pak het signaal op' }).click();
      await hilde.getByRole('button', { name: 'Ik pak het op' }).click();
      await hilde.getByRole('link', { name: 'Meld de uitkomst' }).click();
      await hilde.getByLabel('Opgelost', { exact: true }).check();
      await hilde.getByLabel('Hoe is het gelopen?').fill('Er is een aanbieder.');
      await hilde.getByLabel('Wat is uw antwoord aan de melder?').fill('Vanaf maandag is er nachtzorg.');
      await hilde.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
      assert.equal(await hilde.getByText('Het signaal sluit.').count(), 1);
      await hilde.getByRole('button', { name: 'Meld de uitkomst' }).click();

      await anneke.reload();
      assert.equal(await anneke.getByText('Vanaf maandag is er nachtzorg.').count(), 1);
    } finally {
      await Promise.all([telefoon.close(), scherm.close()]);
    }
  });

  it('is right for every reader, with faults and with its consequence, at every width', async () => {
    const nummer = await bijDeRegio();
    await app.as('coordinator.noord').post(`/signalen/${nummer}/oppakkingen`);
    for (const breed of [390, 1280]) {
      const venster = await openVenster({ script: true, breed });
      try {
        const pagina = await venster.newPage();
        const goed = async (wat: string) => {
          assert.deepEqual(await toegankelijkheidsfouten(pagina), [], `${wat} at ${breed}`);
          assert.equal(await pagina.evaluate('document.documentElement.scrollWidth > innerWidth'), false, wat);
        };
        await pagina.goto(`${app.url}/signalen/${nummer}`);
        await pagina.getByRole('button', { name: 'Log in als Hilde Postma' }).click();
        await pagina.goto(`${app.url}/signalen/${nummer}/escaleren`);
        await pagina.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
        await goed('faults');
        await pagina.goto(`${app.url}/signalen/${nummer}/vrijgeven`);
        await goed('consequence');
        await venster.clearCookies();
        await pagina.goto(`${app.url}/melden`);
        await pagina.getByRole('button', { name: 'Log in als Anneke de Vries' }).click();
        await goed('melden');
        await pagina.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
        await goed('melden with faults');
      } finally {
        await venster.close();
      }
    }
  });
});
