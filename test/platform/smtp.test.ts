import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createTransport } from 'nodemailer';

import { readMailbox, startMailbox } from '#platform/smtp.ts';
import { opVolleSchijf } from '#test/support/volle-schijf.ts';

describe('the embedded mailbox', () => {
  let home: string;
  beforeEach(async () => (home = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-post-'))));
  afterEach(() => rm(home, { recursive: true, force: true }));

  async function send(url: string, subject: string): Promise<void> {
    const transport = createTransport(url);
    await transport.sendMail({
      from: 'Signaalpunt <punt@example.org>',
      to: ['Mieke <mieke@example.org>', 'bas@example.org'],
      subject,
      text: 'Beste Mieke,\n\nEr is één antwoord.',
      html: '<p>Er is één antwoord.</p>',
      messageId: `<${subject}@signaalpunt>`,
      date: new Date('2027-05-10T07:00:00Z'),
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    transport.close();
  }

  it('takes no mail that does not fit on its disk, so that it is sent again when there is room', async () => {
    const script = `const { startMailbox } = await import('./platform/smtp.ts');
      const { createTransport } = await import('nodemailer');
      const { url } = await startMailbox({ dir: process.argv[1], port: 0 });
      const mail = { from: 'punt@example.org', to: 'bas@example.org', subject: 'vol', text: 'woord '.repeat(120) };
      console.log(await createTransport(url).sendMail(mail).then(() => 'taken', ({ responseCode }) => responseCode));
      process.exit();`;
    const { stdout } = opVolleSchijf(1, ['--input-type=module', '--eval', script, '--', home]);
    assert.equal(stdout, '450\n');
    assert.deepEqual(await readdir(home), []);
  });

  it('keeps each mail whole, the newest first', async () => {
    const mailbox = await startMailbox({ dir: home, port: 0 });
    for (const subject of ['eerste', 'tweede', 'derde']) await send(mailbox.url, subject);
    await mailbox.close();
    const mails = await readMailbox(home);
    assert.deepEqual(
      mails.map(({ subject }) => subject),
      ['derde', 'tweede', 'eerste'],
    );
    const [mail] = mails;
    assert.ok(mail);
    assert.equal(mail.from, 'Signaalpunt <punt@example.org>');
    assert.deepEqual(mail.to, ['Mieke <mieke@example.org>', 'bas@example.org']);
    assert.equal(mail.date, '2027-05-10T07:00:00.000Z');
    assert.match(mail.receivedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.match(mail.text, /Er is één antwoord\./);
    assert.match(mail.html, /<p>Er is één antwoord\.<\/p>/);
    assert.equal(mail.messageId, '<derde@signaalpunt>');
    assert.ok(mail.headers.some(({ name, value }) => name === 'auto-submitted' && value === 'auto-generated'));
  });

  it('still has its mail after a restart', async () => {
    for (const subject of ['voor', 'na']) {
      const mailbox = await startMailbox({ dir: home, port: 0 });
      await send(mailbox.url, subject);
      await mailbox.close();
    }
    assert.deepEqual(
      (await readMailbox(home)).map(({ subject }) => subject),
      ['na', 'voor'],
    );
  });

  it('leaves no half mail behind when it refuses one that is too large', async () => {
    const mailbox = await startMailbox({ dir: home, port: 0 });
    const transport = createTransport(mailbox.url);
    const mail = { from: 'a@example.org', to: 'b@example.org', text: 'x'.repeat(26 * 1024 * 1024) };
    await assert.rejects(transport.sendMail(mail));
    transport.close();
    await mailbox.close();
    assert.deepEqual(await readdir(home), []);
  });

  it('is empty when nothing ever came', async () => {
    assert.deepEqual(await readMailbox(path.join(home, 'nergens')), []);
  });
});
