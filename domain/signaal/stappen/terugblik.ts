import { datumVan } from '../../tijd/amsterdam.ts';
import { eindeVanDag, plusWerkdagen } from '../../tijd/werkdagen.ts';
import type { Staat, Stap } from '../staat.ts';
import { einde, herinneringen, type Mijlpaal, type Stapregels } from './stap.ts';

/** Working days that a filer always has after the question was really sent. */
const BEDENKTIJD = 2;

/** After closing: "Hoe gaat het nu?", asked twice. Unanswered at the end is recorded; until then the signaal can be reopened. */
export const terugblik: Stapregels = {
  mijlpalen: (stap, staat) => [...herinneringen(stap, staat, 'vraag'), ...slot(stap, staat)],
  voerUit: (besluit, { stap, naam, dag }) => {
    if (naam === 'einde') {
      besluit.noteer({ soort: 'terugblik_onbeantwoord', stap: stap.sleutel });
      besluit.eindigStappen(['terugblik'], () => 'verstreken');
    } else {
      besluit.noteer({
        soort: 'terugblik_gevraagd',
        stap: stap.sleutel,
        mijlpaal: naam,
        dag,
        datum: datumVan(besluit.nu),
      });
    }
  },
};

/** The end of its last day, but never before the question was sent nor within two working days after it. */
function slot(stap: Stap, staat: Staat): Mijlpaal[] {
  const { gevraagd } = stap;
  if (gevraagd === null) return [];
  const opZijnVroegst = eindeVanDag(plusWerkdagen(gevraagd, BEDENKTIJD, staat.kalender));
  return einde(stap, staat, 'einde', stap.n).map((slotdag) => ({
    ...slotdag,
    op: slotdag.op < opZijnVroegst ? opZijnVroegst : slotdag.op,
  }));
}
