import { isHerinnering, laatVervallen } from '../stroom/stap.ts';
import type { Decision } from './decision.ts';
import { type Mijlpaal, mijlpalen } from './mijlpalen.ts';

/**
 * Reminders whose hour has passed because a person or the calendar moved the days of a step: they were never owed, so they lapse.
 * Not those of the bezwaar term, which cannot be repaired: they are sent late.
 */
export function laatVerlopenHerinneringenVervallen(decision: Decision): void {
  laatVerlopenVervallen(decision, (verlopen) => isHerinnering(verlopen) && verlopen.stap.soort !== 'bezwaar');
}

/** What has passed and was never owed, lapses. */
export function laatVerlopenVervallen(decision: Decision, welke: (mijlpaal: Mijlpaal) => boolean): void {
  for (const mijlpaal of mijlpalen(decision.staat, decision.nu)) {
    if (mijlpaal.op <= decision.nu && welke(mijlpaal)) laatVervallen(decision, mijlpaal);
  }
}
