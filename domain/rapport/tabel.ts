/** A number; null is hidden, undefined is not known. */
export type Rapportcel = number | null | undefined;

/** A table of a report, with what it says in a sentence. */
export interface Rapporttabel {
  readonly naam: string;
  readonly titel: string;
  /** On the tab of its sheet, where the title is longer than the 31 characters that fit. */
  readonly tab?: string;
  readonly zin: string;
  /** What stands under it, for who wants to know exactly. */
  readonly noot?: string;
  /** The first is over the names of the rows. */
  readonly koppen: readonly string[];
  readonly rijen: readonly {
    readonly naam: string;
    readonly isTotaal?: boolean;
    readonly cellen: readonly (Rapportcel | string)[];
  }[];
}

/** A number, or what stands in its place. */
export function celInWoorden(cel: Rapportcel | string): string {
  if (typeof cel === 'string') return cel;
  if (cel === undefined) return 'niet bekend';
  return cel === null ? 'afgeschermd' : cel.toLocaleString('nl-NL');
}
