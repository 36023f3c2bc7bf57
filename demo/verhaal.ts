import type { Wereld, Zaak } from './wereld.ts';

/** When the demo begins: Monday 26 April 2027, 10:00 in Amsterdam, before Koningsdag, Bevrijdingsdag, Hemelvaart and Pinksteren. */
export const VERTREK = '2027-04-26T08:00:00.000Z';

/** One family of the programme's own report of March 2024, and what their signaal lives through. */
export interface Verhaal {
  naam: string;
  /** In one sentence, what is shown. */
  wat: string;
  leef: (wereld: Wereld) => Promise<Zaak>;
  /**
   * Everything that must happen, in order: Amsterdam date and time to the minute, and what. For the clock the instant it was due;
   * it must be recorded within that minute. For a person the minute of the act.
   */
  verwacht: readonly string[];
  /** Every notice that must go out, in order: when (Amsterdam), about what, to whom. */
  post: readonly string[];
}
