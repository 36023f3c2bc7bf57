import { datumVan } from '../tijd/amsterdam.ts';
import { bezwaartermijn } from '../tijd/termijnenwet.ts';
import type { Decision } from './decision.ts';
import type { SignaalGegevens } from './opdracht.ts';

/**
 * Watches the term for bezwaar of a decision, as long as it runs. A later decision takes the place of an earlier one,
 * but one whose term is over leaves a running term alone.
 */
export function bewaakBezwaar(decision: Decision, beslissing: SignaalGegevens['besluit']): void {
  if (beslissing === null) return;
  const { datum } = beslissing;
  if (bezwaartermijn(datum, decision.staat.kalender) < datumVan(decision.nu)) return;
  decision.eindigStappen(['bezwaar'], () => 'vervallen');
  decision.beginStap('bezwaar', { n: 0, uitloop: 0, herinneringsdagen: [], herhaling: null }, { datum });
}
