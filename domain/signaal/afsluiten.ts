import type { Uitkomst } from '../beleid/codelijsten.ts';
import type { Decision } from './decision.ts';
import { STAPSOORTEN, type Afsluiting } from './staat.ts';
import { isOpen } from './verzoeken.ts';

/** Closings after which nobody asks "Hoe gaat het nu?". */
const ZONDER_TERUGBLIK: readonly Afsluiting[] = ['alleen_gemeld', 'ingetrokken', 'samengevoegd'];

/** The bezwaar term of a family does not wait for us, so its reminders go on after closing. */
const EINDIGT_MEE = STAPSOORTEN.filter((soort) => soort !== 'bezwaar');

/** The signaal closes: every step and open verzoek ends, and after a handled signaal the terugblik begins. */
export function afsluiten(decision: Decision, afsluiting: Afsluiting, uitkomst: Uitkomst | null): void {
  decision.noteer({ soort: 'afgesloten', afsluiting, uitkomst });
  for (const verzoek of decision.staat.verzoeken.filter(isOpen)) {
    decision.noteer({ soort: 'verzoek_geeindigd', verzoek: verzoek.id, status: 'vervallen' });
  }
  const ingetrokken = afsluiting === 'ingetrokken';
  decision.eindigStappen(ingetrokken ? STAPSOORTEN : EINDIGT_MEE, ({ soort, verzoek }) =>
    ingetrokken || verzoek !== null || soort === 'indelen' ? 'vervallen' : 'gedaan',
  );
  if (ZONDER_TERUGBLIK.includes(afsluiting)) return;
  const { einde, vraagdagen } = decision.kader.beleid.stappen.terugblik;
  decision.beginStap('terugblik', { n: einde, uitloop: 0, herinneringsdagen: vraagdagen, herhaling: null });
}
