import express, { type Request, type Response } from 'express';

import { GROOTSTE_FORMULIER } from '#contract/limieten.ts';

import type { Gepost } from './formulier.ts';

const leesVelden = express.urlencoded({ extended: false, limit: GROOTSTE_FORMULIER, parameterLimit: 500 });

/** A form without files as it was sent, which is nothing when it is no form. Throws what Express throws for one that is too large. */
export async function ontvang(req: Request, res: Response): Promise<Gepost> {
  await new Promise<void>((resolve, reject) => {
    leesVelden(req, res, (fout?: unknown) => {
      if (fout === undefined) resolve();
      else reject(fout instanceof Error ? fout : new Error('A form could not be read', { cause: fout }));
    });
  });
  const body: unknown = req.body;
  const velden = typeof body === 'object' && body !== null ? Object.entries(body as Record<string, unknown>) : [];
  return Object.fromEntries(
    velden.map(([naam, waarde]) => [naam, (Array.isArray(waarde) ? waarde : [waarde]).map(String)]),
  );
}
