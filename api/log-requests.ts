import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

import { ADRESSEN } from '#contract/adressen.ts';

/** One line per answer, with the route and never the address itself: queries and ids may tell about people. */
export function logRequests(log: Logger): RequestHandler {
  return (req, res, next) => {
    if (req.path.startsWith(`${ADRESSEN.gezondheidsvragen()}/`)) return next();
    const begon = performance.now();
    res.once('close', () => {
      const route = typeof req.route?.path === 'string' ? `${req.baseUrl}${req.route.path}` : undefined;
      const ms = Math.round((performance.now() - begon) * 10) / 10;
      log.info(
        { method: req.method, route, status: res.statusCode, ms, afgebroken: !res.writableFinished || undefined },
        'request',
      );
    });
    next();
  };
}
