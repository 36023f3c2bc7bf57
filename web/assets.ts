import { readFileSync } from 'node:fs';

import { type RequestHandler, Router } from 'express';

import { hexHash } from '#platform/hash.ts';

const LATIN = import.meta.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2');
const LATIN_EXT = import.meta
  .resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2');

const BESTANDEN: Readonly<Record<string, { bron: URL; type: string; bewaar: string }>> = {
  'stijl.css': {
    bron: new URL('./assets/stijl.css', import.meta.url),
    type: 'text/css; charset=utf-8',
    bewaar: 'no-cache',
  },
  'levend.js': {
    bron: new URL('./browser/levend.js', import.meta.url),
    type: 'text/javascript; charset=utf-8',
    bewaar: 'no-cache',
  },
  'mark.svg': plaatje('mark.svg'),
  'chevron.svg': plaatje('chevron.svg'),
  'source-sans-3-latin.woff2': letter(LATIN),
  'source-sans-3-latin-ext.woff2': letter(LATIN_EXT),
};

function plaatje(naam: string) {
  return { bron: new URL(`./assets/${naam}`, import.meta.url), type: 'image/svg+xml', bewaar: 'max-age=86400' };
}

function letter(adres: string) {
  return { bron: new URL(adres), type: 'font/woff2', bewaar: 'max-age=31536000, immutable' };
}

/** The files that pages refer to: these and no others, read once. */
export function createAssets(): RequestHandler {
  const router = Router({ strict: true });
  for (const [naam, { bron, type, bewaar }] of Object.entries(BESTANDEN)) {
    const inhoud = readFileSync(bron);
    const etag = `"${hexHash(inhoud, 20)}"`;
    router.get(`/${naam}`, (req, res) => {
      res.set({ 'cache-control': bewaar, etag });
      const bekend = (req.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
      if (bekend.some((tag) => tag === etag || tag === `W/${etag}`)) return void res.status(304).end();
      res.set('content-type', type).send(inhoud);
    });
  }
  return router;
}
