import type { Tijdstip } from '../tijd/amsterdam.ts';
import type { Stroomstaat, Stroomstap } from './staat.ts';
import { isHerinnering, type Rekenbasis, type Stapregel, type Stroommijlpaal } from './stap.ts';

/** When something must happen with a stream of one kind, and what. */
export interface Agenda<S extends string, T extends Stroomstaat<S>> {
  /**
   * Every instant at which something must happen, earliest first. A step that repeats for ever is listed as far as its first repeat
   * after `tot`, by default the last thing that happened.
   */
  mijlpalen: (staat: T, tot?: Tijdstip) => Stroommijlpaal<S>[];
  /** The next instant at which something must happen, or null when nothing will. */
  volgendeMijlpaal: (staat: T) => Stroommijlpaal<S> | null;
  /** What is due at `nu`, in order. */
  verschuldigd: (staat: T, nu: Tijdstip) => Stroommijlpaal<S>[];
  /** By time; at the same instant in the order of the kinds, with reminders last. */
  inVolgorde: (een: Stroommijlpaal<S>, ander: Stroommijlpaal<S>) => number;
}

/** What was found of the staat that was looked at last, step by step. */
interface Bekend<S extends string, T, B> {
  staat: T;
  basis: B;
  stappen: readonly Stroomstap<S>[];
  /** What comes of each step, in the same order. */
  reeksen: readonly Reeks<S>[];
  eerste: Stroommijlpaal<S> | null;
}

/** What comes of one step. */
interface Reeks<S extends string> {
  /** Repeats as far as the first one after a moment that the staat had reached. */
  mijlpalen: readonly Stroommijlpaal<S>[];
  eerste: Stroommijlpaal<S> | null;
}

/**
 * The agenda of streams whose steps have these rules; `soorten` in the order in which they act at the same instant, `basisVan` all that
 * the rules may look at beside the step.
 */
export function agendaVan<S extends string, T extends Stroomstaat<S>, B extends Rekenbasis, D>(
  soorten: readonly S[],
  regels: Readonly<Record<S, Stapregel<S, B, D>>>,
  basisVan: (staat: T) => B,
): Agenda<S, T> {
  /** A staat never changes, and most steps of the next one of the same stream are those of this one. */
  let laatst: Bekend<S, T, B> | null = null;

  const rang = (mijlpaal: Stroommijlpaal<S>): number =>
    isHerinnering(mijlpaal) ? soorten.length : soorten.indexOf(mijlpaal.stap.soort);

  function inVolgorde(een: Stroommijlpaal<S>, ander: Stroommijlpaal<S>): number {
    if (een.op !== ander.op) return een.op < ander.op ? -1 : 1;
    return rang(een) - rang(ander) || een.dag - ander.dag;
  }

  function eersteVan(lijst: readonly (Stroommijlpaal<S> | null)[]): Stroommijlpaal<S> | null {
    let eerste: Stroommijlpaal<S> | null = null;
    for (const mijlpaal of lijst)
      if (mijlpaal !== null && (eerste === null || inVolgorde(mijlpaal, eerste) < 0)) eerste = mijlpaal;
    return eerste;
  }

  /** However far repeats are listed, what is listed is the same, so it holds as long as the step and its basis do. */
  function bekijk(staat: T): Bekend<S, T, B> {
    if (laatst?.staat === staat) return laatst;
    const basis = basisVan(staat);
    const vorige = laatst !== null && isZelfde(laatst.basis, basis) ? laatst : null;
    const reeksen = staat.stappen.map((stap): Reeks<S> => {
      const bekend = vorige?.reeksen[vorige.stappen.indexOf(stap)];
      if (bekend !== undefined) return bekend;
      const komend = regels[stap.soort].mijlpalen(stap, basis, staat.laatsteOp);
      return { mijlpalen: komend, eerste: eersteVan(komend) };
    });
    laatst = { staat, basis, stappen: staat.stappen, reeksen, eerste: eersteVan(reeksen.map(({ eerste }) => eerste)) };
    return laatst;
  }

  return {
    mijlpalen: (staat, tot = staat.laatsteOp) => {
      const basis = basisVan(staat);
      return staat.stappen.flatMap((stap) => regels[stap.soort].mijlpalen(stap, basis, tot)).toSorted(inVolgorde);
    },
    volgendeMijlpaal: (staat) => bekijk(staat).eerste,
    verschuldigd: (staat, nu) => {
      const { basis, eerste: allereerste, reeksen } = bekijk(staat);
      if (!isOp(allereerste, nu)) return [];
      return staat.stappen
        .flatMap((stap, plaats) => {
          const { mijlpalen, eerste } = reeksen[plaats] as Reeks<S>;
          if (!isOp(eerste, nu)) return [];
          // Repeats come last: while the last one listed is still to come, none before it is missing.
          return isOp(mijlpalen.at(-1), nu) ? regels[stap.soort].mijlpalen(stap, basis, nu) : mijlpalen;
        })
        .filter((mijlpaal) => isOp(mijlpaal, nu))
        .toSorted(inVolgorde);
    },
    inVolgorde,
  };
}

function isOp(mijlpaal: Pick<Stroommijlpaal, 'op'> | null | undefined, nu: Tijdstip): boolean {
  return mijlpaal != null && mijlpaal.op <= nu;
}

function isZelfde<B extends object>(een: B, ander: B): boolean {
  for (const naam in een) if (een[naam] !== ander[naam]) return false;
  return true;
}
