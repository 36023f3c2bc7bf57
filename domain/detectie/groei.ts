import type { Regiocode } from '../beleid/regios.ts';
import type { Bewijs } from './toelichting.ts';

/** What is proposed, as far as one sees from it whether it is more than growth of everything. */
export interface Vergelijkbaar extends Pick<Bewijs, 'indeling' | 'code' | 'regios' | 'aantal' | 'verwacht'> {
  readonly id: string;
}

/** So many times the square root of what is expected is still chance. */
const TOEVAL = 2;

/**
 * Those of these that are no more than that more comes in of everything, in the whole country or in all of their regions, by id, with the id
 * of the voorstel that says so: they grew no faster than that, but for chance.
 */
export function zelfdeStijging(voorstellen: readonly Vergelijkbaar[]): Map<string, string> {
  const groei = voorstellen.filter((een) => isVanAlles(een) && een.verwacht > 0);
  return new Map(
    voorstellen.flatMap((een) => {
      const oorzaak = isVanAlles(een) && een.regios.length === 0 ? undefined : groei.find((van) => volgtUit(een, van));
      return oorzaak === undefined ? [] : [[een.id, oorzaak.id] as const];
    }),
  );
}

/** All signalen together, of the country or of a region. */
function isVanAlles({ indeling, code }: Vergelijkbaar): boolean {
  return code === null && indeling !== 'tekst';
}

function volgtUit(een: Vergelijkbaar, van: Vergelijkbaar): boolean {
  if (een.id === van.id || een.indeling === 'tekst' || een.verwacht === 0 || !isBinnen(een.regios, van.regios))
    return false;
  const meegegroeid = (een.verwacht * van.aantal) / van.verwacht;
  return een.aantal <= meegegroeid + TOEVAL * Math.sqrt(meegegroeid);
}

/** Empty is the whole country. Of one and the same area all together explains a part of it, and not the other way round. */
function isBinnen(regios: readonly Regiocode[], gebied: readonly Regiocode[]): boolean {
  return gebied.length === 0 || (regios.length > 0 && regios.every((regio) => gebied.includes(regio)));
}
