import { continueAsNew } from '@temporalio/workflow';

import type { VolgSignaal } from './messages.ts';
import { volg } from './volgen.ts';

/** Follows one signaal for as long as the clock owes it something. */
export function volgSignaal({ id }: VolgSignaal): Promise<void> {
  return volg(id, { opnieuw: () => continueAsNew<typeof volgSignaal>({ id }) });
}
