import { createTransport } from 'nodemailer';

/** Mails in flight per process, each on its own connection. */
export const VERBINDINGEN = 4;

export type Posttransport = ReturnType<typeof createPosttransport>;

/** Connections to the SMTP server at `smtpUrl` (`smtp://` or `smtps://`, with user name and password where needed). Whoever calls this closes it. */
export function createPosttransport(smtpUrl: string) {
  return createTransport(
    {
      url: smtpUrl,
      pool: true,
      maxConnections: VERBINDINGEN,
      // A connection that breaks is ours to deal with: the pool would send again out of our sight, for ever.
      maxRequeues: 0,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      // A line that lies idle may die without a word. What is under way on it ends by the patience with its mail.
      idleTimeout: 10_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { textEncoding: 'quoted-printable', xMailer: false },
  );
}
