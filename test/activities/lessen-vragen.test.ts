import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { vraagOfLessenWerken } from '#activities/lessen/vragen.ts';
import type { Post } from '#activities/post/post.ts';
import { leesKalender } from '#db/queries/feestdagen.ts';
import { rows, sql } from '#db/sql.ts';
import { LESBELEID } from '#domain/beleid/lesbeleid.ts';
import { type Datum, opUur, plusDagen } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';
import { eersteWerkdagNa, isWerkdag, plusWerkdagen } from '#domain/tijd/werkdagen.ts';
import { type Mail, type MailboxServer, readMailbox, startMailbox } from '#platform/smtp.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { type Bezoeker, ingelogd } from '#test/support/bezoeker.ts';
import { leer, losOp, over } from '#test/support/les.ts';
import { testPost } from '#test/support/test-post.ts';

const EIGENAAR = 'metgezel.noord';

describe('whether what worked still works', () => {
  let app: Client;
  let post: Post;
  let mailbox: MailboxServer;
  let dir: string;
  let kalender: Kalender;
  /** A last day that is a working day, so that twenty working days before it is one day. */
  let laatste: Datum;
  const bezoekers = new Map<string, Bezoeker>();
  beforeEach(async () => {
    app = await startApp();
    dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-lessen-'));
    mailbox = await startMailbox({ dir, port: 0 });
    post = testPost(app.database, mailbox.url, app.url);
    kalender = await leesKalender(app.db());
    laatste = eersteWerkdagNa(over(200), kalender);
    bezoekers.clear();
  });
  afterEach(async () => {
    post.close();
    await mailbox.close();
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const vraag = (dag: Datum): Promise<number> =>
    vraagOfLessenWerken(app.database, { publicUrl: app.url, from: 'post@signaalpunt.example' }, opUur(dag, 8, 30));
  /** The day on which so many working days are left until the last. */
  const werkdagenVoor = (n: number): Datum => {
    let dag = laatste;
    while (!isWerkdag(dag, kalender) || plusWerkdagen(dag, n, kalender) > laatste) dag = plusDagen(dag, -1);
    return dag;
  };
  const brieven = async (onderwerp: RegExp): Promise<Mail[]> => {
    await post.verzend();
    return (await readMailbox(dir)).filter(({ subject }) => onderwerp.test(subject));
  };
  const adressen = (mails: readonly Mail[]): string[] =>
    mails.flatMap(({ to }) => to.map((adres) => adres.split('@')[0] ?? '')).toSorted();

  it('is asked of its owner, once, twenty working days before its last day and not a day sooner', async () => {
    const nummer = await leer(app, await losOp(app), { geldigTotDatum: laatste });
    const dag = werkdagenVoor(LESBELEID.vraagVooraf);
    assert.equal(await vraag(werkdagenVoor(LESBELEID.vraagVooraf + 1)), 0);
    const tegelijk = await Promise.all([vraag(dag), vraag(dag)]);
    assert.equal(tegelijk[0]! + tegelijk[1]!, 1);
    assert.equal(await vraag(eersteWerkdagNa(dag, kalender)), 0);
    const [mail, ...meer] = await brieven(/nog\?$/);
    assert.deepEqual([adressen([mail!]), meer.length], [[EIGENAAR], 0]);
    assert.equal(mail?.subject, `Werkt les ${nummer} nog?`);
    const adres = `/wat-werkt/${nummer}/verlengen`;
    assert.ok(mail.html.includes(`href="${app.url}${adres}"`));
    assert.match((await (await ingelogd(bezoekers, app.url, EIGENAAR)).volg(adres)).tekst, /<h1>Werkt dit nog\?/);
    assert.ok(!mail.text.includes('casemanager'), 'what it says stands in no mail');
    assert.notEqual((await app.as(EIGENAAR).get(`/lessen/${nummer}`)).body.les.gevraagdOp, null);
  });

  it('is asked again before a new last day, when it was said to work until then', async () => {
    const nummer = await leer(app, await losOp(app), { geldigTotDatum: laatste });
    await vraag(werkdagenVoor(LESBELEID.vraagVooraf));
    laatste = eersteWerkdagNa(over(400), kalender);
    const verlengd = await app.as(EIGENAAR).post(`/lessen/${nummer}/verlengingen`, { geldigTotDatum: laatste });
    assert.deepEqual([verlengd.status, verlengd.body.les.gevraagdOp], [201, null]);
    assert.equal(await vraag(werkdagenVoor(LESBELEID.vraagVooraf + 1)), 0);
    assert.equal(await vraag(werkdagenVoor(LESBELEID.vraagVooraf)), 1);
    assert.equal((await brieven(/nog\?$/)).length, 2);
  });

  it('is not asked on a day on which nobody works, but on the next', async () => {
    await leer(app, await losOp(app), { geldigTotDatum: laatste });
    let vrij = werkdagenVoor(LESBELEID.vraagVooraf - 1);
    while (isWerkdag(vrij, kalender)) vrij = plusDagen(vrij, 1);
    assert.equal(await vraag(vrij), 0);
    assert.equal(await vraag(eersteWerkdagNa(vrij, kalender)), 1);
  });

  it('is asked of the deputy of who is away', async () => {
    await leer(app, await losOp(app), { geldigTotDatum: laatste });
    const dag = werkdagenVoor(LESBELEID.vraagVooraf);
    const weg = { waarnemer: 'metgezel.west', vanDatum: dag, totEnMetDatum: dag };
    assert.equal((await app.as(EIGENAAR).post('/waarnemingen', weg)).status, 201);
    assert.equal(await vraag(dag), 1);
    const [mail] = await brieven(/nog\?$/);
    assert.deepEqual(adressen([mail!]), ['metgezel.west']);
    assert.match(mail!.text, /U neemt waar voor Anneke de Vries/);
  });

  it('waits for the return of who is away, when the deputy is away too', async () => {
    await leer(app, await losOp(app), { geldigTotDatum: laatste });
    const dag = werkdagenVoor(LESBELEID.vraagVooraf);
    const dagen = { vanDatum: dag, totEnMetDatum: dag };
    for (const [wie, waarnemer] of [
      [EIGENAAR, 'metgezel.west'],
      ['metgezel.west', 'metgezel.zorgaanbieder'],
    ] as const)
      assert.equal((await app.as(wie).post('/waarnemingen', { waarnemer, ...dagen })).status, 201);
    assert.equal(await vraag(dag), 0);
    assert.equal(await vraag(eersteWerkdagNa(dag, kalender)), 1);
    assert.deepEqual(adressen(await brieven(/nog\?$/)), [EIGENAAR]);
  });

  it('is told to nobody who may not know of it', async () => {
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, organisatie)
          values ('loes', 'Loes de Wit', 'loes@voorbeeld.nl', '06 1', array['landelijk_team'], '{}', 'DEMO_ZORGAANBIEDER')`,
    );
    await leer(app, await losOp(app, { organisatie: 'DEMO_ZORGAANBIEDER' }), { geldigTotDatum: laatste });
    assert.equal(await vraag(eersteWerkdagNa(laatste, kalender)), 1);
    assert.deepEqual(adressen(await brieven(/weet niemand/)), ['landelijk']);
  });

  it('is told to landelijk once when its last day is over without an answer, with where to look', async () => {
    await leer(app, await losOp(app), { geldigTotDatum: laatste });
    await leer(app, await losOp(app), { geldigTotDatum: plusDagen(laatste, 300) });
    await vraag(werkdagenVoor(LESBELEID.vraagVooraf));
    assert.equal(await vraag(laatste), 0);
    const dag = eersteWerkdagNa(laatste, kalender);
    assert.equal(await vraag(dag), 1);
    assert.equal(await vraag(dag), 0);
    assert.equal(await vraag(eersteWerkdagNa(dag, kalender)), 0);
    const mails = await brieven(/weet niemand/);
    assert.deepEqual(adressen(mails), ['landelijk']);
    assert.match(mails[0]!.subject, /^Van één les weet niemand/);
    assert.ok(mails[0]!.html.includes(`href="${app.url}/wat-werkt?stand=verlopen"`));
  });
});
