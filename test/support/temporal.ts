import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from '#platform/ports.ts';
import { findTemporal } from '#platform/temporal-program.ts';
import { startTemporal, type TemporalOptions, type TemporalServer } from '#platform/temporal.ts';
import { SEARCH_ATTRIBUTES } from '#workflows/search-attributes.ts';

/** The namespace in which every test runs; use task queues and workflow ids of your own. */
export const TEST_NAMESPACE = 'default';

let running: Promise<{ server: TemporalServer; home: string }> | undefined;

/** Address of the one Temporal server of this test run, with time skipping on; started at the first call. */
export async function temporalAddress(): Promise<string> {
  running ??= start();
  return (await running).server.address;
}

/** Ends the server of this run, if one was started, and removes all it wrote. */
export async function stopTestTemporal(): Promise<void> {
  if (running === undefined) return;
  const { server, home } = await running;
  await server.stop();
  await rm(home, { recursive: true, force: true });
  running = undefined;
}

/**
 * How a Temporal server of one's own starts in the folder `home`, each time on the same port and on what it had: for a test that takes it
 * away. Whoever starts it stops it.
 */
export async function eigenTemporal(
  home: string,
  anders: Partial<Pick<TemporalOptions, 'port' | 'settings'>> = {},
): Promise<() => Promise<TemporalServer>> {
  const options = await optionsIn(home, anders);
  return () => startTemporal(options);
}

async function start(): Promise<{ server: TemporalServer; home: string }> {
  const home = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-temporal-'));
  const server = await startTemporal({ ...(await optionsIn(home)), throwaway: true });
  return { server, home };
}

async function optionsIn(
  home: string,
  { port, ...anders }: Partial<Pick<TemporalOptions, 'port' | 'settings'>> = {},
): Promise<TemporalOptions> {
  const program = await findTemporal({
    dataDir: '.data',
    tell: (sentence) => process.stderr.write(`${sentence}\n`),
  });
  if (program === undefined) throw new Error('Without an address there is always a program.');
  return {
    program,
    dir: path.join(home, 'temporal'),
    port: port ?? (await freePort()),
    namespace: TEST_NAMESPACE,
    searchAttributes: Object.values(SEARCH_ATTRIBUTES),
    timeSkipping: true,
    logFile: path.join(home, 'temporal.log'),
    ...anders,
  };
}
