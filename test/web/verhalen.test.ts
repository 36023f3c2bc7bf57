import assert from 'node:assert/strict';

import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { toegankelijkheidsfouten } from '#test/support/axe.ts';
import { openVenster } from '#test/support/chromium.ts';
import { dienInToen, maakTweede, VOORBIJ } from '#test/support/rapport.ts';

const VANDAAG = datumVan(new Date().toISOString());
const EEN = `/rapporten/${VOORBIJ}-v1`;

describe('the pages of a report with a story, of all data of a period, and of what it came to', () => {
  let app: Client;
  let paginas: readonly (readonly [wie: string, adres: string])[];
  before(async () => {
    app = await startApp();
    await maakTweede(app.db());
    const [nummer = ''] = await dienInToen(app, 14, 'NAH');
    const toestemming = {
      van: 'ouder',
      wijze: 'gesprek',
      gegevenDatum: VANDAAG,
      totEnMetDatum: plusDagen(VANDAAG, 90),
    };
    await app.as('metgezel.noord').post(`/signalen/${nummer}/verhaaltoestemmingen`, toestemming);
    await app.as('landelijk').post('/rapporten', { periode: VOORBIJ });
    const verhaal = {
      signaal: nummer,
      titel: 'Tien brieven verder',
      verhaal:
        'Een moeder van een jongen met hersenletsel vroeg om hulp na school. Het ene loket wees naar het andere. Na tien brieven en een jaar wachten kwam er een begeleider, nadat twee organisaties samen aan tafel zaten.',
    };
    const { body } = await app.as('landelijk').post(`${EEN}/vignetten`, verhaal);
    const { vignet } = body.vignetten[0];
    await app.as('landelijk.twee').post(`${EEN}/vignetten/${vignet}/goedkeuringen`);
    const melding = nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' });
    const { nummer: klaar } = (await app.as('metgezel.noord').post('/signalen', melding)).body;
    await app.as('coordinator.noord').post(`/signalen/${klaar}/oppakkingen`);
    const uitkomst = { uitkomst: 'opgelost', toelichting: 'Het is gelukt.', terugkoppeling: 'Het is gelukt.' };
    await app.as('coordinator.noord').post(`/signalen/${klaar}/uitkomsten`, uitkomst);
    paginas = [
      ['landelijk', EEN],
      ['landelijk', `${EEN}/verhalen/nieuw`],
      ['landelijk', `${EEN}/verhalen/${vignet}/wijzigen`],
      ['landelijk', `${EEN}/verhalen/${vignet}/weghalen`],
      ['landelijk', '/cijfers/uitvoer'],
      ['landelijk', '/cijfers/uitvoer/bestand'],
      ['metgezel.noord', `/signalen/${nummer}/over-wie`],
      ['metgezel.noord', `/signalen/${nummer}/over-wie/verhaaltoestemming`],
      ['metgezel.noord', `/signalen/${klaar}/ervaring-melden`],
    ];
  });
  after(() => app.stop());

  for (const breed of [390, 1280])
    it(`are easy for everybody to use, and do not scroll sideways, at ${breed}`, async () => {
      for (const wie of ['landelijk', 'metgezel.noord']) {
        const venster = await openVenster({ script: true, breed });
        try {
          const pagina = await venster.newPage();
          await pagina.goto(`${app.url}/inloggen`);
          await pagina.locator(`button[name=gebruiker][value="${wie}"]`).click();
          for (const [, adres] of paginas.filter(([een]) => een === wie)) {
            await pagina.goto(app.url + adres);
            await pagina.evaluate(`document.querySelectorAll('main details').forEach((een) => (een.open = true))`);
            assert.deepEqual(await toegankelijkheidsfouten(pagina), [], adres);
            const teBreed = await pagina.evaluate('document.documentElement.scrollWidth - innerWidth');
            assert.ok(Number(teBreed) <= 0, `${adres}: ${String(teBreed)}`);
          }
        } finally {
          await venster.close();
        }
      }
    });
});
