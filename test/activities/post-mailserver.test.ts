import assert from 'node:assert/strict';

import { verwerkGeweigerde } from '#activities/ketenpartners/bounce.ts';
import { legZendingKlaar } from '#activities/post/zending.ts';
import { number, orNull, text } from '#db/columns.ts';
import { createDatabaseContext } from '#db/context.ts';
import { rows, sql } from '#db/sql.ts';
import {
  type EigenzinnigeMailserver,
  eigenzinnigeMailserver,
  type Moment,
} from '#test/support/eigenzinnige-mailserver.ts';
import { PgProxy } from '#test/support/pg-proxy.ts';
import { Postkamer } from '#test/support/postkamer.ts';
import { testPost } from '#test/support/test-post.ts';
import { tot } from '#test/support/worker.ts';

describe('post, with a mail server that does not do as it should', () => {
  let kamer: Postkamer;
  let server: EigenzinnigeMailserver;
  beforeEach(async () => {
    kamer = await Postkamer.open();
    server = await eigenzinnigeMailserver();
  });
  afterEach(async () => {
    await server[Symbol.asyncDispose]();
    await kamer[Symbol.asyncDispose]();
  });

  it('a reply that comes a word at a time, for ever: the mail is given up in time, and one sender has it at a time', async () => {
    const [id] = await leg('een');
    // As if it were half a minute later.
    await rows(
      kamer.db,
      sql`create function kort() returns trigger language plpgsql as
          $$ begin new.lease_tot := new.lease_tot - interval '29 seconds'; return new; end $$`,
    );
    await rows(
      kamer.db,
      sql`create trigger kort before update on zending for each row when (new.lease_tot is not null) execute function kort()`,
    );
    server.wees((moment, _regel, socket) => {
      if (moment !== 'RCPT') return undefined;
      const drup = setInterval(() => socket.write('250-nog even\r\n'), 100);
      socket.on('close', () => clearInterval(drup));
      return null;
    });
    const post = kamer.post(server.url);
    const bezig = post.verzend();
    await tot(async () => (await zendingVan(id)).lease !== null);
    const { lease } = await zendingVan(id);
    assert.equal(await bezig, 0);
    const { resterend, status, volgende, fout } = await zendingVan(id, lease);
    assert.deepEqual([status, fout], ['wacht', 'Geen antwoord op tijd']);
    assert.ok((volgende ?? 0) > 0);
    assert.ok((resterend ?? 0) > 0, 'it was given up while the lease still held');
  });

  it('a server that takes long over a mail is waited for longer each time, so that it is not sent for ever', async () => {
    const [id] = await leg('een');
    server.wees((moment) => (moment === 'CONTENT' ? null : undefined));
    const leases: number[] = [];
    for (const pogingen of [0, 1, 2, 4, 9, 2_000]) {
      await rows(
        kamer.db,
        sql`update zending set pogingen = ${pogingen}, lease_tot = null, volgende_poging = null where id = ${id}`,
      );
      const post = kamer.post(server.url);
      const bezig = post.verzend();
      await tot(async () => (await zendingVan(id)).lease !== null);
      leases.push(Math.ceil(((await zendingVan(id)).resterend ?? 0) / 15) * 15);
      post.close();
      await bezig;
    }
    assert.deepEqual(leases, [45, 75, 135, 495, 615, 615]);
  });

  it('a mail over which it takes long holds up no other for longer than a round lasts, nor who wants to leave', async () => {
    const [id, ander] = await leg('een', 'twee');
    server.wees((moment, regel) => (moment === 'CONTENT' && regel.includes('een@') ? null : undefined));
    const post = kamer.post(server.url);
    assert.equal(await post.verzend(), 1);
    assert.deepEqual(
      [(await zendingVan(id)).lease !== null, (await zendingVan(ander)).status],
      [true, 'verstuurd'],
      'it is still under way',
    );
    const [later] = await leg('drie');
    assert.equal(await post.verzend(), 1);
    assert.equal((await zendingVan(later)).status, 'verstuurd');
    post.close();
    await tot(async () => (await zendingVan(id)).lease === null);
  });

  it('no greeting, and no connection: within seconds it says so, and tries no other mail', async () => {
    await leg('een', 'twee', 'drie', 'vier', 'vijf', 'zes');
    await using stil = await zwijgt();
    const post = kamer.post(stil.url);
    assert.equal(await post.verzend(), 0);
    const zendingen = await kamer.zendingen();
    assert.equal(zendingen.filter(({ pogingen }) => pogingen > 0).length, 4);
    assert.ok(zendingen.every(({ status }) => status === 'wacht'));
  });

  it('421 in the middle, TLS that is asked for, a login that is asked for: all wait, nothing is refused for good', async () => {
    const gevallen: [Moment, string][] = [
      ['CONNECT', '421 4.3.2 closing'],
      ['EHLO', '421 4.3.2 closing'],
      ['MAIL', '421 4.3.2 closing'],
      ['MAIL', '530 5.7.0 Must issue a STARTTLS command first'],
      ['MAIL', '550 5.7.1 Sender not allowed'],
      ['RCPT', '421 4.3.2 closing'],
      ['RCPT', '530 5.7.0 Authentication required'],
      ['RCPT', '554 5.7.1 Relay access denied'],
      ['DATA', '421 4.3.2 closing'],
      ['CONTENT', '421 4.3.2 closing'],
      ['CONTENT', '451 4.7.1 Greylisted'],
      ['RCPT', '452 4.2.2 Mailbox full'],
    ];
    for (const [moment, antwoord] of gevallen) {
      const [id] = await leg('een');
      server.wees((nu, _regel, socket) => {
        if (nu !== moment) return undefined;
        if (antwoord.startsWith('421')) setImmediate(() => socket.end());
        return antwoord;
      });
      const post = kamer.post(server.url);
      assert.equal(await post.verzend(), 0);
      const { status, fout } = await zendingVan(id);
      assert.deepEqual(
        [status, fout?.includes(antwoord.slice(0, 3))],
        ['wacht', true],
        `${moment} ${antwoord}: ${fout}`,
      );
      server.wees(() => undefined);
      await kamer.wachttijdVoorbij();
      assert.equal(await post.verzend(), 1, antwoord);
      assert.equal((await zendingVan(id)).status, 'verstuurd');
    }
  });

  it('what is refused for good is about this mail: nobody there, no room, words that it does not take', async () => {
    const gevallen: [Moment, string][] = [
      ['RCPT', '550 5.1.1 No such user'],
      ['RCPT', '552 5.2.2 Mailbox full'],
      ['CONTENT', '552 5.2.2 Mailbox full'],
      ['CONTENT', '554 5.7.1 Looks like spam'],
    ];
    for (const [moment, antwoord] of gevallen) {
      const [id] = await leg('een');
      server.wees((nu) => (nu === moment ? antwoord : undefined));
      assert.equal(await kamer.post(server.url).verzend(), 0);
      const { status, fout } = await zendingVan(id);
      assert.deepEqual([status, fout?.includes(antwoord)], ['mislukt', true], `${antwoord}: ${fout}`);
    }
  });

  it('who is refused for now for four days is given up, so that somebody hears of it; a server that is away never is', async () => {
    const [id, ander] = await leg('een', 'twee');
    const poog = async (eigenzin: Parameters<EigenzinnigeMailserver['wees']>[0]): Promise<void> => {
      server.wees(eigenzin);
      await kamer.wachttijdVoorbij();
      await kamer.post(server.url).verzend();
    };
    const later = (moment: Moment, regel: string) =>
      moment === 'RCPT' && regel.includes('een@') ? '450 4.2.0 Greylisted' : undefined;
    await poog(later);
    assert.equal((await zendingVan(ander)).status, 'verstuurd');
    await rows(kamer.db, sql`update zending set uitgesteld_sinds = uitgesteld_sinds - interval '95 hours'`);
    await poog(later);
    assert.equal((await zendingVan(id)).status, 'wacht');
    await rows(kamer.db, sql`update zending set uitgesteld_sinds = uitgesteld_sinds - interval '2 hours'`);
    await poog((moment, _regel, socket) => {
      if (moment === 'RCPT') socket.destroy();
      return undefined;
    });
    assert.equal((await zendingVan(id)).status, 'wacht', 'that says nothing of this mail');
    await poog(later);
    const { status, fout } = await zendingVan(id);
    assert.deepEqual([status, fout?.includes('450 4.2.0 Greylisted')], ['mislukt', true]);
  });

  it('one that says yes and goes away keeps what it took, and the next mail comes too', async () => {
    await leg('een', 'twee', 'drie');
    server.wees((moment, _regel, socket) => {
      if (moment === 'CONTENT') setImmediate(() => socket.destroy());
      return undefined;
    });
    const post = kamer.post(server.url);
    await tot(async () => {
      await kamer.wachttijdVoorbij();
      await post.verzend();
      return (await kamer.zendingen()).every(({ status }) => status === 'verstuurd');
    });
    assert.ok(new Set(server.ontvangen.map(onderwerpVan)).size === 3);
  });

  it('what it took is not sent again because PostgreSQL was away at that moment', async () => {
    const [id] = await leg('een');
    await using draad = await PgProxy.open(kamer.url);
    await using context = await createDatabaseContext(draad.url);
    const post = testPost(context.database, server.url);
    server.wees((moment) => {
      if (moment !== 'CONTENT') return undefined;
      draad.close();
      setTimeout(() => draad.reopen(), 700);
      return undefined;
    });
    // Who looks for more mail meanwhile may find that PostgreSQL is away.
    await post.verzend().catch(() => undefined);
    assert.equal((await zendingVan(id)).status, 'verstuurd');
    await kamer.wachttijdVoorbij();
    await kamer.post(server.url).verzend();
    assert.equal(server.ontvangen.length, 1);
    post.close();
  });

  it('what it took while nobody could note that, not even in time, is noted later and not sent again; the next round tells that it failed', async () => {
    const [id] = await leg('een');
    await rows(
      kamer.db,
      sql`create function vol() returns trigger language plpgsql as
          $$ begin raise exception 'could not extend file' using errcode = (select code from proef); end $$`,
    );
    await rows(kamer.db, sql`create table proef as select '23514' as code`);
    await rows(kamer.db, sql`grant select on proef to public`);
    await rows(
      kamer.db,
      sql`create trigger vol before update on zending for each row when (new.status = 'verstuurd') execute function vol()`,
    );
    const laat = Promise.withResolvers<void>();
    server.wees((moment, _regel, socket) => {
      if (moment !== 'CONTENT') return undefined;
      void laat.promise.then(() => socket.write('250 2.0.0 taken\r\n'));
      return null;
    });
    const post = kamer.post(server.url);
    assert.equal(await post.verzend(), 0, 'it is still under way when the round is over');
    laat.resolve();
    await tot(async () =>
      post.verzend().then(
        () => false,
        ({ code }) => code === '23514',
      ),
    );
    await kamer.wachttijdVoorbij();
    await assert.rejects(post.verzend());
    await rows(kamer.db, sql`drop trigger vol on zending`);
    await kamer.wachttijdVoorbij();
    assert.equal(await post.verzend(), 1);
    assert.deepEqual([(await zendingVan(id)).status, server.ontvangen.length], ['verstuurd', 1]);
  });

  it('a mail that waits for its next attempt does not wait an hour longer because the clock was put back', async () => {
    const [id] = await leg('een');
    await rows(kamer.db, sql`update zending set volgende_poging = clock_timestamp() + interval '4 minutes'`);
    const post = kamer.post(server.url);
    assert.equal(await post.verzend(), 0);
    await rows(kamer.db, sql`update zending set volgende_poging = clock_timestamp() + interval '1 hour'`);
    assert.equal(await post.verzend(), 1);
    assert.equal((await zendingVan(id)).status, 'verstuurd');
  });

  it('a subject and a name hold no line of their own, and come whole however odd and long', async () => {
    const raar = `Één "vraag"\r\nBcc: iedereen@voorbeeld.nl\r\n\r\nen ${'lang '.repeat(80)}<b>👩🏽‍⚕️`;
    await rows(kamer.db, sql`update gebruiker set naam = ${`${raar}`} where id = 'oco'`);
    await leg(raar);
    await kamer.bezorg();
    const [mail] = await kamer.mails();
    assert.equal(mail?.subject.replaceAll(/\s+/g, ' ').trim(), raar.replaceAll(/\s+/g, ' ').trim());
    assert.deepEqual(
      mail.headers.filter(({ name }) => ['bcc', 'cc'].includes(name)),
      [],
    );
    assert.deepEqual(mail.to, ['0@voorbeeld.nl']);
    const antwoord = mail.headers.find(({ name }) => name === 'reply-to')?.value ?? '';
    assert.match(antwoord, /oco@voorbeeld\.nl/);
  });

  it('an address that is none is refused at once, and holds nothing up', async () => {
    const [id] = await leg('een', 'twee');
    await rows(kamer.db, sql`update zending set adres = 'niemand' where id = ${id}`);
    assert.equal(await kamer.post(server.url).verzend(), 1);
    assert.equal((await zendingVan(id)).status, 'mislukt');
    await verwerkGeweigerde(kamer.db, () => Promise.reject(new Error('nobody to tell')));
  });

  /** A mail with this subject to each of as many people. Returns their ids. */
  async function leg(...onderwerpen: string[]): Promise<string[]> {
    const ids: string[] = [];
    for (const [i, onderwerp] of onderwerpen.entries()) {
      const id = await legZendingKlaar(kamer.db, {
        gebruiker: null,
        adres: /^\w+$/.test(onderwerp) ? `${onderwerp}@voorbeeld.nl` : `${i}@voorbeeld.nl`,
        antwoordAan: 'oco',
        soort: 'direct',
        brief: { onderwerp, aanhef: 'Beste lezer,', alineas: [], gegevens: [], groepen: [], knop: null, voet: [] },
        sleutel: `${Math.random()}`,
        from: 'Signaalpunt <post@signaalpunt.example>',
        op: '2027-05-10T08:00:00.000Z',
        afmelden: null,
      });
      ids.push(id!);
    }
    return ids;
  }

  async function zendingVan(id: string | undefined, lease: string | null = null) {
    const [zending] = await rows(
      kamer.db,
      sql`select status, laatste_fout as fout, lease_tot::text as lease,
                 extract(epoch from coalesce(${lease}::timestamptz, lease_tot) - clock_timestamp())::float8 as resterend,
                 extract(epoch from volgende_poging - clock_timestamp())::float8 as volgende
            from zending where id = ${id ?? ''}::uuid`,
      { status: text, fout: orNull(text), lease: orNull(text), resterend: orNull(number), volgende: orNull(number) },
    );
    assert.ok(zending);
    return zending;
  }
});

function onderwerpVan(bericht: string): string {
  return /^Subject: (.*)$/m.exec(bericht)?.[1] ?? '';
}

/** A server that takes connections, and says nothing. */
async function zwijgt(): Promise<EigenzinnigeMailserver> {
  return eigenzinnigeMailserver((moment) => (moment === 'CONNECT' ? null : undefined));
}
