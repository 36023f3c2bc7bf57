import type { Tijdstip } from '../tijd/amsterdam.ts';
import type { Stroomstaat } from './staat.ts';
import { isHerinnering, type Stapregel, type Stroommijlpaal } from './stap.ts';

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

/** The agenda of streams whose steps have these rules; `soorten` in the order in which they act at the same instant. */
export function agendaVan<S extends string, T extends Stroomstaat<S>, D>(
  soorten: readonly S[],
  regels: Readonly<Record<S, Stapregel<S, T, D>>>,
): Agenda<S, T> {
  /** A staat never changes, and the clock looks at the same one several times in a row. */
  let laatst: { staat: T; eerste: Stroommijlpaal<S> | null } | null = null;

  const alle = (staat: T, tot: Tijdstip): Stroommijlpaal<S>[] =>
    staat.stappen.flatMap((stap) => regels[stap.soort].mijlpalen(stap, staat, tot));
  const rang = (mijlpaal: Stroommijlpaal<S>): number =>
    isHerinnering(mijlpaal) ? soorten.length : soorten.indexOf(mijlpaal.stap.soort);

  function inVolgorde(een: Stroommijlpaal<S>, ander: Stroommijlpaal<S>): number {
    if (een.op !== ander.op) return een.op < ander.op ? -1 : 1;
    return rang(een) - rang(ander) || een.dag - ander.dag;
  }

  function eersteVan(lijst: readonly Stroommijlpaal<S>[]): Stroommijlpaal<S> | null {
    let eerste: Stroommijlpaal<S> | null = null;
    for (const mijlpaal of lijst) if (eerste === null || inVolgorde(mijlpaal, eerste) < 0) eerste = mijlpaal;
    return eerste;
  }

  function volgendeMijlpaal(staat: T): Stroommijlpaal<S> | null {
    if (laatst?.staat !== staat) laatst = { staat, eerste: eersteVan(alle(staat, staat.laatsteOp)) };
    return laatst.eerste;
  }

  return {
    mijlpalen: (staat, tot = staat.laatsteOp) => alle(staat, tot).toSorted(inVolgorde),
    volgendeMijlpaal,
    verschuldigd: (staat, nu) => {
      const eerste = volgendeMijlpaal(staat);
      if (eerste === null || eerste.op > nu) return [];
      return alle(staat, nu)
        .filter(({ op }) => op <= nu)
        .toSorted(inVolgorde);
    },
    inVolgorde,
  };
}
