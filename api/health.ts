import { type RequestHandler, Router } from 'express';

export interface Gezondheid {
  /** Resolves when the database answers, rejects when it does not. */
  raadpleegDatabase: () => Promise<unknown>;
  /** Something that whoever looks after it has to mend, while all else works; null when there is nothing. */
  letOp: () => string | null;
  /** True once the process is asked to stop: it finishes what it has and takes nothing new. */
  stopt: () => boolean;
}

const GEDULD_MS = 2000;

/** `/live`: the process runs. `/ready`: it can do its work now. */
export function createHealth({ raadpleegDatabase, letOp, stopt }: Gezondheid): RequestHandler {
  const router = Router({ strict: true });
  router.use((_req, res, next) => {
    res.set('cache-control', 'no-store');
    next();
  });
  router.get('/live', (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/ready', async (_req, res) => {
    if (stopt()) {
      res.status(503).json({ status: 'stopt' });
      return;
    }
    const antwoordt = await binnen(GEDULD_MS, raadpleegDatabase());
    if (!antwoordt) res.set('retry-after', '5');
    const wat = letOp();
    res.status(antwoordt ? 200 : 503).json({
      status: antwoordt ? 'ok' : 'database niet bereikbaar',
      ...(wat !== null && { letOp: wat }),
    });
  });
  return router;
}

async function binnen(ms: number, werk: Promise<unknown>): Promise<boolean> {
  const { promise: opTijd, resolve } = Promise.withResolvers<boolean>();
  const wekker = setTimeout(() => resolve(false), ms);
  try {
    return await Promise.race([werk.then(() => true), opTijd]);
  } catch {
    return false;
  } finally {
    clearTimeout(wekker);
  }
}
