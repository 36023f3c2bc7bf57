import { Client, Connection } from '@temporalio/client';

import { createDataConverter } from './data-converter.ts';

export interface TemporalClientOptions {
  address: string;
  namespace: string;
  payloadKey: Uint8Array;
}

export interface TemporalClient {
  connection: Connection;
  client: Client;
  close: () => Promise<void>;
}

/** A client that connects at its first call, so that a process starts without Temporal too. */
export function connectTemporal({ address, namespace, payloadKey }: TemporalClientOptions): TemporalClient {
  const connection = Connection.lazy({ address });
  const client = new Client({ connection, namespace, dataConverter: createDataConverter(payloadKey) });
  return { connection, client, close: () => connection.close() };
}
