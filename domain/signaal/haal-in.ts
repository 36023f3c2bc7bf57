import type { Tijdstip } from '../tijd/amsterdam.ts';
import { Decision } from './decision.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import type { Kader } from './kader.ts';
import { inVolgorde, type Mijlpaal, STAPREGELS, verschuldigd } from './mijlpalen.ts';
import type { Staat } from './staat.ts';
import { laatVervallen } from './stappen/stap.ts';

/** Far more than any signaal ever owes at once, however long its clock was away. */
const HOOGSTENS = 1000;

/**
 * Carries out, in order, what the clock owes at `nu`. Late, a step does only the last of what it owes; what that overtakes, in its
 * own step or in one that it ends, is recorded as `mijlpaal_vervallen` and stays silent. Steps that begin here begin at `nu`, so
 * nothing cascades. Throws RangeError after 1,000 of them: a rule that marks nothing would go on for ever.
 */
export function haalIn(staat: Staat, nu: Tijdstip, kader: Kader): Gebeurtenis[] {
  return haalInTot(staat, nu, kader).gebeurtenissen;
}

/** The same, with the staat to which it leads. */
export function haalInTot(staat: Staat, nu: Tijdstip, kader: Kader): { gebeurtenissen: Gebeurtenis[]; na: Staat } {
  const gebeurtenissen: Gebeurtenis[] = [];
  let na = staat;
  const doe = (mijlpaal: Mijlpaal, handeling: (decision: Decision, mijlpaal: Mijlpaal) => void): void => {
    const decision = besluitOver(na, mijlpaal, nu, kader);
    handeling(decision, mijlpaal);
    gebeurtenissen.push(...decision.gebeurtenissen);
    na = decision.staat;
  };
  let gedaan = 0;
  for (let schuld = eersteSchuld(na, nu); schuld !== undefined; schuld = eersteSchuld(na, nu)) {
    gedaan += 1;
    if (gedaan > HOOGSTENS) throw new RangeError(`More than ${HOOGSTENS} steps owed: ${schuld.mijlpaal.sleutel}`);
    for (const ingehaald of schuld.ingehaald) doe(ingehaald, laatVervallen);
    for (const ingehaald of inAndereStappen(na, schuld, nu, kader)) doe(ingehaald, laatVervallen);
    doe(schuld.mijlpaal, STAPREGELS[schuld.mijlpaal.stap.soort].voerUit);
  }
  return { gebeurtenissen, na };
}

function besluitOver(staat: Staat, { sleutel, op }: Mijlpaal, nu: Tijdstip, kader: Kader): Decision {
  return new Decision(staat.id, staat, nu, kader, { bron: sleutel, door: null, verschuldigdOp: op });
}

interface Schuld {
  mijlpaal: Mijlpaal;
  /** The milestones of the same step that it overtakes. */
  ingehaald: Mijlpaal[];
  /** What other steps owe. */
  elders: Mijlpaal[];
}

/** The step whose last due milestone comes first. */
function eersteSchuld(staat: Staat, nu: Tijdstip): Schuld | undefined {
  const vervallen = verschuldigd(staat, nu);
  const perStap = Map.groupBy(vervallen, ({ stap }) => stap.sleutel);
  const [eerste] = Array.from(perStap.values(), (reeks) => reeks.at(-1) as Mijlpaal).toSorted(inVolgorde);
  if (eerste === undefined) return undefined;
  const isVanDezelfde = ({ stap }: Mijlpaal): boolean => stap.sleutel === eerste.stap.sleutel;
  return {
    mijlpaal: eerste,
    ingehaald: vervallen.filter((m) => isVanDezelfde(m) && m !== eerste),
    elders: vervallen.filter((m) => !isVanDezelfde(m)),
  };
}

/** What is owed in the steps that this milestone ends. */
function inAndereStappen(staat: Staat, { mijlpaal, elders }: Schuld, nu: Tijdstip, kader: Kader): Mijlpaal[] {
  if (elders.length === 0) return [];
  const proef = besluitOver(staat, mijlpaal, nu, kader);
  STAPREGELS[mijlpaal.stap.soort].voerUit(proef, mijlpaal);
  const lopend = new Set(proef.staat.stappen.map(({ sleutel }) => sleutel));
  return elders.filter(({ stap }) => !lopend.has(stap.sleutel));
}
