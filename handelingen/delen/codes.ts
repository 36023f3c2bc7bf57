import * as z from 'zod';

import { voorwaarde } from '#contract/basis.ts';
import type { Zinnen } from '#contract/invoerfout.ts';

/** A list of codes in which none comes twice. */
export function uniek<T extends z.ZodType>(code: T, minimum: number, maximum: number) {
  return z
    .array(code)
    .min(minimum)
    .max(maximum)
    .refine((codes) => new Set(codes).size === codes.length, { params: { soort: 'dubbel' } })
    .meta({ uniqueItems: true });
}

/** `GEEN_VAN_DEZE_ALLEEN` for readers of the OpenAPI document. */
export const GEEN_VAN_DEZE_IS_ALLES = voorwaarde(
  { properties: { doelgroepen: { contains: { const: 'GEEN_VAN_DEZE' } } }, required: ['doelgroepen'] },
  { properties: { doelgroepen: { maxItems: 1 } } },
);

export const DOELGROEPEN = {
  verplicht: 'Kies om welke doelgroep het gaat.',
  te_weinig: 'Kies minstens één doelgroep.',
  te_veel: 'Kies hoogstens zes doelgroepen.',
} as const satisfies Zinnen;

export const KNELPUNTTYPEN = {
  te_weinig: 'Kies minstens één soort knelpunt.',
  te_veel: 'Kies hoogstens drie soorten knelpunten.',
} as const satisfies Zinnen;

export const WETTEN = { te_veel: 'Kies hoogstens tien wetten.' } as const satisfies Zinnen;

export const LEEFGEBIEDEN = { te_veel: 'Kies hoogstens zestien leefgebieden.' } as const satisfies Zinnen;
