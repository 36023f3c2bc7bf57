import * as z from 'zod';

import { datum, eenRegel, KORTE_TEKST, LANGE_TEKST, Organisatiecode, tekst } from '#contract/basis.ts';
import type { Velden } from '#contract/velden.ts';
import { DATUM, ORGANISATIE } from '#contract/zinnen.ts';
import type { Poging } from '#domain/signaal/opdracht.ts';
import type { Teksten } from '#domain/stroom/feiten.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { type NamedField, inDeToekomst } from '../bestaat.ts';
import type { Veldfout } from '../handeling.ts';

/** One own attempt to solve it. */
export const Pogingsinvoer = z
  .strictObject({
    organisatie: Organisatiecode.optional(),
    partij: eenRegel(KORTE_TEKST, 'Wie is benaderd.', 'Wmo-loket van de gemeente'),
    datum: datum('Wanneer. Niet in de toekomst.', '2026-03-25'),
    antwoord: tekst(LANGE_TEKST, 'Wat het antwoord was. Weglaten als u dat niet weet.').optional(),
  })
  .meta({ id: 'Poging', description: 'Iets wat al is geprobeerd.' });
type Pogingsinvoer = z.output<typeof Pogingsinvoer>;

export const POGINGVELDEN: Velden<z.input<typeof Pogingsinvoer>> = {
  organisatie: ORGANISATIE,
  partij: { verplicht: 'Vertel wie is benaderd.', leeg: 'Vertel wie is benaderd.' },
  datum: DATUM,
  antwoord: { leeg: 'Schrijf wat het antwoord was, of laat dit weg als u dat niet weet.' },
};

/** Attempts with their place in the input. */
type Geplaatst = readonly (readonly [pad: Veldfout['pad'], poging: Pogingsinvoer])[];

/** The faults of dates after `vandaag` (Amsterdam). */
export function pogingenInDeToekomst(pogingen: Geplaatst, vandaag: Datum): Veldfout[] {
  return pogingen.flatMap(([pad, poging]) => inDeToekomst([...pad, 'datum'], poging.datum, vandaag));
}

/** The organisaties that they name. */
export function organisatiesIn(pogingen: Geplaatst): NamedField[] {
  return pogingen.map(([pad, { organisatie }]) => [[...pad, 'organisatie'], organisatie]);
}

export function pogingVan({ organisatie, datum: dag, antwoord }: Pogingsinvoer): Poging {
  return { organisatie: organisatie ?? null, datum: dag, beantwoord: antwoord !== undefined };
}

/** What was written about attempts. */
export function pogingteksten(pogingen: readonly Pogingsinvoer[]): Teksten {
  const teksten = pogingen.flatMap(({ partij, antwoord }, i): [string, string][] => [
    [`poging.${i}.partij`, partij],
    ...(antwoord === undefined ? [] : ([[`poging.${i}.antwoord`, antwoord]] satisfies [string, string][])),
  ]);
  return Object.fromEntries(teksten);
}
