import type { RequestHandler } from 'express';
import { Histogram, type Registry } from 'prom-client';

/** How long answers take, by route and status; never by address, which may tell about people. */
export function measureRequests(registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until an answer was sent',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  return (req, res, next) => {
    const began = performance.now();
    res.once('close', () => {
      // How long somebody keeps a page open says nothing of us.
      if (String(res.getHeader('content-type')).startsWith('text/event-stream')) return;
      const route = typeof req.route?.path === 'string' ? `${req.baseUrl}${req.route.path}` : 'none';
      seconds.observe(
        { method: methodOf(req.method), route, status: res.statusCode },
        (performance.now() - began) / 1000,
      );
    });
    next();
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS']);

/** A method may be any word, and each word would be a series of its own. */
function methodOf(method: string): string {
  return METHODS.has(method) ? method : 'other';
}
