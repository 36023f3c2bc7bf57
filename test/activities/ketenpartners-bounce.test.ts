import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { verwerkBounce, verwerkGeweigerde } from '#activities/ketenpartners/bounce.ts';
import { maakPartnerlink } from '#activities/ketenpartners/partnerlink.ts';
import { sql } from '#db/sql.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

const ADRES = 'wmo.groningen@voorbeeld.nl';

describe('a mail to a party that does not arrive', () => {
  let kamer: Schrijfkamer;
  before(async () => {
    kamer = await Schrijfkamer.open();
  });
  after(() => kamer.sluit());

  /** A question to the desk in Groningen, and its mail, sent. */
  async function gemaild(status = 'verstuurd'): Promise<{ stroom: string; verzoek: string; messageId: string }> {
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
      await kamer.sql<{ status: string }>(
        sql`select staat -> 'verzoeken' -> 0 ->> 'status' as status from stroom where id = ${stroom}`,
      )
    )[0]?.status;
  const verwerk = (mail: string): Promise<number | null> =>
    verwerkBounce(kamer.orm.em.getKysely(), kamer.uitvoeren.voerUit, mail);

  it('ends the verzoek when the report says so, once, tells the behandelaar, and kills the link', async () => {
    const { stroom, verzoek, messageId } = await gemaild();
    const db = kamer.orm.em.getKysely();
    await maakPartnerlink(db, { stroom, verzoek, adres: ADRES, nu: new Date().toISOString() });
    assert.equal(await verwerk(rapport({ messageId })), 1);
    assert.equal(await status(stroom), 'onbestelbaar');
    const levend = await kamer.sql(sql`select from partnerlink where verzoek = ${verzoek} and ingetrokken_op is null`);
    assert.equal(levend.length, 0);
    assert.equal(await verwerk(rapport({ messageId })), 0);
    assert.deepEqual(
      (await kamer.berichten(stroom)).filter((regel) => regel.includes('onbestelbaar')),
      ['metgezel.noord onbestelbaar'],
    );
  });

  it('ends it when the mail server refused the mail for good, once', async () => {
    const { stroom } = await gemaild('mislukt');
    const db = kamer.orm.em.getKysely();
    assert.equal(await verwerkGeweigerde(db, kamer.uitvoeren.voerUit), 1);
    assert.equal(await status(stroom), 'onbestelbaar');
    assert.equal(await verwerkGeweigerde(db, kamer.uitvoeren.voerUit), 0);
  });

  it('changes nothing for a delay, a mail that is no report, one of nobody, or one to another address', async () => {
    const { stroom, messageId } = await gemaild();
    assert.equal(await verwerk(rapport({ messageId, action: 'delayed', code: '4.4.1' })), null);
    assert.equal(await verwerk(rapport({ messageId, action: 'relayed', code: '2.0.0' })), null);
    assert.equal(await verwerk(`Subject: Re: Vraag\r\nIn-Reply-To: ${messageId}\r\n\r\nIk ben met vakantie.`), null);
    assert.equal(await verwerk(rapport({ messageId: '<onbekend@elders.example>' })), 0);
    assert.equal(await verwerk(rapport({ messageId, adres: 'ander@voorbeeld.nl' })), 0);
    assert.equal(await verwerk(''), null);
    assert.equal(await status(stroom), 'gesteld');
  });

  it('changes nothing when the question lies with another contact by now', async () => {
    const { stroom, verzoek, messageId } = await gemaild();
    await kamer.sql(sql`update partij set email = 'nieuw@voorbeeld.nl' where verzoek = ${verzoek}`);
    assert.equal(await verwerk(rapport({ messageId })), 0);
    assert.equal(await status(stroom), 'gesteld');
  });

  it('reads a report that holds the headers alone, and an address in capitals', async () => {
    const { stroom, messageId } = await gemaild();
    const mail = rapport({ messageId, adres: 'WMO.Groningen@voorbeeld.nl', deel: 'text/rfc822-headers' });
    assert.equal(await verwerk(mail), 1);
    assert.equal(await status(stroom), 'onbestelbaar');
  });
});

/** A delivery status notification as mail servers write it (RFC 3464). */
function rapport({
  messageId,
  adres = ADRES,
  action = 'failed',
  code = '5.1.1',
  deel = 'message/rfc822',
}: {
  messageId: string;
  adres?: string;
  action?: string;
  code?: string;
  deel?: string;
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
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.voorbeeld.nl',
    '',
    `Final-Recipient: rfc822; ${adres}`,
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
