import { Busboy, type BusboyInstance } from '@fastify/busboy';
import express, { type Request, type Response } from 'express';

import { schoon } from '#domain/tekst.ts';

import { LEGE_INVOER, type Invoer, netteInvoer, type Upload } from './formulier.ts';

/** All files of one answer together, with the text around them. */
const GROOTSTE_FORMULIER = 21 * 1024 * 1024;
/** So much more is read, and thrown away, so that the browser hears the answer and shows the page with what was typed. */
const LEES_DOOR_TOT = 150 * 1024 * 1024;
/** Far more than our forms hold. */
const DELEN = { fields: 120, files: 20, fieldSize: 1024 * 1024, headerPairs: 20 };
const leesVelden = express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 20 });

/** Files of all answers at once that one process holds in memory: a dozen of the largest. */
const SAMEN = 256 * 1024 * 1024;

export interface Formulier {
  invoer: Invoer;
  /** Empty when it is too large, or comes at a crowded moment. */
  uploads: Upload[];
  teGroot: boolean;
  /** Others send so much at this moment that the files could not be taken; a minute later they can. */
  druk: boolean;
}

/** How much of all forms together is in memory, and how much may be. */
export interface Ruimte {
  bezet: number;
  readonly hoogstens: number;
}
const VAN_DIT_PROCES: Ruimte = { bezet: 0, hoogstens: SAMEN };

const GELEZEN = new WeakMap<Request, Promise<Formulier | null>>();

/**
 * A form with files, read as it comes in: of one that is too large the text is kept and the files are not. null when it is no form at
 * all. Asked again for the same request, as after something went wrong, it is the same.
 */
export function leesFormulier(req: Request, ruimte = VAN_DIT_PROCES): Promise<Formulier | null> {
  const formulier = GELEZEN.get(req) ?? lees(req, ruimte);
  GELEZEN.set(req, formulier);
  return formulier;
}

function lees(req: Request, ruimte: Ruimte): Promise<Formulier | null> {
  const lezer = lezerVan(req);
  if (lezer === null) return Promise.resolve(null);
  const velden = new Map<string, string[]>();
  const uploads: { naam: string; stukken: Buffer[] }[] = [];
  let gelezen = 0;
  let eigen = 0;
  let druk = false;
  const isTeGroot = (): boolean => gelezen > GROOTSTE_FORMULIER;
  const laatVallen = (): void => {
    for (const { stukken } of uploads) stukken.length = 0;
    ruimte.bezet -= eigen;
    eigen = 0;
  };
  const bewaar = (stukken: Buffer[], stuk: Buffer): void => {
    if (isTeGroot() || druk) return;
    druk = ruimte.bezet + stuk.length > ruimte.hoogstens;
    if (druk) return laatVallen();
    stukken.push(stuk);
    eigen += stuk.length;
    ruimte.bezet += stuk.length;
  };
  // Until it is answered the files are in memory.
  req.res?.once('close', laatVallen);
  lezer.on('field', (naam, waarde) => void velden.set(naam, [...(velden.get(naam) ?? []), waarde]));
  lezer.on('file', (veld, bestand, naam?: string) => {
    const upload = { naam: naam ?? '', stukken: [] as Buffer[] };
    if (veld === 'bestanden') uploads.push(upload);
    // A form that breaks off in the middle of a file is told of twice.
    bestand.on('error', () => undefined);
    bestand.on('data', (stuk: Buffer) => bewaar(upload.stukken, stuk));
  });
  return new Promise((resolve) => {
    const klaar = (isHeel: boolean): void => {
      req.unpipe(lezer);
      const goed =
        isTeGroot() || druk ? [] : uploads.map(({ naam, stukken }) => ({ naam, inhoud: Buffer.concat(stukken) }));
      // An empty file field comes as a file without name and content.
      const gekozen = goed.filter(({ naam, inhoud }) => naam !== '' || inhoud.length > 0);
      resolve(isHeel ? { invoer: invoerVan(velden), uploads: gekozen, teGroot: isTeGroot(), druk } : null);
    };
    req.on('data', (stuk: Buffer) => {
      gelezen += stuk.length;
      if (isTeGroot()) laatVallen();
      if (gelezen > LEES_DOOR_TOT) klaar(true);
    });
    lezer.once('finish', () => klaar(true));
    lezer.on('error', () => klaar(isTeGroot()));
    req.once('close', () => req.complete || klaar(false));
    req.pipe(lezer);
  });
}

function lezerVan(req: Request): BusboyInstance | null {
  const type = req.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return null;
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: DELEN, preservePath: true });
  } catch {
    // No boundary.
    return null;
  }
}

/** One field of a small form. */
export async function leesVeld(req: Request, res: Response, naam: string): Promise<string> {
  await new Promise<void>((resolve) => leesVelden(req, res, () => resolve()));
  const body: unknown = req.body;
  const waarde = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[naam] : undefined;
  return typeof waarde === 'string' ? schoon(waarde, 'een_regel') : '';
}

const VELDNAMEN = Object.keys(LEGE_INVOER) as (keyof Invoer)[];

function invoerVan(gelezen: ReadonlyMap<string, readonly string[]>): Invoer {
  const velden = VELDNAMEN.map((naam) => {
    const [eerste = '', ...meer] = gelezen.get(naam) ?? [];
    return [naam, netteInvoer(naam, naam === 'tekstBevestigd' ? [eerste, ...meer].join('\n') : eerste)];
  });
  return Object.fromEntries(velden) as Invoer;
}
