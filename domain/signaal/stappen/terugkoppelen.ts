import { daarboven } from '../ladder.ts';
import { einde, herhalingen, herinner, herinneringen, isHerinnering, meld, type Stapregels } from './stap.ts';

/** The outcome is known and the filer has not heard it yet. */
export const terugkoppelen: Stapregels = {
  mijlpalen: (stap, staat, tot) => [
    ...herinneringen(stap, staat),
    ...einde(stap, staat, 'termijn', stap.n),
    ...herhalingen(stap, staat, tot),
  ],
  voerUit: (decision, mijlpaal) => {
    const { behandelaar } = decision.staat;
    if (isHerinnering(mijlpaal) && behandelaar !== null)
      herinner(decision, mijlpaal, { soort: 'persoon', persoon: behandelaar });
    else meld(decision, mijlpaal, 'terugkoppeling_te_laat', daarboven(decision.staat));
  },
};
