import type { BrowserContext, Page } from 'playwright-core';

import { reis as reizen } from '#activities/reis/reizen.ts';
import { datumVan, opUur, plusDagen } from '#domain/tijd/amsterdam.ts';
import { openVenster } from '#test/support/chromium.ts';
import type { Reiswereld } from '#test/support/reiswereld.ts';

import { CODE, laatste, LINK } from '../../demo/ketenpartner.ts';

/** What is kept of a page on the way, under this name. */
export type Foto = (naam: string, page: Page) => Promise<void>;

const LOKET = 'wmo.groningen@voorbeeld.nl';
const BREED = 1100;
/** After so many days the question has been asked, whatever holidays there are, and can still be answered. */
const TERUGBLIK_DAGEN = 34;

/**
 * The tour of the README, each step on the page where it is done: from filing to whether it still helps, four weeks later. Throws where a step
 * does not lead to the next.
 */
export async function loopRond(reis: Reiswereld, foto: Foto): Promise<void> {
  const vensters: BrowserContext[] = [];
  const nieuw = async (adres: string): Promise<Page> => {
    const venster = await openVenster({ script: true, breed: BREED });
    vensters.push(venster);
    const page = await venster.newPage();
    await page.goto(new URL(adres, reis.app.url).href);
    return page;
  };
  const als = async (gebruiker: string, adres: string): Promise<Page> => {
    const page = await nieuw(adres);
    await page.locator(`button[name="gebruiker"][value="${gebruiker}"]`).click();
    await page.waitForURL((url) => url.pathname === adres);
    return page;
  };
  try {
    const anneke = await als('metgezel.noord', '/melden');
    const nummer = await meld(anneke, foto);
    const hilde = await als('coordinator.noord', '/vandaag');
    await pakOp(hilde, nummer, foto);
    await vraag(hilde, nummer, foto);
    await antwoord(reis, nieuw, foto);
    await legHoger(hilde, nummer, foto);
    await losOp(await als('landelijk', `/signalen/${nummer}`), nummer, foto);
    await kijkTerug(reis, anneke, nummer, foto);
  } finally {
    for (const venster of vensters) await venster.close();
  }
}

async function meld(page: Page, foto: Foto): Promise<string> {
  await page
    .getByLabel('Wat loopt er vast?')
    .fill(
      'De gemeente en het zorgkantoor wijzen naar elkaar voor begeleiding in de nacht. Het gezin slaapt al weken niet.',
    );
  await page.getByLabel('Niet-aangeboren hersenletsel').check();
  await page.getByLabel('In welke gemeente woont het gezin?').fill('Groningen');
  await page.getByLabel('Om welke organisatie gaat het?').fill('Gemeente Groningen');
  await page.getByRole('group', { name: 'Weet het gezin' }).getByLabel('Ja').check();
  await page.getByLabel('Ik heb nu hulp nodig van de regio').check();
  await page.getByRole('group', { name: 'Waarom moet de regio nu helpen?' }).getByLabel('Geen reactie').check();
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
  await page.getByText('Dit gebeurt er als u dit doet').waitFor();
  await foto('1-melden', page);
  await page.getByRole('button', { name: 'Dien het signaal in' }).click();
  await page.getByText('Uw signaal is ingediend.').waitFor();
  await foto('2-signaal', page);
  return /S-\d{4}-\d{4}/.exec(page.url())?.[0] ?? '';
}

async function pakOp(page: Page, nummer: string, foto: Foto): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: `Pak op: ${nummer}` }).waitFor();
  await foto('3-vandaag', page);
  await page.getByRole('button', { name: `Pak op: ${nummer}` }).click();
  await page.getByText('U behandelt dit signaal nu.').waitFor();
}

async function vraag(page: Page, nummer: string, foto: Foto): Promise<void> {
  await page.getByRole('link', { name: 'Vraag iets aan een ander' }).click();
  await page
    .getByRole('group', { name: 'Wat wilt u?' })
    .getByLabel(/^Vraag/)
    .check();
  await page.getByLabel('Aan welke organisatie?', { exact: true }).selectOption({ label: 'Gemeente Groningen' });
  await page.getByLabel('Wat is uw vraag?').fill('Kunt u deze week besluiten wie de begeleiding in de nacht betaalt?');
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
  await page.getByText('Dit gebeurt er als u dit doet').waitFor();
  await foto('4-vraag', page);
  await page.getByRole('button', { name: /^(?:Stel|Verstuur) / }).click();
  await page.waitForURL((url) => url.pathname === `/signalen/${nummer}`);
}

/** At the desk: a mail with a link, a code in another, and the question. */
async function antwoord(reis: Reiswereld, nieuw: (adres: string) => Promise<Page>, foto: Foto): Promise<void> {
  const bus = reis.onderdelen;
  await bus.verzend(LOKET);
  const page = await nieuw(await laatste(bus, LOKET, ({ text }) => LINK.exec(text)?.[0]));
  await page.getByRole('button', { name: 'Stuur mij een code' }).click();
  await page.getByLabel('Code').waitFor();
  await bus.verzend(LOKET);
  await page.getByLabel('Code').fill(await laatste(bus, LOKET, ({ text }) => CODE.exec(text)?.[1]));
  await page.getByRole('button', { name: 'Open het bericht' }).click();
  await page.getByText('Kunt u deze week besluiten').waitFor();
  await foto('5-loket', page);
  await page.getByRole('link', { name: 'Dit is niet voor ons' }).click();
  await page.getByLabel(/[Ww]eet.* niet/).check();
  await page.getByLabel(/^Waarom is dit niet voor u/).fill('Dit hoort bij de Wlz, en dus bij het zorgkantoor.');
  await page.getByRole('button', { name: 'Verstuur het antwoord' }).click();
  await page.getByText('Wij hebben uw antwoord ontvangen').waitFor();
}

async function legHoger(page: Page, nummer: string, foto: Foto): Promise<void> {
  await page.goto(new URL(`/signalen/${nummer}/escaleren`, page.url()).href);
  await page
    .getByRole('group', { name: 'Waarom moet een hoger niveau nu helpen?' })
    .getByLabel('Van het kastje naar de muur')
    .check();
  await page.getByLabel('Wat is geprobeerd?').fill('De gemeente en het zorgkantoor zijn elk twee keer gebeld.');
  await page.getByLabel('Wat is er nu nodig?').fill('Iemand die gemeente en zorgkantoor samen laat beslissen.');
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
  await page.getByText('Dit gebeurt er als u dit doet').waitFor();
  await foto('6-hoger', page);
  await page.getByRole('button', { name: 'Leg het hoger' }).click();
  await page.waitForURL((url) => url.pathname === `/signalen/${nummer}`);
}

async function losOp(page: Page, nummer: string, foto: Foto): Promise<void> {
  await page.getByRole('link', { name: 'Pak het signaal op' }).click();
  await page.getByRole('button', { name: 'Ik pak het op' }).click();
  await page.getByText('U behandelt dit signaal nu.').waitFor();
  await page.goto(new URL(`/signalen/${nummer}/uitkomst-melden`, page.url()).href);
  await page
    .getByRole('group', { name: 'Wat is er van gekomen?' })
    .getByLabel(/^Opgelost/)
    .check();
  await page
    .getByLabel('Hoe is het gelopen?')
    .fill('Gemeente en zorgkantoor betalen elk de helft tot het besluit er is.');
  await page.getByLabel('Wat is uw antwoord aan de melder?').fill('De begeleiding in de nacht begint maandag.');
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
  await page.getByText('Dit gebeurt er als u dit doet').waitFor();
  await foto('7-uitkomst', page);
  await page.getByRole('button', { name: /^(?:Meld|Leg) / }).click();
  await page.waitForURL((url) => url.pathname === `/signalen/${nummer}`);
  await page.getByText('Afgesloten').first().waitFor();
}

async function kijkTerug(reis: Reiswereld, page: Page, nummer: string, foto: Foto): Promise<void> {
  const { id, ingediendOp } = (await reis.app.as('metgezel.noord').get(`/signalen/${nummer}`)).body;
  await reizen(reis.onderdelen, id, opUur(plusDagen(datumVan(ingediendOp), TERUGBLIK_DAGEN), 10));
  await page.goto(new URL('/vragen', page.url()).href);
  await page.getByText(nummer).first().waitFor();
  await foto('8-terugblik', page);
  await page.getByRole('link', { name: 'Het helpt', exact: true }).click();
  await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
  await page.getByText('Dit gebeurt er als u dit doet').waitFor();
  await page.getByRole('button', { name: 'Vertel het' }).click();
  await page.waitForURL((url) => url.pathname === `/signalen/${nummer}`);
}
