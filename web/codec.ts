import express, { type RequestHandler, Router } from 'express';
import * as z from 'zod';

import { createPayloadCodec } from '#platform/payload-codec.ts';

const Bytes = z.base64().transform((tekst) => Buffer.from(tekst, 'base64'));
const Payloads = z.object({
  payloads: z.array(
    z.looseObject({ metadata: z.record(z.string(), Bytes).default({}), data: Bytes.default(Buffer.alloc(0)) }),
  ),
});

/** The codec endpoint that Temporal's web UI asks to show encrypted payloads. Only for pages of `uiOrigin`. */
export function createCodec(key: Uint8Array, uiOrigin: string): RequestHandler {
  const codec = createPayloadCodec(key);
  const router = Router({ strict: true });
  router.use((req, res, next) => {
    res.set({ 'access-control-allow-origin': uiOrigin, vary: 'Origin' });
    if (req.method !== 'OPTIONS') return next();
    res.set({
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, x-namespace, authorization',
      'access-control-max-age': '600',
    });
    res.status(204).end();
  });
  for (const richting of ['encode', 'decode'] as const) {
    router.post(`/${richting}`, express.json({ limit: '4mb' }), async (req, res) => {
      const invoer = Payloads.safeParse(req.body);
      if (!invoer.success) {
        res.status(400).json({ message: 'Expected payloads in base64.' });
        return;
      }
      const uit = await codec[richting](invoer.data.payloads).catch((error: unknown) => String(error));
      if (typeof uit === 'string') res.status(400).json({ message: uit });
      else res.json({ payloads: uit.map(alsJson) });
    });
  }
  return router;
}

function alsJson({ metadata, data }: { metadata?: Record<string, Uint8Array> | null; data?: Uint8Array | null }) {
  const tekst = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return {
    metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([naam, bytes]) => [naam, tekst(bytes)])),
    data: tekst(data ?? new Uint8Array()),
  };
}
