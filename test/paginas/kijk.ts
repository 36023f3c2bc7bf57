import type { BrowserContext, Page } from 'playwright-core';

import { toegankelijkheidsfouten } from '#test/support/axe.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { openVenster } from '#test/support/chromium.ts';

/** From the smallest phone, or a large screen at 400 %, to a desk. */
const BREEDTES = [1280, 768, 390, 320] as const;
/** Where the layout is another, so that axe looks again. */
const MET_AXE: readonly number[] = [1280, 390];

/** A window in which somebody is logged in as this visitor is. */
export async function vensterVan(bezoeker: Bezoeker, url: string): Promise<BrowserContext> {
  const venster = await openVenster({ script: true });
  await venster.addCookies(Array.from(bezoeker.koekjes, ([name, { waarde }]) => ({ name, value: waarde, url })));
  return venster;
}

/** What is wrong with these pages, as this person meets them. */
export async function bekijkAls(url: string, persoon: string, adressen: readonly string[]): Promise<string[]> {
  const bezoeker = new Bezoeker(url);
  await bezoeker.logIn(persoon);
  const venster = await vensterVan(bezoeker, url);
  try {
    const page = await venster.newPage();
    const fouten = [];
    for (const adres of adressen) fouten.push(...(await bekijk(page, `${url}${adres}`, 200, BREEDTES)));
    return fouten;
  } finally {
    await venster.close();
  }
}

/** What is wrong with one page in a real browser, at each width; `verwacht` is its status. */
export async function bekijk(
  page: Page,
  adres: string,
  verwacht = 200,
  metAxe: readonly number[] = MET_AXE,
): Promise<string[]> {
  const fouten: string[] = [];
  const meld = (wat: string): void => void fouten.push(`${adres}: ${wat}`);
  const opConsole = (bericht: { type: () => string; text: () => string }): void => {
    // The page itself, when an error is what is looked at.
    const isEigenStatus = verwacht >= 400 && bericht.text().includes(`status of ${verwacht}`);
    if (bericht.type() === 'error' && !isEigenStatus) meld(`console: ${bericht.text()}`);
  };
  const opFout = ({ message }: Error): void => meld(`script: ${message}`);
  page.on('console', opConsole).on('pageerror', opFout);
  try {
    await page.setViewportSize({ width: BREEDTES[0], height: 900 });
    const antwoord = await page.goto(adres, { waitUntil: 'load' });
    if (antwoord?.status() !== verwacht) meld(`status ${antwoord?.status()}`);
    for (const breed of BREEDTES) {
      await page.setViewportSize({ width: breed, height: 900 });
      const wat = await page.evaluate<string | null>(TE_BREED);
      if (wat !== null) meld(`scrolls sideways at ${breed}: ${wat}`);
      if (metAxe.includes(breed))
        for (const fout of await toegankelijkheidsfouten(page)) meld(`axe at ${breed}: ${fout}`);
    }
  } finally {
    page.off('console', opConsole).off('pageerror', opFout);
  }
  return fouten;
}

/** What runs in the page itself, where there is no TypeScript. A table may scroll inside its own frame; the page may not. */
const TE_BREED = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const steekt = [...document.querySelectorAll('body *')].find((deel) => deel.getBoundingClientRect().right > clientWidth + 1);
  return (steekt?.outerHTML ?? '').slice(0, 160);
})()`;
const ZONDER_RAND = `[...document.querySelectorAll('main button, main .utrecht-button, main input:not([type=hidden]), main select, main textarea')]
  .filter((deel) => deel.checkVisibility() && !['radio', 'checkbox', 'file'].includes(deel.type))
  .filter((deel) => getComputedStyle(deel).borderStyle === 'none' || getComputedStyle(deel).borderWidth === '0px')
  .map((deel) => deel.outerHTML.slice(0, 120))`;
const OP_PAPIER = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const knoppen = [...document.querySelectorAll('nav, header form, .utrecht-skip-link, main button, main .utrecht-button')].filter((deel) => deel.checkVisibility());
  return [
    ...knoppen.map((deel) => 'on paper there is nothing to press: ' + deel.outerHTML.slice(0, 120)),
    ...(scrollWidth > clientWidth ? ['falls off the paper'] : []),
    ...(document.querySelector('main').innerText.trim() === '' ? ['prints nothing'] : []),
  ];
})()`;

/** What cannot be told apart any more when the reader's own colours are forced upon the page. */
export async function zonderKleur(page: Page, adres: string): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(adres);
  const fouten = await page.evaluate<string[]>(ZONDER_RAND);
  await page.emulateMedia({ forcedColors: 'none' });
  return fouten.map((wat) => `${adres}: no edge left in forced colours: ${wat}`);
}

/** What does not belong on paper, or falls off it. */
export async function opPapier(page: Page, adres: string): Promise<string[]> {
  // A4 with margins, in CSS pixels.
  await page.setViewportSize({ width: 680, height: 960 });
  await page.emulateMedia({ media: 'print' });
  await page.goto(adres);
  const fouten = await page.evaluate<string[]>(OP_PAPIER);
  await page.emulateMedia({ media: 'screen' });
  return fouten.map((wat) => `${adres}: ${wat}`);
}
