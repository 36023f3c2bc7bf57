/** A word as somebody wrote it, in the text of which signaal and by whom; `stam` is what it is compared by. */
export interface Woordvorm {
  readonly signaal: string;
  readonly melder: string;
  readonly stam: string;
  readonly woord: string;
}

/** So many words name what texts are about; fewer than the least name nothing. */
const HOOGSTENS = 3;
const MINSTENS = 2;
/** A word tells what a group is about when this part of its texts has it. */
const GEDEELD_DEEL = 0.5;

/**
 * The words that tell what these texts are about, the most telling first; none where there are too few. Only words that more than one
 * reporter wrote, in more than one signaal, and no names. `elders`: in how many other texts each stem stands.
 */
export function kernwoorden(vormen: readonly Woordvorm[], elders: ReadonlyMap<string, number>): string[] {
  const teksten = new Set(vormen.map(({ signaal }) => signaal)).size;
  const perStam = Map.groupBy(vormen, ({ stam }) => stam);
  const kandidaten = [...perStam].flatMap(([stam, keren]) => {
    const signalen = new Set(keren.map(({ signaal }) => signaal)).size;
    const melders = new Set(keren.map(({ melder }) => melder)).size;
    const woord = leesbareVorm(keren.map((keer) => keer.woord));
    if (woord === null || signalen < 2 || melders < 2 || signalen < GEDEELD_DEEL * teksten) return [];
    return [{ woord, gewicht: signalen / (signalen + (elders.get(stam) ?? 0)), signalen }];
  });
  const gekozen = kandidaten
    .toSorted((a, b) => b.gewicht * b.signalen - a.gewicht * a.signalen || (a.woord < b.woord ? -1 : 1))
    .slice(0, HOOGSTENS)
    .map(({ woord }) => woord);
  return gekozen.length < MINSTENS ? [] : gekozen;
}

/** As it was written most; null for what was only ever written as a name is. An abbreviation is no name. */
function leesbareVorm(woorden: readonly string[]): string | null {
  const gewone = woorden.filter((woord) => /^(?:\p{Ll}+|\p{Lu}{2,5})$/u.test(woord));
  const keren = [...Map.groupBy(gewone, (woord) => woord)].map(([woord, alle]) => [woord, alle.length] as const);
  return keren.toSorted(([een, x], [ander, y]) => y - x || (een < ander ? -1 : 1))[0]?.[0] ?? null;
}
