import { coordinatoren, daarboven } from '../ladder.ts';
import { einde, herhalingen, herinner, herinneringen, isHerinnering, meld, type Stapregels } from './stap.ts';

/** Filed with a knelpunttype that the list does not know; a coordinator gives it one that it knows. */
export const indelen: Stapregels = {
  mijlpalen: (stap, staat, tot) => [
    ...herinneringen(stap, staat),
    ...einde(stap, staat, 'termijn', stap.n),
    ...herhalingen(stap, staat, tot),
  ],
  voerUit: (decision, mijlpaal) => {
    const { staat } = decision;
    if (isHerinnering(mijlpaal)) herinner(decision, mijlpaal, coordinatoren(staat.niveau, staat));
    else meld(decision, mijlpaal, 'indeling_te_laat', daarboven(staat));
  },
};
