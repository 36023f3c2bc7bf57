import * as z from 'zod';

import type { Signaalregel } from '#db/queries/signalen.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';

import { toon, vanZaken } from './kijker.ts';
import { SignaalregelSchema } from './lijst.ts';

/** More nobody reads through before filing one more, or before taking two together. */
export const GELIJKENDE_TOT = 5;

export const GelijkendeSignalen = vanZaken(
  z
    .strictObject({
      signalen: z
        .array(SignaalregelSchema)
        .max(GELIJKENDE_TOT)
        .meta({ description: 'Wat er het meest op lijkt eerst.' }),
    })
    .meta({ id: 'GelijkendeSignalen', description: 'Signalen die misschien over hetzelfde gaan.' }),
);

export function presentGelijkende(
  signalen: readonly Signaalregel[],
  kijker: Kijker,
): z.infer<typeof GelijkendeSignalen> {
  return toon(kijker, { signalen: [...signalen] });
}
