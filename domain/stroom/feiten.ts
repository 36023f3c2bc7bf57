import type { Tijdstip } from '../tijd/amsterdam.ts';
import type { Stroomstap } from './staat.ts';

/** Free text by field name. The rules ask at most whether a text is there; they never look inside. */
export type Teksten = Readonly<Record<string, string>>;

/** Why a step ended: by a person's act, by its own term, or overtaken by another step or by intrekken. */
export type Stapeinde = 'gedaan' | 'verstreken' | 'vervallen';

/** What happens to a step: of a kind in `S`, with news in `M`, told to one of `A`. */
export type Stapfeit<S extends string = string, M = never, A = never> =
  | { soort: 'stap_begonnen'; stap: Stroomstap<S> }
  | { soort: 'stap_geeindigd'; stap: string; stapsoort: S; einde: Stapeinde }
  | { soort: 'herinnerd'; stap: string; stapsoort: S; mijlpaal: string; dag: number; aan: A }
  | { soort: 'gemeld'; stap: string; stapsoort: S; mijlpaal: string; dag: number; melding: M; aan: A }
  | { soort: 'mijlpaal_vervallen'; stap: string; stapsoort: S; mijlpaal: string; dag: number };

/** What every entry of an append-only record says beside what happened. */
export interface Stempel {
  /** When it happened (UTC). */
  op: Tijdstip;
  /** When the clock owed it (UTC); null for an act of a person. */
  verschuldigdOp: Tijdstip | null;
  /** The opdracht's id, or the key of the milestone. With its place in the batch it is unique in the stream. */
  bron: string;
  /** The person who acted; null for the clock. */
  door: string | null;
  /** Free text of the act, by field; stored apart from the codes. */
  tekst?: Teksten;
}
