import { einde, herhalingen, meld } from '../../stroom/stap.ts';
import type { Stapregels } from './stapregels.ts';

/** From filing to closing, whatever the levels between: no case bounces for ever. */
export const duur: Stapregels = {
  mijlpalen: (stap, basis, tot) => [...einde(stap, basis, 'termijn', stap.n), ...herhalingen(stap, basis, tot)],
  voerUit: (decision, mijlpaal) => meld(decision, mijlpaal, 'duurt_lang', { soort: 'programmaleiding' }),
};
