import { mijlpaal } from '../../stroom/stap.ts';
import { eindeVanDag } from '../../tijd/werkdagen.ts';
import type { Stapregels } from './stapregels.ts';

/** The behandelaar waits for a date. At the end of that date the signaal resumes by itself. */
export const pauze: Stapregels = {
  mijlpalen: (stap) => [mijlpaal(stap, 'einde', 0, eindeVanDag(stap.datum ?? stap.begin))],
  voerUit: (decision, { stap }) => {
    decision.noteer({ soort: 'hervat', automatisch: true });
    decision.eindigStap(stap, 'verstreken');
  },
};
