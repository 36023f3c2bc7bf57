import path from 'node:path';

import type { DataConverter } from '@temporalio/common';

import { createPayloadCodec } from './payload-codec.ts';

/** How client and worker alike write what they send to Temporal; `payloadKey` is 32 bytes. */
export function createDataConverter(payloadKey: Uint8Array): DataConverter {
  // By path, because the worker bundles it for its sandbox; the ending differs between source and build.
  const failureConverterPath = path.join(import.meta.dirname, `failure-converter${path.extname(import.meta.filename)}`);
  return { failureConverterPath, payloadCodecs: [createPayloadCodec(payloadKey)] };
}
