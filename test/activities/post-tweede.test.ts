import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Post } from '#activities/post/post.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Mail, type MailboxServer, readMailbox, startMailbox } from '#platform/smtp.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { type Bezoeker, ingelogd } from '#test/support/bezoeker.ts';
import { losOp, nieuweLes } from '#test/support/les.ts';
import { dienInToen, maakTweede, VOORBIJ } from '#test/support/rapport.ts';
import { testPost } from '#test/support/test-post.ts';

const VANDAAG = datumVan(new Date().toISOString());
const CONCEPT = `/rapporten/${VOORBIJ}-v1`;
/** Stands in no mail and on no page but its own. */
const KANARIE = 'regenboogbrug';

describe('what waits for a second person', () => {
  let app: Client;
  let post: Post;
  let mailbox: MailboxServer;
  let dir: string;
  let tweede: string;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => {
    app = await startApp();
    dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-tweede-'));
    mailbox = await startMailbox({ dir, port: 0 });
    post = testPost(app.database, mailbox.url, app.url);
    tweede = await maakTweede(app.db());
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          values ('beheer2', 'Bart Mulder', 'bart@voorbeeld.nl', '06 3', '{functioneel_beheer}', '{}')`,
    );
    // The day of everybody has begun, whenever this is run.
    await rows(app.db(), sql`delete from werktijd`);
    await rows(
      app.db(),
      sql`insert into werktijd (gebruiker, weekdag, van, tot) select g.id, dag, '00:00', '23:59' from gebruiker g, generate_series(1, 7) dag`,
    );
  });
  after(async () => {
    post.close();
    await mailbox.close();
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  });
  afterEach(() => assert.deepEqual(app.fouten, []));

  const doe = async (wie: string, pad: string, inhoud?: object) => {
    const { status, body } = await app.as(wie).post(pad, inhoud);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  /** The lines on the page with which they begin the day, each with where it leads. */
  const regels = async (wie: string): Promise<string[]> => {
    const begin = ['beheer', 'beheer2', 'metgezel.noord', 'auditor'].includes(wie) ? '/' : '/vandaag';
    const { status, tekst } = await (await ingelogd(bezoekers, app.url, wie)).volg(begin);
    assert.equal(status, 200);
    const [deel = ''] = /<section aria-labelledby="tweede">.*?<\/section>/s.exec(tekst) ?? [];
    return Array.from(
      deel.matchAll(/<li><a href="([^"]+)">[^<]+<\/a>: (.*?)<\/li>/g),
      ([, adres, zin]) => `${adres} ${zin}`,
    );
  };
  /** As if all of it began to wait so many days ago, or before. */
  const sinds = async (dagen: number) => {
    for (const [tabel, kolom] of [
      ['les', 'geschreven_op'],
      ['vignet', 'geschreven_op'],
      ['rapport', 'gemaakt_op'],
      ['rapport', 'nagekeken_op'],
      ['wissing', 'eerste_op'],
      ['bewaartermijnvoorstel', 'op'],
    ] as const)
      await rows(
        app.db(),
        sql`update ${sql.id(tabel)} set ${sql.id(kolom)} = least(${sql.id(kolom)}, clock_timestamp() - ${dagen} * interval '1 day')`,
      );
  };
  const aan = async (wie: string): Promise<Mail[]> => {
    const alle = await readMailbox(dir);
    return alle.filter(
      ({ to, subject }) => subject.endsWith('op een tweede persoon') && to.some((adres) => adres.startsWith(wie)),
    );
  };

  it('stands on the page of who may look at it, leads there, and is gone from it once they did', async () => {
    const les = 'wat-werkt?stand=nakijken Eén les wacht tot een ander die nakijkt.';
    const { nummer } = (await doe('landelijk', '/lessen', nieuweLes(await losOp(app)))).les;
    assert.deepEqual(await regels('landelijk'), [], 'not of who wrote it');
    assert.deepEqual(await regels('programmaleiding'), [], 'nor of who does not look at lessen');
    for (const wie of ['coordinator.zuid', 'coordinator.noord', tweede])
      assert.deepEqual(await regels(wie), [`/${les}`], wie);
    await rows(app.db(), sql`update les set niet_voor = array['CIZ']`);
    await rows(app.db(), sql`update gebruiker set organisatie = 'CIZ' where id = 'coordinator.zuid'`);
    assert.deepEqual(await regels('coordinator.zuid'), [], 'nor of who may not know of it');
    await rows(app.db(), sql`update gebruiker set organisatie = null where id = 'coordinator.zuid'`);
    await doe('coordinator.noord', `/lessen/${nummer}/beoordelingen`, { oordeel: 'goedkeuren' });
    assert.deepEqual(await regels('coordinator.zuid'), []);
  });

  it('says so of a story, and of a report once no story in it waits, to another of landelijk', async () => {
    const [signaal = ''] = await dienInToen(app, 1, 'NAH');
    await doe('landelijk', '/rapporten', { periode: VOORBIJ });
    const rapport = `/rapporten/${VOORBIJ}-v1 Eén rapport wacht tot een ander het nakijkt of vrijgeeft.`;
    const verhaal = `/rapporten/${VOORBIJ}-v1 Eén verhaal wacht tot een ander kijkt of niemand te herkennen is.`;
    assert.deepEqual([await regels('landelijk'), await regels(tweede)], [[], [rapport]]);
    const tot = { van: 'ouder', wijze: 'gesprek', gegevenDatum: VANDAAG, totEnMetDatum: plusDagen(VANDAAG, 90) };
    await doe('metgezel.noord', `/signalen/${signaal}/verhaaltoestemmingen`, tot);
    const tekst = { titel: 'Tien brieven verder', verhaal: `Een moeder wachtte een jaar, bij de ${KANARIE}.` };
    const { vignetten } = await doe('landelijk', `${CONCEPT}/vignetten`, { signaal, ...tekst });
    assert.deepEqual([await regels('landelijk'), await regels(tweede)], [[], [verhaal]]);
    assert.deepEqual(await regels('programmaleiding'), [], 'a draft is of landelijk alone');
    await rows(app.db(), sql`update gebruiker set organisatie = 'CIZ' where id = ${tweede}`);
    await rows(app.db(), sql`update signaal set betrokken_organisaties = array['CIZ'] where nummer = ${signaal}`);
    assert.ok(!(await regels(tweede)).includes(verhaal), 'not to who may not see of which signaal it is');
    await rows(app.db(), sql`update gebruiker set organisatie = null where id = ${tweede}`);
    await doe(tweede, `${CONCEPT}/vignetten/${vignetten[0].vignet}/goedkeuringen`);
    assert.deepEqual(await regels(tweede), [], 'one looks a story over once');
  });

  it('says so of erasing to the other role, and of another term to another of functioneel beheer', async () => {
    const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ wens: 'melden' }));
    const wissing = await doe('landelijk', '/wissingen', {
      signaal: body.nummer,
      grond: 'bezwaar',
      reden: 'Een brief.',
    });
    assert.deepEqual(await regels('beheer'), [], 'nobody confirmed it yet');
    await doe('landelijk', `/wissingen/${wissing.id}/bevestigingen`);
    const wissen = '/wissen Eén voorstel om te wissen wacht tot een ander het bevestigt.';
    for (const wie of ['beheer', 'beheer2']) assert.deepEqual(await regels(wie), [wissen], wie);
    assert.ok(!(await regels('landelijk')).includes(wissen));
    assert.ok(!(await regels(tweede)).includes(wissen), 'the same role is no second');
    await doe('metgezel.noord', `/signalen/${body.nummer}/heropeningen`, { toelichting: 'Toch.' });
    assert.deepEqual(await regels('beheer'), [], 'nobody can confirm it while it is open');
    await doe('metgezel.noord', `/signalen/${body.nummer}/intrekkingen`);
    assert.deepEqual(await regels('beheer'), [wissen]);
    const actiefTot = (dag: string | null) =>
      rows(app.db(), sql`update gebruiker set actief_tot = ${dag}::date where id = 'landelijk'`);
    await actiefTot(plusDagen(VANDAAG, -1));
    assert.deepEqual(await regels('beheer'), [], 'who confirmed first and left counts no more');
    await actiefTot(null);
    await doe('beheer', '/bewaartermijnen/lessen/voorstellen', { maanden: 36, bron: 'Besluit van de stuurgroep.' });
    const termijn = '/wissen Eén nieuwe bewaartermijn wacht tot een ander van functioneel beheer die bevestigt.';
    assert.deepEqual([await regels('beheer'), await regels('beheer2')], [[wissen], [wissen, termijn]]);
    for (const wie of ['metgezel.noord', 'auditor']) assert.deepEqual(await regels(wie), [], wie);
  });

  it('is mailed with the digest of their day, once, in the words of that page, to nobody who could do nothing', async () => {
    await post.bundel();
    await post.verzend();
    assert.deepEqual(await aan('bart'), [], 'not before the first digest after it began to wait');
    await sinds(1);
    for (let keer = 0; keer < 2; keer += 1) {
      await post.bundel();
      await post.verzend();
    }
    const [mail, ...meer] = await aan('bart');
    assert.deepEqual(meer, [], 'once');
    assert.equal(mail?.subject, 'Er wachten 2 dingen op een tweede persoon');
    const gemaild = mail.text.replaceAll(/\s+/g, ' ');
    for (const regel of await regels('beheer2')) {
      const [adres = '', ...zin] = regel.split(' ');
      assert.ok(gemaild.includes(zin.join(' ')), regel);
      assert.ok(mail.html.includes(`href="${app.url}${adres}"`), adres);
    }
    const [een] = await aan('beheer');
    assert.equal(een?.subject, 'Er wacht iets op een tweede persoon');
    assert.ok(!een.text.includes('bewaartermijn'), 'their own proposal is not theirs to confirm');
    for (const wie of ['programmaleiding', 'metgezel.noord', 'landelijk@']) assert.deepEqual(await aan(wie), [], wie);
    const alles = (await readMailbox(dir)).map(({ text }) => text).join('\n');
    assert.ok(!alles.includes(KANARIE) && !alles.includes('Een brief.'));
  });

  it('is mailed again when something new waits for them, and not for what they began themselves', async () => {
    await sinds(2);
    await rows(
      app.db(),
      sql`update zending set op = clock_timestamp() - interval '36 hours' where message_id like '<tweede-%'`,
    );
    await doe('beheer2', '/bewaartermijnen/signaal/voorstellen', { maanden: 72, bron: 'Besluit van de stuurgroep.' });
    await sinds(1);
    await post.bundel();
    await post.verzend();
    assert.equal((await aan('bart')).length, 1, 'the new one is their own');
    const [, nieuw] = (await aan('beheer')).toReversed();
    assert.equal(nieuw?.subject, 'Er wachten 2 dingen op een tweede persoon');
  });
});
