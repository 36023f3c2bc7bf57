import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { type Reactie, verwerkReactie } from '#activities/ketenpartners/reactie.ts';
import { text } from '#db/columns.ts';
import { sql } from '#db/sql.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

const AFZENDER = { from: 'Signaalpunt <post@signaalpunt.example>', publicUrl: 'https://signaalpunt.example' };

describe('a reply to a mail that nobody reads', () => {
  let kamer: Schrijfkamer;
  before(async () => {
    kamer = await Schrijfkamer.open();
  });
  after(() => kamer.sluit());

  /** A mail of ours, sent. */
  async function gemaild(): Promise<string> {
    const messageId = `<${randomUUID()}@signaalpunt.example>`;
    await kamer.sql(
      sql`insert into zending (adres, soort, onderwerp, inhoud, html, message_id, op, status)
          values ('wmo@voorbeeld.nl', 'direct', '', '', '', ${messageId}, now(), 'verstuurd')`,
    );
    return messageId;
  }
  const krijg = (koppen: Record<string, string>): Promise<Reactie> =>
    verwerkReactie(
      kamer.database.voor({ rol: 'dienst', dienst: 'bounce' }),
      AFZENDER,
      [...Object.entries(koppen).map(([naam, waarde]) => `${naam}: ${waarde}`), '', 'kanarie-7c1d', ''].join('\r\n'),
    );
  const antwoorden = (): Promise<{ adres: string; inhoud: string; message_id: string }[]> =>
    kamer.sql(sql`select adres, inhoud, message_id from zending where message_id like '<ongelezen-%' order by id`, {
      adres: text,
      inhoud: text,
      message_id: text,
    });
  beforeEach(() => kamer.sql(sql`delete from zending where message_id like '<ongelezen-%'`));

  it('is answered: nobody read it, and whom to call; once for each of our mails', async () => {
    const [een, ander] = [await gemaild(), await gemaild()];
    const From = 'Marieke Dijkstra <M.Dijkstra@voorbeeld.nl>';
    assert.equal(await krijg({ From, 'In-Reply-To': een }), 'beantwoord');
    assert.equal(await krijg({ From, 'In-Reply-To': een, 'Auto-Submitted': 'no' }), 'beantwoord');
    assert.equal(await krijg({ From, References: `<x@y.example>\r\n ${ander}` }), 'beantwoord');
    const gegeven = await antwoorden();
    assert.deepEqual(
      gegeven.map(({ adres }) => adres),
      ['m.dijkstra@voorbeeld.nl', 'm.dijkstra@voorbeeld.nl'],
    );
    assert.match(
      gegeven[0]?.inhoud ?? '',
      /Uw antwoord is dus niet gelezen[^]*Wilt u bellen met de persoon die in onze mail staat/,
    );
    assert.doesNotMatch(gegeven[0]?.inhoud ?? '', /kanarie/);
  });

  it('is not answered when a program sent it, nor a reply to our answer, so that nothing goes round', async () => {
    const messageId = await gemaild();
    const brief = { From: 'wmo@voorbeeld.nl', 'In-Reply-To': messageId };
    for (const kop of [
      { 'Auto-Submitted': 'auto-replied' },
      { Precedence: 'bulk' },
      { 'List-Id': '<lijst.voorbeeld.nl>' },
      { 'Return-Path': '<>' },
      { 'X-Autoreply': 'yes' },
      { From: 'MAILER-DAEMON@mail.voorbeeld.nl' },
      { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary="x"' },
    ])
      assert.equal(await krijg({ ...brief, ...kop }), 'automatisch', JSON.stringify(kop));
    assert.deepEqual(await antwoorden(), []);
    await krijg(brief);
    const [antwoord] = await antwoorden();
    assert.equal(await krijg({ ...brief, 'In-Reply-To': antwoord?.message_id ?? '' }), 'onbekend');
    assert.equal((await antwoorden()).length, 1);
  });

  it('goes to nobody who never had a mail of ours', async () => {
    assert.equal(await krijg({ From: 'iemand@elders.nl', 'In-Reply-To': '<x@y.example>' }), 'onbekend');
    assert.equal(await krijg({ From: 'iemand@elders.nl', Subject: 'Hallo' }), 'onbekend');
    assert.equal(await krijg({ From: 'geen adres', 'In-Reply-To': await gemaild() }), 'onbekend');
    assert.equal(await krijg({}), 'onbekend');
    assert.deepEqual(await antwoorden(), []);
  });
});
