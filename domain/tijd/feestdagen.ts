import { type Datum, dagnummer, dagnummerVan, datumVanDagnummer, weekdagVanDagnummer } from './amsterdam.ts';

/**
 * Free days that no rule can compute: the days that a royal decree treats as equal to a holiday
 * (Algemene termijnenwet art. 3 lid 3), with the name to show per date. A new version never changes an old one.
 */
export interface Kalender {
  readonly versie: number;
  readonly dagen: Readonly<Record<Datum, string>>;
}

export interface Feestdag {
  readonly datum: Datum;
  readonly naam: string;
}

const perJaar = new Map<number, ReadonlyMap<Datum, string>>();

/** The holidays of Algemene termijnenwet art. 3 lid 1 and 2 in `jaar`, in order of date, with the two Sundays of Easter and Pentecost. */
export function feestdagen(jaar: number): readonly Feestdag[] {
  return Array.from(namenIn(jaar), ([datum, naam]) => ({ datum, naam }));
}

/** Why `datum` is not a working day, in words, or undefined when it is one. A holiday is named before the weekend it falls in. */
export function vrijeDag(datum: Datum, kalender: Kalender): string | undefined {
  return altijdVrij(datum, dagnummer(datum)) ?? extraVrij(datum, kalender);
}

/** Why `datum`, whose day number is `nummer`, is free by rule: a holiday, a Saturday or a Sunday. */
export function altijdVrij(datum: Datum, nummer: number): string | undefined {
  const feestdag = namenIn(Number(datum.slice(0, 4))).get(datum);
  if (feestdag !== undefined) return feestdag;
  const weekdag = weekdagVanDagnummer(nummer);
  if (weekdag === 6) return 'zaterdag';
  return weekdag === 7 ? 'zondag' : undefined;
}

/** The name of `datum` in the calendar, when it is one of its extra free days. */
export function extraVrij(datum: Datum, kalender: Kalender): string | undefined {
  return Object.hasOwn(kalender.dagen, datum) ? kalender.dagen[datum] : undefined;
}

function namenIn(jaar: number): ReadonlyMap<Datum, string> {
  const bekend = perJaar.get(jaar);
  if (bekend !== undefined) return bekend;
  const dagen = bereken(jaar).toSorted(([een], [ander]) => een - ander);
  const namen = new Map<Datum, string>();
  for (const [dag, naam] of dagen) {
    const datum = datumVanDagnummer(dag);
    const al = namen.get(datum);
    namen.set(datum, al === undefined ? naam : `${al} en ${naam}`);
  }
  perJaar.set(jaar, namen);
  return namen;
}

function bereken(jaar: number): [number, string][] {
  const pasen = eerstePaasdag(jaar);
  return [
    [dagnummerVan(jaar, 1, 1), 'Nieuwjaarsdag'],
    [pasen - 2, 'Goede Vrijdag'],
    [pasen, 'Eerste Paasdag'],
    [pasen + 1, 'Tweede Paasdag'],
    [koningsdag(jaar), 'Koningsdag'],
    [dagnummerVan(jaar, 5, 5), 'Bevrijdingsdag'],
    [pasen + 39, 'Hemelvaartsdag'],
    [pasen + 49, 'Eerste Pinksterdag'],
    [pasen + 50, 'Tweede Pinksterdag'],
    [dagnummerVan(jaar, 12, 25), 'Eerste Kerstdag'],
    [dagnummerVan(jaar, 12, 26), 'Tweede Kerstdag'],
  ];
}

/** 27 April, or the day before when that is a Sunday. */
function koningsdag(jaar: number): number {
  const dag = dagnummerVan(jaar, 4, 27);
  return weekdagVanDagnummer(dag) === 7 ? dag - 1 : dag;
}

/**
 * The Sunday after the first full moon of spring by the church's tables (Gregorian computus): the moon repeats every 19 years
 * (`gulden`), corrected per century for the leap days that were dropped (`zon`) and for the moon's own drift (`maan`).
 */
function eerstePaasdag(jaar: number): number {
  const gulden = jaar % 19;
  const eeuw = Math.floor(jaar / 100);
  const zon = eeuw - Math.floor(eeuw / 4);
  const maan = Math.floor((8 * eeuw + 13) / 25);
  const stand = (19 * gulden + zon - maan + 15) % 30;
  // The tables never put the full moon on 19 April, and on 18 April only in the first half of the cycle.
  const teLaat = stand === 29 || (stand === 28 && gulden > 10) ? 1 : 0;
  const volleMaan = dagnummerVan(jaar, 3, 21) + stand - teLaat;
  return volleMaan + 7 - (weekdagVanDagnummer(volleMaan) % 7);
}
