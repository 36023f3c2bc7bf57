import {
  alsTijdstip,
  type Datum,
  datumVan,
  isDatum,
  msVan,
  opUur,
  plusDagen,
  type Tijdstip,
} from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';
import { plusWerkdagen } from '#domain/tijd/werkdagen.ts';

const MS_PER_UUR = 3_600_000;
/** One minute past midnight: what ends at the end of the day before has then happened, jitter included. */
const NA_MIDDERNACHT = 1;

/**
 * Where a journey of `duur` from `nu` ends: `12wd` (working days) and `3d` (days) keep the time of the day in Amsterdam,
 * `5u` are hours, `tot 2027-05-10` is one minute past 00:00 of that day. Undefined when it is none of these.
 */
export function eindeVanReis(duur: string, nu: Tijdstip, kalender: Kalender): Tijdstip | undefined {
  const [, tot] = /^tot (\S+)$/.exec(duur) ?? [];
  if (tot !== undefined) return isDatum(tot) ? opUur(tot, 0, NA_MIDDERNACHT) : undefined;
  const [, getal = '', eenheid] = /^(\d{1,4}) ?(wd|d|u)$/.exec(duur) ?? [];
  const aantal = Number(getal);
  const vandaag = datumVan(nu);
  switch (eenheid) {
    case 'u':
      return alsTijdstip(msVan(nu) + aantal * MS_PER_UUR);
    case 'd':
      return zelfdeTijdOp(plusDagen(vandaag, aantal), nu);
    case 'wd':
      return zelfdeTijdOp(plusWerkdagen(vandaag, aantal, kalender), nu);
    default:
      return undefined;
  }
}

/** How many years the clock of a signaal may be ahead of the world's. Each stop of a journey takes real time. */
const VERSTE_JAREN = 10;

/** The last date to which a journey may go, when it is `nu` in the world. */
export function versteDatum(nu: Tijdstip): Datum {
  const vandaag = datumVan(nu);
  return `${Number(vandaag.slice(0, 4)) + VERSTE_JAREN}-12-31`;
}

function zelfdeTijdOp(datum: string, nu: Tijdstip): Tijdstip {
  const sindsMiddernacht = msVan(nu) - msVan(opUur(datumVan(nu), 0));
  const uur = Math.floor(sindsMiddernacht / MS_PER_UUR);
  return alsTijdstip(msVan(opUur(datum, uur)) + (sindsMiddernacht % MS_PER_UUR));
}
