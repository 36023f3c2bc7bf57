import { inHandenVan } from '../ladder.ts';
import { einde, herinner, herinneringen, isHerinnering, meld, type Stapregels } from './stap.ts';
import { zwijgt } from './zwijgen.ts';

/** The filer is asked something. When she does not answer, the behandelaar is told. */
export const navraag: Stapregels = {
  mijlpalen: (stap, staat) => [...herinneringen(stap, staat), ...einde(stap, staat, 'termijn', stap.n)],
  voerUit: (besluit, mijlpaal) => {
    const { staat } = besluit;
    if (isHerinnering(mijlpaal)) return herinner(besluit, mijlpaal, { soort: 'persoon', persoon: staat.melder });
    meld(besluit, mijlpaal, 'navraag_onbeantwoord', inHandenVan(staat));
    zwijgt(besluit, mijlpaal.stap);
  },
};
