import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import express from 'express';

import { afhandeling } from '#api/problem.ts';
import { rows, sql } from '#db/sql.ts';
import { nieuwSignaal, startApp } from '#test/support/app.ts';

const CASUS = 'Mees de Boer, 6 jaar, woont in de Kerkstraat';

describe('the log of the API', () => {
  it('has no word of a signaal when PostgreSQL refuses its row and quotes it', async () => {
    const regels: string[] = [];
    const app = await startApp({
      log: (regel) => void regels.push(regel),
      voerUit: async () => {
        await rows(app.db(), sql`insert into organisatie (id, naam, type) values ('GM0014', ${CASUS}, null)`);
        throw new Error('PostgreSQL takes it');
      },
    });
    try {
      const { status, body } = await app
        .as('metgezel.noord')
        .post('/signalen', nieuwSignaal({ knelpunt: CASUS, tekstBevestigd: ['Mees de Boer'] }));
      assert.equal(status, 500);
      const alles = regels.join('') + JSON.stringify(body);
      assert.match(alles, /"msg":"request failed"/);
      assert.match(alles, /"code":"23502"/);
      for (const woord of ['Mees', 'Kerkstraat', 'insert', 'detail":"Failing'])
        assert.ok(!alles.includes(woord), woord);
    } finally {
      await app.stop();
    }
  });

  it('and standard error have no word of it either when an answer fails half-way', async () => {
    const gemeld: unknown[] = [];
    const app = express();
    app.get('/', (_req, res) => {
      res.write('half');
      throw new Error(CASUS);
    });
    app.use(afhandeling((error) => void gemeld.push(error)));
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const geschreven: string[] = [];
    const write = process.stderr.write.bind(process.stderr);
    process.stderr.write = (stuk: string | Uint8Array) => geschreven.push(String(stuk)) > 0;
    try {
      const { port } = server.address() as AddressInfo;
      await assert.rejects(fetch(`http://127.0.0.1:${port}/`).then((antwoord) => antwoord.text()));
    } finally {
      process.stderr.write = write;
      await new Promise((resolve) => server.close(resolve));
    }
    assert.equal(gemeld.length, 1);
    assert.ok(!geschreven.join('').includes(CASUS), geschreven.join(''));
  });
});
