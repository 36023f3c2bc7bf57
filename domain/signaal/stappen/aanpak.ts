import { mijlpaal } from '../../stroom/stap.ts';
import { beginVan } from '../../tijd/amsterdam.ts';
import { beginBehandelen } from '../ladder.ts';
import type { Stapregels } from './stapregels.ts';

/** At landelijk an approach was chosen, to be reviewed on a date. On that date, at 00:00, behandelen begins anew. */
export const aanpak: Stapregels = {
  mijlpalen: (stap) => [mijlpaal(stap, 'einde', 0, beginVan(stap.datum ?? stap.begin))],
  voerUit: (decision, { stap }) => {
    decision.noteer({ soort: 'aanpak_verlopen' });
    decision.eindigStap(stap, 'verstreken');
    beginBehandelen(decision, stap.verlengd);
  },
};
