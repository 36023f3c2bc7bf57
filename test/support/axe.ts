import axe from 'axe-core';
import type { Page } from 'playwright-core';

import { heeftScript } from './chromium.ts';

/** What a page does wrong for people who cannot see, point or hear well (WCAG 2.2 AA and good practice), one line each. */
export async function toegankelijkheidsfouten(page: Page): Promise<string[]> {
  if (!heeftScript(page.context())) throw new Error('axe needs a window that runs scripts.');
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
