import { herinner, isHerinnering, meld, meldmomenten } from '../../stroom/stap.ts';
import { coordinatoren, daarboven } from '../ladder.ts';
import type { Stapregels } from './stapregels.ts';

/** Filed with a knelpunttype that the list does not know; a coordinator gives it one that it knows. */
export const indelen: Stapregels = {
  mijlpalen: meldmomenten,
  voerUit: (decision, mijlpaal) => {
    const { staat } = decision;
    if (isHerinnering(mijlpaal)) herinner(decision, mijlpaal, coordinatoren(staat.niveau, staat));
    else meld(decision, mijlpaal, 'indeling_te_laat', daarboven(staat));
  },
};
