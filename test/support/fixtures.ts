import fc from 'fast-check';

import { lookAtRows } from '#db/sql.ts';

import { stopTestChromium } from './chromium.ts';
import { keren, SEED } from './keren.ts';
import { stopTestPostgres } from './postgres.ts';
import { stopTestTemporal } from './temporal.ts';

fc.configureGlobal({ seed: SEED, ...keren(100) });
lookAtRows();

/** Mocha calls this once, after the last test: the servers that a test has started end here. */
export async function mochaGlobalTeardown(): Promise<void> {
  await Promise.all([stopTestPostgres(), stopTestTemporal(), stopTestChromium()]);
  setTimeout(failOnWhatIsOpen, 120_000).unref();
}

/** A test that leaves a connection or a process behind would keep the run waiting for ever: it ends, and fails. */
function failOnWhatIsOpen(): void {
  process.stderr.write(`A test left something open: ${process.getActiveResourcesInfo().join(', ')}\n`);
  process.exit(1);
}
