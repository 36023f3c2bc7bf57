import type { Regio } from '#domain/beleid/regios.ts';

import { getal, opsomming, regionaam } from './woorden.ts';

export type Eenheid = '' | ' %';

/** A number of a region; null: too few to tell. */
interface Regiowaarde {
  regio: Regio;
  waarde: number | null;
}

export function inWoorden(waarde: number | null, eenheid: Eenheid): string {
  return waarde === null ? 'te weinig om iets over te zeggen' : `${getal(waarde)}${eenheid}`;
}

/** What the map shows, in a sentence: where the number is highest and where lowest, of the regions that have one. */
export function kaartzin(waarden: readonly Regiowaarde[], eenheid: Eenheid): string {
  const bekend = waarden.flatMap(({ regio, waarde }) => (waarde === null ? [] : [{ regio, waarde }]));
  const [eerste] = bekend;
  if (eerste === undefined) return 'In elke regio zijn het er te weinig om iets over te zeggen.';
  const hoogste = bekend.reduce((een, ander) => (ander.waarde > een.waarde ? ander : een));
  const laagste = bekend.reduce((een, ander) => (ander.waarde < een.waarde ? ander : een));
  if (hoogste.waarde === laagste.waarde) {
    const waar =
      bekend.length === waarden.length ? 'elke regio' : opsomming(bekend.map(({ regio }) => regionaam(regio)));
    return `In ${waar} is het ${inWoorden(eerste.waarde, eenheid)}.`;
  }
  return (
    `Het meest in ${regionaam(hoogste.regio)}: ${inWoorden(hoogste.waarde, eenheid)}. ` +
    `Het minst in ${regionaam(laagste.regio)}: ${inWoorden(laagste.waarde, eenheid)}.`
  );
}
