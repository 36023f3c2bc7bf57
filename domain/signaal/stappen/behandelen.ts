import type { Datum } from '../../tijd/amsterdam.ts';
import { eindeVanDag, plusWerkdagen } from '../../tijd/werkdagen.ts';
import { daarboven, escaleerDoorKlok } from '../ladder.ts';
import type { Staat, Stap } from '../staat.ts';
import { balBijPartner } from '../verzoeken.ts';
import {
  datumVanDag,
  einde,
  herhalingen,
  herinner,
  herinneringen,
  isHerinnering,
  laatVervallen,
  type Mijlpaal,
  meld,
  mijlpaal,
  type Stapregels,
} from './stap.ts';

/**
 * The stay at a level. Day n + uitloop: the signaal goes up by itself; at landelijk programmaleiding is told, again and again.
 * While nobody has it in hand, or a partner has the ball, there is nobody to remind and nothing to tell.
 */
export const behandelen: Stapregels = {
  mijlpalen: (stap, staat, tot) =>
    staat.niveau === 'landelijk'
      ? [
          ...herinneringen(stap, staat),
          ...einde(stap, staat, 'uitloop', stap.n + stap.uitloop),
          ...herhalingen(stap, staat, tot),
        ]
      : [...herinneringen(stap, staat), escalatie(stap, staat)],
  voerUit: (besluit, wat) => {
    const { niveau, behandelaar } = besluit.staat;
    const herinnering = isHerinnering(wat);
    if (!herinnering && niveau !== 'landelijk') escaleerDoorKlok(besluit, wat.stap, 'termijn_verstreken');
    else if (behandelaar === null || balBijPartner(besluit.staat)) laatVervallen(besluit, wat);
    else if (herinnering) herinner(besluit, wat, { soort: 'persoon', persoon: behandelaar });
    else meld(besluit, wat, 'termijn_verstreken', daarboven(besluit.staat));
  },
};

/**
 * The end of day n + uitloop. A partner who has the ball holds it up, and leaves at least the uitloop (one day if there is none)
 * after giving it back; but never longer than n working days after the step's own day n + uitloop.
 */
function escalatie(stap: Stap, staat: Staat): Mijlpaal {
  const dag = stap.n + stap.uitloop;
  return mijlpaal(stap, 'uitloop', dag, eindeVanDag(escalatiedag(stap, staat, dag)));
}

function escalatiedag(stap: Stap, staat: Staat, dag: number): Datum {
  const eigen = datumVanDag(stap, staat, dag);
  const uiterlijk = datumVanDag(stap, staat, dag + stap.n);
  if (balBijPartner(staat)) return uiterlijk;
  if (stap.balTot === null) return eigen;
  return vroegste(uiterlijk, laatste(eigen, plusWerkdagen(stap.balTot, Math.max(stap.uitloop, 1), staat.kalender)));
}

function vroegste(een: Datum, ander: Datum): Datum {
  return een < ander ? een : ander;
}

function laatste(een: Datum, ander: Datum): Datum {
  return een > ander ? een : ander;
}
