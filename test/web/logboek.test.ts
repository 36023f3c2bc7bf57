import assert from 'node:assert/strict';

import { parse } from 'csv-parse/sync';

import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Bezoeker, vulIn } from '#test/support/bezoeker.ts';
import { Loket } from '#test/support/loket.ts';

describe('the page of the log', () => {
  let app: Client;
  let nummer: string;
  let auditor: Bezoeker;
  before(async () => {
    app = await startApp();
    nummer = (await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' })))
      .body.nummer;
    await app.as('coordinator.noord').get(`/signalen/${nummer}`);
    auditor = new Bezoeker(app.url);
    await auditor.logIn('auditor');
  });
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const woorden = async (adres: string): Promise<string> =>
    (await auditor.vraag(adres)).tekst.replaceAll(/<[^<>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  it('tells in words who did what, with which signaal and how it ended', async () => {
    const gelezen = await woorden(`/logboek?signaal=${nummer}`);
    assert.match(gelezen, /Hilde Postma Regiocoördinator Gelezen: Bekijk een signaal .* S-\d{4}-\d+ Gelukt/);
    assert.match(gelezen, /Iets gedaan met een signaal: ingediend/);
    assert.doesNotMatch(gelezen, /stap begonnen|stap geeindigd/);
    const melder = new Bezoeker(app.url);
    await melder.logIn('metgezel.noord');
    await melder.volg(`/signalen/${nummer}/over-wie`);
    const dag = datumVan(new Date().toISOString());
    const afspraak = { van: 'ouder', wijze: 'telefoon', gegevenDatum: dag, totEnMetDatum: plusDagen(dag, 30) };
    const vast = await vulIn(melder, `/signalen/${nummer}/over-wie/verhaaltoestemming`, afspraak);
    await vulIn(melder, /href="([^"]+\/intrekken)"/.exec(vast.tekst)?.[1] ?? '', {});
    const daarna = await woorden(`/logboek?signaal=${nummer}`);
    for (const zin of ['Over wie het gaat, gelezen', 'gezin vastgelegd', 'gezin ingetrokken'])
      assert.ok(daarna.includes(zin), zin);
  });

  it('calls each act and page by its name, also one that was refused, and shows no address', async () => {
    await app.as('metgezel.west').get(`/signalen/${nummer}`);
    const melder = new Bezoeker(app.url);
    await melder.logIn('coordinator.noord');
    await melder.volg(`/signalen/${nummer}/toewijzen`);
    await melder.volg(`/signalen/${nummer}/uitkomst-melden`);
    await melder.volg('/beheer/feestdagen');
    const gelezen = await woorden('/logboek');
    for (const naam of ['Wijs het signaal toe', 'Feestdagen', 'Bekijk een signaal', 'Ingediend'])
      assert.ok(gelezen.includes(`Pagina of handeling ${naam}`), naam);
    assert.doesNotMatch(gelezen, /(?:GET|POST|PUT|DELETE) \/|Iets wat er niet meer is/);
  });

  it('names the organisatie of who answered through a link, and no code', async () => {
    const loket = await Loket.gevraagd(app);
    await loket.open();
    await loket.antwoord('opgelost', { toelichting: 'Gedaan.' });
    const gelezen = await woorden('/logboek');
    assert.match(
      gelezen,
      /Gemeente Groningen, met een link Iets gedaan met een signaal: verzoek beantwoord [^]*? Langs De link uit een mail /,
    );
    assert.doesNotMatch(gelezen, /Een ketenpartner, met een link/);
    assert.doesNotMatch(gelezen, /ketenpartner:/);
  });

  it('gives what was found as a file, with what the page says of each line, and tells in the log that it was taken along', async () => {
    const { tekst } = await auditor.vraag(`/logboek?signaal=${nummer}&persoon=hilde+postma`);
    const [, adres = ''] = /href="([^"]+)">Haal alles op wat is gevonden/.exec(tekst) ?? [];
    const bestand = await auditor.vraag(adres.replaceAll('&amp;', '&'));
    assert.match(
      bestand.headers.get('content-disposition') ?? '',
      /^attachment; filename="?logboek-\d{4}-\d\d-\d\d\.csv/,
    );
    const [koppen = [], ...regels] = parse(bestand.tekst, { bom: true, delimiter: ';' }) as string[][];
    assert.ok(regels.length > 0);
    for (const regel of regels) {
      const van = Object.fromEntries(koppen.map((kop, i) => [kop, regel[i]]));
      assert.match(van['Wanneer'] ?? '', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
      assert.deepEqual(
        [van['Wie'], van['Account'], van['Rollen'], van['Signaal']],
        ['Hilde Postma', 'coordinator.noord', 'Regiocoördinator', nummer],
      );
    }
    assert.match(bestand.tekst, /Gelezen: Bekijk een signaal;Bekijk een signaal;[^\n]*;Gelukt;/);
    assert.match(await woorden('/logboek?verrichting=uitvoer'), /Dirk Mulder Auditor Gegevens meegenomen/);
    const onzin = await auditor.vraag('/logboek/uitvoer/bestand?signaal=onzin');
    assert.deepEqual([onzin.status, /Vul het hele nummer in/.test(onzin.tekst)], [400, true]);
    const leeg = await auditor.vraag('/logboek?signaal=S-2020-9999');
    assert.doesNotMatch(leeg.tekst, /als bestand/);
  });

  it('gives no file of more lines than one can read through, and says what to do', async () => {
    await rows(
      app.db(),
      sql`insert into logregel (verrichting, operatie, afloop, rollen, nummer, ingang, spoor, bijzonderheden)
          select 'lezen', 'GET /signalen/:nummer', 'gelukt', '{}', 'S-2020-0001', 'pagina', repeat('0', 32), '{}' from generate_series(1, 10001)`,
    );
    const { status, tekst } = await auditor.vraag('/logboek/uitvoer/bestand?signaal=S-2020-0001');
    assert.equal(status, 409);
    assert.match(tekst, /Dit zijn meer dan 10\.000 regels: te veel voor één bestand\. Kies minder dagen/);
  });

  it('looks for somebody by name as well as by account, and says who of one name can be meant', async () => {
    const vanNaam = await woorden('/logboek?persoon=hilde+p');
    assert.match(vanNaam, /Hilde Postma Regiocoördinator/);
    assert.doesNotMatch(vanNaam, /Anneke de Vries/);
    assert.match(await woorden('/logboek?persoon=coordinator.noord'), /Hilde Postma Regiocoördinator/);
    assert.match(
      await woorden('/logboek?persoon=de'),
      /Meer mensen heten zo: [^]*Anneke de Vries \(metgezel\.noord\)[^]*Vul het account in/,
    );
  });

  it('is the work of auditors: it is in their menu, and others are told whom they can ask', async () => {
    assert.match((await auditor.volg('/')).tekst, /href="\/logboek"/);
    const ander = new Bezoeker(app.url);
    await ander.logIn('landelijk');
    assert.doesNotMatch((await ander.volg('/')).tekst, /href="\/logboek"/);
    assert.equal((await ander.vraag('/logboek')).status, 403);
  });

  it('goes on to what was earlier, with the same question', async () => {
    for (let i = 0; i < 55; i += 1) await app.as('coordinator.noord').get(`/signalen/${nummer}`);
    const { tekst } = await auditor.volg(`/logboek?signaal=${nummer}&verrichting=lezen`);
    const [, eerder = ''] = /<a class="[^"]+" href="([^"]+)" rel="next">Eerder/.exec(tekst) ?? [];
    assert.match(eerder, new RegExp(`signaal=${nummer}&amp;verrichting=lezen&amp;cursor=\\d+`));
    const verder = await auditor.volg(eerder.replaceAll('&amp;', '&'));
    assert.match(verder.tekst, /Naar het nieuwste/);
    assert.doesNotMatch(verder.tekst, /rel="next"/);
  });

  it('says so when nobody can mean what was asked, and does not show all of it instead', async () => {
    const { status, tekst } = await auditor.vraag('/logboek?signaal=jansen');
    assert.equal(status, 400);
    assert.match(tekst, /href="#signaal">Vul het hele nummer in, zoals S-2027-0001\./);
    assert.match(tekst, /<input[^>]*aria-describedby="signaal-fout"[^>]*value="jansen"/);
    const naam = await auditor.vraag(`/logboek?${new URLSearchParams({ persoon: 'Nie Mand' }).toString()}`);
    assert.match(naam.tekst, /href="#persoon">Wij kennen niemand die zo heet\./);
    assert.doesNotMatch(tekst, /Hilde Postma/);
    assert.match(await woorden('/logboek?persoon=niemand'), /Niets gevonden\./);
  });
});
