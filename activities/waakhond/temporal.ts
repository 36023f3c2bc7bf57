import type { Client } from '@temporalio/client';

/** Enough for a server under load, and for a list of ten thousand; well within the lease of a wake. */
const GEDULD_MS = 5_000;

/** Does `werk` with Temporal. Throws after five seconds without an answer: others wait for whoever asks. */
export function vraagTemporal<T>(client: Client, werk: () => Promise<T>): Promise<T> {
  return client.withDeadline(Date.now() + GEDULD_MS, werk);
}
