import assert from 'node:assert/strict';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Bezoeker, MELDING, verborgen, vulIn, woorden } from '#test/support/bezoeker.ts';
import { Loket } from '#test/support/loket.ts';

const VANDAAG = datumVan(new Date().toISOString());
const PDF = Buffer.from('%PDF-1.7\nkanarie\n%%EOF');

describe('the page of who a signaal is about', () => {
  let app: Client;
  let melder: Bezoeker;
  let coordinator: Bezoeker;
  before(async () => {
    app = await startApp();
    melder = new Bezoeker(app.url);
    await melder.logIn('metgezel.noord');
    coordinator = new Bezoeker(app.url);
    await coordinator.logIn('coordinator.noord');
  });
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  /** At regionaal, with a coordinator who handles it. */
  async function regionaal(opgepakt = true): Promise<string> {
    const { body } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' }));
    if (opgepakt) await app.as('coordinator.noord').post(`/signalen/${body.nummer}/oppakkingen`);
    return `/signalen/${body.nummer}`;
  }

  const toestemming = {
    niveau: 'regionaal',
    van: 'ouder',
    wijze: 'telefoon',
    delen: 'over_wie',
    gegevenDatum: VANDAAG,
  };

  it('is closed on the signaal, opens for its filer, and says who looked', async () => {
    const adres = await regionaal();
    assert.match(woorden(await melder.volg(adres)), /Open over wie dit gaat/);
    const geschreven = await vulIn(melder, `${adres}/over-wie/schrijven`, { overWie: 'Bas, 24 jaar' });
    assert.match(woorden(geschreven), /bewaard, versleuteld.*Bas, 24 jaar/);
    assert.match(
      woorden(await melder.volg(`${adres}/over-wie`)),
      /Wie hier eerder keek .* om \d\d:\d\d Anneke de Vries/,
    );
    assert.match((await melder.volg(`${adres}/over-wie/schrijven`)).tekst, />Bas, 24 jaar<\/textarea>/);
  });

  it('is written while one files, once, and whoever comes back with something else in the form is told so', async () => {
    const velden = { ...MELDING, 'casus.overWie': 'Noor, 8 jaar' };
    const pagina = await melder.volg('/melden');
    assert.match(woorden(pagina), /Wilt u opschrijven over wie het gaat\?.*versleuteld bewaard/);
    const bekeken = await melder.stuur('/melden', { ...verborgen(pagina), ...velden, stap: 'bekijk' });
    assert.match(bekeken.tekst, />Noor, 8 jaar<\/textarea>/);
    const formulier = { ...verborgen(bekeken), ...velden, stap: 'doe' };
    const [een, ander] = await Promise.all([melder.stuur('/melden', formulier), melder.stuur('/melden', formulier)]);
    assert.equal(een.url, ander.url);
    assert.match(een.url, /\/signalen\/S-\d{4}-\d{4}\?gedaan=indienen$/);
    assert.doesNotMatch(een.tekst, /Noor, 8/);
    assert.match(woorden(await melder.volg(`${new URL(een.url).pathname}/over-wie`)), /Noor, 8 jaar/);
    const anders = await melder.stuur('/melden', { ...formulier, 'casus.overWie': 'Noor en Sam' });
    assert.equal(anders.status, 409);
    assert.match(anders.tekst, />Noor en Sam<\/textarea>/);
  });

  it('tells whoever may not read it why, and whom to call', async () => {
    const adres = await regionaal();
    assert.match(woorden(await coordinator.volg(adres)), /U ziet niet over wie dit gaat.*Bel de melder: .*06/);
    const dicht = await coordinator.volg(`${adres}/over-wie`);
    assert.equal(dicht.status, 403);
    assert.match(woorden(dicht), /alleen als het gezin daar toestemming voor gaf.*De melder is/);
  });

  it('opens with a toestemming the part that it names, and closes when that is withdrawn', async () => {
    const adres = await regionaal();
    await vulIn(melder, `${adres}/over-wie/schrijven`, { overWie: 'Bas, 24 jaar', contactGezin: 'Ria, 06 12345678' });
    const fout = await vulIn(melder, `${adres}/over-wie/toestemming`, {
      ...toestemming,
      totEnMetDatum: plusDagen(VANDAAG, 500),
    });
    assert.equal(fout.status, 422);
    assert.match(woorden(fout), /hoogstens een jaar/);
    const vast = await vulIn(melder, `${adres}/over-wie/toestemming`, {
      ...toestemming,
      totEnMetDatum: plusDagen(VANDAAG, 60),
    });
    assert.match(woorden(vast), /De toestemming is vastgelegd.*Geldt nu/);
    const open = await coordinator.volg(`${adres}/over-wie`);
    assert.equal(open.status, 200);
    assert.match(woorden(open), /Bas, 24 jaar/);
    assert.doesNotMatch(open.tekst, /Ria/);
    const [, intrekken = ''] = /href="([^"]+\/intrekken)"/.exec(vast.tekst) ?? [];
    assert.match(woorden(open), /Mag lezen: over wie/i);
    assert.match(woorden(await vulIn(melder, intrekken, {})), /meteen dicht.*Ingetrokken.*Mocht lezen: over wie/i);
    assert.equal((await coordinator.volg(`${adres}/over-wie`)).status, 403);
  });

  it('tells a coordinator for whom it would open to pick the signaal up first', async () => {
    const adres = await regionaal(false);
    await vulIn(melder, `${adres}/over-wie/schrijven`, { overWie: 'Bas, 24 jaar' });
    const zonder = await coordinator.volg(`${adres}/over-wie`);
    assert.match(woorden(zonder), /alleen als het gezin daar toestemming voor gaf/);
    await vulIn(melder, `${adres}/over-wie/toestemming`, { ...toestemming, totEnMetDatum: plusDagen(VANDAAG, 60) });
    const dicht = await coordinator.volg(`${adres}/over-wie`);
    assert.equal(dicht.status, 403);
    assert.match(woorden(dicht), /Pak het signaal eerst op\..*Geldt nu/);
    assert.match(
      (await app.as('coordinator.noord').get(`${adres}/casusbijlage`)).body.detail,
      /^Pak het signaal eerst op\./,
    );
    await app.as('coordinator.noord').post(`${adres}/oppakkingen`);
    assert.match(woorden(await coordinator.volg(`${adres}/over-wie`)), /Bas, 24 jaar/);
  });

  it('keeps a letter, gives it back as it was, and takes it away', async () => {
    const adres = `${await regionaal()}/over-wie`;
    const formulier = (naam: string, inhoud: Buffer, deel = 'brief') => {
      const velden = new FormData();
      velden.set('deel', deel);
      velden.set('bestand', new File([new Uint8Array(inhoud)], naam));
      return velden;
    };
    const stuur = (velden: FormData) =>
      melder.volg(`${adres}/bestanden`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: velden,
      });
    await vulIn(melder, `${adres}/schrijven`, { overWie: 'Bas, 24 jaar' });
    const fout = await stuur(formulier('brief.docx', Buffer.from('PK')));
    assert.equal(fout.status, 422);
    assert.match(woorden(fout), /“brief.docx” is geen PDF, JPEG of PNG/);
    assert.match(fout.tekst, /<option value="brief" selected="">/);
    assert.doesNotMatch(fout.tekst, /Bas, 24 jaar/, 'nobody reads it without being among those who looked');
    // Consent is given for letters and for photos apart: which one it is, nobody but who adds it knows.
    assert.match((await melder.volg(adres)).tekst, /<option value="" selected="">Kies<\/option><option value="brief">/);
    assert.match(woorden(await stuur(formulier('foto.pdf', PDF, ''))), /Kies of het een brief of een foto is/);
    const goed = await stuur(formulier('brief van de gemeente.pdf', PDF));
    assert.match(woorden(goed), /brief van de gemeente\.pdf Brief, 1 kB/);
    const [, bestand = ''] = /<a href="([^"]+\/bestanden\/[^"]+)">brief van de gemeente.pdf/.exec(goed.tekst) ?? [];
    const gehaald = await melder.vraag(bestand);
    assert.deepEqual([gehaald.status, gehaald.tekst], [200, PDF.toString()]);
    assert.match(gehaald.headers.get('content-disposition') ?? '', /attachment/);
    assert.equal((await coordinator.vraag(bestand)).status, 404);
    assert.match(woorden(await melder.stuur(bestand, {})), /Het bestand is weg/);
    assert.equal((await melder.vraag(bestand)).status, 404);
  });

  it('goes on without what it cannot open when the master key is away, and says what to do', async () => {
    const adres = await regionaal();
    await vulIn(melder, `${adres}/over-wie/schrijven`, { overWie: 'Bas' });
    await app.orm.em.getConnection().execute("update signaalsleutel set hoofdsleutel = 'een-andere'");
    const zonder = await melder.volg(`${adres}/over-wie`);
    const schrijven = await melder.volg(`${adres}/over-wie/schrijven`);
    const verstuurd = await melder.stuur(`${adres}/over-wie/schrijven`, { overWie: 'Bas en Ria' });
    const gemeld = app.fouten.splice(0);
    await app.orm.em.getConnection().execute('delete from casusbijlage; delete from signaalsleutel');
    assert.equal(zonder.status, 200);
    assert.match(woorden(zonder), /de sleutel ervan is nu niet te bereiken. Er is niets kwijt/);
    for (const weg of [schrijven, verstuurd]) {
      assert.equal(weg.status, 503);
      assert.match(
        woorden(weg),
        /nu niet te bereiken. Er is niets kwijt en niets veranderd.*hoofdsleutel “een-andere” ontbreekt/s,
      );
    }
    assert.match(verstuurd.tekst, /value="Bas en Ria"/);
    assert.equal(gemeld.length, 2);
    assert.equal((await melder.volg(adres)).status, 200);
  });

  it('does not go along when the question goes to somebody of another organisatie, by the word of who handles it', async () => {
    const loket = await Loket.gevraagd(app);
    const als = app.as('metgezel.noord');
    await als.post(`/signalen/${loket.stroom}/casusteksten`, { overWie: 'Bas, 24 jaar' });
    const { niveau: _niveau, ...afspraak } = { ...toestemming, delen: ['over_wie'] };
    const voorVerzoek = `/signalen/${loket.stroom}/verzoeken/${loket.verzoek}/toestemmingen`;
    const { status } = await als.post(voorVerzoek, { ...afspraak, totEnMetDatum: plusDagen(VANDAAG, 60) });
    assert.equal(status, 201);
    const geefDoor = async (email: string): Promise<void> => {
      const antwoord = { antwoord: 'doorgegeven', collega: { naam: 'Bo Smit', email } };
      const gegeven = await als.post(`/signalen/${loket.stroom}/verzoeken/${loket.verzoek}/antwoorden`, antwoord);
      assert.equal(gegeven.status, 201);
    };
    const leest = async (adres: string) => {
      const collega = await loket.anderBericht(adres);
      return collega.open();
    };
    await geefDoor('collega@voorbeeld.nl');
    assert.match(await leest('collega@voorbeeld.nl'), /Bas, 24 jaar/, 'a colleague there reads what was allowed');
    await geefDoor('vriend@elders.nl');
    const elders = await leest('vriend@elders.nl');
    assert.match(elders, /Dat mag nu niet meer/);
    assert.doesNotMatch(elders, /Bas, 24 jaar/);
    const { body } = await als.get(`/signalen/${loket.stroom}/toestemmingen`);
    assert.deepEqual(
      body.toestemmingen.map((een: { geldt: boolean; ingetrokkenOp: unknown }) => [
        een.geldt,
        een.ingetrokkenOp !== null,
      ]),
      [[false, true]],
    );
  });

  it('shows a party the parts that the family allows it, and says so when that ends', async () => {
    const loket = await Loket.gevraagd(app);
    await loket.open();
    const als = app.as('metgezel.noord');
    const [{ nummer } = { nummer: '' }] = await rows(
      app.db(),
      sql`select nummer from stroom where id = ${loket.stroom}`,
      {
        nummer: text,
      },
    );
    const pad = `/signalen/${nummer}`;
    await als.post(`${pad}/casusteksten`, { overWie: 'Bas, 24 jaar', contactGezin: 'Ria, 06 12345678' });
    const eerst = await loket.vraag(loket.vraagpad);
    assert.match(eerst.body, /Hier staat geen naam van het gezin/);
    assert.doesNotMatch(eerst.body, /Bas, 24 jaar/);
    const { niveau: _niveau, ...afspraak } = { ...toestemming, delen: ['over_wie'] };
    const totEnMetDatum = plusDagen(VANDAAG, 60);
    const { status, body } = await als.post(`${pad}/verzoeken/${loket.verzoek}/toestemmingen`, {
      ...afspraak,
      totEnMetDatum,
    });
    assert.equal(status, 201);
    const open = await loket.vraag(loket.vraagpad);
    assert.match(open.body, /Het gezin vindt goed dat u dit leest.*Bas, 24 jaar/s);
    assert.doesNotMatch(open.body, /Ria/);
    await als.post(`${pad}/toestemmingen/${body.toestemmingen[0].id}/intrekkingen`);
    const dicht = await loket.vraag(loket.vraagpad);
    assert.match(dicht.body, /Dat mag nu niet meer/);
    assert.doesNotMatch(dicht.body, /Bas, 24 jaar/);
    // It came three times and read it once: not before the family said yes, nor after it said no.
    await melder.volg(`${pad}/over-wie/schrijven`);
    const keek = /Wie hier eerder keek(.*?)<\/details>/s.exec((await melder.volg(`${pad}/over-wie`)).tekst)?.[1] ?? '';
    assert.deepEqual(keek.match(/Gemeente Groningen|Anneke de Vries/g), [
      'Anneke de Vries',
      'Gemeente Groningen',
      // The API answered who wrote it with what was written.
      'Anneke de Vries',
    ]);
  });
});
