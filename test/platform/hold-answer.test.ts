import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { holdAnswer } from '#platform/hold-answer.ts';

/** What somebody receives of an answer that is given like this. */
async function ontvang(geef: (res: ServerResponse) => void): Promise<Response & AsyncDisposable> {
  const server = createServer((_req, res) => geef(res)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return Object.assign(answer, {
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

function gaatGoed(error: unknown): void {
  assert.ifError(error);
}

describe('holding an answer until something else is done', () => {
  it('gives the whole answer once that is done', async () => {
    const order: string[] = [];
    await using answer = await ontvang((res) => {
      const before = (): Promise<void> => Promise.resolve(void order.push(`before, sent: ${res.headersSent}`));
      holdAnswer(res, before, gaatGoed);
      res.write('een ');
      res.end('twee');
    });
    assert.equal(await answer.text(), 'een twee');
    assert.deepEqual(order, ['before, sent: false']);
  });

  it('gives nothing of it when that fails, and whatever takes its place', async () => {
    await using answer = await ontvang((res) => {
      holdAnswer(
        res,
        () => Promise.reject(new Error('nee')),
        () => void res.end('kan niet'),
      );
      res.setHeader('set-cookie', 'geheim=1').end('geheim');
    });
    assert.deepEqual([answer.status, await answer.text(), answer.headers.get('set-cookie')], [500, 'kan niet', null]);
  });

  it('lets a stream of events through as it comes', async () => {
    let isDone = false;
    await using answer = await ontvang((res) => {
      holdAnswer(res, () => Promise.resolve(void (isDone = true)), gaatGoed);
      res.setHeader('content-type', 'text/event-stream').write('data: 1\n\n');
    });
    const { value } = (await answer.body?.getReader().read()) ?? {};
    assert.deepEqual([new TextDecoder().decode(value), isDone], ['data: 1\n\n', false]);
  });
});
