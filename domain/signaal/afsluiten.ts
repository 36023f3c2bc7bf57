import type { Uitkomst } from '../beleid/codelijsten.ts';
import type { Decision } from './decision.ts';
import { STAPSOORTEN, type Afsluiting } from './staat.ts';
import { isOpen } from './verzoeken.ts';

/** What follows on a closing. A new one does not compile until each of these is answered. */
interface Vervolg {
  /** The filer is asked "Hoe gaat het nu?". */
  terugblik: boolean;
  /** It is itself the answer, or the end of waiting for one, for who filed a duplicate. */
  eindigtWachten: boolean;
}

const VERVOLG: Readonly<Record<Afsluiting, Vervolg>> = {
  teruggekoppeld: { terugblik: true, eindigtWachten: false },
  eigen_uitkomst: { terugblik: true, eindigtWachten: true },
  alleen_gemeld: { terugblik: false, eindigtWachten: false },
  ingetrokken: { terugblik: false, eindigtWachten: true },
  samengevoegd: { terugblik: false, eindigtWachten: false },
};

/** The closings that are passed on to who filed a duplicate; what was told before a closing is passed on by itself. */
export const EINDIGT_WACHTEN = (Object.keys(VERVOLG) as Afsluiting[]).filter((soort) => VERVOLG[soort].eindigtWachten);

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
  if (!VERVOLG[afsluiting].terugblik) return;
  const { einde, vraagdagen } = decision.kader.beleid.stappen.terugblik;
  decision.beginStap('terugblik', { n: einde, uitloop: 0, herinneringsdagen: vraagdagen, herhaling: null });
}
