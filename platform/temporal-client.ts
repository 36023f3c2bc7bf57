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

/** gRPC waits ever longer between its attempts to reach a server, up to two minutes; and it would not notice one that went without a word. */
const CHANNEL = {
  'grpc.initial_reconnect_backoff_ms': 250,
  'grpc.max_reconnect_backoff_ms': 3_000,
  'grpc.keepalive_time_ms': 10_000,
  'grpc.keepalive_timeout_ms': 5_000,
};

/** A client that connects at its first call, so that a process starts without Temporal too. */
export function connectTemporal({ address, namespace, payloadKey }: TemporalClientOptions): TemporalClient {
  const connection = Connection.lazy({ address, channelArgs: CHANNEL });
  const client = new Client({ connection, namespace, dataConverter: createDataConverter(payloadKey) });
  return { connection, client, close: () => connection.close() };
}
