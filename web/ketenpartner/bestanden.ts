import { type GoedBestand, keurBestanden } from '#activities/ketenpartners/bijlagen.ts';

import type { Upload, Formulierfout } from './formulier.ts';

/** The files that may be kept, and what is wrong with the others. */
export function controleerBestanden(uploads: readonly Upload[]): { goed: GoedBestand[]; fouten: Formulierfout[] } {
  const { goed, fouten } = keurBestanden(uploads);
  return { goed, fouten: fouten.map((tekst) => ({ veld: 'bestanden', tekst })) };
}
