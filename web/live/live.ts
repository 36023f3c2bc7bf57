import type { Request, RequestHandler, Response } from 'express';

import type { Sessies } from '#activities/gebruikers/sessies.ts';
import type { Database } from '#db/database.ts';
import type { Hears } from '#db/listening.ts';
import { hoorbareSignalen } from '#db/queries/hoorbaar.ts';
import { hashOfSecret } from '#platform/secret.ts';

import { persoonVan } from '../inloggen/persoon.ts';
import { sessieIn } from '../inloggen/sessie.ts';
import { createStreams, type StreamParts } from './streams.ts';

/** Of more pages that one person has open, the one that was opened first falls silent. */
const PER_PERSOON = 8;

const RHYTHM = { restMs: 1_000, beatMs: 20_000 } as const;

export interface LiveParts {
  database: Database;
  sessies: Sessies;
  publicUrl: string;
  /** Hears until it is told to stop, and tells each time that it begins. */
  listen: (parts: { hears: Hears; began: () => void }, signal: AbortSignal) => Promise<void>;
  rhythm?: Pick<StreamParts, 'restMs' | 'beatMs'> | undefined;
}

export interface Livepagina {
  /** The one signaal that it is about, by id; null for a list. */
  over: string | null;
  kenmerken: () => Promise<readonly string[]>;
}

/** How a page stays what it was shown as. */
export interface Live {
  /**
   * Answers who wants a stream with one, and everybody else with what the page would show now, as marks that change when it does. `lees`
   * gives undefined where there is nothing to see, of which it told.
   */
  readonly pagina: (lees: (req: Request, res: Response) => Promise<Livepagina | undefined>) => RequestHandler;
  /** Ends the streams with a word, and listens no more. */
  readonly close: () => Promise<void>;
}

/** Listens from the first page that wants it on. */
export function createLive({ database, sessies, publicUrl, listen, rhythm = RHYTHM }: LiveParts): Live {
  const leaving = new AbortController();
  let listening: Promise<void> | undefined;
  const streams = createStreams({
    hears: (persoon, stromen) => hoorbareSignalen(database.voor({ rol: 'lezer', persoon }), stromen),
    runs: sessies.loopt,
    perPersoon: PER_PERSOON,
    ...rhythm,
  });
  const hears: Hears = { signaal_gewijzigd: streams.changed, sessie_beeindigd: streams.sessionEnded };
  return {
    pagina: (lees) => async (req, res) => {
      const pagina = await lees(req, res);
      if (pagina === undefined) return;
      if (req.accepts(['json', 'text/event-stream']) !== 'text/event-stream')
        return void res.json(await pagina.kenmerken());
      const sessie = sessieIn(req, publicUrl);
      if (sessie === null) return void res.status(204).end();
      listening ??= listen({ hears, began: streams.missed }, leaving.signal);
      const sessiehash = hashOfSecret(sessie).toString('hex');
      streams.open(req, res, { persoon: persoonVan(req).id, sessie, sessiehash, stroom: pagina.over });
    },
    close: async () => {
      streams.close();
      leaving.abort();
      await listening;
    },
  };
}
