import { DefaultFailureConverter } from '@temporalio/common';

/** Moves message and stack of a failure into a payload, so that the codec encrypts them too. The SDK loads it by this name. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
