import type { Zinnen } from '#contract/invoerfout.ts';

import type { Bron } from './bron.ts';

/** A field in the words of the pages. */
export interface Veldwoorden {
  label: string;
  hint?: string;
  uit?: Bron;
  /** It is found by typing its name: there are too many to look through. */
  typen?: true;
  /** The fold in which it lies, together with its neighbours of the same fold, by what that is called. */
  vouw?: string;
  /** The field that it belongs to: without anything to choose there, it is not asked either. */
  bij?: string;
  /** What is wrong with it, where the sentence of the act speaks to programs. */
  zinnen?: Zinnen;
}

/** The fields of one act by their name, dotted within a group; of a list of groups without a number. `null`: not on a page. */
export type Woordenlijst = Readonly<Record<string, Veldwoorden | null>>;
