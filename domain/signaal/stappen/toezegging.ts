import { herinneringen } from '../../stroom/stap.ts';
import { datumVan } from '../../tijd/amsterdam.ts';
import { eindeNaDeVraag } from './na-de-vraag.ts';
import type { Stapregels } from './stapregels.ts';

/**
 * A party promised something for a date. On the first working day after it party and behandelaar are asked; without a yes the
 * promise is not kept at the end of the second working day after that day, and never before the question was sent.
 */
export const toezegging: Stapregels = {
  mijlpalen: (stap, basis) => [
    ...herinneringen(stap, basis, 'vraag'),
    ...eindeNaDeVraag(stap, basis, stap.n + stap.uitloop),
  ],
  voerUit: (decision, { stap, naam, dag }) => {
    if (stap.verzoek === null) return decision.eindigStap(stap, 'vervallen');
    if (naam !== 'einde') {
      const datum = datumVan(decision.nu);
      return decision.noteer({
        soort: 'nakoming_gevraagd',
        stap: stap.sleutel,
        verzoek: stap.verzoek,
        mijlpaal: naam,
        dag,
        datum,
      });
    }
    decision.noteer({ soort: 'niet_nagekomen', verzoek: stap.verzoek });
    decision.eindigStap(stap, 'verstreken');
  },
};
