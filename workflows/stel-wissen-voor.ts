import { proxyActivities } from '@temporalio/workflow';

import type { Nachtwerk } from '#activities/detectie/rooster.ts';

const nachtwerk = proxyActivities<Nachtwerk>({
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/** One night: proposes to erase what has been kept for as long as it may. Returns how much was proposed. */
export function stelWissenVoor(): Promise<number> {
  return nachtwerk.stelWissenVoor();
}
