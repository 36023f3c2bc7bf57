import assert from 'node:assert/strict';

import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { type Bezoek, Bezoeker, verborgen, vulIn, woorden } from '#test/support/bezoeker.ts';
import { Loket } from '#test/support/loket.ts';

const GRONINGEN = '/organisaties/GM0014';
const NIEUW = {
  naam: 'Leerplicht',
  'contact.naam': 'Noortje Smit',
  'contact.email': 'leerplicht.groningen@voorbeeld.nl',
  'contact.telefoon': '050 123 45 09',
  reden: 'De gemeente opent een loket voor leerplicht.',
};

describe('the pages of where organisaties are reached', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = async (wie: string): Promise<Bezoeker> => {
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn(wie);
    return bezoeker;
  };

  it('lists them with kind, region, desks and whether they are closed, and finds by name, kind and region', async () => {
    const hilde = await als('coordinator.noord');
    const gezocht = await hilde.volg('/organisaties?naam=groningen&type=gemeente&regio=NOORD');
    assert.match(woorden(gezocht), /Groningen Gemeente Noord Eén loket/);
    assert.match(gezocht.tekst, /<option value="gemeente" selected="">/);
    assert.match(gezocht.tekst, /<a href="\/organisaties" aria-current="page">Organisaties<\/a>/);
    assert.match(woorden(await hilde.volg('/organisaties?naam=Zzzz')), /Niets gevonden/);
    const eerste = await hilde.volg('/organisaties?type=gemeente');
    const [, verder = ''] = /<a href="([^"]+)">Volgende organisaties/.exec(eerste.tekst) ?? [];
    const tweede = await hilde.volg(verder.replaceAll('&amp;', '&'));
    const namen = ({ tekst }: Bezoek) =>
      Array.from(tekst.matchAll(/<a href="\/organisaties\/(\w+)">/g), ([, id]) => id);
    assert.equal(namen(eerste).length, 50);
    assert.ok(namen(tweede).length > 0);
    assert.deepEqual(
      namen(tweede).filter((id) => namen(eerste).includes(id)),
      [],
    );
    assert.match((await hilde.volg('/organisaties?regio=onzin')).tekst, /<a href="\/organisaties\/\w+">/);
  });

  it('stands in the menu of who has it as work, and of nobody else', async () => {
    const menu = async (wie: string) => (await (await als(wie)).volg('/')).tekst.includes('href="/organisaties"');
    assert.deepEqual(
      await Promise.all(['coordinator.noord', 'beheer', 'landelijk', 'metgezel.noord', 'auditor'].map(menu)),
      [true, true, false, false, false],
    );
  });

  it('shows who answers, who comes next, and changes nothing for who does not keep it', async () => {
    const daan = await als('metgezel.noord');
    const pagina = await daan.volg(GRONINGEN);
    assert.match(woorden(pagina), /Wmo-loket Antwoordt Marieke Dijkstra 050 123 45 01 wmo\.groningen@voorbeeld\.nl/);
    assert.match(woorden(pagina), /Als het loket niet antwoordt Henk Bos, teamleider Wmo/);
    assert.doesNotMatch(pagina.tekst, /Voeg een loket toe|Wie wat wijzigde/);
    for (const adres of ['/organisaties/NIET_ER', '/organisaties/%00', `/organisaties/${'x'.repeat(300)}`])
      assert.equal((await daan.volg(adres)).status, 404, adres);
  });

  it('adds a desk, once, and shows who did that when and why', async () => {
    const hilde = await als('coordinator.noord');
    const adres = `${GRONINGEN}/loketten/nieuw`;
    const formulier = { ...verborgen(await hilde.volg(adres)), ...NIEUW };
    const [een, ander] = await Promise.all([hilde.stuur(adres, formulier), hilde.stuur(adres, formulier)]);
    assert.deepEqual([een.status, ander.status], [200, 200]);
    assert.match(woorden(een), /Het loket is toegevoegd\. Het adres krijgt bericht\./);
    assert.match(
      woorden(een),
      /Hilde Postma voegde een loket toe: Leerplicht\. .{10,40} Waarom: De gemeente opent een loket voor leerplicht\./,
    );
    const { body } = await app.as('beheer').get(`${GRONINGEN}/loketten`);
    const [loket, ...meer] = body.loketten.filter(({ naam }: { naam: string }) => naam === 'Leerplicht');
    assert.deepEqual(meer, []);
    assert.deepEqual(
      [loket.contact, loket.escalatie],
      [{ naam: 'Noortje Smit', email: 'leerplicht.groningen@voorbeeld.nl', telefoon: '050 123 45 09' }, null],
    );
  });

  it('tells everything that is wrong with a desk at once, and keeps what was typed', async () => {
    const hilde = await als('coordinator.noord');
    const fout = await vulIn(hilde, `${GRONINGEN}/loketten/nieuw`, {
      naam: ' ',
      'contact.naam': 'Noortje Smit',
      'contact.email': 'geen adres',
      'contact.telefoon': '',
      'escalatie.naam': 'Wim',
      reden: '',
    });
    assert.equal(fout.status, 422);
    assert.match(fout.tekst, /<title>Fout: Voeg een loket toe/);
    for (const [veld, zin] of [
      ['naam', 'Geef de naam'],
      ['contact.email', 'Geef een e-mailadres'],
      ['contact.telefoon', 'Geef het telefoonnummer'],
      ['escalatie.email', 'Geef een e-mailadres'],
      ['escalatie.telefoon', 'Geef het telefoonnummer'],
      ['reden', 'Vertel waarom dit loket erbij komt'],
    ] as const)
      assert.match(fout.tekst, new RegExp(`<a href="#${veld}">${zin}`), veld);
    assert.match(fout.tekst, /name="contact\.email"[^>]* value="geen adres"/);
    assert.match(fout.tekst, /name="escalatie\.naam"[^>]* value="Wim"/);
  });

  it('changes a desk from what was there, not over what another changed meanwhile, and closes it', async () => {
    const petra = await als('beheer');
    await vulIn(petra, '/organisaties/GM0307/loketten/nieuw', { ...NIEUW, naam: 'Voor even' });
    const { body } = await app.as('beheer').get('/organisaties/GM0307/loketten');
    const { id } = body.loketten.find(({ naam }: { naam: string }) => naam === 'Voor even');
    const adres = `/organisaties/GM0307/loketten/${id}`;
    const oud = await petra.volg(`${adres}/wijzigen`);
    assert.match(oud.tekst, /name="contact\.telefoon"[^>]* value="050 123 45 09"/);
    const velden = { ...NIEUW, naam: 'Voor even', reden: 'Ander nummer.', 'contact.telefoon': '050 1' };
    const gewijzigd = await petra.stuur(`${adres}/wijzigen`, { ...verborgen(oud), ...velden });
    assert.match(
      woorden(gewijzigd),
      /Het loket is bewaard\..*van Noortje Smit, .*050 123 45 09 naar Noortje Smit, .*050 1/,
    );
    const laat = await petra.stuur(`${adres}/wijzigen`, { ...verborgen(oud), ...velden, sleutel: 'x', naam: 'Laat' });
    assert.equal(laat.status, 412);
    assert.match(woorden(laat), /Dit is intussen veranderd Petra Smit wijzigde het loket Voor even/);
    assert.match(laat.tekst, /value="Laat"/);
    const sluit = { ...verborgen(await petra.volg(`${adres}/sluiten`)), reden: 'Het loket is opgeheven.' };
    assert.match(woorden(await petra.stuur(`${adres}/sluiten`, sluit)), /Het loket is gesloten\./);
    assert.equal((await petra.stuur(`${adres}/sluiten`, sluit)).status, 200);
  });

  it('keeps when an organisatie is closed: tells what is wrong, adds it, and takes it away', async () => {
    const hilde = await als('coordinator.noord');
    const adres = `${GRONINGEN}/sluitingen/nieuw`;
    const leeg = await vulIn(hilde, adres, { vanDatum: '30-2-2027', totEnMetDatum: '', reden: '' });
    assert.equal(leeg.status, 422);
    for (const veld of ['vanDatum', 'totEnMetDatum', 'reden'])
      assert.match(leeg.tekst, new RegExp(`<a href="#${veld}">`), veld);
    assert.match(leeg.tekst, /name="vanDatum"[^>]* value="30-2-2027"/);
    const velden = { vanDatum: '2-8-2099', totEnMetDatum: '1-8-2099', reden: 'Zomersluiting' };
    assert.match((await vulIn(hilde, adres, velden)).tekst, /<a href="#totEnMetDatum">De laatste dag komt niet voor/);
    const gemeld = await vulIn(hilde, adres, { ...velden, totEnMetDatum: '9-8-2099' });
    assert.match(woorden(gemeld), /zondag 2 augustus 2099 tot en met zondag 9 augustus 2099: Zomersluiting Haal weg/);
    const weg = `${GRONINGEN}/sluitingen/2099-08-02/weghalen`;
    assert.match(woorden(await vulIn(hilde, weg, {})), /De sluiting is weg\. .* Er is geen sluiting bekend/);
    assert.equal(new URL((await hilde.volg(weg)).url).pathname, GRONINGEN);
  });

  it('403: who may not change it reads why and whom to ask', async () => {
    const daan = await als('metgezel.noord');
    const anders = await als('coordinator.zuid');
    for (const pad of ['/loketten/nieuw', '/sluitingen/nieuw']) {
      const { status, tekst } = await daan.stuur(`${GRONINGEN}${pad}`, NIEUW);
      assert.equal(status, 403);
      assert.match(tekst, /Dit is werk van het landelijk team\. Vraag het aan Esther Koster/);
      const geweigerd = await anders.stuur(`${GRONINGEN}${pad}`, NIEUW);
      assert.equal(geweigerd.status, 403);
      assert.match(geweigerd.tekst, /U wijzigt alleen de loketten van organisaties die nergens anders werken/);
    }
  });

  it('shows an auditor who changed what, and neither desks nor questions', async () => {
    await vulIn(await als('beheer'), '/organisaties/CIZ/loketten/nieuw', NIEUW);
    const auditor = await als('auditor');
    assert.equal((await auditor.volg('/organisaties')).status, 200);
    const pagina = await auditor.volg('/organisaties/CIZ');
    assert.match(woorden(pagina), /Petra Smit voegde een loket toe: Leerplicht/);
    assert.doesNotMatch(pagina.tekst, /Joost Evers|Voeg een loket toe|Er wacht nu/);
  });

  describe('with a question', () => {
    it('counts each that still waits, also after a promise, and tells how fast answers came, to who reads that signaal', async () => {
      const loket = await Loket.gevraagd(app);
      const { nummer } = (await app.as('metgezel.noord').get(`/signalen/${loket.stroom}`)).body;
      const daan = await als('metgezel.noord');
      const link = new RegExp(`<a href="/signalen/${nummer}">${nummer}</a>`);
      const open = await daan.volg(GRONINGEN);
      assert.match(open.tekst, link);
      assert.match(woorden(open), /In de signalen die u leest, is nog niets beantwoord/);
      await loket.open();
      await loket.antwoord('toegezegd', {
        datum: plusDagen(datumVan(new Date().toISOString()), 3),
        toelichting: 'Wij plannen het in.',
      });
      assert.deepEqual(await loket.antwoorden(), ['toegezegd toegezegd']);
      const toegezegd = await daan.volg(GRONINGEN);
      assert.match(toegezegd.tekst, link);
      assert.match(woorden(toegezegd), /Het ene antwoord dat er is, kwam dezelfde dag\./);
      for (const ander of ['coordinator.zuid', 'metgezel.oost', 'programmaleiding', 'beheer', 'auditor'])
        assert.doesNotMatch((await (await als(ander)).volg(GRONINGEN)).tekst, new RegExp(nummer), ander);
      assert.match((await (await als('coordinator.noord')).volg(GRONINGEN)).tekst, link);
    });
  });
});
