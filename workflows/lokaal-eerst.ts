import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';

import type { Activiteiten } from '#activities/activiteiten.ts';

const lokaal = proxyLocalActivities<Activiteiten>({
  // During a local activity the workflow hears nothing else, so not for long.
  startToCloseTimeout: '2s',
  retry: { maximumAttempts: 1 },
});

const gewoon = proxyActivities<Activiteiten>({
  startToCloseTimeout: '30s',
  // For ever: PostgreSQL may be away for days, and what the clock owes must still happen soon after it is back.
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s' },
});

/**
 * Does `werk` in the worker that runs the workflow, which is the quick way; when that fails, as an ordinary activity
 * that Temporal repeats until it works. `werk` may then happen twice, which every activity here allows.
 * Throws what is refused for good.
 */
export async function lokaalEerst<T>(werk: (activiteiten: Activiteiten) => Promise<T>): Promise<T> {
  try {
    return await werk(lokaal);
  } catch {
    return werk(gewoon);
  }
}
