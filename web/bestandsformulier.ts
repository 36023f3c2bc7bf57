import { Busboy } from '@fastify/busboy';
import type { Request } from 'express';

/** What a form with one small file held. */
export interface Bestandsformulier {
  velden: Readonly<Record<string, string>>;
  /** null when no file was chosen. */
  bestand: { naam: string; inhoud: Buffer } | null;
  /** The file, or a field, is larger than may be. */
  teGroot: boolean;
}

/** A form with one file of at most `hoogstens` bytes; of what is larger the rest is thrown away. null when it is no such form. */
export function leesBestandsformulier(req: Request, hoogstens: number): Promise<Bestandsformulier | null> {
  const type = req.get('content-type') ?? '';
  if (!/^multipart\/form-data;.*boundary=/i.test(type)) return Promise.resolve(null);
  const limits = { fields: 10, files: 1, fileSize: hoogstens, fieldSize: 2 * hoogstens, headerPairs: 20 };
  const lezer = new Busboy({ headers: { 'content-type': type }, limits });
  const velden = new Map<string, string>();
  const stukken: Buffer[] = [];
  let naam: string | undefined;
  let teGroot = false;
  lezer.on('field', (veld, waarde, _kort, isAfgekapt) => {
    velden.set(veld, waarde);
    teGroot ||= isAfgekapt;
  });
  lezer.on('file', (_veld, bestand, bestandsnaam?: string) => {
    naam = bestandsnaam;
    bestand.on('data', (stuk: Buffer) => void stukken.push(stuk));
    bestand.on('limit', () => (teGroot = true));
    // A form that breaks off in the middle of a file is told of twice.
    bestand.on('error', () => undefined);
  });
  return new Promise((resolve) => {
    lezer.once('finish', () => {
      const inhoud = Buffer.concat(stukken);
      // An empty file field comes as a file without name and content.
      const isGekozen = (naam ?? '') !== '' || inhoud.length > 0;
      resolve({
        velden: Object.fromEntries(velden),
        bestand: isGekozen ? { naam: naam ?? '', inhoud } : null,
        teGroot,
      });
    });
    lezer.on('error', () => resolve(null));
    req.once('close', () => req.complete || resolve(null));
    req.pipe(lezer);
  });
}
