import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { type RequestHandler, Router } from 'express';

const require = createRequire(import.meta.url);
const LETTER = '@fontsource-variable/source-sans-3/files/source-sans-3';

const BESTANDEN: Readonly<Record<string, { bron: string | URL; type: string; bewaar: string }>> = {
  'stijl.css': {
    bron: new URL('./assets/stijl.css', import.meta.url),
    type: 'text/css; charset=utf-8',
    bewaar: 'no-cache',
  },
  'mark.svg': { bron: new URL('./assets/mark.svg', import.meta.url), type: 'image/svg+xml', bewaar: 'max-age=86400' },
  'source-sans-3-latin.woff2': letter('latin'),
  'source-sans-3-latin-ext.woff2': letter('latin-ext'),
};

function letter(deel: string) {
  return {
    bron: require.resolve(`${LETTER}-${deel}-wght-normal.woff2`),
    type: 'font/woff2',
    bewaar: 'max-age=31536000, immutable',
  };
}

/** The files that pages refer to: these and no others, read once. */
export function createAssets(): RequestHandler {
  const router = Router({ strict: true });
  for (const [naam, { bron, type, bewaar }] of Object.entries(BESTANDEN)) {
    const inhoud = readFileSync(bron);
    router.get(`/${naam}`, (_req, res) => {
      res.set({ 'content-type': type, 'cache-control': bewaar }).send(inhoud);
    });
  }
  return router;
}
