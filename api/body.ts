import express, { type Request, type RequestHandler, type Response } from 'express';

import { GROOTSTE_CSV, GROOTSTE_JSON } from '#contract/limieten.ts';

import { Probleem } from './problem.ts';

const leesTekst = express.raw({ type: () => true, limit: GROOTSTE_JSON });
const leesTabel = express.raw({ type: () => true, limit: GROOTSTE_CSV });

/** Asked for a body that turned out not to be JSON. */
export class GeenJson extends Error {
  override readonly name = 'GeenJson';
}

/**
 * The JSON value in a request, or undefined when there is no body. Throws GeenJson for text that is not JSON in UTF-8 (RFC 8259),
 * Probleem 415 for another content type, and 413 above 512 kB.
 */
export async function leesJson(req: Request, res: Response): Promise<unknown> {
  const bytes = await leesBytes(leesTekst, req, res);
  if (bytes.length === 0) return undefined;
  eisMediatype(req, 'application/json');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw new GeenJson('The body is not JSON', { cause: error });
  }
}

function leesBytes(lees: RequestHandler, req: Request, res: Response): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    lees(req, res, (error?: unknown) => {
      const body: unknown = req.body;
      if (error) reject(error instanceof Error ? error : new Error('The body could not be read', { cause: error }));
      else resolve(body instanceof Uint8Array ? body : new Uint8Array());
    });
  });
}

/** The bytes of a CSV file in a request. Throws Probleem 415 for another content type, and 413 above 100 kB. */
export async function leesCsv(req: Request, res: Response): Promise<Uint8Array> {
  const bytes = await leesBytes(leesTabel, req, res);
  eisMediatype(req, 'text/csv');
  return bytes;
}

/** The bytes of a file of one of these types, of at most so many. Throws Probleem 415 before anything is read, and 413 for more. */
export async function leesBestand(
  req: Request,
  res: Response,
  { mediatypen, hoogstensBytes }: { mediatypen: readonly string[]; hoogstensBytes: number },
): Promise<Uint8Array> {
  eisMediatype(req, ...mediatypen);
  return leesBytes(express.raw({ type: () => true, limit: hoogstensBytes }), req, res);
}

function eisMediatype(req: Request, ...mediatypen: readonly string[]): void {
  if (mediatypen.some((mediatype) => is(mediatype, req.get('content-type')))) return;
  throw new Probleem('verkeerd_mediatype', {
    detail: `Stuur de body als ${mediatypen.join(' of ')}.`,
    headers: { 'accept-post': mediatypen.join(', ') },
  });
}

function is(mediatype: string, contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((deel) => deel.trim());
  if (type !== mediatype) return false;
  return parameters.every((parameter) => !parameter.startsWith('charset=') || /^charset="?utf-8"?$/.test(parameter));
}
