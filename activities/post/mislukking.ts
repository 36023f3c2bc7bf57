/** Why a mail was not taken: `server` (nobody there, or it refuses us), `later` (try again), `geweigerd` (never, as it is). */
export interface Mislukking {
  soort: 'server' | 'later' | 'geweigerd';
  /** What the operator reads. */
  reden: string;
}

/** The errors of nodemailer that say something of the connection and nothing of the mail. */
const SERVERFOUTEN: ReadonlySet<string> = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EREQUIRETLS',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'EPROXY',
  'EPROTOCOL',
]);

/** Sorts an error of nodemailer. Only a 5xx about the recipient or the content is final; a 5xx about us as sender or client is a setting to repair. */
export function duidFout(fout: unknown): Mislukking {
  const { code, command, responseCode, message } = velden(fout);
  if (SERVERFOUTEN.has(code)) return { soort: 'server', reden: message };
  const overDezeMail = command.startsWith('RCPT') || command.startsWith('DATA');
  if (overDezeMail && responseCode >= 500) return { soort: 'geweigerd', reden: message };
  return { soort: 'later', reden: message };
}

function velden(fout: unknown): { code: string; command: string; responseCode: number; message: string } {
  const iets: object = typeof fout === 'object' && fout !== null ? fout : {};
  return {
    code: 'code' in iets ? String(iets.code) : '',
    command: 'command' in iets ? String(iets.command) : '',
    responseCode: 'responseCode' in iets ? Number(iets.responseCode) : 0,
    message: fout instanceof Error ? fout.message : String(fout),
  };
}
