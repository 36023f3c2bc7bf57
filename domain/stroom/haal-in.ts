import type { Tijdstip } from '../tijd/amsterdam.ts';
import type { Agenda } from './agenda.ts';
import type { Aanleiding, StroomDecision } from './decision.ts';
import type { Stapfeit } from './feiten.ts';
import type { Stroomkader } from './kader.ts';
import type { Stroomstaat } from './staat.ts';
import { laatVervallen, type Stapdaad, type Stroommijlpaal } from './stap.ts';

/** Far more than any stream ever owes at once, however long its clock was away. */
const HOOGSTENS = 1000;

/** What happens, the staat after each of it, and the one to which it leads. */
export interface Ingehaald<T, G> {
  gebeurtenissen: G[];
  staten: T[];
  na: T;
}

/**
 * Carries out, in order, what the clock owes at `nu`. Late, a step does only the last of what it owes; what that overtakes, in its
 * own step or in one that it ends, is recorded as `mijlpaal_vervallen` and stays silent. Steps that begin here begin at `nu`, so
 * nothing cascades. Throws RangeError after 1,000 of them: a rule that marks nothing would go on for ever.
 */
export function inhalerVan<
  S extends string,
  T extends Stroomstaat<S>,
  F extends { soort: string },
  K extends Stroomkader,
  D extends StroomDecision<S, T, F | Stapfeit<S>, K>,
>(
  agenda: Agenda<S, T>,
  regels: Readonly<Record<S, Stapdaad<S, D>>>,
  besluit: (staat: T, nu: Tijdstip, kader: K, aanleiding: Aanleiding) => D,
): (staat: T, nu: Tijdstip, kader: K) => Ingehaald<T, D['gebeurtenissen'][number]> {
  const besluitOver = (staat: T, { sleutel, op }: Stroommijlpaal<S>, nu: Tijdstip, kader: K): D =>
    besluit(staat, nu, kader, { bron: sleutel, door: null, verschuldigdOp: op });

  /** What is owed in the steps that this milestone ends. */
  function inAndereStappen(
    staat: T,
    { mijlpaal, elders }: Schuld<S>,
    nu: Tijdstip,
    kader: K,
  ): readonly Stroommijlpaal<S>[] {
    if (elders.length === 0) return [];
    const proef = besluitOver(staat, mijlpaal, nu, kader);
    regels[mijlpaal.stap.soort].voerUit(proef, mijlpaal);
    const lopend = new Set(proef.staat.stappen.map(({ sleutel }) => sleutel));
    return elders.filter(({ stap }) => !lopend.has(stap.sleutel));
  }

  return (staat, nu, kader) => {
    const gebeurtenissen: D['gebeurtenissen'][number][] = [];
    const staten: T[] = [];
    let na = staat;
    const doe = (mijlpaal: Stroommijlpaal<S>, handeling: (decision: D, mijlpaal: Stroommijlpaal<S>) => void): void => {
      const decision = besluitOver(na, mijlpaal, nu, kader);
      handeling(decision, mijlpaal);
      gebeurtenissen.push(...decision.gebeurtenissen);
      staten.push(...decision.staten);
      na = decision.staat;
    };
    let gedaan = 0;
    for (let schuld = eersteSchuld(agenda, na, nu); schuld !== undefined; schuld = eersteSchuld(agenda, na, nu)) {
      gedaan += 1;
      if (gedaan > HOOGSTENS) throw new RangeError(`More than ${HOOGSTENS} steps owed: ${schuld.mijlpaal.sleutel}`);
      for (const ingehaald of schuld.ingehaald) doe(ingehaald, laatVervallen);
      for (const ingehaald of inAndereStappen(na, schuld, nu, kader)) doe(ingehaald, laatVervallen);
      doe(schuld.mijlpaal, regels[schuld.mijlpaal.stap.soort].voerUit);
    }
    return { gebeurtenissen, staten, na };
  };
}

interface Schuld<S extends string> {
  mijlpaal: Stroommijlpaal<S>;
  /** The milestones of the same step that it overtakes. */
  ingehaald: Stroommijlpaal<S>[];
  /** What other steps owe. */
  elders: Stroommijlpaal<S>[];
}

/** The step whose last due milestone comes first. */
function eersteSchuld<S extends string, T extends Stroomstaat<S>>(
  agenda: Agenda<S, T>,
  staat: T,
  nu: Tijdstip,
): Schuld<S> | undefined {
  const vervallen = agenda.verschuldigd(staat, nu);
  const [enige] = vervallen;
  if (enige === undefined) return undefined;
  // A clock that is on time owes one thing at a time.
  if (vervallen.length === 1) return { mijlpaal: enige, ingehaald: [], elders: [] };
  const perStap = Map.groupBy(vervallen, ({ stap }) => stap.sleutel);
  const laatsten = Array.from(perStap.values(), (reeks) => reeks.at(-1) as Stroommijlpaal<S>);
  const eerste = laatsten.toSorted(agenda.inVolgorde)[0] as Stroommijlpaal<S>;
  const isVanDezelfde = ({ stap }: Stroommijlpaal<S>): boolean => stap.sleutel === eerste.stap.sleutel;
  return {
    mijlpaal: eerste,
    ingehaald: vervallen.filter((m) => isVanDezelfde(m) && m !== eerste),
    elders: vervallen.filter((m) => !isVanDezelfde(m)),
  };
}
