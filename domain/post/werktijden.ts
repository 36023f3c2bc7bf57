import {
  alsTijdstip,
  type Datum,
  dagVanWeek,
  datumVan,
  msVan,
  opUur,
  plusDagen,
  type Tijdstip,
} from '../tijd/amsterdam.ts';
import { type Kalender, vrijeDag } from '../tijd/feestdagen.ts';

/** Wall-clock times in Amsterdam, `HH:MM`; `van` is before `tot`. */
export interface Werkuren {
  readonly van: string;
  readonly tot: string;
}

/** The hours in which somebody works, by day of the week (1 is Monday, 7 is Sunday). A day that is not there is free. */
export type Werkweek = Readonly<Partial<Record<number, Werkuren>>>;

const KANTOORUREN: Werkuren = { van: '09:00', tot: '17:00' };

/** For whoever has not said otherwise. */
export const STANDAARDWEEK: Werkweek = {
  1: KANTOORUREN,
  2: KANTOORUREN,
  3: KANTOORUREN,
  4: KANTOORUREN,
  5: KANTOORUREN,
};

/** When somebody works: their own week, without the holidays of the calendar and the dates (first and last included) of their absence. */
export interface Rooster {
  readonly week: Werkweek;
  readonly kalender: Kalender;
  readonly weg?: readonly { readonly van: Datum; readonly tot: Datum }[];
}

const OVERZICHT_NA_MS = 15 * 60_000;

/** `op` itself during working hours, else the next start of work. Throws RangeError for a week without a day. */
export function eerstAanHetWerk(op: Tijdstip, rooster: Rooster): Tijdstip {
  return eersteDienst(datumVan(op), rooster, ({ begin, einde }) => {
    if (op < begin) return begin;
    return op < einde ? op : undefined;
  });
}

/** The first digest at or after `op`: 15 minutes after the start of a working day. Throws RangeError for a week without a day. */
export function eersteOverzicht(op: Tijdstip, rooster: Rooster): Tijdstip {
  return eersteDienst(datumVan(op), rooster, ({ begin }) => {
    const overzicht = alsTijdstip(msVan(begin) + OVERZICHT_NA_MS);
    return overzicht >= op ? overzicht : undefined;
  });
}

/** The first working date after `datum`. Throws RangeError for a week without a day. */
export function volgendeWerkdag(datum: Datum, rooster: Rooster): Datum {
  return eersteDienst(plusDagen(datum, 1), rooster, (dienst) => dienst.datum);
}

interface Dienst {
  datum: Datum;
  begin: Tijdstip;
  einde: Tijdstip;
}

/** What `kies` makes of the first working day, `eerste` or later, of which it makes something. */
function eersteDienst<T>(eerste: Datum, rooster: Rooster, kies: (dienst: Dienst) => T | undefined): T {
  const { week, kalender, weg = [] } = rooster;
  if (Object.keys(week).length === 0) throw new RangeError('A week without a working day');
  for (let datum = eerste; ; datum = plusDagen(datum, 1)) {
    const uren = week[dagVanWeek(datum)];
    const isWeg = weg.some(({ van, tot }) => van <= datum && datum <= tot);
    if (uren === undefined || isWeg || isFeestdag(datum, kalender)) continue;
    const gekozen = kies({ datum, begin: moment(datum, uren.van), einde: moment(datum, uren.tot) });
    if (gekozen !== undefined) return gekozen;
  }
}

/** A Saturday is no holiday: whoever works on Saturdays says so in the week. */
function isFeestdag(datum: Datum, kalender: Kalender): boolean {
  const reden = vrijeDag(datum, kalender);
  return reden !== undefined && reden !== 'zaterdag' && reden !== 'zondag';
}

function moment(datum: Datum, tijd: string): Tijdstip {
  return opUur(datum, Number(tijd.slice(0, 2)), Number(tijd.slice(3, 5)));
}
