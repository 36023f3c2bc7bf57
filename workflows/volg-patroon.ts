import { condition, continueAsNew } from '@temporalio/workflow';

import type { Stand } from '#activities/schrijven/uitvoeren.ts';

import { lokaalEerst } from './lokaal-eerst.ts';
import type { VolgPatroon } from './messages.ts';
import { volg } from './volgen.ts';

/** Follows one patroon for as long as the clock owes it something, and brings its answer to every reporter. */
export function volgPatroon({ id }: VolgPatroon): Promise<void> {
  return volg(id, {
    opnieuw: () => continueAsNew<typeof volgPatroon>({ id }),
    werk: (stand, isGewijzigd) => verstuur(id, stand, isGewijzigd),
  });
}

/**
 * Has the answer that is on its way given to every reporter, some at a time, until all have it or somebody changes the patroon. Where
 * one could not be reached now, the next round comes ten minutes later. Each has it once, however often this begins anew.
 */
async function verstuur(id: string, { versturen }: Stand, isGewijzigd: () => boolean): Promise<boolean> {
  if (versturen === undefined) return false;
  for (let na: string | null = null, mist = 0; ;) {
    const deel = await lokaalEerst(({ verstuurDeel }) => verstuurDeel(id, versturen, na, mist));
    if (deel.klaar) {
      // At least a second, so that nothing can make the loop spin.
      await condition(isGewijzigd, deel.mist > 0 ? '10 minutes' : '1 second', { summary: 'Het antwoord is rond' });
      return true;
    }
    if (isGewijzigd()) return true;
    ({ na, mist } = deel);
  }
}
