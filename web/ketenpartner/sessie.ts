/** The name of the cookie of an open question. */
export const COOKIE = 'verzoek';
export const LINK = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The session in a Cookie header. */
export function sessieVan(cookies: string | undefined): string | null {
  const gevonden = /(?:^|;\s*)verzoek=([A-Za-z0-9_-]{43})(?:;|$)/.exec(cookies ?? '');
  return gevonden?.[1] ?? null;
}
