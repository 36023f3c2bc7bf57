import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

import { Client, Connection } from '@temporalio/client';

import { connectTemporal } from '#platform/temporal-client.ts';

describe('the client of Temporal', () => {
  it('goes on trying to reach a server that is away, so that it finds it within seconds of its return', async () => {
    const over = new AbortController();
    const first = await Promise.race([
      asked(9, connect, over.signal).then(() => 'ours'),
      // By itself gRPC waits longer and longer.
      asked(8, connectAsGrpcDoes, over.signal).then(() => 'by itself'),
    ]);
    over.abort();
    assert.equal(first, 'ours');
  });
});

interface Asker {
  client: Client;
  close: () => Promise<void>;
}

function connect(address: string): Asker {
  return connectTemporal({ address, namespace: 'proef', payloadKey: new Uint8Array(32) });
}

function connectAsGrpcDoes(address: string): Asker {
  const connection = Connection.lazy({ address });
  return { client: new Client({ connection }), close: () => connection.close() };
}

/** Asks a server that hangs up at once, until it was called so many times. */
async function asked(times: number, connectTo: (address: string) => Asker, over: AbortSignal): Promise<void> {
  let attempts = 0;
  const server = createServer((socket) => {
    attempts += 1;
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { client, close } = connectTo(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  while (attempts < times && !over.aborted)
    await client
      .withDeadline(Date.now() + 1_000, () => client.workflow.getHandle('x').describe())
      .catch(() => undefined);
  await close();
  server.close();
}
