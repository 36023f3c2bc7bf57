import type { Besluit } from '../besluit.ts';
import { bewaakBezwaar } from '../bezwaar.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';

type Aanvullen = Extract<Opdrachtinhoud, { soort: 'aanvullen' }>;

/** The filer adds what she has learnt since, perhaps a decision, whose bezwaar term is then watched. */
export function aanvullen(besluit: Besluit, { besluit: beslissing }: Aanvullen): void {
  besluit.noteer({ soort: 'aangevuld', besluit: beslissing });
  bewaakBezwaar(besluit, beslissing);
}
