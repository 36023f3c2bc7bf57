import type { Uitkomst } from '../beleid/codelijsten.ts';
import type { Besluit } from './besluit.ts';
import { STAPSOORTEN, type Afsluiting } from './staat.ts';

/** Closings after which nobody asks "Hoe gaat het nu?". */
const ZONDER_TERUGBLIK: readonly Afsluiting[] = ['alleen_gemeld', 'ingetrokken'];

/** The signaal closes: every step ends, and after a handled signaal the terugblik begins. */
export function afsluiten(besluit: Besluit, afsluiting: Afsluiting, uitkomst: Uitkomst | null): void {
  besluit.noteer({ soort: 'afgesloten', afsluiting, uitkomst });
  besluit.eindigStappen(STAPSOORTEN, () => (afsluiting === 'ingetrokken' ? 'vervallen' : 'gedaan'));
  if (ZONDER_TERUGBLIK.includes(afsluiting)) return;
  const { einde, vraagdagen } = besluit.kader.beleid.stappen.terugblik;
  besluit.beginStap('terugblik', { n: einde, uitloop: 0, herinneringsdagen: vraagdagen, herhaling: null });
}
