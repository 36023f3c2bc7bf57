import { labelVan } from '../beleid/codelijsten.ts';
import { type Regiocode, regiolabel } from '../beleid/regios.ts';
import type { Blik } from './zoeken.ts';

/** The lists by which is counted. */
export const INDELINGEN = ['knelpunttype', 'doelgroep', 'ketenpartnertype'] as const;
export type Telindeling = (typeof INDELINGEN)[number];

/** By what signalen are found to belong together: a list, what they pile up about, or the words in them. */
export const VINDSOORTEN = [...INDELINGEN, 'organisatie', 'wet', 'tekst'] as const;
export type Vindsoort = (typeof VINDSOORTEN)[number];

/** By what it was found: a look at the counts, a pile, or words. */
export type Vindwijze = Blik | 'stapeling' | 'tekst';

/** Why somebody is shown this: what was counted, against what was expected. */
export interface Bewijs {
  readonly indeling: Vindsoort;
  /** Null for all of that list together, and for words. */
  readonly code: string | null;
  /** What `code` is called, where that is in no list. */
  readonly naam?: string | null;
  /** Of words: those that tell what it is about; absent or empty where none do. */
  readonly woorden?: readonly string[];
  /** Empty for the whole country. */
  readonly regios: readonly Regiocode[];
  readonly dagen: number;
  readonly aantal: number;
  readonly verwacht: number;
  readonly kans: number;
}

/** What stands out, in plain words and numbers. */
export function zinnenVan(bewijs: Bewijs): string[] {
  const { indeling, aantal, verwacht, kans, woorden = [] } = bewijs;
  if (indeling === 'tekst')
    return [
      `${signalen(aantal)} uit ${periode(bewijs)} gebruiken dezelfde woorden.`,
      ...(woorden.length === 0 ? [] : [`Woorden die terugkomen: ${aangehaald(woorden)}.`]),
      'Dit is een vergelijking van woorden. Kijk zelf of het over hetzelfde gaat.',
    ];
  const telt = `In ${periode(bewijs)} ${aantal === 1 ? 'kwam' : 'kwamen'} ${signalen(aantal)} binnen ${waarover(bewijs)}, ${waar(bewijs)}.`;
  const daarvoor = `Gewoon ${gewoon(verwacht)}, naar wat er in het jaar daarvoor binnenkwam.`;
  const stapelt = indeling === 'organisatie' || indeling === 'wet';
  if (stapelt && verwacht === 0)
    return [
      telt,
      'In het jaar daarvoor kwam dit niet voor. Zoveel gezinnen die op hetzelfde vastlopen, is geen toeval.',
    ];
  return [telt, daarvoor, `Door toeval alleen ziet u zoiets hier ${hoeVaak(kans)}.`];
}

/** What it is about and where, in a line. */
export function onderwerpVan(bewijs: Pick<Bewijs, 'indeling' | 'code' | 'naam' | 'regios' | 'woorden'>): string {
  const { indeling, code, woorden = [] } = bewijs;
  if (indeling === 'tekst')
    return `${woorden.length === 0 ? 'Dezelfde woorden' : `Dezelfde woorden: ${aangehaald(woorden)}`}, ${waar(bewijs)}`;
  return `${code === null ? 'Alle signalen' : naamVan(bewijs)}, ${waar(bewijs)}`;
}

function naamVan({ indeling, code, naam }: Pick<Bewijs, 'indeling' | 'code' | 'naam'>): string {
  if (code === null || indeling === 'tekst') return '';
  return indeling === 'organisatie' ? (naam ?? code) : labelVan(indeling, code);
}

function waarover(bewijs: Bewijs): string {
  if (bewijs.code === null) return 'bij elkaar';
  const label = `“${naamVan(bewijs)}”`;
  const WAAROVER: Readonly<Record<Vindsoort, string>> = {
    knelpunttype: `over ${label}`,
    doelgroep: `voor de doelgroep ${label}`,
    ketenpartnertype: `over een organisatie van de soort ${label}`,
    organisatie: `over ${label}`,
    wet: `die te maken hebben met ${label}`,
    tekst: '',
  };
  return WAAROVER[bewijs.indeling];
}

function periode({ dagen }: Bewijs): string {
  if (dagen % 7 !== 0) return `${dagen} dagen`;
  return dagen === 7 ? '1 week' : `${dagen / 7} weken`;
}

function waar({ regios }: Pick<Bewijs, 'regios'>): string {
  if (regios.length === 0) return 'in heel Nederland';
  return `in ${opsomming(regios.map(regionaam))}`;
}

function regionaam(regio: Regiocode): string {
  if (regio === 'ONBEKEND') return 'een onbekende regio';
  return regiolabel(regio);
}

function opsomming(woorden: readonly string[]): string {
  return woorden.length < 2 ? woorden.join('') : `${woorden.slice(0, -1).join(', ')} en ${woorden.at(-1)}`;
}

function aangehaald(woorden: readonly string[]): string {
  return opsomming(woorden.map((woord) => `“${woord}”`));
}

function signalen(aantal: number): string {
  return aantal === 1 ? '1 signaal' : `${aantal} signalen`;
}

/** Whole signalen, as one counts: of 2,4 one sees sometimes 2 and sometimes 3. */
function gewoon(verwacht: number): string {
  if (verwacht < 1) return 'is dat er nog geen 1';
  if (verwacht >= 10) return `zijn dat er ongeveer ${Math.round(verwacht)}`;
  const laag = Math.floor(verwacht);
  const zijn = laag === 1 ? 'is' : 'zijn';
  return verwacht - laag < 0.05 ? `${zijn} dat er ongeveer ${laag}` : `zijn dat er ${laag} à ${laag + 1}`;
}

const NACHTEN = 365;

/**
 * `kans` is that of one night. In a year there are 365 of these, so it is seen at most `365 × kans` times: rounded so that it never sounds
 * rarer than it is.
 */
function hoeVaak(kans: number): string {
  const jaren = 1 / (NACHTEN * kans);
  if (jaren < 1) return `hoogstens ${Math.ceil(1 / jaren)} keer per jaar`;
  if (jaren < 2) return 'hoogstens eens per jaar';
  const macht = 10 ** Math.floor(Math.log10(jaren));
  const rond = Math.min(1000, Math.floor(jaren / macht) * macht);
  return `hoogstens eens in de ${rond.toLocaleString('nl-NL')} jaar`;
}
