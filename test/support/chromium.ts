import type { Browser, BrowserContext } from 'playwright-core';

let running: Promise<Browser> | undefined;

/** Only what never comes is given up, and said, before mocha does: how fast the machine is, is no part of any test. */
const GEDULD_MS = 5 * 60_000;

/** A Chromium from npm, which needs nothing of the machine. All tests share one. */
function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

/** Loaded by whoever needs it: most tests do not. */
async function launch(): Promise<Browser> {
  const [{ default: chromium }, playwright] = await Promise.all([
    import('@sparticuz/chromium'),
    import('playwright-core'),
  ]);
  const executablePath = await chromium.executablePath();
  // The library's own arguments put all in one process and turn the rules between websites off.
  return playwright.chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
    headless: true,
    timeout: GEDULD_MS,
  });
}

/** Somebody with a browser of their own: nothing is shared with another. Whoever opens it closes it. */
export async function openVenster({ script = false, breed = 1280 } = {}): Promise<BrowserContext> {
  const venster = await (
    await browser()
  ).newContext({
    javaScriptEnabled: script,
    viewport: { width: breed, height: 900 },
    locale: 'nl-NL',
  });
  venster.setDefaultTimeout(GEDULD_MS);
  if (script) metScript.add(venster);
  return venster;
}

const metScript = new WeakSet<BrowserContext>();

/** Whether pages in it run scripts: what waits for one in a window without them waits for ever. */
export function heeftScript(venster: BrowserContext): boolean {
  return metScript.has(venster);
}

/** Ends what `openVenster` started, if it did. */
export async function stopTestChromium(): Promise<void> {
  await (await running)?.close();
}
