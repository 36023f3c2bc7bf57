import { herinner, isHerinnering, meld, meldmomenten } from '../../stroom/stap.ts';
import { daarboven } from '../ladder.ts';
import type { Stapregels } from './stapregels.ts';

/** The outcome is known and the filer has not heard it yet. */
export const terugkoppelen: Stapregels = {
  mijlpalen: meldmomenten,
  voerUit: (decision, mijlpaal) => {
    const { behandelaar } = decision.staat;
    if (isHerinnering(mijlpaal) && behandelaar !== null)
      herinner(decision, mijlpaal, { soort: 'persoon', persoon: behandelaar });
    else meld(decision, mijlpaal, 'terugkoppeling_te_laat', daarboven(decision.staat));
  },
};
