import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import type { Decision } from '../decision.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import type { Afsluiting } from '../staat.ts';
import { heropen } from './heropenen.ts';

type ErvaringMelden = Extract<Opdrachtinhoud, { soort: 'ervaringMelden' }>;

/** The filer says how it goes now, and what it came to for the family as far as that is known. "Helpt niet" reopens by itself once; a second time a coordinator decides. */
export function ervaringMelden(decision: Decision, { ervaring, effect }: ErvaringMelden, melder: Persoon): void {
  decision.noteer({ soort: 'ervaring_gemeld', ervaring, ...(effect !== undefined && { effect }) });
  if (ervaring === 'helpt_niet' && decision.staat.heropendDoorErvaring === 0) heropen(decision, melder, true);
}

/** Throws DomainError unless the terugblik runs. */
export function kanErvaringMelden({ staat }: Decision): void {
  if (staat.stappen.some(({ soort }) => soort === 'terugblik')) return;
  throw new DomainError(
    'status_staat_niet_toe',
    staat.afsluiting === null
      ? 'Het signaal loopt nog. Na het sluiten vragen wij hoe het gaat.'
      : NIET_GEVRAAGD[staat.afsluiting],
  );
}

const TE_LAAT = 'Dit signaal is te lang gesloten om nog te vertellen hoe het gaat.';

const NIET_GEVRAAGD: Readonly<Record<Afsluiting, string>> = {
  teruggekoppeld: TE_LAAT,
  eigen_uitkomst: TE_LAAT,
  alleen_gemeld: 'Bij dit signaal vragen wij nu niet hoe het gaat.',
  ingetrokken: 'Dit signaal is ingetrokken. Wij vragen er niet over hoe het gaat.',
  samengevoegd: 'Dit signaal ging op in een ander signaal. Daar vertelt de melder hoe het gaat.',
};
