import assert from 'node:assert/strict';

import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { type Bezoeker, ingelogd } from '#test/support/bezoeker.ts';

describe('what waits for the answer of one person', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);
  const lees = async (gebruiker: string) => (await (await als(gebruiker)).volg('/vragen')).tekst;
  const vragenAan = async (gebruiker: string) => (await app.as(gebruiker).get('/ik/vragen')).body.vragen;

  /** In the hands of coordinator.noord, who asks this. */
  async function gevraagd(verzoek: object): Promise<{ nummer: string; verzoek: string }> {
    const { body } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_aanbod' }));
    await app.as('coordinator.noord').post(`/signalen/${body.id}/oppakkingen`, {});
    const { body: signaal } = await app.as('coordinator.noord').post(`/signalen/${body.id}/verzoeken`, verzoek);
    return { nummer: body.nummer, verzoek: signaal.verzoeken[0].id };
  }

  it('is nothing at first, and the page says what will stand there', async () => {
    assert.deepEqual(await vragenAan('metgezel.noord'), []);
    assert.match(await lees('metgezel.noord'), /Er wacht niets op uw antwoord/);
  });

  it('is a question of the behandelaar to the filer, with until when, and its answer as a button', async () => {
    const { nummer, verzoek } = await gevraagd({ soort: 'navraag', vraag: 'Is er al een afspraak?' });
    const [vraag] = await vragenAan('metgezel.noord');
    assert.deepEqual(
      [vraag.soort, vraag.nummer, vraag.verzoek, vraag.vraag, vraag.wie, vraag.antwoorden],
      ['navraag', nummer, verzoek, 'Is er al een afspraak?', 'Hilde Postma', ['informatie']],
    );
    const tekst = await lees('metgezel.noord');
    assert.match(tekst, new RegExp(`<article class="verzoek" id="${nummer}">.*Hilde Postma vraagt u iets`));
    assert.match(tekst, /nog 5 werkdagen<\/span>/);
    assert.match(
      tekst,
      new RegExp(
        `class="utrecht-button utrecht-button--primary-action" href="/signalen/${nummer}/verzoeken/${verzoek}/verzoek-beantwoorden\\?antwoord=informatie"`,
      ),
    );
  });

  it('leads to the page of the answer, in which it is chosen, and is gone once that was sent', async () => {
    const { nummer, verzoek } = await gevraagd({
      soort: 'consultatie',
      persoon: 'coordinator.oost',
      vraag: 'Kent u zo’n geval?',
    });
    const oost = await als('coordinator.oost');
    const adres = `/signalen/${nummer}/verzoeken/${verzoek}/verzoek-beantwoorden`;
    const pagina = await oost.volg(`${adres}?antwoord=advies`);
    assert.match(pagina.tekst, /checked="" value="advies"/);
    assert.doesNotMatch(pagina.tekst, /name="bevoegd"|name="toegezegdDatum"/);
    const { body } = await app
      .as('coordinator.oost')
      .post(`/signalen/${nummer}/verzoeken/${verzoek}/antwoorden`, { antwoord: 'advies', toelichting: 'Bel het CIZ.' });
    assert.equal(body.nummer, nummer);
    assert.deepEqual(await vragenAan('coordinator.oost'), []);
  });

  it('says to who comes from a mail that the question waits no more, and where to read on', async () => {
    const { nummer, verzoek } = await gevraagd({ soort: 'navraag', vraag: 'Is er al een afspraak?' });
    const uitMail = async (wat: string) => (await (await als('metgezel.noord')).volg(`/vragen?signaal=${wat}`)).tekst;
    assert.doesNotMatch(await uitMail(nummer), /wacht geen vraag meer op u/);
    await app
      .as('metgezel.noord')
      .post(`/signalen/${nummer}/verzoeken/${verzoek}/antwoorden`, { antwoord: 'informatie', toelichting: 'Ja.' });
    assert.match(
      await uitMail(nummer),
      new RegExp(`Over signaal <a href="/signalen/${nummer}">${nummer}</a> wacht geen vraag meer op u\\.`),
    );
    assert.doesNotMatch(await uitMail('iets%20anders'), /wacht geen vraag meer|iets anders/);
  });

  it('is not what was asked of another, or what a party was asked', async () => {
    await gevraagd({ soort: 'vraag', organisatie: 'GM0014', vraag: 'Wie neemt dit besluit?' });
    assert.deepEqual(await vragenAan('coordinator.noord'), []);
    assert.deepEqual(await vragenAan('metgezel.west'), []);
  });

  it('is a word of the menu for who files', async () => {
    assert.match(await lees('metgezel.noord'), /<a href="\/vragen" aria-current="page">Vragen aan mij/);
  });
});
