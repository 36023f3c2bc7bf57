import assert from 'node:assert/strict';

import { PATROONDADEN } from '#domain/patroon/beslis.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { PATROONHANDELINGEN } from '#handelingen/patroon/index.ts';
import { bekijkAls } from '#test/paginas/kijk.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { type Bezoek, type Bezoeker, ingelogd, verborgen } from '#test/support/bezoeker.ts';
import { openVenster } from '#test/support/chromium.ts';
import { padVan, patroondaadVan } from '#web/doen/daden.ts';
import { invoerveldenVan } from '#web/doen/invoervelden.ts';

const PATROON = { titel: 'Wachten tussen twee gemeenten', omschrijving: 'Twee gemeenten wijzen naar elkaar.' };

describe('the pages of patronen', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);
  const lees = async (gebruiker: string, adres: string) => (await als(gebruiker)).volg(adres);
  const dienIn = async (anders: Record<string, unknown> = {}): Promise<string> =>
    (await app.as('metgezel.noord').post('/signalen', nieuwSignaal(anders))).body.nummer;
  const open = async (): Promise<string> => (await app.as('landelijk').post('/patronen', PATROON)).body.nummer;
  const koppel = (signaal: string, patroon: string) =>
    app.as('coordinator.noord').post(`/signalen/${signaal}/patroonkoppelingen`, { patroon });
  /** Shows the page of an act, fills it in, looks ahead and does it. */
  const doe = async (gebruiker: string, adres: string, velden: Record<string, string>): Promise<[Bezoek, Bezoek]> => {
    const bezoeker = await als(gebruiker);
    const pagina = await bezoeker.volg(adres);
    assert.equal(pagina.status, 200, pagina.tekst);
    const formulier = { ...verborgen(pagina), ...velden };
    const vooruit = await bezoeker.stuur(adres, { ...formulier, stap: 'bekijk' });
    return [vooruit, await bezoeker.stuur(adres, { ...formulier, stap: 'doe' })];
  };

  it('ask in their own words for every field of every act, at an address that says what it does', () => {
    for (const handeling of Object.values(PATROONHANDELINGEN)) assert.doesNotThrow(() => invoerveldenVan(handeling));
    for (const daad of PATROONDADEN) assert.equal(patroondaadVan(padVan(daad)), daad);
  });

  it('teach where there is nothing yet, and are for who works with patronen alone', async () => {
    assert.match(
      (await lees('landelijk', '/patronen')).tekst,
      /Er zijn nog geen patronen[^]*href="\/patronen\/nieuw">Open een patroon/,
    );
    assert.doesNotMatch((await lees('programmaleiding', '/patronen')).tekst, /href="\/patronen\/nieuw"/);
    for (const adres of ['/patronen', '/patronen/P-2027-0001', '/patronen/nieuw'])
      assert.equal((await lees('metgezel.noord', adres)).status, 403, adres);
    assert.equal((await lees('landelijk', '/patronen/P-1999-0001')).status, 404);
  });

  it('open one, tell beforehand until when it runs, and land on it', async () => {
    const [vooruit, gedaan] = await doe('landelijk', '/patronen/nieuw', PATROON);
    assert.match(vooruit.tekst, /Het patroon begint met onderzoek\.[^]*Deze fase loopt tot en met [a-z]+dag /);
    assert.match(new URL(gedaan.url).pathname, /^\/patronen\/P-\d{4}-\d{4}$/);
    assert.match(
      gedaan.tekst,
      /Het patroon is geopend\.[^]*Wachten tussen twee gemeenten[^]*aria-current="step">[^]*Onderzoek/,
    );
  });

  it('let choose as eigenaar only who can be it', async () => {
    const { tekst } = await lees('landelijk', '/patronen/nieuw');
    const [, keuzes = ''] = /Wie wordt eigenaar\?([^]*?)Bekijk wat er gebeurt/.exec(tekst) ?? [];
    assert.match(keuzes, /\(Landelijk team, /);
    assert.doesNotMatch(keuzes, /\((Metgezel|Regiocoördinator|Programmaleiding)/);
    // Only of a voorstel it is asked why that is a patroon, and there is none.
    assert.doesNotMatch(tekst, /Waarom is dit een patroon/);
  });

  it('tell every mistake at its field, with what was typed still there', async () => {
    const nummer = await open();
    const bezoeker = await als('landelijk');
    const adres = `/patronen/${nummer}/patroon-sluiten`;
    const { status, tekst } = await bezoeker.stuur(adres, {
      ...verborgen(await bezoeker.volg(adres)),
      fase: 'niet_oplosbaar',
      toelichting: 'Het kan niet.',
      stap: 'doe',
    });
    assert.equal(status, 422);
    assert.match(tekst, /<title>Fout: [^]*Kies waarom het niet op te lossen is\.[^]*Het kan niet\./);
  });

  it('say what changed meanwhile to who knew an older version', async () => {
    const nummer = await open();
    const bezoeker = await als('landelijk');
    const adres = `/patronen/${nummer}/fase-wijzigen`;
    const oud = verborgen(await bezoeker.volg(adres));
    await app.as('landelijk').post(`/patronen/${nummer}/adviezen`, { orgaan: 'VWS', advies: 'Pas de regel aan.' });
    const { status, tekst } = await bezoeker.stuur(adres, {
      ...oud,
      fase: 'in_uitvoering',
      toelichting: 'Besloten.',
      stap: 'doe',
    });
    assert.equal(status, 412);
    assert.match(tekst, /Het patroon is intussen veranderd[^]*legde het advies aan het ministerie van VWS vast/);
  });

  it('add a signaal from its own page, and suggest what looks like it with the patroon chosen already', async () => {
    const nummer = await open();
    const soort = { knelpunttypen: ['INDICATIE'], organisatie: 'CIZ' };
    const [eerste, lijkt] = [await dienIn(soort), await dienIn(soort)];
    const [vooruit, gedaan] = await doe('coordinator.noord', `/signalen/${eerste}/bij-patroon-voegen`, {
      patroon: nummer,
    });
    assert.equal(vooruit.status, 200, vooruit.tekst);
    assert.match(
      gedaan.tekst,
      new RegExp(`Het signaal hoort nu bij het patroon\\.[^]*href="/patronen/${nummer}">Wachten tussen`),
    );
    const { tekst } = await lees('landelijk', `/patronen/${nummer}`);
    assert.match(tekst, new RegExp(`href="/signalen/${lijkt}/bij-patroon-voegen\\?patroon=${nummer}"`));
    const keuze = await lees('landelijk', `/signalen/${lijkt}/bij-patroon-voegen?patroon=${nummer}`);
    assert.match(
      keuze.tekst,
      new RegExp(
        `<option[^>]*value="${nummer}"[^>]*selected|checked[^>]*value="${nummer}"|value="${nummer}"[^>]*checked`,
      ),
    );
    const [gezien, terug] = await doe('landelijk', `/signalen/${lijkt}/bij-patroon-voegen?patroon=${nummer}`, {
      patroon: nummer,
    });
    assert.match(gezien.tekst, /De melder krijgt ook het antwoord van het patroon\./);
    assert.equal(new URL(terug.url).pathname, `/patronen/${nummer}`);
    assert.match(terug.tekst, /Het signaal hoort nu bij het patroon\.[^]*<td[^>]*>Noord</);
    const melder = await lees('metgezel.noord', `/signalen/${eerste}`);
    assert.match(melder.tekst, /Dit speelt bij meer gezinnen[^]*Wachten tussen twee gemeenten/);
    assert.doesNotMatch(melder.tekst, /href="\/patronen/);
  });

  it('say of a signaal that was erased that it was and when, and suggest none that was', async () => {
    const nummer = await open();
    const soort = { knelpunttypen: ['VERVOER'], organisatie: 'CIZ', wens: 'melden' };
    const [gewist, blijft, lijkt] = [await dienIn(soort), await dienIn(soort), await dienIn(soort)];
    for (const een of [gewist, blijft]) assert.equal((await koppel(een, nummer)).status, 201);
    assert.ok((await lees('landelijk', `/patronen/${nummer}`)).tekst.includes(`signaal ${lijkt}`));
    for (const een of [gewist, lijkt]) {
      const verzoek = { signaal: een, grond: 'bezwaar', reden: 'De moeder vroeg het per brief.' };
      const { body } = await app.as('landelijk').post('/wissingen', verzoek);
      for (const wie of ['landelijk', 'beheer'])
        assert.equal((await app.as(wie).post(`/wissingen/${body.id}/bevestigingen`)).status, 201);
    }
    const { tekst } = await lees('landelijk', `/patronen/${nummer}`);
    const vandaag = voluit(datumVan(new Date().toISOString()));
    assert.ok(tekst.includes(`>${gewist}</a><span class="zacht"> Gewist op ${vandaag}</span>`));
    assert.equal(tekst.split('Gewist op').length, 2, 'and of no other');
    assert.ok(!tekst.includes(`signaal ${lijkt}`), 'not suggested');
    const { body } = await app.as('landelijk').get(`/patronen/${nummer}`);
    const op = Object.fromEntries(
      body.signalen.map((een: { nummer: string; gewistOp: string | null }) => [een.nummer, een.gewistOp]),
    );
    assert.deepEqual([typeof op[gewist], op[blijft]], ['string', null]);
  });

  it('show each reporter before anything is sent, then send, stop, and send again', async () => {
    const nummer = await open();
    const signaal = await dienIn({ wens: 'melden' });
    await koppel(signaal, nummer);
    await doe('landelijk', `/patronen/${nummer}/antwoord-schrijven`, { antwoord: 'De regel verandert.' });
    const verbeteren = await lees('landelijk', `/patronen/${nummer}/antwoord-schrijven`);
    assert.match(
      verbeteren.tekst,
      /<textarea[^>]*name="antwoord"[^>]*>\s*De regel verandert\.</,
      'what stands is bettered',
    );
    const beschrijven = await lees('landelijk', `/patronen/${nummer}/patroon-beschrijven`);
    assert.match(beschrijven.tekst, /<textarea[^>]*name="omschrijving"[^>]*>\s*\w/);
    const voorbeelden = await lees('landelijk', `/patronen/${nummer}/antwoorden`);
    assert.match(voorbeelden.tekst, new RegExp(`Anneke de Vries, signaal ${signaal}[^]*De regel verandert\\.`));
    const [, gestuurd] = await doe('landelijk', `/patronen/${nummer}/antwoord-versturen`, {});
    assert.match(
      gestuurd.tekst,
      /Het antwoord gaat nu naar de melders\.[^]*class="utrecht-button utrecht-button--primary-action" href="[^"]*antwoord-stoppen"/,
    );
    const [, gestopt] = await doe('landelijk', `/patronen/${nummer}/antwoord-stoppen`, {});
    assert.match(gestopt.tekst, /Het versturen is gestopt\./);
  });

  it('show the steps of a closed patroon on one line', async () => {
    const nummer = await open();
    await app
      .as('landelijk')
      .post(`/patronen/${nummer}/sluitingen`, { fase: 'opgelost', toelichting: 'Het is klaar.' });
    const venster = await openVenster({ script: true, breed: 1280 });
    try {
      const pagina = await venster.newPage();
      await pagina.goto(`${app.url}/inloggen`);
      await pagina.locator('button[name=gebruiker][value="landelijk"]').click();
      await pagina.goto(`${app.url}/patronen/${nummer}`);
      const treden = await pagina.locator('ol.ladder > li').all();
      const hoogten = await Promise.all(treden.map(async (trede) => (await trede.boundingBox())?.y));
      assert.deepEqual([hoogten.length, new Set(hoogten).size], [4, 1]);
    } finally {
      await venster.close();
    }
  });

  it('are accessible at every width, empty, full and with an act', async () => {
    const nummer = await open();
    await koppel(await dienIn(), nummer);
    await app.as('landelijk').post(`/patronen/${nummer}/antwoorden`, { antwoord: 'De regel verandert.' });
    const adressen = [
      '/patronen',
      '/patronen/nieuw',
      `/patronen/${nummer}`,
      `/patronen/${nummer}/antwoorden`,
      `/patronen/${nummer}/agenderen`,
    ];
    assert.deepEqual(await bekijkAls(app.url, 'landelijk', adressen), []);
  });
});
