import axe from 'axe-core';
import type { Page } from 'playwright-core';

import { heeftScript } from './chromium.ts';

/** What a page does wrong for people who cannot see, point or hear well (WCAG 2.2 AA and good practice), one line each. */
export async function toegankelijkheidsfouten(page: Page): Promise<string[]> {
  if (!heeftScript(page.context())) throw new Error('axe needs a window that runs scripts.');
  // At another width the page has it still.
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Of what is right it would describe every element, which takes half of its time.
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
