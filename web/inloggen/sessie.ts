import type { Request, RequestHandler } from 'express';
import session, { type SessionData, Store } from 'express-session';

import type { Aanmelding, Sessies } from '#activities/gebruikers/sessies.ts';
import { newSecret } from '#platform/secret.ts';

import { type Koekje, koekje, waardeIn } from './koekje.ts';

declare module 'express-session' {
  interface SessionData {
    /** Nobody has a session before they are somebody. */
    aanmelding: Aanmelding;
  }
}

/** The cookie of a session. */
export function sessiekoekje(publicUrl: string): Koekje {
  return koekje('sessie', publicUrl);
}

/** The id of the session that a browser has or had: as the library writes it, without its signature. */
export function sessieIn(req: Request, publicUrl: string): string | null {
  return /^s%3A([A-Za-z0-9_-]{43})\./.exec(waardeIn(req, sessiekoekje(publicUrl)))?.[1] ?? null;
}

/**
 * Finds the session of a request. The first of `sleutels` signs the cookie, which the library wants of us, and all of them know it again; what makes it
 * safe is that its id has 256 random bits.
 */
export function createSessielezer(sessies: Sessies, publicUrl: string, sleutels: readonly string[]): RequestHandler {
  const { naam, opties } = sessiekoekje(publicUrl);
  const lees = session({
    name: naam,
    cookie: opties,
    secret: [...sleutels],
    genid: newSecret,
    store: new Sessiebewaring(sessies, opties),
    resave: false,
    saveUninitialized: false,
  });
  return (req, res, next) => {
    // People reach us over https where the address says so, whatever a proxy on the way tells of it.
    if (opties.secure === true) Object.defineProperty(req, 'secure', { value: true });
    lees(req, res, next);
  };
}

/** Where the library finds and leaves its sessions. */
class Sessiebewaring extends Store {
  readonly #sessies: Sessies;
  readonly #opties: Koekje['opties'];

  constructor(sessies: Sessies, opties: Koekje['opties']) {
    super();
    this.#sessies = sessies;
    this.#opties = opties;
  }

  override get(id: string, klaar: (error: unknown, sessie?: SessionData | null) => void): void {
    const gevonden = this.#sessies
      .vind(id)
      .then((aanmelding) =>
        aanmelding === null ? null : { aanmelding, cookie: { ...this.#opties, originalMaxAge: null } },
      );
    roep(gevonden, klaar);
  }

  override set(id: string, { aanmelding }: SessionData, klaar?: (error?: unknown) => void): void {
    roep(this.#sessies.begin(id, aanmelding), klaar);
  }

  override destroy(id: string, klaar?: (error?: unknown) => void): void {
    roep(this.#sessies.beeindig(id), klaar);
  }
}

function roep<T>(werk: Promise<T>, klaar: ((error: unknown, uitkomst?: T) => void) | undefined): void {
  werk.then(
    (uitkomst) => klaar?.(null, uitkomst),
    (error: unknown) => klaar?.(error),
  );
}
