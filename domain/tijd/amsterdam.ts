/** An instant in UTC, always `YYYY-MM-DDTHH:MM:SS.mmmZ`, so that comparing strings compares time. */
export type Tijdstip = string;

/** A calendar date in Europe/Amsterdam, `YYYY-MM-DD`. */
export type Datum = string;

const MS_PER_UUR = 3_600_000;
const MS_PER_DAG = 24 * MS_PER_UUR;
/** `YYYY-MM-DDTHH` */
const UUR_LENGTE = 13;

/** The years in which the rules below hold: before 1996 summer time ended in September. */
const EERSTE_JAAR = 1996;
const LAATSTE_JAAR = 2100;

/** Days from 1 March of the year 0 to 1970-01-01. */
const DAGEN_TOT_1970 = 719_468;

/** Terms end and reminders go out at the same few hours of the same few thousand dates, so each is worked out once. */
const bekendeUren = new Map<number, Map<Datum, Tijdstip>>();
const bekendeUurdatums = new Map<string, Datum>();
const bekendeDatums = new Map<number, Datum>();
const bekendeNummers = new Map<Datum, number>();
const bekendeZomers = new Map<number, { begin: number; einde: number }>();

/** The Amsterdam date on which `op` falls. */
export function datumVan(op: Tijdstip): Datum {
  // Amsterdam is whole hours ahead, so all of an hour is one date.
  const uur = op.slice(0, UUR_LENGTE);
  const bekend = bekendeUurdatums.get(uur);
  if (bekend !== undefined) return bekend;
  const datum = berekenDatum(msVan(op));
  bekendeUurdatums.set(uur, datum);
  return datum;
}

function berekenDatum(ms: number): Datum {
  return datumVanDagnummer(Math.floor((ms / MS_PER_UUR + (isZomertijd(ms) ? 2 : 1)) / 24));
}

/** 00:00:00 in Amsterdam on `datum`. */
export function beginVan(datum: Datum): Tijdstip {
  return opUur(datum, 0);
}

/**
 * A wall-clock time in Amsterdam on `datum`. A time that the clock skips in March becomes one hour later,
 * a time that comes twice in October is the first of the two.
 */
export function opUur(datum: Datum, uur: number, minuut = 0): Tijdstip {
  const klok = uur * 60 + minuut;
  const bekend = bekendeUren.get(klok)?.get(datum);
  if (bekend !== undefined) return bekend;
  const op = berekenUur(datum, uur, minuut);
  bekendeUren.set(klok, (bekendeUren.get(klok) ?? new Map<Datum, Tijdstip>()).set(datum, op));
  return op;
}

function berekenUur(datum: Datum, uur: number, minuut: number): Tijdstip {
  const lokaal = dagnummer(datum) * MS_PER_DAG + uur * MS_PER_UUR + minuut * 60_000;
  const inZomertijd = lokaal - 2 * MS_PER_UUR;
  return alsTijdstip(isZomertijd(inZomertijd) ? inZomertijd : lokaal - MS_PER_UUR);
}

/** The date `n` calendar days later; earlier when `n` is negative. */
export function plusDagen(datum: Datum, n: number): Datum {
  return datumVanDagnummer(dagnummer(datum) + n);
}

/** Day of the week as in ISO 8601: 1 is Monday, 7 is Sunday. */
export function dagVanWeek(datum: Datum): number {
  return weekdagVanDagnummer(dagnummer(datum));
}

/** True for an existing date of the form `YYYY-MM-DD` in the years 1996 to 2100. */
export function isDatum(s: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(s)) return false;
  const jaar = Number(s.slice(0, 4));
  return jaar >= EERSTE_JAAR && jaar <= LAATSTE_JAAR && datumVanDagnummer(dagnummer(s)) === s;
}

/** True for an existing instant in the one form that is used here, in the years 1996 to 2100. */
export function isTijdstip(s: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(s)) return false;
  return isDatum(s.slice(0, 10));
}

/** The instant `ms` milliseconds after 1970-01-01T00:00:00.000Z. */
export function alsTijdstip(ms: number): Tijdstip {
  return new Date(ms).toISOString();
}

/** Milliseconds between 1970-01-01T00:00:00.000Z and `op`. Throws RangeError when `op` is no instant. */
export function msVan(op: Tijdstip): number {
  const ms = Date.parse(op);
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${op}`);
  return ms;
}

/** Days between 1970-01-01 and `datum`. Throws RangeError when `datum` does not look like a date. */
export function dagnummer(datum: Datum): number {
  return bekendeNummers.get(datum) ?? berekenNummer(datum);
}

function berekenNummer(datum: Datum): number {
  const jaar = Number(datum.slice(0, 4));
  const maand = Number(datum.slice(5, 7));
  const dag = Number(datum.slice(8));
  const nummer = dagnummerVan(jaar, maand, dag);
  if (datum.length !== 10 || !Number.isSafeInteger(nummer)) throw new RangeError(`Not a date: ${datum}`);
  return nummer;
}

/** The same for year, month (1 to 12) and day; a day beyond its month runs on into the next. */
export function dagnummerVan(jaar: number, maand: number, dag: number): number {
  // Years that begin on 1 March end with their leap day, which makes every month a fixed number of days from the start.
  const maartjaar = maand > 2 ? jaar : jaar - 1;
  const maandenSindsMaart = (maand + 9) % 12;
  const dagInJaar = Math.floor((153 * maandenSindsMaart + 2) / 5) + dag - 1;
  const schrikkeldagen = Math.floor(maartjaar / 4) - Math.floor(maartjaar / 100) + Math.floor(maartjaar / 400);
  return 365 * maartjaar + schrikkeldagen + dagInJaar - DAGEN_TOT_1970;
}

/** The date `nummer` days after 1970-01-01. */
export function datumVanDagnummer(nummer: number): Datum {
  const bekend = bekendeDatums.get(nummer);
  if (bekend !== undefined) return bekend;
  const datum = alsTijdstip(nummer * MS_PER_DAG).slice(0, 10);
  bekendeDatums.set(nummer, datum);
  bekendeNummers.set(datum, nummer);
  return datum;
}

/** Day of the week of a day number: 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export function weekdagVanDagnummer(nummer: number): number {
  return ((((nummer + 3) % 7) + 7) % 7) + 1;
}

/** European directive 2000/84/EC: from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October. */
function isZomertijd(ms: number): boolean {
  const jaar = new Date(ms).getUTCFullYear();
  const bekend = bekendeZomers.get(jaar);
  if (bekend !== undefined) return ms >= bekend.begin && ms < bekend.einde;
  bekendeZomers.set(jaar, { begin: wisseling(jaar, 3), einde: wisseling(jaar, 10) });
  return isZomertijd(ms);
}

function wisseling(jaar: number, maand: 3 | 10): number {
  const laatsteDag = dagnummerVan(jaar, maand, 31);
  const laatsteZondag = laatsteDag - (weekdagVanDagnummer(laatsteDag) % 7);
  return laatsteZondag * MS_PER_DAG + MS_PER_UUR;
}
