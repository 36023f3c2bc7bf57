import { createHash } from 'node:crypto';

import type { Request, RequestHandler } from 'express';

import { noemTeVaak } from '#activities/schrijven/verrichting.ts';
import type { Limietsoort } from '#contract/limieten.ts';
import type { Limits } from '#platform/limits.ts';

import { wieIsDit } from './inloggen/persoon.ts';

/** More requests than a minute may have; nothing was done. */
export class TeVaak extends Error {
  override readonly name = 'TeVaak';
  readonly waitS: number;

  constructor(waitS: number) {
    super('Too many requests');
    this.waitS = waitS;
  }
}

/** Counts requests of whoever is logged in, else by address. Throws TeVaak. */
export function beperkPersonen(limieten: Limits<Limietsoort>): RequestHandler {
  return beperk(limieten, (req) => {
    const persoon = wieIsDit(req);
    return persoon === null ? vanAdres(req) : ['persoon', persoon.id];
  });
}

/** Counts requests by address. Throws TeVaak. */
export function beperkAdressen(limieten: Limits<Limietsoort>): RequestHandler {
  return beperk(limieten, vanAdres);
}

/** Counts requests by the link in their address, of which only the hash is kept. Throws TeVaak. */
export function beperkLinks(limieten: Limits<Limietsoort>): RequestHandler {
  return beperk(limieten, ({ path }) => ['link', createHash('sha256').update(path).digest('base64url')]);
}

function vanAdres({ ip = '' }: Request): [Limietsoort, string] {
  return ['adres', ip];
}

function beperk(limieten: Limits<Limietsoort>, wie: (req: Request) => [Limietsoort, string]): RequestHandler {
  return async (req, res, next) => {
    const [soort, naam] = wie(req);
    const { ok, isFirstTooMany, waitS, headers } = await limieten(soort, naam);
    if (isFirstTooMany) noemTeVaak(soort === 'persoon' ? naam : null);
    res.set(headers);
    next(ok ? undefined : new TeVaak(waitS));
  };
}
