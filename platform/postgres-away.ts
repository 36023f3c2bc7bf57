/**
 * True when the disk of this process is full, or when PostgreSQL is away, starting, stopping or restored, has no room or no connection left, keeps a row locked, or takes too
 * long: whatever it is, the same request may succeed a little later. Whether anything happened is another question (`changes.ts`).
 */
export function isPostgresAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && isTemporary(cause.code)) return true;
    if (DRIVER.test(cause.message)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isPostgresAway)) return true;
  }
  return false;
}

function isTemporary(code: string): boolean {
  return NETWORK.has(code) || NO_ROOM.has(code) || SQLSTATES.has(code) || /^(08|53|57P|58)[\dA-Z]{2,3}$/.test(code);
}

/** What pg and its pool say in words alone. */
const DRIVER =
  /connection (terminated|ended|error)|is not queryable|timeout exceeded when trying to connect|^timeout expired$|^query read timeout$|^cannot use a pool after calling end/i;

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** On a disk of our own, on which a file is packed before it leaves. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Beside whole classes: 08 connection, 53 no room (disk, memory, connections), 57P stopping or starting, 58 its own disk or files. */
const SQLSTATES = new Set([
  // A database that is being restored does not exist for a while.
  '3D000',
  // After a fail-over the old primary may still answer, and only read.
  '25006',
  // Our own time limits: a transaction that lay still, a statement that took too long, a lock that did not come.
  '25P03',
  '25P04',
  '57014',
  '55P03',
  '40001',
  '40P01',
]);
