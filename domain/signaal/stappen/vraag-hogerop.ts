import { einde, herinner, herinneringen, isHerinnering } from '../../stroom/stap.ts';
import type { Stapregels } from './stapregels.ts';
import { zwijgt } from './zwijgen.ts';

/** The escalation contact of a silent party is asked. Silence here is final: the behandelaar is told and escalation proposed. */
export const vraagHogerop: Stapregels = {
  mijlpalen: (stap, basis) => [...herinneringen(stap, basis), ...einde(stap, basis, 'termijn', stap.n)],
  voerUit: (decision, mijlpaal) => {
    const { stap } = mijlpaal;
    if (isHerinnering(mijlpaal) && stap.verzoek !== null) {
      return herinner(decision, mijlpaal, { soort: 'partij', verzoek: stap.verzoek, hogerop: true });
    }
    zwijgt(decision, stap);
  },
};
