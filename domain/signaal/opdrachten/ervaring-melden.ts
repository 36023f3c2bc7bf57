import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import type { Persoon } from '../kader.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { heropen } from './heropenen.ts';

type ErvaringMelden = Extract<Opdrachtinhoud, { soort: 'ervaringMelden' }>;

/** The filer says how it goes now. "Helpt niet" reopens by itself once; a second time a coordinator decides. */
export function ervaringMelden(besluit: Besluit, { ervaring }: ErvaringMelden, melder: Persoon): void {
  besluit.noteer({ soort: 'ervaring_gemeld', ervaring });
  if (ervaring === 'helpt_niet' && besluit.staat.heropendDoorErvaring === 0) heropen(besluit, melder, true);
}

/** Throws DomainError unless the terugblik runs. */
export function kanErvaringMelden({ staat }: Besluit): void {
  if (!staat.stappen.some(({ soort }) => soort === 'terugblik')) {
    throw new DomainError(
      'status_staat_niet_toe',
      'U kunt nu niet vertellen hoe het gaat: het signaal loopt nog, of het is te lang gesloten.',
    );
  }
}
