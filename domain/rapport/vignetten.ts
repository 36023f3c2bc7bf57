import type { Rapportstatus } from './loop.ts';

/** What somebody does with a story in a report. */
export const VIGNETDADEN = ['schrijven', 'wijzigen', 'goedkeuren', 'weghalen'] as const;
export type Vignetdaad = (typeof VIGNETDADEN)[number];

/** Why the words of a story are gone: the family took its toestemming back, or the last day of it is over. */
export const VERHAAL_WEG = ['ingetrokken', 'verlopen'] as const;
export type VerhaalWeg = (typeof VERHAAL_WEG)[number];

/** How many others look a story over. */
export const OGEN = 2;

/** What decides who may do what with it. */
export interface Vignetstand {
  readonly geschrevenDoor: string;
  readonly akkoorden: readonly string[];
  /** null while its words are there. */
  readonly weg: VerhaalWeg | null;
}

export const GEEN_TOESTEMMING =
  'Het gezin gaf geen toestemming om dit te vertellen, of die geldt niet meer. Vraag de melder om toestemming vast te leggen.';

/**
 * Why this person of the national team cannot do that now, in words; null when they can. A story is bettered by who wrote it and looked over
 * by two others, and only while the family allows it. `vignet`: null for one that is yet to be written.
 */
export function bezwaarTegenVignet(
  daad: Vignetdaad,
  persoon: string,
  status: Rapportstatus,
  vignet: Vignetstand | null,
): string | null {
  if (status === 'definitief') return 'Dit rapport is definitief en verandert niet meer.';
  if (daad === 'weghalen') return null;
  if (status === 'nagekeken') return 'Dit rapport is al nagekeken. Een verhaal kan er nu alleen nog uit.';
  if (vignet === null) return null;
  if (vignet.weg !== null)
    return 'De tekst van dit verhaal is weg. Haal de regel weg, of schrijf met toestemming een nieuw verhaal.';
  if (daad === 'wijzigen')
    return vignet.geschrevenDoor === persoon
      ? null
      : 'Alleen wie dit verhaal schreef, kan het veranderen. U kunt het weghalen en zelf een verhaal schrijven.';
  if (vignet.geschrevenDoor === persoon) return 'U schreef dit verhaal zelf. Twee anderen kijken het na.';
  if (vignet.akkoorden.includes(persoon)) return 'U keek dit verhaal al na. Een ander doet dat ook nog.';
  return isNagekeken(vignet) ? 'Twee anderen keken dit verhaal al na.' : null;
}

/** Why a report with these stories cannot be looked over or given out; null when it can. */
export function bezwaarTegenVerhalen(vignetten: readonly Vignetstand[]): string | null {
  if (vignetten.some((een) => een.weg === null && !isNagekeken(een)))
    return 'Een verhaal is nog niet nagekeken door twee anderen dan wie het schreef. Laat dat eerst doen, of haal het weg.';
  return null;
}

function isNagekeken({ akkoorden }: Pick<Vignetstand, 'akkoorden'>): boolean {
  return akkoorden.length >= OGEN;
}
