import type { Client } from '@temporalio/client';

import type { Service } from '#platform/embedded/find-service.ts';
import { connectTemporal } from '#platform/temporal-client.ts';

import { createWekken, type Wekken } from './waakhond/wekken.ts';
import { createWriterContext, type WriterContext, type WriterOptions } from './writer-context.ts';

/** The writer, and the workflows that it wakes. */
export interface WakeContext extends WriterContext {
  client: Client;
  wekken: Wekken;
}

/** Nothing is contacted before it is asked. */
export async function createWakeContext(service: Service, options?: WriterOptions): Promise<WakeContext> {
  const writer = await createWriterContext(service, options);
  const { client, close } = connectTemporal(service.temporal);
  return {
    ...writer,
    client,
    wekken: createWekken({ database: writer.database, client }),
    [Symbol.asyncDispose]: async () => {
      await close();
      await writer[Symbol.asyncDispose]();
    },
  };
}
