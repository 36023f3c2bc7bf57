import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

import { connectTemporal } from '#platform/temporal-client.ts';

describe('the client of Temporal', function () {
  // By itself gRPC would wait longer and longer, and come to its ninth attempt after more than a minute.
  this.timeout(60_000);

  it('goes on trying to reach a server that is away, so that it finds it within seconds of its return', async () => {
    let attempts = 0;
    const server = createServer((socket) => {
      attempts += 1;
      socket.destroy();
      if (attempts === 9) server.emit('enough');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const enough = once(server, 'enough');
    const { port } = server.address() as AddressInfo;
    const temporal = connectTemporal({
      address: `127.0.0.1:${port}`,
      namespace: 'proef',
      payloadKey: new Uint8Array(32),
    });
    let isEnough = false;
    const asking = (async (): Promise<void> => {
      while (!isEnough) {
        const { client } = temporal;
        await client
          .withDeadline(Date.now() + 1_000, () => client.workflow.getHandle('x').describe())
          .catch(() => undefined);
      }
    })();
    await enough;
    isEnough = true;
    await asking;
    assert.ok(attempts >= 9);
    await temporal.close();
    server.close();
  });
});
