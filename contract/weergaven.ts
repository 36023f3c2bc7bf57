import * as z from 'zod';

import type { Filter } from '#db/queries/filter.ts';
import { heeftRol, type Kijker } from '#domain/bevoegdheden.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { toon, vanZaken } from './kijker.ts';
import { filterVan, Signaalfilter } from './lijst.ts';

type Filtervraag = z.output<typeof Signaalfilter>;

/** The views of a list that everybody has, in the order in which they stand above it. */
const WEERGAVEN = {
  open: { naam: 'Alles wat open is', filter: { open: true } },
  oppakken: { naam: 'Op te pakken', filter: { open: true, aanZet: ['niveau'] } },
  aan_zet: { naam: 'U bent aan zet', filter: { open: true, aanZet: ['ik'] } },
  ketenpartner: { naam: 'Ketenpartner aan zet', filter: { open: true, aanZet: ['ketenpartner'] } },
  te_laat: { naam: 'Te laat', filter: { open: true, teLaat: true } },
  ligt_stil: { naam: 'Ligt stil', filter: { open: true, ligtStil: true } },
} as const satisfies Record<string, { naam: string; filter: Filtervraag }>;

export type Weergave = keyof typeof WEERGAVEN;
const CODES = Object.keys(WEERGAVEN) as [Weergave, ...Weergave[]];

/** More are not counted: nobody needs to know of more than these how many there are. */
export const TEL_TOT = 1000;

/** Those of this person: programmaleiding looks on, and who works at no level takes nothing up. */
export function weergavenVoor(kijker: Kijker): Weergave[] {
  const werktOpNiveau = heeftRol(kijker, 'regiocoordinator') || heeftRol(kijker, 'landelijk_team');
  const melder = heeftRol(kijker, 'metgezel') || heeftRol(kijker, 'oco_consulent');
  return CODES.filter((code) => {
    if (code === 'oppakken') return werktOpNiveau;
    return code !== 'aan_zet' || werktOpNiveau || melder;
  });
}

/** What each of those asks for, of this person and on that day. */
export function weergavefilters(kijker: Kijker, vandaag: Datum): Partial<Record<Weergave, Filter>> {
  return Object.fromEntries(
    weergavenVoor(kijker).map((code) => [code, filterVan(WEERGAVEN[code].filter, kijker, vandaag)]),
  );
}

export const Weergaven = vanZaken(
  z
    .strictObject({
      weergaven: z.array(
        z.strictObject({
          code: z.enum(CODES).meta({ description: 'Welke weergave.' }),
          naam: z.string().meta({ description: 'Hoe zij heet.' }),
          filter: Signaalfilter.meta({ description: 'Waarmee `/signalen` haar toont.' }),
          aantal: z
            .int()
            .min(0)
            .max(TEL_TOT)
            .meta({ description: `Hoeveel signalen erin staan; er wordt niet verder geteld dan ${TEL_TOT}.` }),
        }),
      ),
    })
    .meta({ id: 'Weergaven', description: 'De weergaven van uw lijst, met hoeveel erin staat.' }),
);

export function presentWeergaven(
  telling: Partial<Record<Weergave, number>>,
  kijker: Kijker,
): z.infer<typeof Weergaven> {
  return toon(kijker, {
    weergaven: weergavenVoor(kijker).map((code) => ({
      code,
      ...structuredClone(WEERGAVEN[code]),
      aantal: telling[code] ?? 0,
    })),
  });
}
