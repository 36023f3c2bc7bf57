import path from 'node:path';

import { stopTestChromium } from '#test/support/chromium.ts';
import { stopTestPostgres } from '#test/support/postgres.ts';
import { Reiswereld } from '#test/support/reiswereld.ts';
import { stopTestTemporal } from '#test/support/temporal.ts';

import { loopRond } from './rondleiding.ts';

/** The pictures of the README: each step of the tour, as it is now. */
const map = path.resolve('docs/beeld');
const reis = await Reiswereld.open(new Date().toISOString());
try {
  await loopRond(reis, async (naam, page) => {
    const bestand = path.join(map, `${naam}.png`);
    await page.screenshot({ path: bestand });
    console.log(`  ${bestand}`);
  });
} finally {
  await reis.sluit();
  await stopTestChromium();
  await stopTestPostgres();
  await stopTestTemporal();
}
