/** True when PostgreSQL is away or starting, has no connection left, or a row stayed locked: nothing was done, asking again helps. */
export function isDatabaseWeg(error: unknown): boolean {
  for (let oorzaak = error; oorzaak instanceof Error; oorzaak = oorzaak.cause) {
    const code = 'code' in oorzaak && typeof oorzaak.code === 'string' ? oorzaak.code : '';
    if (TIJDELIJK.has(code) || /^(08|57P)/.test(code)) return true;
    if (
      /connection (terminated|ended|error)|is not queryable|timeout exceeded when trying to connect/i.test(
        oorzaak.message,
      )
    )
      return true;
    if (oorzaak instanceof AggregateError && oorzaak.errors.some(isDatabaseWeg)) return true;
  }
  return false;
}

const TIJDELIJK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  // A database that is being restored does not exist for a while.
  '3D000',
  '40001',
  '40P01',
  '53300',
  '55P03',
  '57014',
]);
