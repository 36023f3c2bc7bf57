import { herinneringen } from '../../stroom/stap.ts';
import { datumVan } from '../../tijd/amsterdam.ts';
import { eindeNaDeVraag } from './na-de-vraag.ts';
import type { Stapregels } from './stapregels.ts';

/** After closing: "Hoe gaat het nu?", asked twice. Unanswered at the end is recorded; until then the signaal can be reopened. */
export const terugblik: Stapregels = {
  mijlpalen: (stap, basis) => [...herinneringen(stap, basis, 'vraag'), ...eindeNaDeVraag(stap, basis, stap.n)],
  voerUit: (decision, { stap, naam, dag }) => {
    if (stap.geweest.includes('beantwoord')) decision.eindigStap(stap, 'gedaan');
    else if (naam === 'einde') {
      decision.noteer({ soort: 'terugblik_onbeantwoord', stap: stap.sleutel });
      decision.eindigStap(stap, 'verstreken');
    } else {
      decision.noteer({
        soort: 'terugblik_gevraagd',
        stap: stap.sleutel,
        mijlpaal: naam,
        dag,
        datum: datumVan(decision.nu),
      });
    }
  },
};
