import { labelVan } from '../beleid/codelijsten.ts';
import { REGIOS, type Regiocode } from '../beleid/regios.ts';

/** The lists by which is counted. */
export const INDELINGEN = ['knelpunttype', 'doelgroep', 'ketenpartnertype'] as const;
export type Telindeling = (typeof INDELINGEN)[number];

/** Why somebody is shown this: what was counted, against what was expected. */
export interface Bewijs {
  readonly indeling: Telindeling;
  /** Null for all of that list together. */
  readonly code: string | null;
  /** Empty for the whole country. */
  readonly regios: readonly Regiocode[];
  readonly dagen: number;
  readonly aantal: number;
  readonly verwacht: number;
  readonly kans: number;
}

/** What stands out, in plain words and numbers. */
export function zinnenVan(bewijs: Bewijs): string[] {
  const { aantal, dagen, verwacht, kans } = bewijs;
  const weken = dagen / 7;
  return [
    `${onderwerpVan(bewijs)}: ${aantal} signalen in ${weken === 1 ? '1 week' : `${weken} weken`}.`,
    `Verwacht waren er ongeveer ${getal(verwacht)}, naar wat er in het jaar daarvoor binnenkwam.`,
    `Door toeval alleen komt dat minder dan ${eensOp(kans)} voor.`,
  ];
}

function onderwerpVan({ indeling, code, regios }: Bewijs): string {
  const wat = code === null ? 'Alle signalen' : labelVan(indeling, code);
  if (regios.length === 0) return `${wat}, in heel Nederland`;
  return `${wat}, in ${opsomming(regios.map((regio) => REGIOS.find(({ code: c }) => c === regio)?.label ?? regio))}`;
}

function opsomming(woorden: readonly string[]): string {
  return woorden.length < 2 ? woorden.join('') : `${woorden.slice(0, -1).join(', ')} en ${woorden.at(-1)}`;
}

/** One digit after the comma below ten. */
function getal(waarde: number): string {
  return waarde < 10 ? waarde.toFixed(1).replace('.', ',').replace(/,0$/, '') : String(Math.round(waarde));
}

/** Rounded so that it never sounds rarer than it is. */
function eensOp(kans: number): string {
  const macht = Math.min(6, Math.floor(-Math.log10(kans)));
  if (macht >= 6) return '1 keer op 1 miljoen';
  return `1 keer op ${new Intl.NumberFormat('nl-NL').format(10 ** macht)}`;
}
