import { proxyLocalActivities, sleep, workflowInfo } from '@temporalio/workflow';

/** What the yardsticks do instead of the work of Signaalpunt: one row, one statement. */
export interface Maatstaf {
  readonly noteer: (om: number, id: string) => Promise<void>;
}

const { noteer } = proxyLocalActivities<Maatstaf>({ startToCloseTimeout: '2s' });

/** The least that can be started. */
export async function leeg(): Promise<void> {}

/** The least that can be on time: one timer until `om` (ms since 1970) and one INSERT. */
export async function wacht(om: number): Promise<void> {
  await sleep(om - Date.now());
  await noteer(om, workflowInfo().workflowId);
}
