import assert from 'node:assert/strict';

import type { Locator, Page } from 'playwright-core';

import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { openVenster } from '#test/support/chromium.ts';

describe('the main tasks, with a keyboard alone', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  it('melden', async () => {
    await als('Anneke de Vries', '/melden', async (page, toetsen) => {
      await toetsen.typ(page.getByLabel('Wat loopt er vast?'), 'Niemand regelt de nachtzorg.');
      await toetsen.druk(page.getByLabel('Niet-aangeboren hersenletsel'), 'Space');
      await toetsen.typ(page.getByLabel('In welke gemeente woont het gezin?'), 'groningen');
      await toetsen.typ(page.getByLabel('Om welke organisatie gaat het?'), 'weet ik niet');
      await toetsen.kies(page.getByRole('group', { name: 'Weet het gezin' }), 'Ja');
      await toetsen.kies(page.getByRole('group', { name: 'Wat wilt u?' }), 'Ik heb nu hulp nodig van de regio');
      await toetsen.kies(
        page.getByRole('group', { name: 'Waarom moet de regio nu helpen?' }),
        'Er is geen passend aanbod',
      );
      await toetsen.druk(page.getByRole('button', { name: 'Bekijk wat er gebeurt' }));
      await toetsen.druk(page.getByRole('button', { name: 'Dien het signaal in' }));
      await page.getByRole('status').filter({ hasText: 'Uw signaal is ingediend' }).waitFor();
    });
  });

  it('oppakken, from the page where it waits', async () => {
    const nummer = await ingediend({ wens: 'hulp', motief: 'geen_reactie' });
    await als('Hilde Postma', '/vandaag', async (page, toetsen) => {
      await toetsen.druk(page.getByRole('link', { name: nummer }).first());
      await toetsen.druk(page.getByRole('link', { name: 'Pak het signaal op' }));
      await toetsen.druk(page.getByRole('button', { name: 'Ik pak het op' }));
      await page.getByText('U behandelt dit signaal nu.').waitFor();
    });
  });

  it('vraag stellen', async () => {
    const nummer = await ingediend({ wens: 'zelf' });
    await als('Anneke de Vries', `/signalen/${nummer}`, async (page, toetsen) => {
      await toetsen.druk(page.getByRole('link', { name: 'Vraag iets aan een ander' }));
      await toetsen.kies(page.getByRole('group', { name: 'Wat wilt u?' }), 'Vraag');
      await toetsen.typ(page.getByLabel('Zoek in: Aan welke organisatie?'), 'Gemeente Groningen');
      await page.keyboard.press('Enter');
      await toetsen.typ(page.getByLabel('Wat is uw vraag?'), 'Wilt u een besluit nemen?');
      await toetsen.druk(page.getByRole('button', { name: 'Bekijk wat er gebeurt' }));
      await toetsen.druk(page.getByRole('button', { name: /^(Stel|Verstuur) / }));
      await page.getByText('Wilt u een besluit nemen?').waitFor();
    });
  });

  it('escaleren', async () => {
    const nummer = await ingediend({
      wens: 'zelf',
      ondernomen: [{ partij: 'Wmo-loket', datum: '2026-01-05', antwoord: 'Men verwees door.' }],
    });
    await als('Anneke de Vries', `/signalen/${nummer}/escaleren`, async (page, toetsen) => {
      await toetsen.kies(page.getByRole('group', { name: 'Waarom moet een hoger niveau nu helpen?' }), 'Geen reactie');
      await toetsen.typ(page.getByLabel('Wat is aan wie gevraagd?'), 'Een besluit.');
      await toetsen.typ(page.getByLabel('Wat is er nu nodig?'), 'Iemand die beslist.');
      await toetsen.druk(page.getByRole('button', { name: 'Bekijk wat er gebeurt' }));
      await toetsen.druk(page.getByRole('button', { name: 'Leg het hoger' }));
      await page.getByText('Hier ligt het nu').waitFor();
      assert.equal((await app.as('metgezel.noord').get(`/signalen/${nummer}`)).body.niveau, 'regionaal');
    });
  });

  async function ingediend(anders: Parameters<typeof nieuwSignaal>[0]): Promise<string> {
    return (await app.as('metgezel.noord').post('/signalen', nieuwSignaal(anders))).body.nummer;
  }

  async function als(naam: string, adres: string, doe: (page: Page, toetsen: Toetsen) => Promise<void>): Promise<void> {
    const venster = await openVenster({ script: true });
    try {
      const page = await venster.newPage();
      await page.goto(`${app.url}${adres}`);
      const toetsen = new Toetsen(page);
      await toetsen.druk(page.getByRole('button', { name: `Log in als ${naam}` }));
      await doe(page, toetsen);
    } finally {
      await venster.close();
    }
  }
});

const RAND = 'getComputedStyle(document.activeElement).outlineStyle';
/** More stops than any page has. */
const TABS = 300;

/** Somebody who has no mouse, and must see where they are. */
class Toetsen {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes there with Tab. */
  async naar(doel: Locator): Promise<void> {
    await doel.waitFor();
    const hier = doel.and(this.#page.locator(':focus'));
    for (let keer = 0; keer < TABS && (await hier.count()) === 0; keer += 1) await this.#page.keyboard.press('Tab');
    assert.equal(await hier.count(), 1, `Tab does not lead to ${String(doel)}`);
    assert.notEqual(await this.#page.evaluate(RAND), 'none', `${String(doel)} does not show that it has the focus`);
  }

  async druk(doel: Locator, toets: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.naar(doel);
    await this.#page.keyboard.press(toets);
  }

  async typ(doel: Locator, tekst: string): Promise<void> {
    await this.naar(doel);
    await this.#page.keyboard.press('Control+A');
    await this.#page.keyboard.type(tekst);
  }

  /** One of a group: Tab leads to the group, the arrows to the choice. */
  async kies(groep: Locator, keuze: string): Promise<void> {
    const knoppen = groep.getByRole('radio');
    await this.naar(knoppen.first());
    await this.#page.keyboard.press('Space');
    const doel = groep.getByRole('radio', { name: keuze }).first();
    for (let keer = await knoppen.count(); keer > 0 && !(await doel.isChecked()); keer -= 1)
      await this.#page.keyboard.press('ArrowDown');
    assert.ok(await doel.isChecked(), `the arrows do not lead to ${keuze}`);
  }
}
