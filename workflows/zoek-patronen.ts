import { proxyActivities } from '@temporalio/workflow';

import type { Nachtwerk } from '#activities/detectie/rooster.ts';

const nachtwerk = proxyActivities<Nachtwerk>({
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/** One night: looks at the counts for what stands out. Returns how much was proposed. */
export function zoekPatronen(): Promise<number> {
  return nachtwerk.zoekPatronen();
}
