import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import type { Decision } from '../decision.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { heropen } from './heropenen.ts';

type ErvaringMelden = Extract<Opdrachtinhoud, { soort: 'ervaringMelden' }>;

/** The filer says how it goes now, and what it came to for the family as far as that is known. "Helpt niet" reopens by itself once; a second time a coordinator decides. */
export function ervaringMelden(decision: Decision, { ervaring, effect }: ErvaringMelden, melder: Persoon): void {
  decision.noteer({ soort: 'ervaring_gemeld', ervaring, ...(effect !== undefined && { effect }) });
  if (ervaring === 'helpt_niet' && decision.staat.heropendDoorErvaring === 0) heropen(decision, melder, true);
}

/** Throws DomainError unless the terugblik runs. */
export function kanErvaringMelden({ staat }: Decision): void {
  if (!staat.stappen.some(({ soort }) => soort === 'terugblik')) {
    throw new DomainError(
      'status_staat_niet_toe',
      'U kunt nu niet vertellen hoe het gaat: het signaal loopt nog, of het is te lang gesloten.',
    );
  }
}
