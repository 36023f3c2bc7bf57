import { sleep } from '@temporalio/workflow';

import type { VolgPatroon, VolgSignaal } from '#workflows/messages.ts';
import { volgPatroon as patroon } from '#workflows/volg-patroon.ts';
import { volgSignaal as echt } from '#workflows/volg-signaal.ts';

/** What nobody may do to a workflow of which runs are open: one step more at the beginning. */
export async function volgSignaal(input: VolgSignaal): Promise<void> {
  await sleep(1_000);
  await echt(input);
}

export async function volgPatroon(input: VolgPatroon): Promise<void> {
  await sleep(1_000);
  await patroon(input);
}
