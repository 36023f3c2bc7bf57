import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

import { holdAnswer, sendAsItComes } from '#platform/hold-answer.ts';

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

  it('lets what is sent as it comes go once that is done, and asks for more only as fast as it is taken', async () => {
    const order: string[] = [];
    const stukken = Array.from({ length: 200 }, (_, i) => Buffer.alloc(10_000, i));
    await using answer = await ontvang((res) => {
      holdAnswer(res, () => Promise.resolve(void order.push(`before, sent: ${res.headersSent}`)), gaatGoed);
      void sendAsItComes(res, Readable.from(stukken));
    });
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), Buffer.concat(stukken));
    assert.deepEqual(order, ['before, sent: false']);
  });

  it('sends nothing of that either when it fails', async () => {
    await using answer = await ontvang((res) => {
      holdAnswer(
        res,
        () => Promise.reject(new Error('nee')),
        () => void res.end('kan niet'),
      );
      void sendAsItComes(res, Readable.from([Buffer.alloc(50_000, 'x'), Buffer.alloc(50_000, 'y')]));
    });
    assert.deepEqual([answer.status, await answer.text()], [500, 'kan niet']);
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
