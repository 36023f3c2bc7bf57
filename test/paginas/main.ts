import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { stopTestChromium } from '#test/support/chromium.ts';
import { stopTestPostgres } from '#test/support/postgres.ts';

import { vensterVan } from './kijk.ts';
import { verschillende } from './loop.ts';
import { allesVan, loopAlles, openPaginawereld } from './wereld.ts';

/** As wide as a phone and as a desk. */
const BREEDTES = [390, 1280];

/** A picture of every page that is built otherwise, by role, to be looked at. */
const map = path.resolve(process.argv[2] ?? 'beelden');
await rm(map, { recursive: true, force: true });
await mkdir(map, { recursive: true });
const app = await openPaginawereld();
try {
  const lopen = await loopAlles(app);
  const perRol = Map.groupBy(verschillende(allesVan(lopen).paginas), ({ rol }) => rol);
  for (const { rol, bezoeker } of lopen) {
    const venster = await vensterVan(bezoeker, app.url);
    const page = await venster.newPage();
    for (const [nr, { adres, patroon }] of (perRol.get(rol) ?? []).entries())
      for (const breed of BREEDTES) {
        await page.setViewportSize({ width: breed, height: 900 });
        await page.goto(`${app.url}${adres}`);
        const naam = `${rol}${patroon.replaceAll(/[^a-z0-9-]+/gi, '_')}-${nr}-${breed}.png`;
        await page.screenshot({ path: path.join(map, naam), fullPage: true });
        console.log(`  ${naam}`);
      }
    await venster.close();
  }
} finally {
  await app.stop();
  await stopTestChromium();
  await stopTestPostgres();
}
