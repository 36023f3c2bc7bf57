import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from '#platform/ports.ts';
import { findTemporal } from '#platform/temporal-program.ts';
import { startTemporal, type TemporalServer } from '#platform/temporal.ts';
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

async function start(): Promise<{ server: TemporalServer; home: string }> {
  const program = await findTemporal({
    dataDir: '.data',
    tell: (sentence) => process.stderr.write(`${sentence}\n`),
  });
  if (program === undefined) throw new Error('Without an address there is always a program.');
  const home = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-temporal-'));
  const server = await startTemporal({
    program,
    dir: path.join(home, 'data'),
    port: await freePort(),
    namespace: TEST_NAMESPACE,
    searchAttributes: Object.values(SEARCH_ATTRIBUTES),
    timeSkipping: true,
    logFile: path.join(home, 'temporal.log'),
    throwaway: true,
  });
  return { server, home };
}
