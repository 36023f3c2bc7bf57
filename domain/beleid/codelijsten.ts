import { KNELPUNTCODES } from './codes-knelpunt.ts';
import { LESCODES } from './codes-les.ts';
import { PATROONCODES } from './codes-patroon.ts';
import { SIGNAALCODES } from './codes-signaal.ts';

/** One entry of a code list. The code is stored and never changes; the Dutch texts are for people. */
export interface Codewaarde {
  readonly code: string;
  readonly label: string;
  readonly toelichting?: string;
}

/** Every code list of the programme as it is seeded. The region list is in regios.ts. */
export const CODELIJSTEN = {
  ...SIGNAALCODES,
  ...KNELPUNTCODES,
  ...PATROONCODES,
  ...LESCODES,
} as const satisfies Record<string, readonly Codewaarde[]>;

export type Codelijst = keyof typeof CODELIJSTEN;
export type Code<L extends Codelijst> = (typeof CODELIJSTEN)[L][number]['code'];

export type Doelgroep = Code<'doelgroep'>;
export type Urgentie = Code<'urgentie'>;
export type Wens = Code<'wens'>;
export type Niveau = Code<'niveau'>;
export type Status = Code<'status'>;
export type Escalatiemotief = Code<'escalatiemotief'>;
export type Verzoeksoort = Code<'verzoeksoort'>;
export type Antwoordsoort = Code<'antwoord'>;
export type Pauzereden = Code<'pauzereden'>;
export type Ervaring = Code<'ervaring'>;
export type Verandering = Code<'verandering'>;
export type UrenMinder = Code<'uren_minder'>;
export type KostenMinder = Code<'kosten_minder'>;
export type Uitkomst = Code<'uitkomst'>;
export type Systeemreden = Code<'systeemreden'>;
export type Casusdeel = Code<'casusdeel'>;
export type Toestemmer = Code<'toestemmer'>;
export type Toestemmingwijze = Code<'toestemmingwijze'>;
export type Wisgrond = Code<'wisgrond'>;
export type Rol = Code<'rol'>;
export type Knelpunttype = Code<'knelpunttype'>;
export type Wet = Code<'wet'>;
export type Ketenpartnertype = Code<'ketenpartnertype'>;
export type Leefgebied = Code<'leefgebied'>;
export type Fase = Code<'fase'>;
export type Orgaan = Code<'orgaan'>;
export type Effect = Code<'effect'>;

export type Leeftijdscategorie = Code<'leeftijdscategorie'>;

/** The motives that only the clock gives. */
const KLOKMOTIEVEN: readonly Escalatiemotief[] = ['niet_opgepakt', 'termijn_verstreken'];
/** The motives that a person may choose. */
export type HandMotief = Exclude<Escalatiemotief, 'niet_opgepakt' | 'termijn_verstreken'>;
export const HANDMOTIEVEN = codesVan('escalatiemotief').filter(isHandMotief);

/** The outcomes that a person may give: `alleen_gemeld` is that of a signaal which was filed as such, and of no other. */
export type Handuitkomst = Exclude<Uitkomst, 'alleen_gemeld'>;
export const HANDUITKOMSTEN = codesVan('uitkomst').filter((code) => code !== 'alleen_gemeld');

/** The grounds on which a person may ask for erasure. */
export const VERZOEKGRONDEN = codesVan('wisgrond').filter((code) => code !== 'bewaartermijn');

/** The fases in which something must still happen to a patroon, and those in which it is closed. */
export const OPEN_FASEN = ['onderzoek', 'geagendeerd', 'in_uitvoering'] as const satisfies readonly Fase[];
export type OpenFase = (typeof OPEN_FASEN)[number];
export const SLOTFASEN = ['opgelost', 'niet_oplosbaar'] as const satisfies readonly Fase[];
export type Slotfase = (typeof SLOTFASEN)[number];

export function isHandMotief(motief: Escalatiemotief): motief is HandMotief {
  return !KLOKMOTIEVEN.includes(motief);
}

/** The codes of a list in its own order, never empty. */
export function codesVan<L extends Codelijst>(lijst: L): [Code<L>, ...Code<L>[]] {
  const waarden: readonly Codewaarde[] = CODELIJSTEN[lijst];
  return waarden.map(({ code }) => code) as [Code<L>, ...Code<L>[]];
}

export function isCode<L extends Codelijst>(lijst: L, code: string): code is Code<L> {
  const waarden: readonly Codewaarde[] = CODELIJSTEN[lijst];
  return waarden.some((waarde) => waarde.code === code);
}

/** The Dutch label of a code; the code itself when the list does not know it, as with a code of an older version. */
export function labelVan(lijst: Codelijst, code: string): string {
  const waarden: readonly Codewaarde[] = CODELIJSTEN[lijst];
  return waarden.find((waarde) => waarde.code === code)?.label ?? code;
}
