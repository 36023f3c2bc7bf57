import type { Request, Response } from 'express';

/** Who looks at a page that says so when something changed. */
export interface Viewer {
  persoon: string;
  /** The id of the session with which they look. */
  sessie: string;
  /** Its hash, in hexadecimals. */
  sessiehash: string;
  /** The one signaal that the page is about, by id; null for a list. */
  stroom: string | null;
}

export interface StreamParts {
  /** Those of these signalen of which this person may hear. */
  hears: (persoon: string, stromen: readonly string[]) => Promise<readonly string[]>;
  /** Whether this session still runs; asking does not make it last longer. */
  runs: (sessie: string) => Promise<boolean>;
  /** In milliseconds: how long changes are gathered before they are told, and how often a stream shows that it lives. */
  restMs: number;
  beatMs: number;
  perPersoon: number;
}

/** The pages that are open in browsers, each with a stream of events that tell nothing but that something changed. */
export interface Streams {
  /** Answers with a stream. Of more than `perPersoon` the oldest ends. */
  readonly open: (req: Request, res: Response, viewer: Viewer) => void;
  /** Something happened to this signaal. */
  readonly changed: (stroom: string) => void;
  readonly sessionEnded: (hash: string) => void;
  /** Something may have happened that nobody heard: every page looks for itself. */
  readonly missed: () => void;
  /** Ends every stream with a word, and takes no new one. */
  readonly close: () => void;
}

type Open = Map<Response, Viewer>;

const CHANGED = 'data: gewijzigd\n\n';
/** Nothing comes after this until the page is shown again. */
const DONE = 'event: einde\ndata: einde\n\n';
const BEAT = ': leeft\n\n';
/** A browser comes back by itself, not all in the same second. */
const goodbye = (): string => `retry: ${1000 + Math.round(Math.random() * 4000)}\nevent: herstart\ndata: herstart\n\n`;

export function createStreams(parts: StreamParts): Streams {
  const open: Open = new Map();
  const tell = createTelling(open, parts);
  let isClosed = false;
  const beat = setInterval(() => void keepAlive(open, parts.runs), parts.beatMs).unref();
  return {
    open: (req, res, viewer) => {
      if (isClosed) return void res.status(503).end();
      begin(res);
      open.set(res, viewer);
      req.once('close', () => open.delete(res));
      const own = [...open].filter(([, { persoon }]) => persoon === viewer.persoon);
      for (const [oldest] of own.slice(0, Math.max(0, own.length - parts.perPersoon))) end(open, oldest, DONE);
    },
    changed: tell.changed,
    sessionEnded: (hash) => {
      for (const [res, { sessiehash }] of open) if (sessiehash === hash) end(open, res, DONE);
    },
    missed: () => {
      for (const res of open.keys()) res.write(CHANGED);
    },
    close: () => {
      isClosed = true;
      clearInterval(beat);
      tell.stop();
      for (const res of open.keys()) end(open, res, goodbye());
    },
  };
}

/** Nothing on the way may keep it, or wait for more of it. */
function begin(res: Response): void {
  res.status(200).set({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  res.flushHeaders();
  res.write(BEAT);
}

function end(open: Open, res: Response, word: string): void {
  open.delete(res);
  res.end(word);
}

/** Tells it in rounds, one after another: who asks PostgreSQL for each viewer takes no more than one connection. */
function createTelling(
  open: Open,
  { hears, restMs }: StreamParts,
): { changed: (stroom: string) => void; stop(): void } {
  const heard = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const plan = (): void => {
    timer ??= setTimeout(() => void round(), restMs).unref();
  };
  async function round(): Promise<void> {
    const stromen = [...heard];
    heard.clear();
    try {
      for (const persoon of new Set([...open.values()].map((viewer) => viewer.persoon)))
        await tellOne(open, persoon, stromen, hears);
    } catch {
      // PostgreSQL is away: asked again later, because what nobody heard nobody looks for.
      for (const stroom of stromen) heard.add(stroom);
    }
    timer = undefined;
    if (heard.size > 0) plan();
  }
  return {
    changed: (stroom) => {
      if (open.size === 0) return;
      heard.add(stroom);
      plan();
    },
    stop: () => clearTimeout(timer),
  };
}

async function tellOne(
  open: Open,
  persoon: string,
  stromen: readonly string[],
  hears: StreamParts['hears'],
): Promise<void> {
  const isAsked = (viewer: Viewer): boolean =>
    viewer.persoon === persoon && (viewer.stroom === null || stromen.includes(viewer.stroom));
  if (![...open.values()].some(isAsked)) return;
  const audible = await hears(persoon, stromen);
  for (const [res, viewer] of open)
    if (isAsked(viewer) && (viewer.stroom === null ? audible.length > 0 : audible.includes(viewer.stroom)))
      res.write(CHANGED);
}

/** Shows that the stream lives, and ends what belongs to a session that ran out or takes nothing in any more. */
async function keepAlive(open: Open, runs: StreamParts['runs']): Promise<void> {
  for (const [res, { sessie }] of open) {
    if (res.writableNeedDrain) res.destroy();
    else if (await runs(sessie).catch(() => true)) res.write(BEAT);
    else end(open, res, DONE);
  }
}
