import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

import { type Datum, type Tijdstip, alsTijdstip, datumVanDagnummer, dagnummer } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';

/** The decrees with whose days the service is seeded. */
const seed = JSON.parse(readFileSync(new URL('../../../db/seeds/feestdagen.json', import.meta.url), 'utf8')) as {
  versie: number;
  besluiten: { bron: string; dagen: Kalender['dagen'] }[];
};
export const { besluiten: BESLUITEN } = seed;
/** Their days. */
export const KALENDER: Kalender = {
  versie: seed.versie,
  dagen: Object.fromEntries(BESLUITEN.flatMap(({ dagen }) => Object.entries(dagen))),
};

/** Every date from `van` up to and including `tot`, by the oracle's own arithmetic. */
export function dagenTussen(van: Datum, tot: Datum): Datum[] {
  const dagen: Datum[] = [];
  const einde = Date.parse(tot);
  for (let ms = Date.parse(van); ms <= einde; ms += 86_400_000) dagen.push(new Date(ms).toISOString().slice(0, 10));
  return dagen;
}

/** The oracle for a wall-clock time in Amsterdam. */
export function inAmsterdam(datum: Datum, uur: number, minuut: number): Tijdstip {
  const lokaal = Temporal.PlainDateTime.from(
    `${datum}T${String(uur).padStart(2, '0')}:${String(minuut).padStart(2, '0')}`,
  );
  return new Date(lokaal.toZonedDateTime('Europe/Amsterdam').epochMilliseconds).toISOString();
}

/** Any date from 2024 up to and including 2040. */
export function datum(): fc.Arbitrary<Datum> {
  return fc.integer({ min: dagnummer('2024-01-01'), max: dagnummer('2040-12-31') }).map(datumVanDagnummer);
}

/** Any instant from 2024 up to and including 2040. */
export function tijdstip(): fc.Arbitrary<Tijdstip> {
  return fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2041-01-01') - 1 }).map(alsTijdstip);
}
