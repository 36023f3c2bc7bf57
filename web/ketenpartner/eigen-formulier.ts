import type { RequestHandler } from 'express';

/**
 * Lets no other website post for somebody. Browsers say where a form came from; those that do not are stopped by the cookie, which
 * is not sent along from elsewhere. (Without a referrer policy Origin would do; with ours it is always `null`.)
 */
export const eigenFormulier: RequestHandler = (req, res, next) => {
  const vandaan = req.get('sec-fetch-site');
  if (vandaan === undefined || vandaan === 'same-origin') return next();
  res.status(403).type('text/plain').send('Dit formulier komt niet van ons.');
};
