import assert from 'node:assert/strict';

import { bundel } from '#activities/post/bundelen.ts';
import { bytes, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import type { Verzoeksoort } from '#domain/beleid/codelijsten.ts';
import { datumVan, opUur, plusDagen } from '#domain/tijd/amsterdam.ts';
import { createKeyRing, MasterKeyMissing, namedByItself } from '#platform/key-ring.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Bezoeker, woorden } from '#test/support/bezoeker.ts';
import { FOTO, vergroot } from '#test/support/foto.ts';
import { KANARIE, Loket } from '#test/support/loket.ts';

const VANDAAG = datumVan(new Date().toISOString());
const BINNENKORT = plusDagen(VANDAAG, 10);
const PDF = Buffer.from('%PDF-1.7\nkanarie-in-pdf\n%%EOF');
const PDFBESTAND = new File([PDF], 'besluit.pdf');
const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('0000000d494844520000000100000001080000000000000000', 'hex'),
  Buffer.from('\0\0\0\x0eIDATkanarie-in-png\0\0\0\0\0\0\0\0IEND\0\0\0\0', 'latin1'),
]);
const JPEG = Buffer.concat([
  Buffer.from('ffd8ffda0002', 'hex'),
  Buffer.from('kanarie-in-jpeg'),
  Buffer.from('ffd9', 'hex'),
]);

describe('the answer of a ketenpartner', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  async function geopend(soort: Verzoeksoort = 'vraag'): Promise<Loket> {
    const loket = await Loket.gevraagd(app, soort);
    await loket.open();
    return loket;
  }

  const GEVALLEN: [Verzoeksoort, string, Record<string, string>, string][] = [
    ['vraag', 'toegezegd', { datum: BINNENKORT, toelichting: 'Wij plannen het in.' }, 'toegezegd toegezegd'],
    ['vraag', 'opgelost', {}, 'opgelost beantwoord'],
    ['vraag', 'afgewezen', { toelichting: 'Dit valt buiten de Wmo.' }, 'afgewezen beantwoord'],
    ['vraag', 'niet_bevoegd', { bevoegd: 'andere', organisatie: 'CIZ' }, 'niet_bevoegd beantwoord'],
    ['vraag', 'niet_bevoegd', { bevoegd: 'weet_niet', toelichting: 'Niet van ons.' }, 'niet_bevoegd beantwoord'],
    ['vraag', 'meer_informatie_nodig', { toelichting: 'Sinds wanneer?' }, 'meer_informatie_nodig wacht_op_informatie'],
    ['vraag', 'uitstel_gevraagd', {}, 'uitstel_gevraagd gesteld'],
    ['consultatie', 'advies', { toelichting: 'Vraag een MDO aan.' }, 'advies beantwoord'],
    ['consultatie', 'niet_mijn_deskundigheid', {}, 'niet_mijn_deskundigheid beantwoord'],
    ['warme_overdracht', 'aanvaard', {}, 'aanvaard beantwoord'],
    ['warme_overdracht', 'niet_aanvaard', { toelichting: 'Geen plek.' }, 'niet_aanvaard beantwoord'],
  ];
  for (const [verzoek, soort, velden, gevolg] of GEVALLEN) {
    it(`${verzoek}: ${soort}${'bevoegd' in velden ? ` (${velden['bevoegd']})` : ''} is a link on the page, a form, and an answer`, async () => {
      const loket = await geopend(verzoek);
      const { body } = await loket.vraag(loket.vraagpad);
      assert.ok(body.includes(`href="${loket.vraagpad}/${soort}"`));
      const { status, headers } = await loket.antwoord(soort, velden);
      assert.equal(status, 303);
      assert.equal(headers.get('location'), `${loket.vraagpad}?ontvangen`);
      assert.deepEqual(await loket.antwoorden(), [gevolg]);
      const dank = await loket.vraag(`${loket.vraagpad}?ontvangen`);
      assert.match(dank.body, /role="status"[^]*Wij hebben uw antwoord ontvangen/);
      const nieuweDag = /U hebt nu tijd tot en met [a-z]+dag \d+ [a-z]+ \d{4}\./;
      assert.equal(nieuweDag.test(dank.body), soort === 'uitstel_gevraagd');
    });
  }

  it('after a promise the question is whether it was kept: yes, no, or a new date', async () => {
    const antwoorden = { opgelost: {}, niet_nagekomen: {}, toegezegd: { datum: plusDagen(BINNENKORT, 14) } };
    for (const [soort, velden] of Object.entries(antwoorden)) {
      const loket = await geopend();
      await loket.antwoord('toegezegd', { datum: BINNENKORT });
      const { body } = await loket.vraag(loket.vraagpad);
      assert.match(body, /Is het gelukt\?[^]*Ja, het is gelukt[^]*Nee, het is niet gelukt[^]*voor een nieuwe datum/);
      assert.equal((await loket.antwoord(soort, velden)).status, 303);
      assert.equal((await loket.antwoorden()).length, 2);
    }
  });

  it('"opgelost" counts only once it is confirmed, with what was typed kept', async () => {
    const loket = await geopend();
    const { body: formulier } = await loket.vraag(`${loket.vraagpad}/opgelost`);
    assert.match(formulier, /<legend[^>]*>Klopt dit\?<\/legend>[^]*type="checkbox"[^]*type="file"/, 'before the files');
    const zonder = await loket.antwoord('opgelost', { klopt: '', toelichting: 'Er is een plek.' });
    assert.equal(zonder.status, 400);
    assert.match(zonder.body, /href="#klopt">Bevestig dat dit helemaal is opgelost[^]*Er is een plek\./);
    assert.deepEqual(await loket.antwoorden(), []);
    assert.equal((await loket.antwoord('opgelost', {})).status, 303);
    const ander = await geopend();
    assert.ok(!(await ander.vraag(`${ander.vraagpad}/afgewezen`)).body.includes('Klopt dit?'));
    await ander.antwoord('toegezegd', { datum: BINNENKORT });
    assert.equal((await ander.antwoord('opgelost', { klopt: '' })).status, 400, 'a yes after a promise too');
  });

  it('can be corrected until the behandelaar acts on it, and then the page says whom to call', async () => {
    const loket = await geopend();
    await loket.antwoord('opgelost', { toelichting: 'Gedaan.' });
    const na = (await loket.vraag(loket.vraagpad)).body;
    assert.match(
      na,
      /Het antwoord is binnen\.[^]*Klopt uw antwoord niet\?[^]*aanpassen, tot Anneke de Vries ermee verder gaat/,
    );
    for (const soort of ['toegezegd', 'opgelost', 'afgewezen', 'niet_bevoegd'])
      assert.ok(na.includes(`href="${loket.vraagpad}/${soort}"`), soort);
    for (const soort of ['doorgegeven', 'uitstel_gevraagd', 'meer_informatie_nodig'])
      assert.ok(!na.includes(`href="${loket.vraagpad}/${soort}"`), soort);
    assert.match((await loket.vraag(`${loket.vraagpad}/afgewezen`)).body, /U past uw antwoord aan\./);
    assert.equal((await loket.antwoord('afgewezen', { toelichting: 'Toch niet.' })).status, 303);
    assert.deepEqual(await loket.antwoorden(), ['opgelost beantwoord', 'afgewezen beantwoord']);
    assert.match((await loket.vraag(loket.vraagpad)).body, /, aangepast\)[^]*Toch niet\./);
    await loket.doe('metgezel.noord', { soort: 'verlengen', tekst: {} });
    const later = (await loket.vraag(loket.vraagpad)).body;
    assert.match(later, /Klopt uw antwoord niet meer\? Bel Anneke de Vries, <a/);
    assert.ok(!later.includes('aanpassen'));
    assert.equal((await loket.vraag(`${loket.vraagpad}/opgelost`)).status, 303);
    assert.match((await loket.post(`${loket.vraagpad}/sluiten`)).body, /zolang wij er nog niet mee verder zijn gegaan/);
  });

  it('is confirmed by one mail, that says what was answered and not the words', async () => {
    const loket = await geopend();
    await loket.antwoord('afgewezen', { toelichting: 'kanarie-grond' });
    await bundel(app.database, { from: 'post@voorbeeld.nl', publicUrl: app.url });
    const mails = await rows(
      app.db(),
      sql`select adres, inhoud || html as inhoud from zending where adres = ${loket.adres} and onderwerp like 'Wij hebben uw antwoord%'`,
      { adres: text, inhoud: text },
    );
    assert.equal(mails.length, 1);
    assert.equal(mails[0]?.adres, loket.adres);
    assert.doesNotMatch(mails[0]?.inhoud ?? '', /kanarie/);
    assert.match(mails[0]?.inhoud ?? '', /Wij doen dit niet[^]*Anneke de Vries[^]*06 1234 5601/);
  });

  it('sent 50 times at once has one effect, one confirmation and one set of files', async () => {
    const loket = await geopend();
    const { body } = await loket.vraag(`${loket.vraagpad}/opgelost`);
    const versie = /name="versie" value="(\d+)"/.exec(body)?.[1] ?? '';
    const keren = await Promise.all(
      Array.from({ length: 50 }, () =>
        loket.stuur('opgelost', { versie, toelichting: 'Gedaan.' }, [new File([PDF], 'besluit.pdf')]),
      ),
    );
    assert.deepEqual(
      [...new Set(keren.map(({ headers }) => headers.get('location')))],
      [`${loket.vraagpad}?ontvangen`],
    );
    assert.deepEqual(await loket.antwoorden(), ['opgelost beantwoord']);
    const bevestigd = await rows(
      app.db(),
      sql`select from bericht where stroom = ${loket.stroom} and adres is not null and soort <> 'verzoek'`,
    );
    assert.equal(bevestigd.length, 1);
    assert.equal((await app.ketenpartners.bijlagen(app.db(), loket.stroom)).length, 1);
  });

  it('of a second tab that saw the same page comes too late, and says so', async () => {
    const loket = await geopend();
    const { body } = await loket.vraag(`${loket.vraagpad}/toegezegd`);
    const versie = /name="versie" value="(\d+)"/.exec(body)?.[1] ?? '';
    await loket.stuur('toegezegd', { versie, datum: BINNENKORT });
    const tweede = await loket.stuur('toegezegd', { versie, datum: plusDagen(BINNENKORT, 1) });
    assert.equal(tweede.headers.get('location'), `${loket.vraagpad}?ingehaald`);
    assert.match((await loket.vraag(`${loket.vraagpad}?ingehaald`)).body, /Er was al een ander antwoord/);
    assert.deepEqual(await loket.antwoorden(), ['toegezegd toegezegd']);
  });

  it('that the rules refuse says why, keeps what was typed, and can be given otherwise', async () => {
    const loket = await geopend();
    const { body } = await loket.vraag(`${loket.vraagpad}/opgelost`);
    const versie = /name="versie" value="(\d+)"/.exec(body)?.[1] ?? '';
    const past_niet = await loket.stuur('advies', { versie, toelichting: 'Dit hoort niet bij een vraag.' });
    assert.equal(past_niet.status, 409);
    assert.match(past_niet.body, /Dit antwoord past niet bij dit verzoek\.[^]*Dit hoort niet bij een vraag\./);
    assert.equal((await loket.stuur('opgelost', { versie })).status, 303);
  });

  it('names every error at once, in plain Dutch, with what was typed kept', async () => {
    const loket = await geopend();
    const collega = await loket.antwoord('doorgegeven', {
      collegaEmail: 'piet@elders.nl',
      toelichting: 'Zie <b>boven</b>.',
    });
    assert.equal(collega.status, 400);
    assert.match(collega.body, /<title>Fout: /);
    assert.match(collega.body, /href="#collegaNaam">Vul de naam van uw collega in/);
    assert.match(collega.body, /href="#collegaEmail">Vul een adres in dat eindigt op @voorbeeld\.nl/);
    assert.match(collega.body, /value="piet@elders\.nl"/);
    assert.match(collega.body, /Zie &lt;b&gt;boven&lt;\/b&gt;\./);
    assert.match(collega.body, /id="collegaNaam"[^>]*aria-invalid="true"/);

    const teVer = await loket.antwoord('toegezegd', { datum: plusDagen(VANDAAG, 200), toelichting: 'a'.repeat(4001) });
    assert.match(teVer.body, /Kies een datum na vandaag, en uiterlijk [a-z]+dag \d+ [a-z]+ \d{4}/);
    assert.match(teVer.body, /Schrijf hoogstens 4000 tekens\. Het zijn er nu 4001/);
    for (const [datum, zin] of [
      ['', 'Vul in voor welke datum'],
      ['31-02-2027', 'geen bestaande datum'],
      [VANDAAG, 'Kies een datum na vandaag'],
    ] as const)
      assert.ok((await loket.antwoord('toegezegd', { datum })).body.includes(zin), datum);
    for (const soort of ['afgewezen', 'meer_informatie_nodig'])
      assert.equal((await loket.antwoord(soort, { toelichting: ' \r\n ' })).status, 400);
    assert.deepEqual(await loket.antwoorden(), []);
  });

  it('accepts a date as people type it', async () => {
    const loket = await geopend();
    const [jaar, maand, dag] = BINNENKORT.split('-').map(Number);
    await loket.antwoord('toegezegd', { datum: `${dag}-${maand}-${jaar}` });
    assert.deepEqual(await loket.antwoorden(), ['toegezegd toegezegd']);
  });

  it('"niet voor ons, wel voor": offers the organisaties that may be meant, and takes the one that is chosen', async () => {
    const loket = await geopend();
    const niets = await loket.antwoord('niet_bevoegd', {});
    assert.match(niets.body, /Kies wie dit wel kan, of dat u dat niet weet/);
    assert.match(niets.body, /href="#toelichting">Schrijf waarom dit niet voor u is/, 'told in the same round');
    const weetNiet = await loket.antwoord('niet_bevoegd', { bevoegd: 'weet_niet' });
    assert.match(weetNiet.body, /href="#toelichting">Schrijf waarom dit niet voor u is/);
    const veel = await loket.antwoord('niet_bevoegd', { bevoegd: 'andere', organisatie: 'zorgkantoor' });
    assert.match(veel.body, /Kies welke organisatie u bedoelt[^]*value="ZK_CZ"/);
    const geen = await loket.antwoord('niet_bevoegd', { bevoegd: 'andere', organisatie: 'Bestaat Niet BV' });
    assert.match(geen.body, /Wij vinden geen organisatie met deze naam/);
    const zelf = await loket.antwoord('niet_bevoegd', { bevoegd: 'andere', organisatie: 'Gemeente Groningen' });
    assert.match(zelf.body, /Dit is uw eigen organisatie/);
    assert.deepEqual(await loket.antwoorden(), []);
    assert.equal((await loket.antwoord('niet_bevoegd', { bevoegd: 'ZK_CZ', organisatie: 'zorgkantoor' })).status, 303);
    const [{ bevoegd } = { bevoegd: '' }] = await rows(
      app.db(),
      sql`select data -> 'antwoord' ->> 'bevoegd' as bevoegd from gebeurtenis where stroom = ${loket.stroom} and soort = 'verzoek_beantwoord'`,
      { bevoegd: text },
    );
    assert.equal(bevoegd, 'ZK_CZ');
  });

  it('"niet voor ons, wel voor" takes a place for its gemeente, and asks which where there are more', async () => {
    const keuze = await geopend();
    const { body } = await keuze.antwoord('niet_bevoegd', { bevoegd: 'andere', organisatie: 'velp' });
    assert.match(body, /Gemeente Land van Cuijk \(Velp\)[^]*Gemeente Rheden \(Velp\)/);
    const genoemd = { 'Den Haag': 'GM0518', 'den bosch': 'GM0796', Sneek: 'GM1900', Uden: 'GM1991' };
    for (const [organisatie, verwacht] of Object.entries(genoemd)) {
      const loket = await geopend();
      // A name is a choice, also when no button was pressed.
      assert.equal((await loket.antwoord('niet_bevoegd', { organisatie })).status, 303, organisatie);
      const [{ bevoegd } = { bevoegd: '' }] = await rows(
        app.db(),
        sql`select data -> 'antwoord' ->> 'bevoegd' as bevoegd from gebeurtenis where stroom = ${loket.stroom} and soort = 'verzoek_beantwoord'`,
        { bevoegd: text },
      );
      assert.equal(bevoegd, verwacht);
      assert.match(
        (await loket.vraag(loket.vraagpad)).body,
        /Dit is niet voor ons<\/strong>, wel voor Gemeente [^(]+</,
      );
    }
  });

  it('given once more from the form after it was sent is one answer, and another is another', async () => {
    const loket = await geopend();
    const keren = ['Het besluit is er.', 'Het besluit is er.', 'Het besluit is er nu.', 'Het besluit is er nu.'];
    for (const toelichting of keren) {
      const { headers } = await loket.antwoord('opgelost', { toelichting });
      assert.equal(headers.get('location'), `${loket.vraagpad}?ontvangen`);
    }
    for (let i = 0; i < 2; i += 1)
      assert.equal((await loket.antwoord('opgelost', { toelichting: keren[3] ?? '' }, [PDFBESTAND])).status, 303);
    assert.deepEqual(
      await loket.antwoorden(),
      Array.from({ length: 3 }, () => 'opgelost beantwoord'),
    );
    for (let i = 0; i < 2; i += 1) await loket.antwoord('toegezegd', { datum: BINNENKORT });
    assert.deepEqual((await loket.antwoorden()).slice(3), ['toegezegd toegezegd']);
  });

  it('is read with its files by the behandelaar on the page of the signaal, and by nobody who does not read it', async () => {
    const loket = await geopend();
    await loket.antwoord('afgewezen', { toelichting: 'Zie het besluit.' }, [PDFBESTAND]);
    await loket.antwoord('opgelost', { toelichting: 'Toch gelukt.' });
    const [{ nummer } = { nummer: '' }] = await rows(
      app.db(),
      sql`select nummer from stroom where id = ${loket.stroom}`,
      { nummer: text },
    );
    const behandelaar = new Bezoeker(app.url);
    await behandelaar.logIn('metgezel.noord');
    const pagina = await behandelaar.volg(`/signalen/${nummer}`);
    assert.match(woorden(pagina), /Geantwoord op [^.]+ Wij doen dit niet\. Zie het besluit\. besluit\.pdf \(1 kB\)/);
    assert.match(woorden(pagina), /Antwoord aangepast op [^.]+ Het is opgelost\. Toch gelukt\. (?!besluit)/);
    const [, adres = ''] = /href="([^"]+)">besluit\.pdf/.exec(pagina.tekst) ?? [];
    const bestand = await behandelaar.vraag(adres);
    assert.deepEqual([bestand.status, bestand.headers.get('content-type')], [200, 'application/pdf']);
    assert.match(bestand.headers.get('content-disposition') ?? '', /^attachment; filename="?besluit\.pdf/);
    assert.equal(bestand.tekst, String(PDF));
    assert.equal((await behandelaar.vraag(adres.replace(/bijlagen\/.*/, `bijlagen/${loket.verzoek}`))).status, 404);
    for (const [wie, status] of [
      ['metgezel.west', 404],
      ['coordinator.west', 404],
      ['programmaleiding', 403],
    ] as const) {
      const ander = new Bezoeker(app.url);
      await ander.logIn(wie);
      const gezien = await ander.vraag(adres);
      assert.deepEqual([wie, gezien.status, gezien.tekst.includes('besluit.pdf')], [wie, status, false]);
    }
  });

  it('is read with the names of its files by who gave it, and by the colleague who has the question after that', async () => {
    const loket = await geopend();
    await loket.antwoord('meer_informatie_nodig', { toelichting: 'Is dit het besluit?' }, [PDFBESTAND]);
    const gegeven = /Is dit het besluit\?<\/blockquote>[^]*Meegestuurd:[^]*besluit\.pdf<span class="zacht"> \(1 kB\)/;
    const pagina = (await loket.vraag(loket.vraagpad)).body;
    assert.match(pagina, gegeven);
    assert.doesNotMatch(pagina, /href="[^"]*bestand/, 'they are not fetched from there');

    await loket.doe('metgezel.noord', {
      soort: 'informatieGeven',
      verzoek: loket.verzoek,
      tekst: { informatie: 'Ja.' },
    });
    await loket.antwoord('doorgegeven', { collegaNaam: 'Piet Prins', collegaEmail: 'piet.prins@voorbeeld.nl' });
    assert.doesNotMatch((await loket.vraag(loket.vraagpad)).body, /besluit\.pdf/, 'whoever handed it on');
    const collega = await loket.anderBericht('piet.prins@voorbeeld.nl');
    assert.match(await collega.open(), gegeven);
    await collega.antwoord('opgelost', { toelichting: 'Gelukt.' });
    const { body } = await collega.vraag(collega.vraagpad);
    assert.match(body, /Gelukt\.<\/blockquote>(?![^]*besluit\.pdf)/, 'each with its own answer');

    const ander = await geopend();
    assert.doesNotMatch((await ander.vraag(ander.vraagpad)).body, /besluit\.pdf|Meegestuurd/);
  });

  it('handed on to a colleague: who gets the question and from now on the reminders, on the same clock', async () => {
    const loket = await geopend();
    assert.ok((await loket.vraag(loket.vraagpad)).body.includes(`href="${loket.vraagpad}/doorgegeven"`));
    const gegeven = { collegaNaam: 'Piet Prins', collegaEmail: 'Piet.Prins@voorbeeld.nl' };
    const { headers } = await loket.antwoord('doorgegeven', gegeven);
    assert.match((await loket.vraag(headers.get('location') ?? '')).body, /De vraag is nu bij uw collega/);
    assert.doesNotMatch((await loket.vraag(loket.vraagpad)).body, new RegExp(KANARIE), 'whoever handed it on');
    const berichten = await rows(
      app.db(),
      sql`select adres, soort from bericht where stroom = ${loket.stroom} and adres is not null order by id`,
      { adres: text, soort: text },
    );
    assert.deepEqual(berichten, [
      { adres: loket.adres, soort: 'verzoek' },
      { adres: 'piet.prins@voorbeeld.nl', soort: 'verzoek' },
    ]);
    const collega = await loket.anderBericht('piet.prins@voorbeeld.nl');
    const pagina = await collega.open();
    assert.ok(pagina.includes(KANARIE) && pagina.includes('Voor Piet Prins'));
    await collega.antwoord('opgelost', {});
    assert.deepEqual(await loket.antwoorden(), ['doorgegeven gesteld', 'opgelost beantwoord']);
  });

  it('tells who handed it on where it is: the same form again, another answer, a page from before', async () => {
    const loket = await geopend();
    const { body } = await loket.vraag(`${loket.vraagpad}/doorgegeven`);
    const versie = /name="versie" value="(\d+)"/.exec(body)?.[1] ?? '';
    const velden = {
      versie,
      collegaNaam: 'Piet Prins',
      collegaEmail: 'piet.prins@voorbeeld.nl',
      toelichting: 'Voor jou.',
    };
    assert.equal((await loket.stuur('doorgegeven', velden)).status, 303);
    const nogEens = await loket.stuur('doorgegeven', velden);
    assert.match(nogEens.body, /De vraag is nu bij uw collega/);
    assert.doesNotMatch(nogEens.body, /niet verstuurd/, 'it was sent, the first time');
    for (const pad of ['', '/doorgegeven', '/opgelost'])
      assert.match((await loket.vraag(`${loket.vraagpad}${pad}`)).body, /De vraag is nu bij uw collega/, pad);
    const anders = await loket.stuur('opgelost', { versie, toelichting: 'Het is toch gelukt.' });
    assert.match(anders.body, /De vraag is nu bij uw collega[^]*niet verstuurd[^]*Het is toch gelukt\./);
    assert.deepEqual(await loket.antwoorden(), ['doorgegeven gesteld']);

    await rows(app.db(), sql`delete from partnersessie`);
    assert.match(
      (await loket.vraag(loket.vraagpad)).body,
      /Deze link werkt niet/,
      'who proves nothing is told nothing',
    );
  });

  it('is not handed on to somebody of another organisation, or where nobody can see who works together', async () => {
    const loket = await geopend();
    const link = await loket.antwoord('doorgegeven', {
      collegaNaam: 'U hebt gewonnen, kijk op kwaad.nl',
      collegaEmail: 'piet@voorbeeld.nl',
    });
    assert.equal(link.status, 400);
    assert.match(link.body, /href="#collegaNaam">Schrijf alleen de naam, zonder internetadres of mailadres\./);

    await rows(app.db(), sql`update partnerlink set adres = 'praktijk@gmail.com' where verzoek = ${loket.verzoek}`);
    const pagina = await loket.vraag(`${loket.vraagpad}/doorgegeven`);
    assert.match(pagina.body, /Wij kunnen niet zien wie er bij uw organisatie werkt\. Bel /);
    const publiek = await loket.antwoord('doorgegeven', { collegaNaam: 'Piet', collegaEmail: 'piet@gmail.com' });
    assert.equal(publiek.status, 400);
    assert.match(publiek.body, /href="#collegaEmail">Wij kunnen niet zien of dit iemand van uw organisatie is\. Bel /);
    assert.deepEqual(await loket.antwoorden(), []);
  });

  it('is held to the same rule without the form', async () => {
    const loket = await geopend();
    const [, link = ''] = /^\/verzoek\/vraag\/([^/]+)$/.exec(loket.vraagpad) ?? [];
    const sessie = loket.koekjes.get('verzoek') ?? '';
    const geef = async (naam: string, email: string) =>
      app.ketenpartners.beantwoord(sessie, link, {
        antwoord: { soort: 'doorgegeven' },
        tekst: { 'collega.naam': naam, 'collega.email': email },
        bestanden: [],
        versie: 1,
      });
    assert.equal((await geef('Piet', 'piet@elders.nl')).soort, 'geweigerd');
    assert.equal((await geef('Kijk op kwaad.nl', 'piet@voorbeeld.nl')).soort, 'geweigerd');
    assert.deepEqual(await loket.antwoorden(), []);
    assert.equal((await geef('Piet', 'PIET@voorbeeld.nl')).soort, 'gedaan');
  });

  it('after months of silence is still welcome, in the hands of desk and escalation contact alike', async () => {
    for (const adres of [undefined, 'teamleider.wmo.groningen@voorbeeld.nl']) {
      const loket = await Loket.gevraagd(app);
      const wie = adres === undefined ? loket : await loket.anderBericht(adres);
      await loket.reis(opUur(plusDagen(VANDAAG, 20), 12));
      await loket.doe('metgezel.noord', { soort: 'notitie', tekst: { notitie: 'Nog niets gehoord.' } });
      await loket.reis(opUur(plusDagen(VANDAAG, 45), 12));
      const pagina = await wie.open();
      assert.match(pagina, /De termijn is voorbij\. Uw antwoord is nog steeds welkom\./);
      assert.ok(pagina.includes(adres === undefined ? 'Voor Marieke Dijkstra' : 'Voor Henk Bos'));
      assert.equal((await wie.antwoord('opgelost', {})).status, 303);
      assert.deepEqual(await loket.antwoorden(), ['opgelost beantwoord']);
    }
  });

  it('"meer informatie nodig" is followed by that information on the same page, and by a new last day', async () => {
    const loket = await geopend();
    await loket.antwoord('meer_informatie_nodig', { toelichting: 'Sinds wanneer wacht mevrouw?' });
    assert.match((await loket.vraag(loket.vraagpad)).body, /Uw termijn staat zolang stil/);
    await loket.doe('metgezel.noord', {
      soort: 'informatieGeven',
      verzoek: loket.verzoek,
      tekst: { informatie: 'Sinds 1 oktober <2026>.' },
    });
    const { body } = await loket.vraag(loket.vraagpad);
    assert.match(body, /Extra informatie van [^]*Sinds 1 oktober &lt;2026&gt;\./);
    assert.match(body, /U kunt antwoorden tot en met/);
    assert.ok(!body.includes('/meer_informatie_nodig"'), 'asked for once');
    assert.equal((await loket.antwoord('opgelost', {})).status, 303);
  });

  it('is not asked for any more once the signaal is closed, and the page says so', async () => {
    const loket = await geopend();
    await loket.doe('metgezel.noord', { soort: 'intrekken', tekst: {} });
    const { status, body } = await loket.vraag(loket.vraagpad);
    assert.equal(status, 200);
    assert.match(body, /U hoeft niet meer te antwoorden\. Dank u wel voor uw moeite\./);
    assert.ok(!body.includes('Wat is uw antwoord?'));
    assert.equal((await loket.vraag(`${loket.vraagpad}/opgelost`)).status, 303);
    assert.equal((await loket.stuur('opgelost', { versie: '1' })).status, 409);
  });

  it('waits, with what was typed, while somebody else holds the signaal or it is parked', async () => {
    const loket = await geopend();
    const { body } = await loket.vraag(`${loket.vraagpad}/opgelost`);
    const versie = /name="versie" value="(\d+)"/.exec(body)?.[1] ?? '';
    const parkeer = (op: string) =>
      rows(
        app.db(),
        sql`update stroom set geparkeerd_op = ${op === '' ? null : op}::timestamptz where id = ${loket.stroom}`,
      );
    await parkeer('2026-01-01');
    const geparkeerd = await loket.stuur('opgelost', { versie, toelichting: 'Gedaan.' }, [new File([PDF], 'x.pdf')]);
    assert.equal(geparkeerd.status, 503);
    assert.match(geparkeerd.body, /Er is niets veranderd\.[^]*Gedaan\./);
    await parkeer('');
    assert.equal((await rows(app.db(), sql`select from bijlage where stroom = ${loket.stroom}`)).length, 0);
    assert.equal((await loket.stuur('opgelost', { versie, toelichting: 'Gedaan.' })).status, 303);
  });

  describe('with files', () => {
    it('takes PDF, JPEG and PNG by what they are, keeps them encrypted, and gives them back whole', async () => {
      const loket = await geopend();
      const bestanden = [
        new File([PDF], 'C:\\map\\besluit <1>.doc'),
        new File([PNG], 'foto.png'),
        new File([JPEG], 'scan'),
      ];
      assert.equal((await loket.antwoord('opgelost', {}, bestanden)).status, 303);
      const bijlagen = await app.ketenpartners.bijlagen(app.db(), loket.stroom);
      assert.deepEqual(bijlagen.map(({ naam, mediatype, grootte }) => `${naam} ${mediatype} ${grootte}`).toSorted(), [
        `besluit 1.pdf application/pdf ${PDF.length}`,
        `foto.png image/png ${PNG.length}`,
        `scan.jpg image/jpeg ${JPEG.length}`,
      ]);
      const pdf = bijlagen.find(({ mediatype }) => mediatype === 'application/pdf');
      assert.deepEqual(await app.ketenpartners.inhoudVan(app.db(), loket.stroom, pdf?.id ?? ''), PDF);
      const rauw = await rows(
        app.db(),
        sql`select b.naam, b.inhoud, s.sleutel from bijlage b join signaalsleutel s using (stroom) where b.stroom = ${loket.stroom}`,
        { naam: bytes, inhoud: bytes, sleutel: bytes },
      );
      assert.equal(rauw.length, 3);
      for (const { naam, inhoud } of rauw)
        assert.ok(!/kanarie|besluit|foto|scan|%PDF/.test(`${naam.toString('latin1')}${inhoud.toString('latin1')}`));
    });

    it('keeps of a photo the picture alone: not where and when it was taken, nor what hides behind it', async () => {
      const loket = await geopend();
      const foto = Buffer.concat([FOTO, Buffer.from('PK\u0003\u0004 een zip')]);
      assert.equal((await loket.antwoord('opgelost', {}, [new File([foto], 'huis.jpg')])).status, 303);
      const [{ id } = { id: '' }] = await app.ketenpartners.bijlagen(app.db(), loket.stroom);
      const bewaard = await app.ketenpartners.inhoudVan(app.db(), loket.stroom, id);
      assert.match(bewaard?.toString('latin1') ?? '', /JFIF/);
      assert.doesNotMatch(bewaard?.toString('latin1') ?? '', /Kanarie Phone|2026:11:28|een zip/);
    });

    it('can never be read again once the key of the signaal is destroyed, nor with another key', async () => {
      const loket = await geopend();
      await loket.antwoord('opgelost', {}, [new File([PDF], 'besluit.pdf')]);
      const [{ id } = { id: '' }] = await app.ketenpartners.bijlagen(app.db(), loket.stroom);
      const { leesInhoud } = await import('#activities/ketenpartners/bijlagen.ts');
      await assert.rejects(
        leesInhoud(app.db(), createKeyRing(namedByItself(new Uint8Array(32))), loket.stroom, id),
        MasterKeyMissing,
      );
      await rows(
        app.db(),
        sql`update signaalsleutel set sleutel = null, vernietigd_op = now() where stroom = ${loket.stroom}`,
      );
      assert.deepEqual(await app.ketenpartners.bijlagen(app.db(), loket.stroom), []);
      assert.equal(await app.ketenpartners.inhoudVan(app.db(), loket.stroom, id), null);
      const ander = await geopend();
      await rows(app.db(), sql`insert into signaalsleutel values (${ander.stroom}, null, '', now())`);
      const { status, body } = await ander.antwoord('opgelost', {}, [new File([PDF], 'nog-een.pdf')]);
      assert.equal(status, 409);
      assert.match(body, /geen bestanden meer meesturen/);
      assert.equal((await ander.antwoord('opgelost', {})).status, 303);
    });

    it('refuses what is something else, too large, empty or too many, all at once, and keeps nothing', async () => {
      const loket = await geopend();
      const bestanden = [
        new File(['MZ\u0090 program'], 'rekening.pdf', { type: 'application/pdf' }),
        new File(['<html>'], 'foto.png', { type: 'image/png' }),
        new File([FOTO.subarray(0, 300)], 'half.jpg'),
        new File([vergroot(FOTO)], 'bom.jpg'),
        new File([], 'leeg.pdf'),
        new File([PDF, Buffer.alloc(10 * 1024 * 1024)], 'groot.pdf'),
        new File([PDF], 'a.pdf'),
        new File([PDF], 'b.pdf'),
      ];
      const { status, body } = await loket.antwoord('opgelost', { toelichting: 'Bewaar dit.' }, bestanden);
      assert.equal(status, 400);
      for (const zin of [
        'Stuur hoogstens 5 bestanden mee.',
        '“rekening.pdf” is geen PDF, JPEG of PNG.',
        '“foto.png” is geen PDF, JPEG of PNG.',
        '“half.jpg” is beschadigd. Maak de foto opnieuw, of bewaar die opnieuw als JPEG of PNG.',
        '“bom.jpg” is te groot om te openen.',
        '“leeg.pdf” is leeg.',
        '“groot.pdf” is te groot.',
        'Bewaar dit.',
        'Kies uw bestanden opnieuw',
      ])
        assert.ok(body.includes(zin), zin);
      const bewaard = await rows(app.db(), sql`select from bijlage where stroom = ${loket.stroom}`);
      assert.equal(bewaard.length, 0);
      assert.deepEqual(await loket.antwoorden(), []);
    });

    it('takes a PDF after a byte order mark, line ends or spaces for what it is', async () => {
      for (const begin of ['\uFEFF', '\n', '\r\n\r\n', ' \t', '\uFEFF\r\n']) {
        const loket = await geopend();
        const { status } = await loket.antwoord('opgelost', {}, [new File([begin, PDF], 'besluit.pdf')]);
        assert.equal(status, 303, JSON.stringify(begin));
        const [{ id, mediatype } = { id: '', mediatype: '' }] = await app.ketenpartners.bijlagen(
          app.db(),
          loket.stroom,
        );
        assert.equal(mediatype, 'application/pdf');
        assert.deepEqual(
          await app.ketenpartners.inhoudVan(app.db(), loket.stroom, id),
          Buffer.concat([Buffer.from(begin), PDF]),
          'as it came',
        );
      }
      const geen = await (await geopend()).antwoord('opgelost', {}, [new File(['<p>', PDF], 'besluit.pdf')]);
      assert.equal(geen.status, 400);
    });

    it('keeps the text and the date of a form that is too large, however much too large', async () => {
      for (const megabytes of [22, 60]) {
        const loket = await geopend();
        const velden = { datum: BINNENKORT, toelichting: 'Wij plannen <het> in.' };
        const groot = await loket.antwoord('toegezegd', velden, [
          new File([PDF, Buffer.alloc(megabytes * 1024 * 1024)], 'groot.pdf'),
        ]);
        assert.equal(groot.status, 413);
        assert.match(groot.body, /samen te groot/);
        assert.match(groot.body, /Kies uw bestanden opnieuw/);
        assert.ok(groot.body.includes(`value="${BINNENKORT}"`));
        assert.ok(groot.body.includes('Wij plannen &lt;het&gt; in.</textarea>'));
        assert.deepEqual(await loket.antwoorden(), []);
      }
    });

    it('keeps the name of a file as it was given', async () => {
      const loket = await geopend();
      await loket.antwoord('opgelost', {}, [new File([PDF], 'bésluit “Wmo” ☂ 中.pdf')]);
      const [{ naam } = { naam: '' }] = await app.ketenpartners.bijlagen(app.db(), loket.stroom);
      assert.equal(naam, 'bésluit “Wmo” ☂ 中.pdf');
    });

    it('refuses a form that is broken', async () => {
      const loket = await geopend();
      for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'application/json', 'text/plain']) {
        const reply = await loket.vraag(`${loket.vraagpad}/opgelost`, {
          method: 'POST',
          headers: { 'content-type': type },
          body: '--x\r\nonzin',
        });
        assert.equal(reply.status, 400, type);
      }
      const kop = '--x\r\ncontent-disposition: form-data; name="bestanden"; filename="a.pdf"\r\n\r\n';
      for (const body of [
        kop,
        `${kop}%PDF-1.7`,
        `${kop}%PDF-1.7\r\n--x`,
        `${kop}%PDF-1.7\r\n--x\r\n`,
        `${kop}\r\n--x-`,
      ]) {
        const reply = await loket.vraag(`${loket.vraagpad}/afgewezen`, {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
          body,
        });
        assert.equal(reply.status, 400, `it breaks off: ${body}`);
      }
      assert.deepEqual(await loket.antwoorden(), []);
    });

    it('leaves nothing behind with an answer that the rules refuse', async () => {
      const loket = await geopend();
      await loket.antwoord('opgelost', {});
      await loket.doe('metgezel.noord', { soort: 'verlengen', tekst: {} });
      const velden = { versie: '999999', toelichting: 'Te laat.' };
      assert.equal((await loket.stuur('afgewezen', velden, [new File([PDF], 'x.pdf')])).status, 409);
      assert.equal((await rows(app.db(), sql`select from bijlage where stroom = ${loket.stroom}`)).length, 0);
    });
  });
});
