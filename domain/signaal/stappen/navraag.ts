import { einde, herinner, herinneringen, isHerinnering, meld } from '../../stroom/stap.ts';
import { inHandenVan } from '../ladder.ts';
import type { Stapregels } from './stapregels.ts';
import { zwijgt } from './zwijgen.ts';

/** The filer is asked something. Without an answer the behandelaar is told. */
export const navraag: Stapregels = {
  mijlpalen: (stap, basis) => [...herinneringen(stap, basis), ...einde(stap, basis, 'termijn', stap.n)],
  voerUit: (decision, mijlpaal) => {
    const { staat } = decision;
    if (isHerinnering(mijlpaal)) return herinner(decision, mijlpaal, { soort: 'persoon', persoon: staat.melder });
    meld(decision, mijlpaal, 'navraag_onbeantwoord', inHandenVan(staat));
    zwijgt(decision, mijlpaal.stap);
  },
};
