import { randomUUID } from 'node:crypto';

import { type Client, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';

/** The gRPC status of a workflow that is not there, or no longer runs. */
const NOT_FOUND = 5;

const { FastForwardPollingResult: Result } = proto.temporal.api.enums.v1;

/** Whether the workflow stands at the end of the fast-forward, or ended before it, or was not there. */
export type Arrival = 'arrived' | 'ended';

export interface FastForward {
  client: Client;
  workflowId: string;
  /** How far the workflow's own clock moves, in milliseconds. */
  ms: number;
  /** Gives up when this says stop, say because no worker answers. */
  signal?: AbortSignal;
}

/**
 * Moves the own clock of one running workflow, timer by timer: all that falls due on the way is done before the clock goes
 * on. Only a server with time skipping does this. Throws when `signal` says stop.
 */
export async function fastForward({ client, workflowId, ms, signal }: FastForward): Promise<Arrival> {
  const { namespace } = client.options;
  const execution = { namespace, workflowExecution: { workflowId } };
  const id = randomUUID();
  const call = <T>(work: () => Promise<T>): Promise<T> =>
    signal === undefined ? work() : client.withAbortSignal(signal, work);
  try {
    await call(() =>
      client.workflowService.updateWorkflowExecutionOptions({
        ...execution,
        workflowExecutionOptions: {
          timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: msToTs(ms) } },
        },
        updateMask: { paths: ['time_skipping_config'] },
      }),
    );
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === NOT_FOUND) return 'ended';
    throw error;
  }
  for (;;) {
    const poll = await call(() =>
      client.workflowService.pollWorkflowExecutionTimeSkipping({ ...execution, fastForwardId: id }),
    );
    const result = poll.fastForwardPollingResult;
    if (result === Result.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED) return 'arrived';
    if (result === Result.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED) {
      if (/execution ended/.test(poll.failedReason)) return 'ended';
      throw new Error(`The fast-forward of ${workflowId} failed: ${poll.failedReason}`);
    }
  }
}
