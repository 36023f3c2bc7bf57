/** A text as it is compared: the stems of its words, with one stem for what means the same. */
export interface Woordtekst {
  readonly signaal: string;
  readonly stammen: readonly string[];
}

/** Texts that share words that few others have: two of them share at least this part of the shorter, and as many words. */
const GEDEELD_DEEL = 0.4;
const GEDEELDE_WOORDEN = 4;
/** What more than this part of all texts have tells nothing; of few texts none is too common. */
const TE_GEWOON = 0.2;
const GEWOON_TOT = 5;
/** So many families in the same words are worth a look. */
const GROEP_MINSTENS = 4;

/** Two texts that may be about the same. */
export type Paar = readonly [een: string, ander: string];

/** Every two texts that share enough words. The same texts give the same answer, in order of id. */
export function lijkendeParen(teksten: readonly Woordtekst[]): Paar[] {
  const woorden = zeldzameWoorden(teksten);
  const paren: Paar[] = [];
  for (const [i, [een, eigen]] of woorden.entries())
    for (const [ander, andere] of woorden.slice(i + 1)) {
      const gedeeld = [...eigen].filter((woord) => andere.has(woord)).length;
      if (gedeeld >= GEDEELDE_WOORDEN && gedeeld >= GEDEELD_DEEL * Math.min(eigen.size, andere.size))
        paren.push([een, ander]);
    }
  return paren;
}

/** The words of each text that tell something, in order of id. */
function zeldzameWoorden(teksten: readonly Woordtekst[]): [signaal: string, woorden: Set<string>][] {
  const perTekst = teksten
    .map(({ signaal, stammen }): [string, Set<string>] => [signaal, new Set(stammen)])
    .toSorted(([een], [ander]) => (een < ander ? -1 : 1));
  const keren = new Map<string, number>();
  for (const [, woorden] of perTekst) for (const woord of woorden) keren.set(woord, (keren.get(woord) ?? 0) + 1);
  const hoogstens = Math.max(GEWOON_TOT, TE_GEWOON * teksten.length);
  return perTekst.map(([signaal, woorden]) => [
    signaal,
    new Set([...woorden].filter((woord) => (keren.get(woord) ?? 0) <= hoogstens)),
  ]);
}

/**
 * Groups of texts that look like one and the same of them, the largest first; each text in one group at most. Around one text, so that no
 * chain of likenesses brings together what has nothing in common.
 */
export function groepenVan(paren: readonly Paar[]): string[][] {
  const buren = new Map<string, Set<string>>();
  for (const [een, ander] of paren) {
    buren.set(een, (buren.get(een) ?? new Set()).add(ander));
    buren.set(ander, (buren.get(ander) ?? new Set()).add(een));
  }
  const groepen: string[][] = [];
  for (;;) {
    const [kern] = [...buren].toSorted(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
    if (kern === undefined || kern[1].size + 1 < GROEP_MINSTENS) return groepen;
    const groep = new Set([kern[0], ...kern[1]]);
    groepen.push([...groep].toSorted());
    for (const lid of groep) buren.delete(lid);
    for (const over of buren.values()) for (const lid of groep) over.delete(lid);
  }
}

/** Whether this was proposed before: half of it, or more, was in one of these. */
export function isEerder(groep: readonly string[], eerder: readonly string[]): boolean {
  return 2 * groep.filter((signaal) => eerder.includes(signaal)).length >= groep.length;
}
