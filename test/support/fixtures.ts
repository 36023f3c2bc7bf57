import { stopTestPostgres } from './postgres.ts';
import { stopTestTemporal } from './temporal.ts';

/** Mocha calls this once, after the last test: the servers that a test has started end here. */
export async function mochaGlobalTeardown(): Promise<void> {
  await Promise.all([stopTestPostgres(), stopTestTemporal()]);
}
