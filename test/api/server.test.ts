import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

import { GEDULD_MS, luister, type Luisteraar } from '#api/server.ts';
import { createLogger } from '#platform/logger.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Loket } from '#test/support/loket.ts';
import { createGeduld } from '#web/ketenpartner/geduld.ts';

type Doe = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

describe('a request that is slow to arrive', () => {
  const opruimen: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const ruimOp of opruimen.splice(0)) await ruimOp();
  });

  /** Says how much has come in. Without patience for anybody but those of whom `magLang` says so. */
  const metLengte: Doe = async (req, res) => void res.end(`${(await text(req)).length} letters`);
  async function begin(magLang: (req: IncomingMessage) => Promise<boolean>, doe = metLengte): Promise<number> {
    const http = createServer((req, res) => void doe(req, res).catch(() => undefined));
    const server: Luisteraar = luister(http, createLogger('api', 'silent'), {
      ...GEDULD_MS,
      kortMs: 1,
      magLang,
    });
    opruimen.push(server.stop);
    return server.begin(0);
  }
  const stuur = (port: number, begin: string): Socket => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n${begin}`);
    return socket;
  };
  const NIEMAND = (): Promise<boolean> => Promise.resolve(false);

  it('408 with a problem document, and the connection is closed', async () => {
    const antwoord = await text(stuur(await begin(NIEMAND), 'half'));
    assert.match(antwoord, /^HTTP\/1\.1 408 Request Timeout\r\n[^]*application\/problem\+json[^]*"status":408/);
  });

  it('200: it is waited for when it may take long', async () => {
    const { promise: gevraagd, resolve } = Promise.withResolvers<string | undefined>();
    const port = await begin(({ url }) => {
      resolve(url);
      return Promise.resolve(true);
    });
    const socket = stuur(port, 'half');
    assert.equal(await gevraagd, '/');
    socket.end(' geheel');
    assert.match(await text(socket), /^HTTP\/1\.1 200 OK[^]*11 letters/);
  });

  it('200: once it has arrived, the answer may take as long as it takes', async () => {
    const { promise: straks, resolve } = Promise.withResolvers<void>();
    const port = await begin(NIEMAND, async (req, res) => {
      await text(req);
      await straks;
      res.end('klaar');
    });
    const socket = stuur(port, 'in een keer');
    // Sent later, so its time was up later.
    assert.match(await text(stuur(port, 'half')), / 408 /);
    resolve();
    socket.end();
    assert.match(await text(socket), /^HTTP\/1\.1 200 OK[^]*klaar/);
  });

  it('an answer before it has all arrived does not let the rest come in for ever', async () => {
    const antwoord = await text(
      stuur(await begin(NIEMAND, (_req, res) => Promise.resolve(void res.end('nee'))), 'half'),
    );
    assert.match(antwoord, /^HTTP\/1\.1 200 OK[^]*nee$/);
  });
});

describe('who may take long', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  it('is who answers a question, after opening it, and nobody else', async () => {
    const magLang = createGeduld(app.ketenpartners);
    const [loket, ander] = [await Loket.gevraagd(app), await Loket.gevraagd(app)];
    const dicht = { method: 'POST', url: `${loket.vraagpad}/opgelost`, headers: {} };
    assert.equal(await magLang(dicht), false);
    await loket.open();
    await ander.open();
    const cookie = `verzoek=${loket.koekjes.get('verzoek')}`;
    const antwoord = { method: 'POST', url: `${loket.vraagpad}/opgelost`, headers: { cookie } };
    assert.equal(await magLang(antwoord), true);
    for (const anders of [
      { headers: {} },
      { headers: { cookie: `verzoek=${'x'.repeat(43)}` } },
      { headers: { cookie: `verzoek=${ander.koekjes.get('verzoek')}` } },
      { method: 'GET' },
      { url: `${loket.vraagpad}/sluiten` },
      { url: loket.vraagpad },
      { url: `${loket.pad}/code` },
      { url: '/api/v1/signalen' },
      { url: `/api/v1${antwoord.url}` },
      { url: undefined },
    ])
      assert.equal(await magLang({ ...antwoord, ...anders } as typeof antwoord), false, JSON.stringify(anders));
    await loket.post(`${loket.vraagpad}/sluiten`);
    assert.equal(await magLang(antwoord), false, 'closed');
  });
});
