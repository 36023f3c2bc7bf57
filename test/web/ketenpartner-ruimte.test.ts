import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import express from 'express';

import { leesFormulier, type Ruimte } from '#web/ketenpartner/invoer.ts';

describe('files of all answers together', () => {
  const ruimte: Ruimte = { bezet: 0, hoogstens: 3_000 };
  let server: Server;
  let url: string;
  /** Lets the first answer go on, which until then holds its files in memory. */
  let antwoord: () => void;
  let isGelezen: Promise<void>;

  before(async () => {
    const app = express();
    let meld: () => void;
    isGelezen = new Promise((resolve) => (meld = resolve));
    const wacht = new Promise<void>((resolve) => (antwoord = resolve));
    app.post('/:wie', async (req, res) => {
      const formulier = await leesFormulier(req, ruimte);
      if (req.params.wie === 'eerste') {
        meld();
        await wacht;
      }
      res.json({ druk: formulier?.druk, aantal: formulier?.uploads.length, tekst: formulier?.invoer.toelichting });
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  async function stuur(wie: string): Promise<unknown> {
    const body = new FormData();
    body.set('toelichting', 'Het is gelukt.');
    body.append('bestanden', new File(['x'.repeat(2_000)], 'brief.pdf'));
    return (await fetch(`${url}/${wie}`, { method: 'POST', body })).json();
  }

  it('are bounded in memory: who comes too many keeps what was typed, and can send again once there is room', async () => {
    const eerste = stuur('eerste');
    await isGelezen;
    assert.deepEqual(await stuur('tweede'), { druk: true, aantal: 0, tekst: 'Het is gelukt.' });
    antwoord();
    assert.deepEqual(await eerste, { druk: false, aantal: 1, tekst: 'Het is gelukt.' });
    while (ruimte.bezet > 0) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(await stuur('derde'), { druk: false, aantal: 1, tekst: 'Het is gelukt.' });
  });
});
