import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';

import { ADRESSEN } from '#contract/adressen.ts';
import { followChanges } from '#platform/changes.ts';

import { createApi } from './api.ts';
import type { Voorzieningen } from './diensten.ts';
import { createHealth, type Gezondheid } from './health.ts';
import { logRequests } from './log-requests.ts';
import type { OpenApiDocument } from './openapi.ts';
import { afhandeling, nietGevonden } from './problem.ts';

export interface AppDependencies {
  diensten: Voorzieningen;
  gezondheid: Gezondheid;
  log: Logger;
  /** Leaves a line in the log about every answer of the API. */
  noteer: RequestHandler;
  /** Sees every request before anything else does. */
  meet?: RequestHandler;
  openapi: () => OpenApiDocument;
  /** What is there for people with a browser. */
  pages: RequestHandler;
  /** Addresses and networks of the proxies in front. */
  trustedProxies: readonly string[];
}

/** The whole of the web process, in the order in which a request meets it. Listens to nothing. */
export function createApp({
  diensten,
  gezondheid,
  log,
  meet,
  noteer,
  openapi,
  pages,
  trustedProxies,
}: AppDependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustedProxies);
  app.set('etag', false);
  app.set('strict routing', true);
  app.set('case sensitive routing', true);
  app.set('query parser', 'simple');

  if (meet !== undefined) app.use(meet);
  app.use(logRequests(log));
  app.use((_req, _res, next) => followChanges(next));
  app.use(helmet(VEILIG));
  app.use(ADRESSEN.gezondheidsvragen.patroon, createHealth(gezondheid));
  app.use(ADRESSEN.api.patroon, createApi(diensten, openapi, noteer));
  app.use(pages);
  app.use(() => {
    throw nietGevonden('Dit adres');
  });
  const refuse = afhandeling((error, code) => log.error({ err: error, code }, 'request failed'));
  // Once more for when the line about a refusal cannot be kept: whoever handles an error is not asked about the next.
  app.use(refuse, refuse);
  return app;
}

/** For answers that are data; pages bring a policy of their own. */
const VEILIG: Parameters<typeof helmet>[0] = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  frameguard: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
};
