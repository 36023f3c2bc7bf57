import assert from 'node:assert/strict';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Loket } from '#test/support/loket.ts';

describe('what a ketenpartner types', () => {
  let app: Client;
  let loket: Loket;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  beforeEach(async () => {
    loket = await Loket.gevraagd(app);
    await loket.open();
  });

  async function bewaard(): Promise<Record<string, string>> {
    const teksten = await rows(
      app.db(),
      sql`select t.veld, t.inhoud from tekst t join gebeurtenis g using (stroom, volgnummer)
           where t.stroom = ${loket.stroom} and g.soort = 'verzoek_beantwoord'`,
      { veld: text, inhoud: text },
    );
    return Object.fromEntries(teksten.map(({ veld, inhoud }) => [veld, inhoud]));
  }

  it('is no address when it is none in the API either', async () => {
    for (const collegaEmail of ['a..b@voorbeeld.nl', '.a@voorbeeld.nl', 'andré@voorbeeld.nl', 'a@b@voorbeeld.nl']) {
      const { status, body } = await loket.antwoord('doorgegeven', { collegaNaam: 'Piet', collegaEmail });
      assert.equal(status, 400);
      assert.match(body, /href="#collegaEmail">Dit is geen goed e-mailadres/, collegaEmail);
    }
    assert.deepEqual(await loket.antwoorden(), []);
  });

  it('is kept without what cannot be seen, and on one line where there is one', async () => {
    const { status } = await loket.antwoord('doorgegeven', {
      collegaNaam: '\u202ePiet\r\nPrins\u202c',
      collegaEmail: 'pi\u00adet@voorbeeld.nl',
      toelichting: 'Hij\u200b doet dit.\r\nAltijd.',
    });
    assert.equal(status, 303);
    assert.deepEqual(await bewaard(), {
      'collega.naam': 'Piet Prins',
      'collega.email': 'piet@voorbeeld.nl',
      toelichting: 'Hij doet dit.\nAltijd.',
    });
  });

  it('is nothing when nothing of it can be seen', async () => {
    for (const toelichting of ['\u200b', '\u3164', '\u2800 \u2800', '\u00ad']) {
      const { status, body } = await loket.antwoord('afgewezen', { toelichting });
      assert.equal(status, 400);
      assert.match(body, /href="#toelichting"/, JSON.stringify(toelichting));
    }
  });

  it('is counted in characters, as in the API', async () => {
    const teLang = await loket.antwoord('opgelost', { toelichting: '😀'.repeat(4001) });
    assert.equal(teLang.status, 400);
    assert.match(teLang.body, /Schrijf hoogstens 4000 tekens\. Het zijn er nu 4001\./);
    assert.equal((await loket.antwoord('opgelost', { toelichting: '😀'.repeat(4000) })).status, 303);
    assert.equal((await bewaard())['toelichting'], '😀'.repeat(4000));
  });

  it('is told back, with what must go and where, when it surely tells who somebody is', async () => {
    const toelichting = 'Bel mij op 06-12345678. Zij is geboren op 3 mei 2011.';
    const { status, body } = await loket.antwoord('opgelost', { toelichting });
    assert.equal(status, 400);
    assert.match(body, /href="#toelichting">Haal “06-12345678” \(vanaf teken 12\) weg: dit is een telefoonnummer\./);
    assert.match(body, /href="#toelichting">Haal “3 mei 2011” \(vanaf teken 43\) weg: dit is een geboortedatum\./);
    assert.match(body, /<textarea[^>]*>Bel mij op 06-12345678\. Zij is geboren op 3 mei 2011\.<\/textarea>/);
    assert.deepEqual(await loket.antwoorden(), []);
  });

  it('is asked about when it may tell who somebody is, and sent once every such word may stay', async () => {
    const toelichting = 'Volgens mevrouw De Wit en meneer Postma is het klaar.';
    const gevraagd = await loket.antwoord('opgelost', { toelichting });
    assert.equal(gevraagd.status, 400);
    assert.match(gevraagd.body, /href="#toelichting">Hier staat misschien een naam: “De Wit”/);
    assert.match(gevraagd.body, /name="tekstBevestigd" value="De Wit"/);
    const half = await loket.antwoord('opgelost', { toelichting, tekstBevestigd: 'De Wit' });
    assert.equal(half.status, 400);
    assert.match(half.body, /name="tekstBevestigd" checked="" value="De Wit"[^]*name="tekstBevestigd" value="Postma"/);
    assert.equal((await loket.antwoord('opgelost', { toelichting, tekstBevestigd: ['De Wit', 'Postma'] })).status, 303);
    assert.equal((await bewaard())['toelichting'], toelichting);
  });

  it('has a bound in every field, which is looked at before anything else', async () => {
    const lang = { collegaNaam: 'a'.repeat(201), collegaEmail: `x@${'a.'.repeat(80_000)},` };
    const collega = await loket.antwoord('doorgegeven', lang);
    assert.match(collega.body, /href="#collegaNaam">Schrijf hoogstens 200 tekens\. Het zijn er nu 201\./);
    assert.match(collega.body, /href="#collegaEmail">Dit is geen goed e-mailadres/);
    const ander = { bevoegd: 'andere', organisatie: 'zorg '.repeat(80_000) };
    const wie = await loket.antwoord('niet_bevoegd', ander);
    assert.match(wie.body, /href="#organisatie">Schrijf hoogstens 80 tekens\. Het zijn er nu 399999\./);
    const keuze = await loket.antwoord('niet_bevoegd', { bevoegd: 'Z'.repeat(41), organisatie: 'CIZ' });
    assert.match(keuze.body, /Kies wie dit wel kan/);
    const datum = await loket.antwoord('toegezegd', { datum: '2'.repeat(80_000) });
    assert.match(datum.body, /Dit is geen bestaande datum/);
    assert.deepEqual(await loket.antwoorden(), []);
  });

  it('and the name of a file is cut between characters', async () => {
    const naam = `${'a'.repeat(99)}😀😀.pdf`;
    await loket.antwoord('opgelost', {}, [new File(['%PDF-1.7\n'], `C:\\map\\\u202e${naam}`)]);
    const { body } = await app.as('metgezel.noord').get(`/signalen/${loket.stroom}/bijlagen`);
    assert.deepEqual(
      body.bijlagen.map((bijlage: { naam: string }) => bijlage.naam),
      [`${'a'.repeat(99)}😀.pdf`],
    );
  });
});
