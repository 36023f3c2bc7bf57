import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { callbackify } from 'node:util';

import PostalMime, { type Address } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

const LARGEST_MAIL = 25 * 1024 * 1024;

export interface MailboxServer {
  port: number;
  url: string;
  close: () => Promise<void>;
}

export interface Mail {
  /** Sorts by arrival. */
  id: string;
  /** Instant of arrival, in UTC. */
  receivedAt: string;
  /** What the mail itself says, in UTC; absent when it says nothing. */
  date?: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** Every header by its name in lower case, in the order of the mail. */
  headers: { name: string; value: string }[];
}

/** An SMTP server on 127.0.0.1 that delivers nothing: each mail becomes one file in `dir`, there when the sender hears yes. */
export async function startMailbox({ dir, port }: { dir: string; port: number }): Promise<MailboxServer> {
  await mkdir(dir, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    size: LARGEST_MAIL,
    onData: (stream, _session, done) => callbackify(store)(stream, dir, (fault) => done(fault)),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A sender that breaks off is no reason to stop.
  server.on('error', () => undefined);
  const { port: listening } = server.server.address() as AddressInfo;
  return {
    port: listening,
    url: `smtp://127.0.0.1:${listening}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The ids of the mails in the mailbox, the newest first; none of them is opened. A folder that is not there yet is an empty mailbox. */
export async function listMailbox(dir: string): Promise<string[]> {
  const files = await readdir(dir).catch(() => []);
  return files
    .filter((file) => file.endsWith(EXTENSION))
    .map((file) => file.slice(0, -EXTENSION.length))
    .sort()
    .reverse();
}

/** The mails with these ids, in this order, one by one: a mailbox may hold more of them than a process may have files open. */
export async function readMails(dir: string, ids: readonly string[]): Promise<Mail[]> {
  const mails: Mail[] = [];
  for (const id of ids) mails.push(await readMail(dir, id));
  return mails;
}

/** Every mail in the mailbox, the newest first. */
export async function readMailbox(dir: string): Promise<Mail[]> {
  return readMails(dir, await listMailbox(dir));
}

const EXTENSION = '.eml';

async function readMail(dir: string, id: string): Promise<Mail> {
  const mail = await PostalMime.parse(await readFile(path.join(dir, `${id}${EXTENSION}`)));
  return {
    id,
    receivedAt: id.replace(/^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z).*/, '$1:$2:$3'),
    ...(isInstant(mail.date) && { date: new Date(mail.date).toISOString() }),
    from: addresses(mail.from === undefined ? [] : [mail.from]).join(', '),
    to: addresses(mail.to ?? []),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    messageId: mail.messageId ?? '',
    headers: mail.headers.map(({ key, value }) => ({ name: key, value })),
  };
}

function isInstant(text: string | undefined): text is string {
  return text !== undefined && !Number.isNaN(Date.parse(text));
}

function addresses(list: readonly Address[]): string[] {
  return list.flatMap(({ name, address, group }) =>
    group === undefined ? [name === '' ? (address ?? '') : `${name} <${address ?? ''}>`] : addresses(group),
  );
}

let arrivals = 0;

async function store(stream: SMTPServerDataStream, dir: string): Promise<void> {
  arrivals += 1;
  const order = String(arrivals).padStart(6, '0');
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${order}-${randomBytes(3).toString('hex')}`;
  const unfinished = path.join(dir, `.${name}.tmp`);
  try {
    const file = await open(unfinished, 'wx');
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) await file.appendFile(chunk);
      if (stream.sizeExceeded) throw Object.assign(new Error('The mail is too large.'), { responseCode: 552 });
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path.join(dir, `${name}${EXTENSION}`));
  } catch (fault) {
    await rm(unfinished, { force: true });
    throw fault;
  }
}
