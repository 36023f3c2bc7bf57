import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { type Terugkomst, verwerkBounce, verwerkGeweigerde } from '#activities/ketenpartners/bounce.ts';
import { maakPartnerlink } from '#activities/schrijven/partnerlink.ts';
import { text } from '#db/columns.ts';
import { leesSignaal } from '#db/queries/signaal.ts';
import type { WachtendePost } from '#db/queries/wacht-op-verzending.ts';
import { sql } from '#db/sql.ts';
import { contactVan } from '#domain/signaal/opdracht.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { antwoord } from '#test/support/zaak.ts';

const ADRES = 'wmo.groningen@voorbeeld.nl';

describe('a mail to a party that does not arrive', () => {
  let kamer: Schrijfkamer;
  before(async () => {
    kamer = await Schrijfkamer.open();
  });
  after(() => kamer.sluit());

  /** A question to the desk in Groningen, and its mail, sent. */
  async function gemaild(status = 'verstuurd'): Promise<{ stroom: string; verzoek: string; messageId: string }> {
    // Of a desk whose mail came back nothing more would be asked.
    await kamer.sql(sql`update loket set onbestelbaar_op = null, escalatie_onbestelbaar_op = null`);
    const stroom = await kamer.dienIn();
    const verzoek = randomUUID();
    await kamer.doe(stroom, 'metgezel.noord', {
      soort: 'verzoekDoen',
      verzoek,
      verzoeksoort: 'vraag',
      organisatie: 'GM0014',
      persoon: null,
      escalatiecontact: true,
      tekst: { vraag: 'Wanneer is het gesprek?' },
    });
    const messageId = `<${verzoek}@signaalpunt.example>`;
    await kamer.sql(
      sql`with z as (
            insert into zending (adres, soort, onderwerp, inhoud, html, message_id, op, status)
            values (${ADRES}, 'direct', 'Vraag', '', '', ${messageId}, now(), ${status}) returning id)
          update bericht set zending = z.id, status = 'gebundeld' from z where verzoek = ${verzoek}`,
    );
    return { stroom, verzoek, messageId };
  }

  const status = async (stroom: string): Promise<string | undefined> =>
    (
      await kamer.sql(sql`select staat -> 'verzoeken' -> 0 ->> 'status' as status from stroom where id = ${stroom}`, {
        status: text,
      })
    )[0]?.status;
  const verwerk = (mail: string): Promise<Terugkomst | null> =>
    verwerkBounce(kamer.database.voor({ rol: 'dienst', dienst: 'bounce' }), kamer.uitvoeren.voerUit, mail);
  const gehoord = async (stroom: string): Promise<string[]> =>
    (await kamer.berichten(stroom)).filter((regel) => regel.includes('onbestelbaar'));

  /** Every bericht of this kind about the signaal has gone out in one mail. */
  async function verstuurd(stroom: string, soort: string, bundel = 'direct'): Promise<string> {
    const messageId = `<${randomUUID()}@signaalpunt.example>`;
    await kamer.sql(
      sql`with z as (
            insert into zending (gebruiker, adres, soort, onderwerp, inhoud, html, message_id, op, status)
            select b.gebruiker, coalesce(b.adres, g.email), ${bundel}, '', '', '', ${messageId}, now(), 'verstuurd'
              from bericht b left join gebruiker g on g.id = b.gebruiker
             where b.stroom = ${stroom} and b.soort = ${soort} limit 1 returning id)
          update bericht b set zending = z.id, status = 'gebundeld', bundel = ${bundel}
            from z where b.stroom = ${stroom} and b.soort = ${soort}`,
    );
    return messageId;
  }

  it('ends the verzoek when the report says so, once, tells the behandelaar, and kills the link', async () => {
    const { stroom, verzoek, messageId } = await gemaild();
    await maakPartnerlink(kamer.orm.em.getKysely(), { stroom, verzoek, adres: ADRES, nu: new Date().toISOString() });
    assert.deepEqual(await verwerk(rapport({ messageId })), { herkend: true, gemeld: 1 });
    assert.equal(await status(stroom), 'onbestelbaar');
    const levend = await kamer.sql(sql`select from partnerlink where verzoek = ${verzoek} and ingetrokken_op is null`);
    assert.equal(levend.length, 0);
    assert.deepEqual(await verwerk(rapport({ messageId })), { herkend: true, gemeld: 0 });
    assert.deepEqual(await gehoord(stroom), ['metgezel.noord onbestelbaar']);
  });

  it('ends it when the mail server refused the mail for good, once', async () => {
    const { stroom } = await gemaild('mislukt');
    const db = kamer.database.voor({ rol: 'dienst', dienst: 'bounce' });
    assert.equal(await verwerkGeweigerde(db, kamer.uitvoeren.voerUit), 1);
    assert.equal(await status(stroom), 'onbestelbaar');
    assert.equal(await verwerkGeweigerde(db, kamer.uitvoeren.voerUit), 0);
  });

  it('counts what failed whatever the class of its status: after days of trying that is 4', async () => {
    for (const code of ['5.1.1', '4.4.7', '4.2.2', '']) {
      const { stroom, messageId } = await gemaild();
      assert.deepEqual(await verwerk(rapport({ messageId, code, action: 'Failed (expired)' })), GEMELD);
      assert.equal(await status(stroom), 'onbestelbaar');
    }
  });

  it('changes nothing for a delay, a mail that is no report, or one of nobody', async () => {
    const { stroom, messageId } = await gemaild();
    assert.equal(await verwerk(rapport({ messageId, action: 'delayed', code: '4.4.1' })), null);
    assert.equal(await verwerk(rapport({ messageId, action: 'relayed', code: '2.0.0' })), null);
    assert.equal(await verwerk(`Subject: Re: Vraag\r\nIn-Reply-To: ${messageId}\r\n\r\nIk ben met vakantie.`), null);
    assert.deepEqual(await verwerk(rapport({ messageId: '<onbekend@elders.example>' })), { herkend: false, gemeld: 0 });
    assert.equal(await verwerk(''), null);
    assert.equal(await status(stroom), 'gesteld');
  });

  it('knows the addressee behind a forwarding, whatever address the report names', async () => {
    const { stroom, messageId } = await gemaild();
    assert.deepEqual(await verwerk(rapport({ messageId, adres: 'j.jansen@elders.example' })), GEMELD);
    assert.equal(await status(stroom), 'onbestelbaar');
  });

  it('knows the mail by its envelope when nothing of the mail is in the report (RFC 3461)', async () => {
    const { stroom, messageId } = await gemaild();
    const [zending] = await kamer.sql(sql`select id from zending where message_id = ${messageId}`, { id: text });
    const mail = rapport({ messageId: '<vervangen@relay.example>', envelop: zending?.id ?? '' });
    assert.deepEqual(await verwerk(mail), GEMELD);
    assert.equal(await status(stroom), 'onbestelbaar');
    assert.deepEqual(await verwerk(rapport({ messageId: '<x@y.example>', envelop: 'geen-uuid' })), {
      herkend: false,
      gemeld: 0,
    });
  });

  it('changes nothing when the question lies with another contact by now', async () => {
    const { stroom, verzoek, messageId } = await gemaild();
    await kamer.sql(sql`update partij set email = 'nieuw@voorbeeld.nl' where verzoek = ${verzoek}`);
    assert.deepEqual(await verwerk(rapport({ messageId })), { herkend: true, gemeld: 0 });
    assert.equal(await status(stroom), 'gesteld');
  });

  it('reads reports as RFC 6533 writes them, headers alone, and fields that go on on the next line', async () => {
    const delen = [
      { deel: 'text/rfc822-headers' },
      { velden: 'message/global-delivery-status', deel: 'message/global', soort: 'utf-8' },
      { velden: 'message/global-delivery-status', deel: 'message/global-headers', soort: 'utf-8' },
    ];
    for (const anders of delen) {
      const { stroom, messageId } = await gemaild();
      const mail = rapport({ messageId: `\r\n ${messageId}`, adres: 'zoë.jansen@voorbeeld.nl', ...anders });
      assert.deepEqual(await verwerk(mail), GEMELD);
      assert.equal(await status(stroom), 'onbestelbaar');
    }
  });

  it('leaves an answer that came since as it is, and tells the behandelaar while something is still to come', async () => {
    const antwoorden = [
      { soort: 'toegezegd', datum: plusDagen(datumVan(new Date().toISOString()), 10) },
      { soort: 'uitstel_gevraagd' },
      { soort: 'meer_informatie_nodig' },
      { soort: 'opgelost' },
    ] as const;
    for (const inhoud of antwoorden) {
      const { stroom, verzoek, messageId } = await gemaild();
      const door = contactVan(verzoek);
      const gegeven = await kamer.doe(stroom, door, antwoord(verzoek, inhoud));
      assert.equal(gegeven.soort, 'gedaan');
      const voor = await status(stroom);
      await verwerk(rapport({ messageId }));
      assert.equal(await status(stroom), voor);
      assert.deepEqual(await gehoord(stroom), inhoud.soort === 'opgelost' ? [] : ['metgezel.noord post_onbestelbaar']);
    }
  });

  it('a mail to a consulent that comes back is told to the filer, and stands with the signaal', async () => {
    const stroom = await kamer.dienIn({
      consulent: true,
      tekst: { knelpunt: 'x', 'namens.naam': 'Tom', 'namens.email': 'tom@oco.example' },
    });
    const messageId = await verstuurd(stroom, 'ontvangen');
    await kamer.sql(
      sql`update zending set gebruiker = null, adres = 'tom@oco.example' where message_id = ${messageId}`,
    );
    await kamer.sql(
      sql`update bericht set zending = null, status = 'wacht' where stroom = ${stroom} and gebruiker is not null`,
    );
    assert.deepEqual(await verwerk(rapport({ messageId, adres: 'tom@oco.example' })), GEMELD);
    assert.deepEqual(await verwerk(rapport({ messageId, adres: 'tom@oco.example' })), { herkend: true, gemeld: 0 });
    assert.deepEqual(await gehoord(stroom), ['metgezel.noord post_onbestelbaar']);
    assert.deepEqual((await leesSignaal(kamer.orm.em.getKysely(), stroom))!.post.map(kort).slice(0, 2), [
      'ontvangen aan Anneke de Vries: wacht',
      'ontvangen aan tom@oco.example: mislukt, De mail kwam terug (5.1.1).',
    ]);
  });

  it('a mail to a colleague is told to who has it in hand, and one to who has it in hand to the coordinators; a digest is not', async () => {
    const stroom = await kamer.dienIn();
    await kamer.doe(stroom, 'metgezel.noord', { soort: 'meedenkerToevoegen', persoon: 'oco.midden' });
    assert.deepEqual(await verwerk(rapport({ messageId: await verstuurd(stroom, 'meedenken') })), GEMELD);
    assert.deepEqual(await gehoord(stroom), ['metgezel.noord post_onbestelbaar']);
    const terug = await verwerk(rapport({ messageId: await verstuurd(stroom, 'post_onbestelbaar') }));
    assert.deepEqual(terug, { herkend: true, gemeld: 0 });

    const ander = await kamer.dienIn();
    assert.deepEqual(await verwerk(rapport({ messageId: await verstuurd(ander, 'ontvangen') })), GEMELD);
    assert.deepEqual(await gehoord(ander), ['coordinator.noord post_onbestelbaar']);

    const derde = await kamer.dienIn();
    assert.deepEqual(await verwerk(rapport({ messageId: await verstuurd(derde, 'ontvangen', 'dag') })), {
      herkend: true,
      gemeld: 0,
    });
  });
});

const GEMELD: Terugkomst = { herkend: true, gemeld: 1 };

function kort({ soort, aan, status, laatsteFout }: WachtendePost): string {
  return `${soort} aan ${aan}: ${status}${laatsteFout === null ? '' : `, ${laatsteFout}`}`;
}

/** A delivery status notification as mail servers write it (RFC 3464). */
function rapport({
  messageId,
  adres = ADRES,
  action = 'failed',
  code = '5.1.1',
  deel = 'message/rfc822',
  velden = 'message/delivery-status',
  soort = 'rfc822',
  envelop = '',
}: {
  messageId: string;
  adres?: string;
  action?: string;
  code?: string;
  deel?: string;
  velden?: string;
  soort?: string;
  envelop?: string;
}): string {
  return [
    'From: MAILER-DAEMON@mail.voorbeeld.nl',
    'To: post@signaalpunt.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="grens"',
    '',
    '--grens',
    'Content-Type: text/plain',
    '',
    'This is the mail system.',
    '--grens',
    `Content-Type: ${velden}`,
    '',
    'Reporting-MTA: dns; mail.voorbeeld.nl',
    ...(envelop === '' ? [] : [`Original-Envelope-Id: ${envelop}`]),
    '',
    `Final-Recipient: ${soort};\r\n ${adres}`,
    `Action: ${action}`,
    `Status: ${code}`,
    '',
    '--grens',
    `Content-Type: ${deel}`,
    '',
    'From: Signaalpunt <post@signaalpunt.example>',
    `To: ${ADRES}`,
    `Message-ID: ${messageId}`,
    'Subject: Vraag',
    '',
    'Tekst',
    '--grens--',
    '',
  ].join('\r\n');
}
