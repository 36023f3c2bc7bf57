import { ADRESSEN } from '#contract/adressen.ts';
import type { Regio, Regiocode } from '#domain/beleid/regios.ts';
import type { Cijfercode } from '#domain/cijfers.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import type { Tijdvaknaam } from '#domain/tijd/tijdvak.ts';

/** What the list is asked for, by the names of its filters. */
export type Lijstfilters = Readonly<Record<string, string | readonly string[]>>;

/** The list of signalen with these filters, within the regions that the figures are about (null for all). */
export function lijstadres(regios: readonly Regiocode[] | null, filters: Lijstfilters): string {
  const paren = Object.entries({ ...(regios !== null && { regio: regios }), ...filters }).flatMap(([naam, waarde]) =>
    [waarde].flat().map((een): [string, string] => [naam, een]),
  );
  return `${ADRESSEN.signalen()}?${new URLSearchParams(paren).toString()}`;
}

export function ingediend(vanaf: Datum | null, totEnMet: Datum): Lijstfilters {
  return { ...(vanaf !== null && { ingediendVanafDatum: vanaf }), ingediendTotEnMetDatum: totEnMet };
}

/** What counted as that in those days. */
export function geteldAls(als: Cijfercode, vanaf: Datum, totEnMet: Datum): Lijstfilters {
  return { geteldAls: als, geteldVanafDatum: vanaf, geteldTotEnMetDatum: totEnMet };
}

/** What the map can show. */
export const KAARTKEUZES = ['instroom', 'open', 'te_laat', 'opgelost'] as const;
export type Kaartkeuze = (typeof KAARTKEUZES)[number];

/** What is chosen on the page. */
export interface Cijferkeuze {
  regio: Regio | null;
  tijdvak: Tijdvaknaam | null;
  kaart: Kaartkeuze;
}

export function cijferadres({ regio, tijdvak, kaart }: Cijferkeuze): string {
  const zoekdeel = new URLSearchParams({
    ...(regio !== null && { regio }),
    ...(tijdvak !== null && { tijdvak }),
    ...(kaart !== KAARTKEUZES[0] && { kaart }),
  });
  return zoekdeel.size === 0 ? ADRESSEN.cijfers() : `${ADRESSEN.cijfers()}?${zoekdeel.toString()}`;
}
