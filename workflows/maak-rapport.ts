import { proxyActivities } from '@temporalio/workflow';

import type { Nachtwerk } from '#activities/detectie/rooster.ts';

const nachtwerk = proxyActivities<Nachtwerk>({
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/** One night: drafts the report about the half year that was over last, when there is none. Returns whether it did. */
export function maakRapport(): Promise<boolean> {
  return nachtwerk.maakRapport();
}
