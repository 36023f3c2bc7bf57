import assert from 'node:assert/strict';

import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { bekijkAls } from '#test/paginas/kijk.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { type Bezoek, type Bezoeker, ingelogd, verborgen } from '#test/support/bezoeker.ts';
import { schrijfVoorstel } from '#test/support/voorstel.ts';

const PATROON = { titel: 'Pgb-besluiten blijven uit', omschrijving: 'Vijf gezinnen wachten.' };
const WAAROM = 'Het is overal hetzelfde.';

describe('the pages of patroonvoorstellen', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const vandaag = datumVan(new Date().toISOString());
  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);
  const lees = async (gebruiker: string, adres: string) => (await als(gebruiker)).volg(adres);
  const dienIn = async (): Promise<string> =>
    (await app.as('metgezel.noord').post('/signalen', nieuwSignaal())).body.nummer;
  const stelVoor = async (aantal: number): Promise<string> => {
    const nummers = [];
    for (let i = 0; i < aantal; i += 1) nummers.push(await dienIn());
    return schrijfVoorstel(app.db(), nummers, { dag: vandaag, stilTot: plusDagen(vandaag, 56) });
  };
  const stuur = async (adres: string, pagina: Bezoek, velden: Record<string, string>) =>
    (await als('landelijk')).stuur(adres, { ...verborgen(pagina), ...velden });

  it('teach where nothing waits, and are for landelijk and programmaleiding', async () => {
    assert.match((await lees('landelijk', '/patronen/voorstellen')).tekst, /Er wacht nu geen voorstel/);
    assert.equal((await lees('programmaleiding', '/patronen/voorstellen')).status, 200);
    assert.equal((await lees('coordinator.noord', '/patronen/voorstellen')).status, 403);
    assert.equal((await lees('landelijk', '/patronen/voorstellen/niets')).status, 404);
  });

  it('count in the menu and on the page of patronen what waits for who decides', async () => {
    const id = await stelVoor(2);
    const patronen = await lees('landelijk', '/patronen');
    assert.match(patronen.tekst, /Patronen<span class="telling">1</);
    assert.match(patronen.tekst, /Er wacht 1 voorstel: bekijk wat Signaalpunt zelf vond/);
    assert.doesNotMatch((await lees('coordinator.noord', '/patronen')).tekst, /Signaalpunt zelf vond/);
    assert.match(
      (await lees('landelijk', '/patronen/voorstellen')).tekst,
      new RegExp(
        `/patronen/voorstellen/${id}">Persoonsgebonden budget, in Noord[^]*In 4 weken kwamen 2 signalen binnen`,
      ),
    );
    const programmaleiding = (await lees('programmaleiding', `/patronen/voorstellen/${id}`)).tekst;
    assert.doesNotMatch(programmaleiding, /Is dit een patroon\?/);
    await (await als('landelijk')).volg(`/patronen/voorstellen/${id}/afwijzen`);
  });

  it('open a patroon with what was found already filled in, after saying what follows', async () => {
    const id = await stelVoor(3);
    const voorstel = await lees('landelijk', `/patronen/voorstellen/${id}`);
    assert.match(voorstel.tekst, /Signalen per week[^]*De getallen[^]*Signalen \(3\)/);
    const adres = `/patronen/nieuw?voorstel=${id}`;
    assert.ok(voorstel.tekst.includes(`href="${adres}"`));
    const pagina = await lees('landelijk', adres);
    assert.match(pagina.tekst, /value="Persoonsgebonden budget, in Noord"[^]*Waarom is dit een patroon\?/);
    const velden = { ...PATROON, voorstel: id, toelichting: WAAROM };
    const vooruit = await stuur('/patronen/nieuw', pagina, { ...velden, stap: 'bekijk' });
    assert.match(vooruit.tekst, /3 signalen horen er dan bij\. De melders horen wat eruit komt\./);
    const patroon = await stuur('/patronen/nieuw', pagina, { ...velden, stap: 'doe' });
    assert.match(patroon.tekst, /Het patroon is geopend\.[^]*Signalen \(3\)[^]*opende het patroon, uit een voorstel/);
    const na = await lees('landelijk', `/patronen/voorstellen/${id}`);
    assert.match(na.tekst, new RegExp(`Werd een patroon op [^]*${WAAROM}[^]*Naar het patroon: ${PATROON.titel}`));
  });

  it('name what was found by words by these words, and ask who opens it for a name of its own', async () => {
    const verhaal = (waar: string) => ({
      knelpunt: `${waar} stopt de sondevoeding omdat het tarief van nachtzorg te laag is.`,
    });
    const nummers: string[] = [];
    for (const [wie, waar] of [
      ['metgezel.noord', 'Hier'],
      ['metgezel.west', 'Ook hier'],
    ] as const)
      nummers.push((await app.as(wie).post('/signalen', nieuwSignaal(verhaal(waar)))).body.nummer);
    const id = await schrijfVoorstel(app.db(), nummers, {
      dag: vandaag,
      stilTot: plusDagen(vandaag, 56),
      indeling: 'tekst',
      code: null,
      regios: [],
      kans: 1,
    });
    const titel = /Dezelfde woorden: “[a-z]+”, “[a-z]+” en “[a-z]+”, in heel Nederland/;
    const { tekst } = await lees('landelijk', `/patronen/voorstellen/${id}`);
    assert.match(tekst, titel);
    assert.match(tekst, /“(?:sondevoeding|nachtzorg|tarief)”/);
    assert.match((await lees('landelijk', '/patronen/voorstellen')).tekst, titel);
    const patroon = await app.as('landelijk').post('/patronen', PATROON);
    assert.equal(patroon.status, 201, JSON.stringify(patroon.body));
    assert.match(
      (await lees('landelijk', `/patronen/${patroon.body.nummer}/voorstel-opnemen`)).tekst,
      new RegExp(`value="${id}"/><label[^>]*>${titel.source} \\(2 signalen, `),
    );
    const pagina = await lees('landelijk', `/patronen/nieuw?voorstel=${id}`);
    assert.match(pagina.tekst, /name="titel"[^>]*value=""|value=""[^>]*name="titel"/);
    assert.match(pagina.tekst, /Woorden die terugkomen: /);
    await stuur(
      `/patronen/voorstellen/${id}/afwijzen`,
      await lees('landelijk', `/patronen/voorstellen/${id}/afwijzen`),
      {
        reden: 'Toch niet.',
      },
    );
  });

  it('fold away what only grows as everything does', async () => {
    const nummers = [await dienIn(), await dienIn()];
    const stil = { dag: vandaag, stilTot: plusDagen(vandaag, 56), regios: [] };
    const alles = await schrijfVoorstel(app.db(), nummers, { ...stil, code: null, aantal: 400, verwacht: 200 });
    const deel = await schrijfVoorstel(app.db(), nummers, { ...stil, aantal: 41, verwacht: 20 });
    const { tekst } = await lees('landelijk', '/patronen/voorstellen');
    assert.match(
      tekst,
      new RegExp(`${alles}[^]*<details[^>]*><summary>Dezelfde stijging als “Alle signalen[^]*${deel}[^]*</details>`),
    );
    for (const id of [alles, deel]) {
      const adres = `/patronen/voorstellen/${id}/afwijzen`;
      await stuur(adres, await lees('landelijk', adres), { reden: 'Er zijn meer cliënten.' });
    }
  });

  it('reject one with a reason, after saying until when nothing is heard of it; a second who comes reads what was decided', async () => {
    const id = await stelVoor(2);
    const adres = `/patronen/voorstellen/${id}/afwijzen`;
    const pagina = await lees('landelijk', adres);
    assert.match(pagina.tekst, /Wij stellen dit niet opnieuw voor tot en met [^]*bij 5 signalen of meer/);
    const leeg = await stuur(adres, pagina, { reden: '' });
    assert.equal(leeg.status, 422);
    assert.match(leeg.tekst, /<title>Fout: [^]*Schrijf waarom dit geen patroon is\./);
    for (let keer = 0; keer < 2; keer += 1) {
      const gedaan = await stuur(adres, pagina, { reden: 'Eén gezin meldde het twee keer.' });
      assert.match(
        gedaan.tekst,
        /Het voorstel is afgewezen\.[^]*Afgewezen op [^]*niet opnieuw voor tot en met [^]*Eén gezin meldde het twee keer\./,
      );
    }
    const ander = await stuur(adres, pagina, { reden: 'Iets anders.', sleutel: 'een-andere' });
    assert.equal(ander.status, 412);
    assert.match(ander.tekst, /Dit is intussen veranderd[^]*Afgewezen op/);
    assert.match((await lees('landelijk', '/patronen/voorstellen')).tekst, /Waarover al is besloten[^]*Eén gezin/);
  });

  it('have nothing that axe objects to, at 390 and 1280, and never scroll sideways at 320', async () => {
    const id = await stelVoor(3);
    const adressen = [
      '/patronen',
      '/patronen/voorstellen',
      `/patronen/voorstellen/${id}`,
      `/patronen/voorstellen/${id}/afwijzen`,
      `/patronen/nieuw?voorstel=${id}`,
    ];
    assert.deepEqual(await bekijkAls(app.url, 'landelijk', adressen), []);
  });
});
