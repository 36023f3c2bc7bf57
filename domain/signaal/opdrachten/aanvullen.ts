import { DomainError } from '../../errors.ts';
import { bewaakBezwaar } from '../bezwaar.ts';
import type { Decision } from '../decision.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { eisGeweest } from './eisen.ts';

type Aanvullen = Extract<Opdrachtinhoud, { soort: 'aanvullen' }>;

/** The filer adds what has become known since, perhaps a decision, whose bezwaar term is then watched. */
export function aanvullen(decision: Decision, { besluit: beslissing }: Aanvullen): void {
  if (beslissing !== null) eisGeweest(decision, beslissing.datum);
  decision.noteer({ soort: 'aangevuld', besluit: beslissing });
  bewaakBezwaar(decision, beslissing);
}

/** Throws DomainError `gesloten`, except for a duplicate: what its filer adds goes on to the signaal that took it up. */
export function kanAanvullen({ staat: { status, afsluiting } }: Decision): void {
  if (status === 'afgesloten' && afsluiting !== 'samengevoegd')
    throw new DomainError('gesloten', 'Dit signaal is afgesloten.');
}
