import { BIJLAGE, type GoedBestand, mediatypeVan, nettenaam } from '#activities/ketenpartners/bijlagen.ts';

import type { Upload, Formulierfout } from './formulier.ts';

/** The files that may be kept, and what is wrong with the others. */
export function controleerBestanden(uploads: readonly Upload[]): { goed: GoedBestand[]; fouten: Formulierfout[] } {
  const teVeel =
    uploads.length > BIJLAGE.hoogstensStuks ? [`Stuur hoogstens ${BIJLAGE.hoogstensStuks} bestanden mee.`] : [];
  const zinnen = [...teVeel, ...uploads.flatMap((upload) => watIsErMis(upload) ?? [])];
  return {
    goed: uploads.flatMap(({ naam, inhoud }) => {
      const mediatype = mediatypeVan(inhoud);
      return mediatype === null ? [] : [{ naam: nettenaam(naam, mediatype), inhoud, mediatype }];
    }),
    fouten: zinnen.map((tekst) => ({ veld: 'bestanden', tekst })),
  };
}

function watIsErMis({ naam, inhoud }: Upload): string | undefined {
  if (inhoud.length > BIJLAGE.hoogstensBytes) return `“${naam}” is te groot. Een bestand mag hoogstens 10 MB zijn.`;
  if (inhoud.length === 0) return `“${naam}” is leeg.`;
  return mediatypeVan(inhoud) === null ? `“${naam}” is geen PDF, JPEG of PNG.` : undefined;
}
