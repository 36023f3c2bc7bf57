import { keepAlive, type Part } from './keep-alive.ts';

/** What was started, and must be stopped again. */
export interface Lifetime {
  /** Aborts when everything must stop. */
  stopping: AbortSignal;
  /** Waits for work, and throws when everything must stop by then. */
  up: <T>(work: Promise<T>) => Promise<T>;
  /** Remembers how to stop something. */
  add: (stop: () => Promise<void>) => void;
  /** Starts a part, and starts it again whenever it ends by itself. */
  keep: (name: string, begin: () => Promise<Part>) => Promise<void>;
  /** The same for a part that runs already. */
  adopt: (name: string, running: Part, begin: () => Promise<Part>) => void;
  /** Says that everything must stop; what is being started is still waited for. */
  abort: () => void;
  /** Stops everything, the last started first. */
  end: () => Promise<void>;
}

export function createLifetime(tell: (sentence: string) => void): Lifetime {
  const undo: (() => Promise<void>)[] = [];
  const stopping = new AbortController();
  const adopt = (name: string, running: Part, begin: () => Promise<Part>): void => {
    undo.push(keepAlive(name, running, begin, tell).stop);
  };
  return {
    stopping: stopping.signal,
    up: async (work) => {
      const result = await work;
      stopping.signal.throwIfAborted();
      return result;
    },
    add: (stop) => void undo.push(stop),
    keep: async (name, begin) => {
      adopt(name, await begin(), begin);
      stopping.signal.throwIfAborted();
    },
    adopt,
    abort: () => stopping.abort(),
    end: async () => {
      while (undo.length > 0) await undo.pop()?.();
    },
  };
}
