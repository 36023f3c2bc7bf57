import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';

import { mislukteZendingen, verstuurOpnieuw } from '#activities/post/opnieuw.ts';
import { number, text } from '#db/columns.ts';
import { leesSignaal } from '#db/queries/signaal.ts';
import { rows, sql } from '#db/sql.ts';
import { Postkamer } from '#test/support/postkamer.ts';
import { Proxy } from '#test/support/proxy.ts';
import { indiening, Zaak } from '#test/support/zaak.ts';

const NU = '2027-05-10T08:00:00.000Z';

describe('post, verzend', () => {
  let kamer: Postkamer;
  beforeEach(async () => {
    kamer = await Postkamer.open();
  });
  afterEach(() => kamer[Symbol.asyncDispose]());

  it('keeps the mail while the server is down and sends the very same when it is back', async () => {
    const id = await bewaar('S-2027-0001');
    const post = kamer.post();
    await post.bundel();
    const [klaar] = await rows(kamer.db, sql`select message_id from zending`, { message_id: text });
    await kamer.stopServer();
    assert.equal(await post.verzend(), 0);
    const [wacht] = (await leesSignaal(kamer.db, id))!.post;
    assert.equal(wacht?.status, 'wacht');
    assert.equal(wacht.pogingen, 1);
    assert.match(wacht.laatsteFout ?? '', /ECONNREFUSED/);
    await kamer.startServer();
    assert.equal(await post.verzend(), 0, 'the next attempt is ten seconds away');
    await kamer.wachttijdVoorbij();
    assert.equal(await post.verzend(), 1);
    assert.deepEqual(
      (await kamer.mails()).map(({ messageId }) => messageId),
      [klaar?.message_id],
    );
    assert.deepEqual((await leesSignaal(kamer.db, id))!.post, []);
  });

  it('tells the mail server which mail it is and that only failure matters, for the report when it does not arrive (RFC 3461)', async () => {
    await bewaar('S-2027-0001');
    const enveloppen: unknown[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      hideDSN: false,
      closeTimeout: 100,
      onData: (stream, { envelope }, done) => {
        enveloppen.push({ dsn: envelope.dsn, aan: envelope.rcptTo.map(({ address, dsn }) => ({ address, dsn })) });
        stream.resume();
        stream.on('end', () => done());
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const post = kamer.post(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
    await post.bundel();
    assert.equal(await post.verzend(), 1);
    const [zending] = await rows(kamer.db, sql`select id, adres from zending`, { id: text, adres: text });
    assert.deepEqual(enveloppen, [
      {
        dsn: { ret: 'HDRS', envid: zending?.id },
        aan: [{ address: zending?.adres, dsn: { notify: ['FAILURE'], orcpt: `rfc822;${zending?.adres}` } }],
      },
    ]);
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it('waits longer after each attempt, at most five minutes', async () => {
    await bewaar('S-2027-0001');
    const post = kamer.post();
    await post.bundel();
    await kamer.stopServer();
    const wachttijden: number[] = [];
    for (let poging = 1; poging <= 7; poging += 1) {
      await kamer.wachttijdVoorbij();
      await post.verzend();
      const [zending] = await rows(
        kamer.db,
        sql`select round(extract(epoch from volgende_poging - clock_timestamp()) / 10)::int * 10 as s from zending`,
        { s: number },
      );
      wachttijden.push(zending?.s ?? 0);
    }
    assert.deepEqual(wachttijden, [10, 20, 40, 80, 160, 300, 300]);
    await kamer.startServer();
  });

  it('stops at the first mail when there is no server, and counts no attempt against the others', async () => {
    for (let i = 1; i <= 9; i += 1) await bewaar(`S-2027-000${i}`, `metgezel.${i}`);
    await kamer.stopServer();
    const post = kamer.post();
    await post.bundel();
    await post.verzend();
    const geprobeerd = (await kamer.zendingen()).filter(({ pogingen }) => pogingen > 0);
    assert.ok(geprobeerd.length <= 4, `${geprobeerd.length} attempts`);
    await kamer.startServer();
  });

  it('sends again with the same Message-ID and the same bytes when the reply to the first got lost', async () => {
    await bewaar('S-2027-0001');
    await using proxy = await Proxy.open(kamer.smtp.port);
    proxy.teVerliezen = 1;
    const post = kamer.post(proxy.url);
    await post.bundel();
    assert.equal(await post.verzend(), 0);
    assert.equal((await kamer.mails()).length, 1, 'the server has it');
    await kamer.wachttijdVoorbij();
    assert.equal(await post.verzend(), 1);
    const [een, ander, ...meer] = await kamer.mails();
    assert.equal(meer.length, 0);
    assert.deepEqual({ ...ander, id: '', receivedAt: '' }, { ...een, id: '', receivedAt: '' });
  });

  it('keeps a refused address visible with its error and goes on with the others, also with later mail for that person', async () => {
    await using server = await weigerend('metgezel@voorbeeld.nl');
    const id = await bewaar('S-2027-0001');
    await bewaar('S-2027-0002', 'metgezel.ander');
    const post = kamer.post(server.url);
    await post.bundel();
    assert.equal(await post.verzend(), 1);
    const [wacht] = (await leesSignaal(kamer.db, id))!.post;
    assert.equal(wacht?.status, 'mislukt');
    assert.match(wacht.laatsteFout ?? '', /550 .*onbekend/);
    assert.deepEqual((await kamer.zendingen()).map(({ adres, status }) => `${adres} ${status}`).toSorted(), [
      'metgezel.ander@voorbeeld.nl verstuurd',
      'metgezel@voorbeeld.nl mislukt',
    ]);
  });

  it('sends a refused mail again when the operator asks, to the address that its reader has now', async () => {
    await using server = await weigerend('metgezel@voorbeeld.nl');
    await bewaar('S-2027-0001');
    const post = kamer.post(server.url);
    await post.bundel();
    await post.verzend();
    const [mislukt] = await mislukteZendingen(kamer.db);
    assert.equal(await verstuurOpnieuw(kamer.db, 'geen-id'), 'bestaat_niet');
    await rows(kamer.db, sql`update gebruiker set email = 'nieuw@voorbeeld.nl' where id = 'metgezel'`);
    assert.equal(await verstuurOpnieuw(kamer.db, mislukt?.id ?? ''), 'wacht');
    assert.equal(await verstuurOpnieuw(kamer.db, mislukt?.id ?? ''), 'niet_mislukt');
    assert.equal(await post.verzend(), 1);
    assert.deepEqual(
      (await kamer.zendingen()).map(({ adres, status }) => [adres, status]),
      [['nieuw@voorbeeld.nl', 'verstuurd']],
    );
  });

  it('tries again later when an address is refused for now, and sends nothing past it to that person', async () => {
    await using server = await weigerend('metgezel@voorbeeld.nl', 450);
    await bewaar('S-2027-0001');
    await bewaar('S-2027-0002');
    const post = kamer.post(server.url);
    await post.bundel();
    assert.equal(await post.verzend(), 0);
    assert.deepEqual(
      (await kamer.zendingen()).map(({ status, pogingen }) => [status, pogingen]),
      [
        ['wacht', 1],
        ['wacht', 0],
      ],
    );
    server.weiger(null);
    await kamer.wachttijdVoorbij();
    assert.equal(await post.verzend(), 2);
    assert.deepEqual(server.ontvangen, ['S-2027-0001', 'S-2027-0002']);
  });

  it('sends each mail once, and in order per person, when several workers send at once', async () => {
    const wie = ['metgezel', 'metgezel.ander', 'metgezel.linde', 'oco'];
    for (let i = 10; i < 50; i += 1) await bewaar(`S-2027-00${i}`, wie[i % wie.length]);
    const posten = [kamer.post(), kamer.post(), kamer.post()];
    await Promise.all(posten.map((post) => post.bundel()));
    const verstuurd = await Promise.all(posten.map((post) => post.verzend()));
    assert.equal(
      verstuurd.reduce((een, ander) => een + ander, 0),
      40,
    );
    const mails = await kamer.mails();
    assert.equal(new Set(mails.map(({ messageId }) => messageId)).size, 40);
    assert.equal(mails.length, 40);
    const perPersoon = Map.groupBy(mails, ({ to }) => to.join());
    for (const ontvangen of perPersoon.values()) {
      const onderwerpen = ontvangen.map(({ subject }) => subject);
      assert.deepEqual(onderwerpen, onderwerpen.toSorted());
    }
  });

  it('takes over what a worker that died was sending, once its lease is over', async () => {
    await bewaar('S-2027-0001');
    const post = kamer.post();
    await post.bundel();
    await rows(kamer.db, sql`update zending set lease_tot = clock_timestamp() + interval '50 seconds', pogingen = 1`);
    assert.equal(await post.verzend(), 0);
    await kamer.wachttijdVoorbij();
    assert.equal(await post.verzend(), 1);
  });

  async function bewaar(nummer: string, melder = 'metgezel'): Promise<string> {
    const zaak = new Zaak();
    zaak.doe(NU, 'metgezel', indiening());
    const id = await kamer.bewaar(zaak, nummer, NU);
    if (melder !== 'metgezel') {
      await rows(
        kamer.db,
        sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
            values (${melder}, ${melder}, ${`${melder}@voorbeeld.nl`}, '', '{metgezel}', '{}') on conflict do nothing`,
      );
      await rows(kamer.db, sql`update bericht set gebruiker = ${melder} where stroom = ${id}`);
    }
    return id;
  }
});

interface Weigerend extends AsyncDisposable {
  url: string;
  /** The numbers in the subjects of the mails that it took, in order. */
  ontvangen: string[];
  weiger: (adres: string | null) => void;
}

/** An SMTP server that refuses one address. */
async function weigerend(eerste: string, code = 550): Promise<Weigerend> {
  let adres: string | null = eerste;
  const ontvangen: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _sessie, klaar) => {
      klaar(address === adres ? Object.assign(new Error('Dit adres is hier onbekend'), { responseCode: code }) : null);
    },
    onData: (stroom, _sessie, klaar) => {
      let mail = '';
      stroom.on('data', (stuk: Buffer) => (mail += stuk.toString()));
      stroom.on('end', () => {
        ontvangen.push(/^Subject: .*(S-2027-\d+)/m.exec(mail)?.[1] ?? mail);
        klaar();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    ontvangen,
    weiger: (ander) => {
      adres = ander;
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(resolve)),
  };
}
