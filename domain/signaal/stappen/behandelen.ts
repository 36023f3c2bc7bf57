import { daarboven, escaleerDoorKlok } from '../ladder.ts';
import {
  einde,
  herhalingen,
  herinner,
  herinneringen,
  isHerinnering,
  laatVervallen,
  meld,
  type Stapregels,
} from './stap.ts';

/**
 * The stay at a level. Day n + uitloop: the signaal goes up by itself; at landelijk programmaleiding is told, again and again.
 * While nobody has it in hand the term counts and escalates, but there is nobody to remind and nothing to tell.
 */
export const behandelen: Stapregels = {
  mijlpalen: (stap, staat, tot) => [
    ...herinneringen(stap, staat),
    ...einde(stap, staat, 'uitloop', stap.n + stap.uitloop),
    ...(staat.niveau === 'landelijk' ? herhalingen(stap, staat, tot) : []),
  ],
  voerUit: (besluit, mijlpaal) => {
    const { niveau, behandelaar } = besluit.staat;
    const herinnering = isHerinnering(mijlpaal);
    if (!herinnering && niveau !== 'landelijk') escaleerDoorKlok(besluit, mijlpaal.stap, 'termijn_verstreken');
    else if (behandelaar === null) laatVervallen(besluit, mijlpaal);
    else if (herinnering) herinner(besluit, mijlpaal, { soort: 'persoon', persoon: behandelaar });
    else meld(besluit, mijlpaal, 'termijn_verstreken', daarboven(besluit.staat));
  },
};
