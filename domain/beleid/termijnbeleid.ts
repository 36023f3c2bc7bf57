import type { Datum } from '#domain/tijd/amsterdam.ts';

import type { Urgentie } from './codelijsten.ts';

/** The steps of a signaal, in the order in which they act when several end at the same instant. */
export const STAPPEN = [
  'pauze',
  'toezegging',
  'vraag',
  'vraag_hogerop',
  'navraag',
  'oppakken',
  'behandelen',
  'aanpak',
  'terugkoppelen',
  'indelen',
  'duur',
  'terugblik',
] as const;

type PerUrgentie<U extends Urgentie = Urgentie> = Readonly<Record<U, number>>;

/** The term of a step. All numbers are day numbers in working days; day 1 is the first working day after the date on which the step began. */
export interface Stapbeleid<U extends Urgentie = Urgentie> {
  /** The term: the step's last day is day n. */
  readonly n: PerUrgentie<U>;
  /** How many days after day n the clock acts. */
  readonly uitloop: PerUrgentie<U>;
  /** At which percentages of n a reminder goes out, at 09:00. */
  readonly herinneringen: readonly number[];
  /** After how many days the notice comes again, and again; null for once. */
  readonly herhaling: number | null;
}

/** A step that ends on a date that a person chose, at most `uiterlijk` working days ahead. */
interface Datumbeleid {
  readonly uiterlijk: number;
}

/** After closing: "Hoe gaat het nu?" on each of the `vraagdagen`, and the end of reopening at the end of day `einde`. */
interface Terugblikbeleid {
  readonly vraagdagen: readonly number[];
  readonly einde: number;
}

/** All terms of the programme in one version. A step keeps the version with which it began. */
export interface Termijnbeleid {
  readonly versie: number;
  readonly geldigVanaf: Datum;
  readonly stappen: {
    readonly oppakken: Stapbeleid;
    /** Per level. A spoed signaal is never at lokaal. */
    readonly behandelen: {
      readonly lokaal: Stapbeleid<'normaal' | 'hoog'>;
      readonly regionaal: Stapbeleid;
      readonly landelijk: Stapbeleid;
    };
    /** Also for consultatie and warmeOverdracht. */
    readonly vraag: Stapbeleid;
    readonly vraag_hogerop: Stapbeleid;
    /** Counted from the promised date. */
    readonly toezegging: Stapbeleid & Datumbeleid;
    readonly navraag: Stapbeleid;
    readonly aanpak: Datumbeleid;
    readonly pauze: Datumbeleid;
    readonly terugkoppelen: Stapbeleid;
    readonly indelen: Stapbeleid;
    readonly duur: Stapbeleid;
    readonly terugblik: Terugblikbeleid;
  };
  /** For how many days the behandelaar may hold back the question to the escalation contact, once. */
  readonly tegenhouden: number;
  /** After how many days without an act of a person a signaal "ligt stil". */
  readonly ligtStil: PerUrgentie;
}

/** A policy as somebody proposes it: without its place among the versions. */
export type Beleidsinhoud = Omit<Termijnbeleid, 'versie' | 'geldigVanaf'>;

const GEEN_UITLOOP: PerUrgentie = { normaal: 0, hoog: 0, spoed: 0 };

/** The policy with which the service starts. */
export const TERMIJNBELEID_1: Termijnbeleid = {
  versie: 1,
  geldigVanaf: '2026-01-01',
  stappen: {
    oppakken: {
      n: { normaal: 3, hoog: 2, spoed: 1 },
      uitloop: { normaal: 2, hoog: 1, spoed: 1 },
      herinneringen: [100],
      herhaling: 5,
    },
    behandelen: {
      lokaal: {
        n: { normaal: 20, hoog: 10 },
        uitloop: { normaal: 2, hoog: 1 },
        herinneringen: [50, 80, 100],
        herhaling: null,
      },
      regionaal: {
        n: { normaal: 20, hoog: 10, spoed: 5 },
        uitloop: { normaal: 2, hoog: 1, spoed: 0 },
        herinneringen: [80, 100],
        herhaling: null,
      },
      landelijk: {
        n: { normaal: 20, hoog: 10, spoed: 5 },
        uitloop: { normaal: 2, hoog: 1, spoed: 0 },
        herinneringen: [80, 100],
        herhaling: 5,
      },
    },
    vraag: {
      n: { normaal: 10, hoog: 5, spoed: 2 },
      uitloop: GEEN_UITLOOP,
      herinneringen: [50, 80, 100],
      herhaling: null,
    },
    vraag_hogerop: {
      n: { normaal: 5, hoog: 3, spoed: 1 },
      uitloop: GEEN_UITLOOP,
      herinneringen: [50, 100],
      herhaling: null,
    },
    toezegging: {
      n: { normaal: 1, hoog: 1, spoed: 1 },
      uitloop: { normaal: 2, hoog: 2, spoed: 2 },
      herinneringen: [100],
      herhaling: null,
      uiterlijk: 60,
    },
    navraag: { n: { normaal: 5, hoog: 3, spoed: 1 }, uitloop: GEEN_UITLOOP, herinneringen: [50, 100], herhaling: null },
    aanpak: { uiterlijk: 60 },
    pauze: { uiterlijk: 40 },
    terugkoppelen: { n: { normaal: 5, hoog: 3, spoed: 1 }, uitloop: GEEN_UITLOOP, herinneringen: [100], herhaling: 5 },
    indelen: { n: { normaal: 20, hoog: 20, spoed: 20 }, uitloop: GEEN_UITLOOP, herinneringen: [80, 100], herhaling: 5 },
    duur: { n: { normaal: 60, hoog: 60, spoed: 60 }, uitloop: GEEN_UITLOOP, herinneringen: [], herhaling: 20 },
    terugblik: { vraagdagen: [20, 25], einde: 30 },
  },
  tegenhouden: 5,
  ligtStil: { normaal: 15, hoog: 8, spoed: 2 },
};

/** The day numbers of the reminders of a term of `n` days: max(1, ⌈n·p/100⌉) per percentage, in whole numbers, each once, ascending. */
export function herinneringsdagen(n: number, percentages: readonly number[]): number[] {
  const dagen = percentages.map((procent) => herinneringsdag(n, procent));
  return [...new Set(dagen)].toSorted((een, ander) => een - ander);
}

/** The day number of one of them. */
export function herinneringsdag(n: number, procent: number): number {
  return Math.max(1, Math.floor((n * procent + 99) / 100));
}

/** The policy that holds on an Amsterdam date: of the versions that hold by then the newest. Throws RangeError when there is none at all. */
export function geldendOp(versies: readonly Termijnbeleid[], datum: Datum): Termijnbeleid {
  const oplopend = versies.toSorted((een, ander) => een.versie - ander.versie);
  const geldend = oplopend.findLast(({ geldigVanaf }) => geldigVanaf <= datum) ?? oplopend[0];
  if (geldend === undefined) throw new RangeError('There is no policy');
  return geldend;
}
