import express, { type Request, type Response } from 'express';

import { schoon } from '#domain/tekst.ts';

import { LEGE_INVOER, type Invoer, netteInvoer, type Upload, VELDEN } from './formulier.ts';

/** All files of one answer together, with the text around them. */
const GROOTSTE_FORMULIER = 21 * 1024 * 1024;
const leesBytes = express.raw({ type: () => true, limit: GROOTSTE_FORMULIER, inflate: false });
const leesVelden = express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 20 });

export interface Formulier {
  invoer: Invoer;
  uploads: Upload[];
}

/** A form with files. null when it is no form at all, `te_groot` when it is more than we take. */
export async function leesFormulier(req: Request, res: Response): Promise<Formulier | 'te_groot' | null> {
  const bytes = await lees(req, res);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const type = req.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return null;
  try {
    const delen = await new globalThis.Response(new Uint8Array(bytes), {
      headers: { 'content-type': type },
    }).formData();
    return { invoer: invoerVan(delen), uploads: await uploadsVan(delen) };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** One field of a small form. */
export async function leesVeld(req: Request, res: Response, naam: string): Promise<string> {
  await new Promise<void>((resolve) => leesVelden(req, res, () => resolve()));
  const body: unknown = req.body;
  const waarde = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[naam] : undefined;
  return typeof waarde === 'string' ? schoon(waarde, 'een_regel') : '';
}

function lees(req: Request, res: Response): Promise<Buffer | 'te_groot' | null> {
  return new Promise((resolve) => {
    leesBytes(req, res, (error?: unknown) => {
      const isTeGroot = error instanceof Error && 'status' in error && error.status === 413;
      if (isTeGroot) resolve('te_groot');
      else resolve(error === undefined && Buffer.isBuffer(req.body) ? req.body : null);
    });
  });
}

const VELDNAMEN = Object.keys(VELDEN).filter((naam): naam is keyof Invoer => Object.hasOwn(LEGE_INVOER, naam));

function invoerVan(delen: FormData): Invoer {
  const velden = VELDNAMEN.map((naam) => {
    const waarde = delen.get(naam);
    return [naam, typeof waarde === 'string' ? netteInvoer(naam, waarde) : ''];
  });
  return Object.fromEntries(velden) as Invoer;
}

/** An empty file field comes as a file without name and content. */
async function uploadsVan(delen: FormData): Promise<Upload[]> {
  const bestanden = delen.getAll('bestanden').filter((deel) => typeof deel !== 'string');
  const uploads = bestanden.map(async (bestand) => ({
    naam: bestand.name,
    inhoud: Buffer.from(await bestand.arrayBuffer()),
  }));
  return (await Promise.all(uploads)).filter(({ naam, inhoud }) => naam !== '' || inhoud.length > 0);
}
