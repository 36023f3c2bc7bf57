import fc from 'fast-check';

import { DomainError } from '#domain/errors.ts';
import { volgendeMijlpaal } from '#domain/signaal/mijlpalen.ts';
import { alsTijdstip, datumVan, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { dader, elkeOpdracht, idVan, type OpdrachtOver, organisatie, urgentie, type Wie } from './elke-opdracht.ts';
import { indiening, Zaak } from './zaak.ts';

const DAG = 86_400_000;
const wens = fc.constantFrom('zelf', 'hulp', 'zelf', 'hulp', 'melden') as fc.Arbitrary<'zelf' | 'hulp' | 'melden'>;
const regio = fc.constantFrom('OOST', 'OOST', 'WEST', null) as fc.Arbitrary<'OOST' | 'WEST' | null>;

/** What happens next, after so many milliseconds. */
type Zet = { na: number } & ({ doe: OpdrachtOver; door: Wie } | { klok: 'op_tijd' | 'te_laat' });
export const na = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: DAG }) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 7 * DAG }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 120 * DAG }) },
);
const zet: fc.Arbitrary<Zet> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ na, doe: elkeOpdracht, door: dader }) },
  { weight: 2, arbitrary: fc.record({ na, klok: fc.constantFrom('op_tijd' as const, 'te_laat' as const) }) },
);
/** A filing and what follows: acts by anybody, right or wrong, and a clock that looks now and then. */
export const leven = fc.record({
  begin: fc.integer({ min: msVan('2026-01-01T00:00:00.000Z'), max: msVan('2030-01-01T00:00:00.000Z') }),
  door: fc.constantFrom('metgezel', 'metgezel.linde', 'oco'),
  indiening: fc.record({ wens: wens, urgentie, regio: regio, organisatie, consulent: fc.boolean() }),
  knelpunttype: fc.constantFrom('INDICATIE' as const, 'INDICATIE' as const, 'ANDERS' as const, 'PROGRAMMA' as const),
  zetten: fc.array(fc.noBias(zet), { minLength: 5, maxLength: 40, size: 'max' }),
});
type Leven = typeof leven extends fc.Arbitrary<infer T> ? T : never;

/** Lives it, with a clock that is on time or late as it falls out; `bijElkeZet` sees the signaal after each move. */
export function leef(geval: Leven, bijElkeZet: (zaak: Zaak, nu: Tijdstip) => void): void {
  const zaak = dienIn(geval);
  let ms = geval.begin;
  bijElkeZet(zaak, alsTijdstip(ms));
  for (const stap of geval.zetten) {
    ms += stap.na;
    const nu = alsTijdstip(Math.max(ms, msVan(zaak.nu.laatsteOp)));
    if ('doe' in stap) doeZet(zaak, nu, stap);
    else if (stap.klok === 'op_tijd') zaak.klok(nu);
    else zaak.haalIn(nu);
    bijElkeZet(zaak, nu);
  }
}

const JANUARI = msVan('2027-01-04T08:00:00.000Z');
const VOORJAAR = 120 * DAG;
const lang = fc.record({
  geval: leven,
  zetten: fc.array(fc.noBias(zet), { minLength: 60, maxLength: 120, size: 'max' }),
});

/**
 * Four months as people live them, from January 2027: each does what is up to them, leaves what is refused and does something
 * else, and the clock is never late, so that the record can be compared with a replay. `bekijk` sees the signaal after each milestone and each act. The same for the same seed.
 */
export function leefZomaar(seed: number, bekijk: (zaak: Zaak) => void = () => undefined): Zaak {
  const [keuzes] = fc.sample(lang, { seed, numRuns: 1 });
  if (keuzes === undefined) throw new TypeError('No life was made');
  const begin = JANUARI + (keuzes.geval.begin % (5 * DAG));
  const zaak = dienIn({ ...keuzes.geval, begin, door: 'metgezel' });
  let ms = begin;
  let isGedaan = true;
  for (const stap of keuzes.zetten) {
    if (isGedaan) ms += stap.na;
    if (ms > begin + VOORJAAR) break;
    for (const slag of klokslagen(zaak, alsTijdstip(ms))) bekijk(slag);
    // The clock acts after its milestone; nobody acts in those seconds.
    const nu = alsTijdstip(Math.max(ms, msVan(zaak.nu.laatsteOp) + 1000));
    isGedaan = !('doe' in stap) || doeZet(zaak, nu, { ...stap, door: 'wie_het_toekomt' }) === 'gedaan';
    bekijk(zaak);
  }
  return zaak;
}

/** The signaal after each milestone that is due at or before `tot`. */
function* klokslagen(zaak: Zaak, tot: Tijdstip): Generator<Zaak> {
  for (let slag = volgendeMijlpaal(zaak.nu); slag !== null && slag.op <= tot; slag = volgendeMijlpaal(zaak.nu)) {
    zaak.klok(slag.op);
    yield zaak;
  }
}

function dienIn({ begin, door, indiening: afwijking, knelpunttype }: Leven): Zaak {
  const zaak = new Zaak();
  const melding = afwijking.wens === 'melden' ? { ...afwijking, urgentie: 'normaal' as const } : afwijking;
  const motief = 'geen_reactie';
  const consulent = melding.consulent && door !== 'oco';
  zaak.doe(alsTijdstip(begin), door, indiening({ ...melding, consulent, motief }, { knelpunttypen: [knelpunttype] }));
  return zaak;
}

function doeZet(zaak: Zaak, nu: Tijdstip, { doe, door }: { doe: OpdrachtOver; door: Wie }): string {
  const opdracht = doe(datumVan(nu));
  return probeer(() => zaak.doe(nu, idVan(door, zaak.nu, opdracht), opdracht));
}

/** `gedaan`, or the code with which the rules refuse it. */
export function probeer(doe: () => void): string {
  try {
    doe();
    return 'gedaan';
  } catch (fout) {
    if (fout instanceof DomainError) return fout.code;
    throw fout;
  }
}
