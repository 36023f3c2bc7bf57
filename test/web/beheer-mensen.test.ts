import assert from 'node:assert/strict';

import { type Client, startApp } from '#test/support/app.ts';
import { toegankelijkheidsfouten } from '#test/support/axe.ts';
import { type Bezoek, Bezoeker, verborgen, woorden } from '#test/support/bezoeker.ts';
import { openVenster } from '#test/support/chromium.ts';

const NIEUW = {
  naam: 'Anouk Wiersma-van den Heuvel',
  id: 'metgezel.nieuw',
  email: 'anouk@voorbeeld.nl',
  telefoon: '06 1234 5699',
  rollen: 'metgezel',
  thuisregio: 'OOST',
  reden: 'Begint in Almelo.',
};
const KOP = 'id;naam;email;telefoon;rollen;regios;thuisregio;organisatie;actief_van;actief_tot\n';

describe('the pages of who has an account', () => {
  let app: Client;
  let petra: Bezoeker;
  before(async () => {
    app = await startApp();
    petra = new Bezoeker(app.url);
    await petra.logIn('beheer');
  });
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const account = async (id: string) => (await app.as('beheer').get(`/gebruikers/${id}`)).body;
  const voegToe = async (anders: Record<string, string> = {}): Promise<Bezoek> => {
    const adres = '/beheer/mensen-toevoegen';
    const email = `${anders['id'] ?? NIEUW.id}@voorbeeld.nl`;
    return petra.stuur(adres, { ...verborgen(await petra.volg(adres)), ...NIEUW, email, ...anders });
  };

  it('lists them with role, region, telephone and whether the account works, and finds who one looks for', async () => {
    const alle = await petra.volg('/beheer/mensen');
    assert.match(woorden(alle), /Hilde Postma Regiocoördinator Noord Niet bij een ketenpartner 06 1234 5611 Werkt/);
    assert.match(alle.tekst, /<a href="\/beheer\/mensen" aria-current="page">Mensen<\/a>/);
    const gezocht = await petra.volg('/beheer/mensen?tekst=yilmaz&rol=regiocoordinator&regio=MIDDEN&actief=ja');
    assert.match(gezocht.tekst, /Fatima Yılmaz/);
    assert.doesNotMatch(gezocht.tekst, /Hilde Postma/);
    assert.match(gezocht.tekst, /<option value="regiocoordinator" selected="">/);
    assert.match(woorden(await petra.volg('/beheer/mensen?tekst=Zzz')), /Niemand gevonden\. Kies wie u zoekt/);
    assert.match((await petra.volg('/beheer/mensen?rol=onzin')).tekst, /Hilde Postma/);
  });

  it('tells others whose work it is, by name, and lets an auditor read and no more', async () => {
    const hilde = new Bezoeker(app.url);
    await hilde.logIn('coordinator.noord');
    const { status, tekst } = await hilde.volg('/beheer/mensen');
    assert.equal(status, 403);
    assert.match(tekst, /Dit is werk van functioneel beheer\. Vraag het aan Petra Smit\./);
    const auditor = new Bezoeker(app.url);
    await auditor.logIn('auditor');
    const gelezen = await auditor.volg('/beheer/mensen/coordinator.noord');
    assert.equal(gelezen.status, 200);
    assert.doesNotMatch(gelezen.tekst, /wijzigen/);
    assert.equal((await auditor.stuur('/beheer/mensen/coordinator.noord/wijzigen', NIEUW)).status, 403);
  });

  it('adds somebody, once, and shows who did that when and why', async () => {
    const adres = '/beheer/mensen-toevoegen';
    const formulier = { ...verborgen(await petra.volg(adres)), ...NIEUW };
    const [een, ander] = await Promise.all([petra.stuur(adres, formulier), petra.stuur(adres, formulier)]);
    assert.deepEqual([een.status, ander.status], [200, 200]);
    assert.equal(new URL(een.url).pathname, '/beheer/mensen/metgezel.nieuw');
    assert.match(woorden(een), /Het account is toegevoegd\. Anouk Wiersma-van den Heuvel Werkt/);
    assert.match(woorden(een), /Petra Smit voegde het account toe\. .{10,40} Waarom: Begint in Almelo\./);
    const { actief: _, ...bewaard } = await account('metgezel.nieuw');
    assert.deepEqual(bewaard, {
      id: 'metgezel.nieuw',
      naam: NIEUW.naam,
      email: NIEUW.email,
      telefoon: NIEUW.telefoon,
      rollen: ['metgezel'],
      regios: [],
      thuisregio: 'OOST',
      organisatie: null,
      vanDatum: null,
      totEnMetDatum: null,
    });
    const weer = await petra.stuur(adres, { ...formulier, naam: 'Een ander' });
    assert.equal(weer.status, 409);
    assert.match(weer.tekst, /<title>Fout: [^]*al verstuurd[^]*value="Een ander"/);
  });

  it('tells everything that is wrong at once in the words of the page, and keeps what was typed', async () => {
    const fout = await voegToe({
      id: 'met spatie',
      naam: ' ',
      email: 'geen adres',
      rollen: 'regiocoordinator',
      vanDatum: '10-3-2027',
      totEnMetDatum: '2027-02-30',
      reden: '',
    });
    assert.equal(fout.status, 422);
    assert.match(fout.tekst, /<title>Fout: Voeg iemand toe/);
    for (const [veld, zin] of [
      ['id', 'Gebruik letters'],
      ['naam', 'Geef de naam'],
      ['email', 'Geef een e-mailadres'],
      ['regios', 'Een regiocoördinator heeft minstens één regio'],
      ['totEnMetDatum', 'Dit is geen bestaande datum'],
      ['reden', 'Vertel waarom'],
    ])
      assert.match(fout.tekst, new RegExp(`<a href="#${veld}">${zin}`), veld);
    assert.match(fout.tekst, /name="id"[^>]* value="met spatie"/);
    assert.match(fout.tekst, /name="vanDatum"[^>]* value="10-3-2027"/);
    assert.doesNotMatch(woorden(fout), /null|sub van de OpenID|regiocoordinator/);
    assert.match(
      woorden(await voegToe({ id: 'metgezel.noord' })),
      /Er is al een account met deze naam bij het inloggen/,
    );
  });

  it('changes one, shows what was and became, and writes nothing over what another changed meanwhile', async () => {
    await voegToe();
    const adres = '/beheer/mensen/metgezel.nieuw/wijzigen';
    const oud = await petra.volg(adres);
    assert.match(oud.tekst, /name="telefoon"[^>]* value="06 1234 5699"/);
    const { id: _id, ...velden } = NIEUW;
    const gewijzigd = await petra.stuur(adres, {
      ...verborgen(oud),
      ...velden,
      rollen: 'oco_consulent',
      totEnMetDatum: '31-12-2099',
      reden: 'Werkt voortaan bij OCO.',
    });
    assert.match(woorden(gewijzigd), /Rol: van Metgezel naar Cliëntondersteuner \(OCO\)/);
    assert.match(woorden(gewijzigd), /Laatste dag: van niets naar donderdag 31 december 2099/);
    const laat = await petra.stuur(adres, { ...verborgen(oud), ...velden, sleutel: 'ander', telefoon: '06 0000' });
    assert.equal(laat.status, 412);
    assert.match(
      woorden(laat),
      /Dit is intussen veranderd Petra Smit wijzigde het account\. .* Werkt voortaan bij OCO\./,
    );
    assert.match(laat.tekst, /value="06 0000"/);
    assert.equal((await account('metgezel.nieuw')).telefoon, '06 1234 5699');
    await petra.stuur(adres, { ...verborgen(laat), ...velden, telefoon: '06 0000' });
    assert.equal((await account('metgezel.nieuw')).telefoon, '06 0000');
  });

  it('ends one with a day and a reason, telling beforehand what follows; nobody takes their own rights', async () => {
    await voegToe({ id: 'metgezel.weg', naam: 'Weg' });
    const adres = '/beheer/mensen/metgezel.weg/beeindigen';
    const pagina = await petra.volg(adres);
    assert.match(woorden(pagina), /Na deze dag komt Weg er niet meer in/);
    const gedaan = await petra.stuur(adres, { ...verborgen(pagina), totEnMetDatum: '1-1-2026', reden: 'Uit dienst.' });
    assert.match(woorden(gedaan), /Afgelopen op donderdag 1 januari 2026/);
    assert.equal((await account('metgezel.weg')).actief, false);
    const zelf = '/beheer/mensen/beheer/wijzigen';
    const eigen = await petra.stuur(zelf, {
      ...verborgen(await petra.volg(zelf)),
      naam: 'Petra Smit',
      email: 'beheer@signaalpunt.example',
      telefoon: '06',
      rollen: 'auditor',
      reden: 'Wil ik.',
    });
    assert.equal(eigen.status, 403);
    assert.match(woorden(eigen), /Uw eigen rollen, regio’s en werkgever wijzigt een ander van functioneel beheer/);
    for (const wie of ['niemand', '%00'])
      assert.equal((await petra.volg(`/beheer/mensen/${wie}/wijzigen`)).status, 404);
  });

  describe('from a file', () => {
    const ADRES = '/beheer/mensen-inlezen';
    const stuur = (velden: Record<string, string>, csv?: string | Buffer): Promise<Bezoek> => {
      const body = new FormData();
      for (const [naam, waarde] of Object.entries(velden)) body.set(naam, waarde);
      if (csv !== undefined) body.set('bestand', new Blob([csv]), 'mensen.csv');
      return petra.volg(ADRES, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body });
    };
    const regel = (id: string, naam: string, rollen = 'metgezel'): string =>
      `${id};${naam};${id}@voorbeeld.nl;06 1;${rollen};;NOORD;;2027-01-01;\n`;

    it('first shows what it would change, in words, and changes nothing', async () => {
      await voegToe({ id: 'metgezel.er' });
      const bekeken = await stuur(
        { stap: 'bekijk' },
        `${KOP}${regel('uit.bestand', 'Uit Bestand')}metgezel.er;Anouk Wiersma-van den Heuvel;metgezel.er@voorbeeld.nl;06 9;metgezel oco_consulent;;OOST;;;\n`,
      );
      assert.equal(bekeken.status, 200);
      assert.match(woorden(bekeken), /voegt één persoon toe en wijzigt één persoon\. Er is nog niets veranderd/);
      assert.match(woorden(bekeken), /Uit Bestand uit\.bestand Metgezel/);
      assert.match(
        woorden(bekeken),
        /Telefoon: van 06 1234 5699 naar 06 9 Rol: van Metgezel naar Metgezel, Cliëntondersteuner \(OCO\)/,
      );
      assert.equal((await app.as('beheer').get('/gebruikers/uit.bestand')).status, 404);
    });

    it('then does it as it was seen, once', async () => {
      const csv = `${KOP}${regel('twee.keer', 'Twee Keer')}`;
      const { inhoud: _, ...velden } = verborgen(await stuur({ stap: 'bekijk' }, csv));
      const doe = { ...velden, inhoud: csv, stap: 'doe' };
      const gedaan = await stuur(doe);
      assert.match(woorden(gedaan), /Het bestand is ingelezen/);
      assert.equal((await account('twee.keer')).naam, 'Twee Keer');
      assert.match(woorden(await stuur(doe)), /Het bestand is ingelezen/);
      const { body } = await app.as('beheer').get('/gebruikers/twee.keer/wijzigingen');
      assert.equal(body.wijzigingen.length, 1);
    });

    it('shows anew what it would change when somebody was first', async () => {
      const csv = `${KOP}${regel('eerst.ander', 'Eerst Ander')}`;
      const { inhoud: _, ...velden } = verborgen(await stuur({ stap: 'bekijk' }, csv));
      await voegToe({ id: 'eerst.ander', naam: 'Al Gedaan' });
      const laat = await stuur({ ...velden, inhoud: csv, stap: 'doe' });
      assert.equal(laat.status, 412);
      assert.match(woorden(laat), /De accounts zijn intussen veranderd[^]*Naam: van Al Gedaan naar Eerst Ander/);
      assert.equal((await account('eerst.ander')).naam, 'Al Gedaan');
    });

    it('tells every fault with its line, and asks for a file where there is none', async () => {
      const fout = await stuur({ stap: 'bekijk' }, `${KOP}${regel('x', '', 'baas')}y;Y\n`);
      assert.equal(fout.status, 422);
      assert.match(fout.tekst, /<title>Fout: /);
      assert.match(
        woorden(fout),
        /Regel 2: naam ontbreekt\. [^]*Regel 2: baas kennen wij niet[^]*Regel 3: hier staan 2 kolommen/,
      );
      assert.match(woorden(await stuur({ stap: 'bekijk' })), /Kies een bestand\./);
      assert.match(woorden(await stuur({}, Buffer.from([0xff, 0xfe, 0x41]))), /niet in UTF-8/);
      assert.match(woorden(await stuur({}, 'x'.repeat(120_000))), /te groot/);
      assert.equal((await petra.stuur(ADRES, {})).status, 422);
    });
  });

  it('can be done by who cannot see or point, on a phone', async () => {
    const venster = await openVenster({ script: true, breed: 390 });
    try {
      const page = await venster.newPage();
      await page.goto(`${app.url}/inloggen?terug=/beheer/mensen`);
      await page.getByRole('button', { name: 'Log in als Petra Smit' }).click();
      for (const adres of [
        '',
        '/coordinator.noord',
        '/coordinator.noord/wijzigen',
        '/coordinator.noord/beeindigen',
        '-toevoegen',
        '-inlezen',
      ]) {
        await page.goto(`${app.url}/beheer/mensen${adres}`);
        assert.deepEqual(await toegankelijkheidsfouten(page), [], adres);
      }
      await page.goto(`${app.url}/beheer/mensen-toevoegen`);
      await page.getByRole('button', { name: 'Voeg dit account toe' }).click();
      assert.match(await page.title(), /^Fout: /);
      assert.deepEqual(await toegankelijkheidsfouten(page), []);
      await page.getByRole('link', { name: 'Kies minstens één rol.' }).click();
      await page.getByLabel('Metgezel').check();
      for (const [label, tekst] of [
        ['Naam', 'Zonder Muis'],
        ['Naam bij het inloggen', 'zonder.muis'],
        ['E-mailadres', 'zm@voorbeeld.nl'],
        ['Telefoon op het werk', '06 2'],
        ['Waarom voegt u dit account toe?', 'Nieuw.'],
      ] as const)
        await page.getByLabel(label, { exact: true }).fill(tekst);
      await page.getByRole('button', { name: 'Voeg dit account toe' }).click();
      assert.match(await page.getByRole('status').innerText(), /Het account is toegevoegd/);
      assert.equal((await account('zonder.muis')).rollen[0], 'metgezel');
    } finally {
      await venster.close();
    }
  });
});
