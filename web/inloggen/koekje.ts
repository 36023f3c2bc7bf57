import type { CookieOptions, Request } from 'express';

import { SECRET } from '#platform/secret.ts';

/** A cookie of ours: how it is called and kept where people reach the service at this address. */
export interface Koekje {
  naam: string;
  opties: CookieOptions & { path: string };
}

/**
 * For this host alone (`__Host-`), over https, out of reach of scripts and of forms elsewhere. On the embedded default, which is reached
 * over http, it has its plain name.
 */
export function koekje(naam: string, publicUrl: string): Koekje {
  const secure = publicUrl.startsWith('https:');
  return {
    naam: secure ? `__Host-${naam}` : naam,
    opties: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  };
}

/** The secret in this cookie, when the browser sent one that may be ours. */
export function geheimIn(req: Request, dit: Koekje): string | null {
  const waarde = waardeIn(req, dit);
  return SECRET.test(waarde) ? waarde : null;
}

/** What the browser sent as this cookie; empty for none. */
export function waardeIn(req: Request, { naam }: Koekje): string {
  const gevonden = (req.headers.cookie ?? '')
    .split(';')
    .map((deel) => deel.trim())
    .find((deel) => deel.startsWith(`${naam}=`));
  return gevonden?.slice(naam.length + 1) ?? '';
}
