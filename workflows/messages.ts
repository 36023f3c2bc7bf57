import { defineSignal } from '@temporalio/workflow';

/** Where the workers of Signaalpunt look for work. */
export const TASK_QUEUE = 'signaalpunt';

/** The name under which the workflow `volgSignaal` is started; part of every history, so never changed. */
export const VOLG_SIGNAAL = 'volgSignaal';

/** The same of `volgPatroon`. */
export const VOLG_PATROON = 'volgPatroon';

/** Which patroon to follow. */
export interface VolgPatroon {
  readonly id: string;
}

/** Which signaal to follow. An id only: nothing about a person or a case enters Temporal. */
export interface VolgSignaal {
  readonly id: string;
}

/** Tells the workflow to read again. Without content, so that it does not matter how often or how late it comes. */
export const gewijzigd = defineSignal('gewijzigd');

/**
 * The one workflow id of a stream: two workflows can never follow the same one at the same time. Of a patroon too it begins as it did
 * when every stream was a signaal; its type says what it is.
 */
export function workflowIdVan(id: string): string {
  return `signaal-${id}`;
}
