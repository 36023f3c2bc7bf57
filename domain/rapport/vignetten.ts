import type { Rapportstatus } from './loop.ts';

/** What somebody does with a story in a report. */
export const VIGNETDADEN = ['schrijven', 'goedkeuren', 'weghalen'] as const;
export type Vignetdaad = (typeof VIGNETDADEN)[number];

/** How many others look a story over. */
const OGEN = 2;

/** What decides who may do what with it. */
export interface Vignetstand {
  readonly geschrevenDoor: string;
  readonly akkoorden: readonly string[];
  /** The family allows today that it is told. */
  readonly isToegestaan: boolean;
}

export const GEEN_TOESTEMMING =
  'Het gezin gaf geen toestemming om dit te vertellen, of die geldt niet meer. Vraag de melder om toestemming vast te leggen.';

/**
 * Why this person of the national team cannot do that now, in words; null when they can. A story is looked over by two others than who
 * wrote it, and only while the family allows it. `vignet`: null for one that is yet to be written.
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
  if (!vignet.isToegestaan) return GEEN_TOESTEMMING;
  if (vignet.geschrevenDoor === persoon) return 'U schreef dit verhaal zelf. Twee anderen kijken het na.';
  if (vignet.akkoorden.includes(persoon)) return 'U keek dit verhaal al na. Een ander doet dat ook nog.';
  return isNagekeken(vignet) ? 'Twee anderen keken dit verhaal al na.' : null;
}

/** Why a report with these stories cannot be looked over or given out; null when it can. */
export function bezwaarTegenVerhalen(vignetten: readonly Vignetstand[]): string | null {
  if (vignetten.some((een) => !een.isToegestaan))
    return 'Voor een verhaal geldt de toestemming van het gezin niet meer. Haal het eerst weg.';
  if (vignetten.some((een) => !isNagekeken(een)))
    return 'Een verhaal is nog niet door twee anderen nagekeken. Laat dat eerst doen, of haal het weg.';
  return null;
}

export function isNagekeken({ akkoorden }: Pick<Vignetstand, 'akkoorden'>): boolean {
  return akkoorden.length >= OGEN;
}
