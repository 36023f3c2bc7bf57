import type { Tijdstip } from '../tijd/amsterdam.ts';
import { Besluit } from './besluit.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import type { Kader } from './kader.ts';
import { inVolgorde, type Mijlpaal, STAPREGELS, verschuldigd } from './mijlpalen.ts';
import type { Staat } from './staat.ts';
import { laatVervallen } from './stappen/stap.ts';

/**
 * Carries out, in order, what the clock owes at `nu`. Late, a step does only the last of what it owes; what that overtakes is
 * recorded as `mijlpaal_vervallen` and stays silent. Steps that begin here begin at `nu`, so nothing cascades.
 */
export function haalIn(staat: Staat, nu: Tijdstip, kader: Kader): Gebeurtenis[] {
  return haalInTot(staat, nu, kader).gebeurtenissen;
}

/** The same, with the staat to which it leads. */
export function haalInTot(staat: Staat, nu: Tijdstip, kader: Kader): { gebeurtenissen: Gebeurtenis[]; na: Staat } {
  const gebeurtenissen: Gebeurtenis[] = [];
  let na = staat;
  const doe = (mijlpaal: Mijlpaal, handeling: (besluit: Besluit, mijlpaal: Mijlpaal) => void): void => {
    const aanleiding = { bron: mijlpaal.sleutel, door: null, verschuldigdOp: mijlpaal.op };
    const besluit = new Besluit(na.id, na, nu, kader, aanleiding);
    handeling(besluit, mijlpaal);
    gebeurtenissen.push(...besluit.gebeurtenissen);
    na = besluit.staat;
  };
  for (let schuld = eersteSchuld(na, nu); schuld !== undefined; schuld = eersteSchuld(na, nu)) {
    for (const ingehaald of schuld.ingehaald) doe(ingehaald, laatVervallen);
    doe(schuld.mijlpaal, STAPREGELS[schuld.mijlpaal.stap.soort].voerUit);
  }
  return { gebeurtenissen, na };
}

/** The step whose last due milestone comes first, with the milestones of that step which it overtakes. */
function eersteSchuld(staat: Staat, nu: Tijdstip): { mijlpaal: Mijlpaal; ingehaald: Mijlpaal[] } | undefined {
  const vervallen = verschuldigd(staat, nu);
  const perStap = Map.groupBy(vervallen, ({ stap }) => stap.sleutel);
  const [eerste] = Array.from(perStap.values(), (reeks) => reeks.at(-1) as Mijlpaal).toSorted(inVolgorde);
  if (eerste === undefined) return undefined;
  return {
    mijlpaal: eerste,
    ingehaald: vervallen.filter((m) => m.stap.sleutel === eerste.stap.sleutel && m !== eerste),
  };
}
