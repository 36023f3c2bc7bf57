import type { IncomingHttpHeaders } from 'node:http';

import type { CookieOptions } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';

/** The name of the cookie of an open question. */
export const COOKIE = 'verzoek';
export const LINK = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The session in a Cookie header. */
export function sessieVan(cookies: string | undefined): string | null {
  const gevonden = /(?:^|;\s*)verzoek=([A-Za-z0-9_-]{43})(?:;|$)/.exec(cookies ?? '');
  return gevonden?.[1] ?? null;
}

/** What was opened, as far as a request says; whether it still is, is another matter. */
export interface Plek {
  link: string;
  sessie: string;
}

export function plekVan(req: { params: Record<string, unknown>; headers: IncomingHttpHeaders }): Plek | null {
  const link = String(req.params['link']);
  const sessie = sessieVan(req.headers.cookie);
  return sessie === null || !LINK.test(link) ? null : { link, sessie };
}

/** How the cookie of this question is kept, by the browser in which it was opened. */
export function koekjeVan(link: string, publicUrl: string): CookieOptions {
  return {
    path: ADRESSEN.partnervraag({ link }),
    httpOnly: true,
    sameSite: 'strict',
    secure: publicUrl.startsWith('https:'),
  };
}
