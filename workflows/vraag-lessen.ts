import { proxyActivities } from '@temporalio/workflow';

import type { Nachtwerk } from '#activities/detectie/rooster.ts';

const nachtwerk = proxyActivities<Nachtwerk>({
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/** One day: asks whose lessen are about to end whether they still work. Returns of how many was asked or told. */
export function vraagLessen(): Promise<number> {
  return nachtwerk.vraagLessen();
}
