import { type RequestHandler, Router } from 'express';

import type { Voorzieningen } from './diensten.ts';
import type { OpenApiDocument } from './openapi.ts';
import { nietGevonden, Probleem } from './problem.ts';
import { API_VERSIE } from './route.ts';
import { ROUTES } from './routes/index.ts';

/** Everything under `/api/v1`. */
export function createApi(
  diensten: Voorzieningen,
  openapi: () => OpenApiDocument,
  noteer: RequestHandler,
): RequestHandler {
  const router = Router({ strict: true, caseSensitive: true });
  router.use(noteer);
  router.use((_req, res, next) => {
    res.set({ 'api-version': API_VERSIE, 'cache-control': 'no-store' });
    next();
  });
  let document: Buffer | undefined;
  router.get('/openapi.json', (_req, res) => {
    document ??= Buffer.from(JSON.stringify(openapi()));
    res.set({ 'access-control-allow-origin': '*', 'content-type': 'application/json' }).send(document);
  });
  for (const { contract, handler } of ROUTES) router[contract.method](expressPad(contract.path), handler(diensten));
  for (const [pad, methoden] of methodenPerPad()) router.all(expressPad(pad), andereMethode(methoden));
  router.use(() => {
    throw nietGevonden('Dit adres');
  });
  return router;
}

/** `/signalen/{signaal}` as Express writes it. */
function expressPad(pad: string): string {
  return pad.replaceAll(/\{(\w+)\}/g, ':$1');
}

function methodenPerPad(): Map<string, string[]> {
  const perPad = new Map([['/openapi.json', ['GET', 'HEAD']]]);
  for (const { contract } of ROUTES) {
    const methoden = contract.method === 'get' ? ['GET', 'HEAD'] : [contract.method.toUpperCase()];
    perPad.set(contract.path, [...(perPad.get(contract.path) ?? []), ...methoden]);
  }
  return perPad;
}

function andereMethode(methoden: readonly string[]): RequestHandler {
  const allow = [...methoden, 'OPTIONS'].join(', ');
  return (req, res) => {
    if (req.method !== 'OPTIONS')
      throw new Probleem('methode_niet_toegestaan', { detail: `Hier kan alleen ${allow}.`, headers: { allow } });
    res.set('allow', allow).status(204).end();
  };
}
