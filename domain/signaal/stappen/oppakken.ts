import { einde, herhalingen, herinner, herinneringen, isHerinnering, meld } from '../../stroom/stap.ts';
import { coordinatoren, daarboven, escaleerDoorKlok } from '../ladder.ts';
import type { Stapregels } from './stapregels.ts';

/**
 * An open signaal has no active behandelaar. Day n: the level above is told. Day n + uitloop: it goes there by itself;
 * at landelijk there is nothing above, so programmaleiding is told, again and again.
 */
export const oppakken: Stapregels = {
  mijlpalen: (stap, basis, tot) => [
    ...herinneringen(stap, basis),
    ...(basis.niveau === 'landelijk' ? [] : einde(stap, basis, 'termijn', stap.n)),
    ...einde(stap, basis, 'uitloop', stap.n + stap.uitloop),
    ...(basis.niveau === 'landelijk' ? herhalingen(stap, basis, tot) : []),
  ],
  voerUit: (decision, mijlpaal) => {
    const { staat } = decision;
    if (isHerinnering(mijlpaal)) herinner(decision, mijlpaal, coordinatoren(staat.niveau, staat));
    else if (mijlpaal.naam === 'uitloop' && staat.niveau !== 'landelijk')
      escaleerDoorKlok(decision, mijlpaal.stap, 'niet_opgepakt');
    else meld(decision, mijlpaal, 'niet_opgepakt', daarboven(staat));
  },
};
