import { einde, herinner, herinneringen, isHerinnering } from '../../stroom/stap.ts';
import { cijfers } from '../ladder.ts';
import type { Stapregels } from './stapregels.ts';
import { zwijgt } from './zwijgen.ts';

/**
 * A party was asked something. The last reminder also goes to the behandelaar, who may hold the next step back once. Silence is
 * recorded, and then the escalation contact is asked; without one, and for a consultatie, the silence is final.
 */
export const vraag: Stapregels = {
  mijlpalen: (stap, basis) => [...herinneringen(stap, basis), ...einde(stap, basis, 'termijn', stap.n + stap.uitloop)],
  voerUit: (decision, mijlpaal) => {
    const { stap } = mijlpaal;
    const verzoek = decision.staat.verzoeken.find(({ id }) => id === stap.verzoek);
    if (verzoek === undefined) return decision.eindigStap(stap, 'vervallen');
    if (isHerinnering(mijlpaal))
      return herinner(decision, mijlpaal, { soort: 'partij', verzoek: verzoek.id, hogerop: false });
    if (verzoek.soort === 'consultatie' || !verzoek.escalatiecontact) return zwijgt(decision, stap);
    decision.noteer({ soort: 'geen_reactie', verzoek: verzoek.id, definitief: false });
    decision.eindigStap(stap, 'verstreken');
    decision.beginStap('vraag_hogerop', cijfers(decision.kader.beleid.stappen.vraag_hogerop, decision.staat.urgentie), {
      verzoek: verzoek.id,
    });
  },
};
