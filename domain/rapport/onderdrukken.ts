/**
 * A number of a report. Numbers that add up are drawn as streams: what goes into a place comes out of it, so a row of a table is a place
 * that its total flows into and its cells flow out of. Whoever reads a report knows these places, and every number that is not hidden.
 */
export interface Rapportgetal {
  readonly sleutel: string;
  readonly van: string;
  readonly naar: string;
  readonly aantal: number;
}

/** What an earlier report about the same period said: each number that it showed, and null for what it hid. */
export type EerderGetoond = ReadonlyMap<string, number | null>;

/**
 * Fewer than these are hidden: they would tell of families rather than of a region. What is hidden can be found out of all that is shown
 * no more precisely than as a range of at least this width. Ten, as reports outside the programme usually have it (ADR 0052).
 */
export const KLEINSTE = 10;

/**
 * The keys of the numbers to hide: each that is small, each that an earlier report hid, and as little more as keeps these from being
 * found out, also by who lays the earlier reports beside it and takes it that nothing else changed. Throws TypeError when the numbers do
 * not add up.
 */
export function onderdruk(
  getallen: readonly Rapportgetal[],
  kleinste: number,
  eerder: readonly EerderGetoond[] = [],
): ReadonlySet<string> {
  eisSluitend(getallen);
  const bekend = alBekend(getallen, eerder);
  const vrij = getallen.filter(({ sleutel }) => !bekend.has(sleutel));
  const verborgen = new Set(
    getallen
      .filter(({ sleutel, aantal }) => isKlein(aantal, kleinste) || eerder.some((een) => een.get(sleutel) === null))
      .map(({ sleutel }) => sleutel),
  );
  for (;;) {
    const bloot = vrij.find(({ sleutel }) => verborgen.has(sleutel) && isTeWeten(vrij, verborgen, sleutel, kleinste));
    if (bloot === undefined) return verborgen;
    const mee = goedkoopsteWeg(vrij, verborgen, bloot, kleinste);
    // Around what an earlier report already showed there is no way: then nothing is shown at all.
    if (mee === null) return new Set(getallen.map(({ sleutel }) => sleutel));
    for (const sleutel of mee) verborgen.add(sleutel);
  }
}

/** Numbers that are shown anyway, because an earlier report about the same showed them and they are still so. */
export function alBekend(getallen: readonly Rapportgetal[], eerder: readonly EerderGetoond[]): ReadonlySet<string> {
  return new Set(
    getallen
      .filter(({ sleutel, aantal }) => eerder.some((een) => een.get(sleutel) === aantal))
      .map(({ sleutel }) => sleutel),
  );
}

/** The lowest and the highest that a hidden number can be for who knows all others of these that are not hidden. */
export function bereikVan(
  getallen: readonly Rapportgetal[],
  verborgen: ReadonlySet<string>,
  sleutel: string,
): { laag: number; hoog: number } {
  const dit = getallen.find((getal) => getal.sleutel === sleutel);
  if (dit === undefined) throw new TypeError(`There is no number ${sleutel}`);
  const ander = getallen.filter((getal) => getal.sleutel !== sleutel && verborgen.has(getal.sleutel));
  return {
    laag: Math.max(0, dit.aantal - stroomTussen(ander, dit.van, dit.naar)),
    hoog: dit.aantal + stroomTussen(ander, dit.naar, dit.van),
  };
}

function isTeWeten(
  getallen: readonly Rapportgetal[],
  verborgen: ReadonlySet<string>,
  sleutel: string,
  kleinste: number,
): boolean {
  const { laag, hoog } = bereikVan(getallen, verborgen, sleutel);
  return hoog - laag < kleinste;
}

/** Nobody at all tells of nobody. */
function isKlein(aantal: number, kleinste: number): boolean {
  return aantal > 0 && aantal < kleinste;
}

/** Where a hidden number may go: any other may rise along with it, and fall as far as nothing. */
interface Stap {
  readonly sleutel: string;
  readonly naar: string;
  readonly ruimte: number;
  readonly aantal: number;
}

function stappenUit(getallen: readonly Rapportgetal[], plek: string): Stap[] {
  return getallen.flatMap(({ sleutel, van, naar, aantal }): Stap[] => [
    ...(van === plek ? [{ sleutel, naar, ruimte: Infinity, aantal }] : []),
    ...(naar === plek ? [{ sleutel, naar: van, ruimte: aantal, aantal }] : []),
  ]);
}

/** The most that can go from one place to another through these numbers (Edmonds and Karp, 1972). */
function stroomTussen(getallen: readonly Rapportgetal[], begin: string, einde: string): number {
  const verschoven = new Map<string, number>();
  let totaal = 0;
  for (;;) {
    const nu = getallen.map((getal) => ({ ...getal, aantal: getal.aantal + (verschoven.get(getal.sleutel) ?? 0) }));
    const weg = kortsteWeg(nu, begin, einde);
    if (weg === null) return totaal;
    const ruimte = Math.min(...weg.map((stap) => stap.ruimte));
    if (ruimte === Infinity) return Infinity;
    for (const { sleutel, ruimte: van } of weg)
      verschoven.set(sleutel, (verschoven.get(sleutel) ?? 0) + (van === Infinity ? ruimte : -ruimte));
    totaal += ruimte;
  }
}

function kortsteWeg(getallen: readonly Rapportgetal[], begin: string, einde: string): Stap[] | null {
  return wegNaar(
    begin,
    einde,
    (plek) => stappenUit(getallen, plek).filter(({ ruimte }) => ruimte > 0),
    () => 1,
  );
}

/** The keys on the way along which this number could be `kleinste` more, that hides the fewest signalen; null when there is none. */
function goedkoopsteWeg(
  getallen: readonly Rapportgetal[],
  verborgen: ReadonlySet<string>,
  { sleutel: bloot, van, naar }: Rapportgetal,
  kleinste: number,
): string[] | null {
  const ander = getallen.filter(({ sleutel }) => sleutel !== bloot);
  const weg = wegNaar(
    naar,
    van,
    (plek) => stappenUit(ander, plek).filter(({ ruimte }) => ruimte >= kleinste),
    ({ sleutel, aantal }) => (verborgen.has(sleutel) ? 0 : 1 + aantal),
  );
  return weg?.map(({ sleutel }) => sleutel) ?? null;
}

/** A place, and the cheapest way to it that was found so far. */
interface Bereikt {
  readonly plek: string;
  readonly prijs: number;
  readonly weg: Stap[];
}

/** The way with the lowest price (Dijkstra, 1959); null when there is none, and no step at all when one is there already. */
function wegNaar(
  begin: string,
  einde: string,
  stappenVanaf: (plek: string) => readonly Stap[],
  prijsVan: (stap: Stap) => number,
): Stap[] | null {
  const eerste: Bereikt = { plek: begin, prijs: 0, weg: [] };
  const bereikt = new Map([[begin, eerste]]);
  const open = new Set([eerste]);
  while (open.size > 0) {
    const nu = [...open].reduce((een, ander) => (ander.prijs < een.prijs ? ander : een));
    open.delete(nu);
    if (nu.plek === einde) return nu.weg;
    for (const stap of stappenVanaf(nu.plek)) {
      const prijs = nu.prijs + prijsVan(stap);
      const al = bereikt.get(stap.naar);
      if (al !== undefined && prijs >= al.prijs) continue;
      if (al !== undefined) open.delete(al);
      const beter = { plek: stap.naar, prijs, weg: [...nu.weg, stap] };
      bereikt.set(stap.naar, beter);
      open.add(beter);
    }
  }
  return null;
}

function eisSluitend(getallen: readonly Rapportgetal[]): void {
  const saldo = new Map<string, number>();
  for (const { van, naar, aantal } of getallen) {
    saldo.set(van, (saldo.get(van) ?? 0) - aantal);
    saldo.set(naar, (saldo.get(naar) ?? 0) + aantal);
  }
  for (const [plek, rest] of saldo) if (rest !== 0) throw new TypeError(`${plek} does not add up: ${rest} over`);
}
