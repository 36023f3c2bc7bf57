import * as z from 'zod';

import type { Cijfertelling, Cijfervraag } from '#db/queries/cijfers.ts';
import { codesVan, type Uitkomst } from '#domain/beleid/codelijsten.ts';
import type { Regio } from '#domain/beleid/regios.ts';
import { heeftRol, type Kijker } from '#domain/bevoegdheden.ts';
import { beginVan, type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';

import { datum, Niveau, Regiocode } from './basis.ts';
import { toon, vanZaken } from './kijker.ts';

/** Of fewer than these nothing is said but how many there are: it would tell of a family, and little else (ADR 0041). */
export const TE_WEINIG = 5;

/** Worked on to its end by people; not what was only reported, withdrawn or taken up in another. */
export const AFGEHANDELD = [
  'opgelost',
  'deels_opgelost',
  'niet_oplosbaar',
  'doorverwezen',
  'verder_in_patroon',
] as const satisfies readonly Uitkomst[];
export const OPGELOST = ['opgelost', 'deels_opgelost'] as const satisfies readonly Uitkomst[];

/** Days back from today at which what is open gets older, the oldest first. */
const LEEFTIJDEN = [182, 91, 56, 28] as const;
const MAANDEN = 12;

export const Cijfervragen = z.strictObject({
  regio: z
    .enum(Regiocode.options)
    .optional()
    .meta({ description: 'Alleen deze regio. Weglaten: alle die u mag zien.' }),
});

const aantal = (description: string) => z.int().min(0).meta({ description });

export const Cijfers = vanZaken(
  z
    .strictObject({
      vanafDatum: datum('De eerste dag waarover is geteld.'),
      totEnMetDatum: datum('De laatste dag: vandaag.'),
      instroom: z
        .array(
          z.strictObject({
            vanafDatum: datum('De eerste dag van de maand.'),
            totEnMetDatum: datum('De laatste dag ervan, of vandaag.'),
            aantal: aantal('Ingediende signalen.'),
          }),
        )
        .meta({ description: 'Per maand, de oudste eerst.' }),
      open: z
        .array(
          z.strictObject({
            vanafDatum: datum('Ingediend op of na deze dag.').nullable(),
            totEnMetDatum: datum('Ingediend op of voor deze dag.'),
            aantal: aantal('Open signalen.'),
          }),
        )
        .meta({ description: 'Wat open is, naar hoe lang geleden het is ingediend; het oudste eerst.' }),
      teLaat: z.array(
        z.strictObject({
          niveau: Niveau,
          open: aantal('Open signalen.'),
          teLaat: aantal('Waarvan een termijn voorbij is.'),
        }),
      ),
      afgehandeld: z
        .array(
          z.strictObject({
            niveau: Niveau,
            aantal: aantal('Afgesloten met een uitkomst.'),
            opgelost: aantal('Waarvan opgelost, helemaal of voor een deel.').nullable(),
            dagen: z
              .number()
              .min(0)
              .nullable()
              .meta({ description: 'De helft was binnen zoveel dagen klaar. null: te weinig om iets over te zeggen.' }),
          }),
        )
        .meta({ description: 'Van wat in deze periode is ingediend, naar het niveau waarop het is afgesloten.' }),
    })
    .meta({ id: 'Cijfers', description: 'Hoe het staat met de signalen die u mag zien.' }),
);

/** The regions of which this person gets figures, null for all; undefined when these are not theirs. */
export function cijferregios(kijker: Kijker, regio: Regio | undefined): readonly Regio[] | null | undefined {
  const landelijk = heeftRol(kijker, 'landelijk_team') || heeftRol(kijker, 'programmaleiding');
  if (landelijk) return regio === undefined ? null : [regio];
  if (!heeftRol(kijker, 'regiocoordinator')) return undefined;
  if (regio === undefined) return kijker.regios;
  return kijker.regios.includes(regio) ? [regio] : undefined;
}

/** What is asked of the database on that day: this month and the eleven before. */
export function cijfervraag(regios: readonly Regio[] | null, vandaag: Datum): Cijfervraag {
  return {
    regios,
    vanaf: beginVan(eersteMaand(vandaag)),
    voor: beginVan(plusDagen(vandaag, 1)),
    grenzen: LEEFTIJDEN.map((dagen) => beginVan(plusDagen(vandaag, 1 - dagen))),
    uitkomsten: AFGEHANDELD,
    opgelost: OPGELOST,
  };
}

export function presentCijfers(telling: Cijfertelling, vandaag: Datum, kijker: Kijker): z.infer<typeof Cijfers> {
  const niveaus = codesVan('niveau');
  return toon(kijker, {
    vanafDatum: eersteMaand(vandaag),
    totEnMetDatum: vandaag,
    instroom: maanden(vandaag).map((vanafDatum, i, alle) => {
      const volgende = alle[i + 1];
      const maand = telling.instroom.find((een) => een.maand === vanafDatum.slice(0, 7));
      const totEnMetDatum = volgende === undefined ? vandaag : plusDagen(volgende, -1);
      return { vanafDatum, totEnMetDatum, aantal: maand?.aantal ?? 0 };
    }),
    open: [null, ...LEEFTIJDEN].map((dagen, vak) => {
      const jonger = LEEFTIJDEN[vak];
      return {
        vanafDatum: dagen === null ? null : plusDagen(vandaag, 1 - dagen),
        totEnMetDatum: jonger === undefined ? vandaag : plusDagen(vandaag, -jonger),
        aantal: telling.open.find((een) => een.vak === vak)?.aantal ?? 0,
      };
    }),
    teLaat: niveaus.map((niveau) => {
      const { aantal: open = 0, teLaat = 0 } = telling.teLaat.find((een) => een.niveau === niveau) ?? {};
      return { niveau, open, teLaat };
    }),
    afgehandeld: niveaus.map((niveau) => {
      const {
        aantal: hoeveel = 0,
        opgelost = 0,
        dagen = 0,
      } = telling.afgehandeld.find((een) => een.niveau === niveau) ?? {};
      const genoeg = hoeveel >= TE_WEINIG;
      return { niveau, aantal: hoeveel, opgelost: genoeg ? opgelost : null, dagen: genoeg ? dagen : null };
    }),
  });
}

function eersteMaand(vandaag: Datum): Datum {
  return maanden(vandaag)[0] ?? vandaag;
}

/** The first dates of the months, the oldest first. */
function maanden(vandaag: Datum): Datum[] {
  const [jaar = 0, maand = 1] = vandaag.split('-').map(Number);
  return Array.from({ length: MAANDEN }, (_, i) => {
    const n = jaar * 12 + maand - MAANDEN + i;
    return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`;
  });
}
