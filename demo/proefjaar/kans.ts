import { createHash } from 'node:crypto';

import { toeval } from '#domain/detectie/toeval.ts';
import { type Datum, msVan, opUur, plusDagen, type Tijdstip, alsTijdstip, datumVan } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';
import { eersteWerkdagNa, isWerkdag, plusWerkdagen } from '#domain/tijd/werkdagen.ts';

/** Chance that falls out the same for the same name. */
export interface Kans {
  /** From 0 up to 1. */
  getal: () => number;
  /** A whole number, both ends included. */
  tussen: (van: number, tot: number) => number;
  /** True so many times in a hundred. */
  procent: (hoeveel: number) => boolean;
  kies: <T>(uit: readonly T[]) => T;
  /** By weight. */
  weeg: <T>(uit: readonly (readonly [T, number])[]) => T;
}

/** `toeval` on the first 32 bits of the SHA-256 of the name. */
export function kansVan(...naam: readonly (string | number)[]): Kans {
  const getal = toeval(createHash('sha256').update(naam.join(' ')).digest().readUInt32BE());
  const tussen = (van: number, tot: number): number => van + Math.floor(getal() * (tot - van + 1));
  return {
    getal,
    tussen,
    procent: (hoeveel) => getal() * 100 < hoeveel,
    kies: (uit) => uit[tussen(0, uit.length - 1)] as (typeof uit)[number],
    weeg: (uit) => {
      let over = getal() * uit.reduce((som, [, gewicht]) => som + gewicht, 0);
      for (const [wat, gewicht] of uit) {
        over -= gewicht;
        if (over < 0) return wat;
      }
      return (uit.at(-1) as (typeof uit)[number])[0];
    },
  };
}

/** A UUID that is the same for the same name. */
export function idVan(...naam: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(naam.join(' ')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Some moment of a working day, `werkdagen` after `op`; on the same day when that leaves time for it. */
export function later(kans: Kans, op: Tijdstip, werkdagen: number, kalender: Kalender): Tijdstip {
  const begin = datumVan(op);
  const datum = werkdagen > 0 ? plusWerkdagen(begin, werkdagen, kalender) : begin;
  const uur = opWerkdag(kans, isWerkdag(datum, kalender) ? datum : eersteWerkdagNa(datum, kalender));
  if (uur > op) return uur;
  const straks = alsTijdstip(msVan(op) + kans.tussen(8, 50) * 60_000);
  return straks < opUur(begin, 18) ? straks : opWerkdag(kans, eersteWerkdagNa(begin, kalender));
}

/** Some moment of that day on which people work, to the second. */
export function opWerkdag(kans: Kans, datum: Datum): Tijdstip {
  return alsTijdstip(msVan(opUur(datum, 8, 30)) + kans.tussen(0, 8 * 3_600) * 1_000);
}

/** Working days, mostly few and now and then many. */
export function dagen(kans: Kans, meestal: number): number {
  return Math.floor(-Math.log(1 - kans.getal()) * meestal);
}

export function dagenEerder(datum: Datum, n: number): Datum {
  return plusDagen(datum, -n);
}
