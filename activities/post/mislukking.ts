/**
 * Why a mail was not taken: `server` (nobody there, or nobody who answers), `instelling` (it refuses us), `uitgesteld` (not now),
 * `geweigerd` (never, as it is).
 */
export interface Mislukking {
  soort: 'server' | 'instelling' | 'uitgesteld' | 'geweigerd';
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
  if (code === 'EABORT') return { soort: 'server', reden: 'Geen antwoord op tijd' };
  // 421: it closes, whatever it was asked.
  if (SERVERFOUTEN.has(code) || responseCode === 421) return { soort: 'server', reden: message };
  if (command === 'MAIL FROM' || gaatOverOns(command, message)) return { soort: 'instelling', reden: message };
  // Nodemailer itself would not ask any server to take it.
  const isGeenMail = code === 'EENVELOPE' && command === 'API';
  const isGeweigerd = isGeenMail || responseCode >= 500;
  return { soort: isGeweigerd ? 'geweigerd' : 'uitgesteld', reden: message };
}

/** Whoever relays our mail says of a recipient that we may not send to them: for want of a login, or of a permission (RFC 3463 §3.8). */
function gaatOverOns(command: string, message: string): boolean {
  return command === 'RCPT TO' && /: (?:53\d|5\d\d[ -]5\.7\.)/.test(message);
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
