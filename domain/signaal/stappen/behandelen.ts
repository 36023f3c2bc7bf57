import {
  datumVanDag,
  einde,
  herhalingen,
  herinner,
  herinneringen,
  isHerinnering,
  laatVervallen,
  meld,
  mijlpaal,
  vanaf,
} from '../../stroom/stap.ts';
import type { Datum } from '../../tijd/amsterdam.ts';
import { eindeVanDag } from '../../tijd/werkdagen.ts';
import { daarboven, escaleerDoorKlok } from '../ladder.ts';
import type { Stap } from '../staat.ts';
import { balBijPartner } from '../verzoeken.ts';
import type { Mijlpaal, Stapbasis, Stapregels } from './stapregels.ts';

/**
 * The stay at a level. Day n + uitloop: the signaal goes up by itself; at landelijk programmaleiding is told, again and again.
 * While nobody has it in hand, or a partner has the ball, there is nobody to remind and nothing to tell.
 */
export const behandelen: Stapregels = {
  mijlpalen: (stap, basis, tot) =>
    basis.niveau === 'landelijk'
      ? [
          ...herinneringen(stap, basis),
          ...einde(stap, basis, 'uitloop', stap.n + stap.uitloop),
          ...herhalingen(stap, basis, tot),
        ]
      : [...herinneringen(stap, basis), escalatie(stap, basis)],
  voerUit: (decision, wat) => {
    const { niveau, behandelaar } = decision.staat;
    const herinnering = isHerinnering(wat);
    if (!herinnering && niveau !== 'landelijk') escaleerDoorKlok(decision, wat.stap, 'termijn_verstreken');
    else if (behandelaar === null || balBijPartner(decision.staat)) laatVervallen(decision, wat);
    else if (herinnering) herinner(decision, wat, { soort: 'persoon', persoon: behandelaar });
    else meld(decision, wat, 'termijn_verstreken', daarboven(decision.staat));
  },
};

function escalatie(stap: Stap, basis: Stapbasis): Mijlpaal {
  const { begin, dagen } = escalatietelling(stap, basis);
  const laatsteDag = datumVanDag(vanaf(stap, begin), basis, dagen);
  return mijlpaal(stap, 'uitloop', stap.n + stap.uitloop, eindeVanDag(laatsteDag));
}

/** For how many working days at most a partner holds the escalation up: the n of the table, whatever verlengen added. */
function uitstelDoorPartner({ n, verlenging = 0 }: Stap): number {
  return n - verlenging;
}

/** So many days counted from a date. */
interface Telwijze {
  begin: Datum;
  dagen: number;
}

/**
 * How to count to the day at whose end the clock acts: day n + uitloop. A partner who has the ball holds the escalation up, and
 * leaves at least the uitloop (one day if there is none) after giving it back; but never longer than n working days after the step's
 * own day n + uitloop, with the n of the table also after verlengen. At landelijk there is nothing above, so nothing to hold up.
 */
export function escalatietelling(stap: Stap, basis: Stapbasis): Telwijze {
  const { begin, n, uitloop, balTot } = stap;
  const eigen = { begin, dagen: n + uitloop };
  if (basis.niveau === 'landelijk') return eigen;
  const uiterlijk = { begin, dagen: n + uitloop + uitstelDoorPartner(stap) };
  if (basis.balBijPartner) return uiterlijk;
  if (balTot === null) return eigen;
  const naDeBal = { begin: balTot, dagen: Math.max(uitloop, 1) };
  const datum = (wijze: Telwijze): Datum => datumVanDag(vanaf(stap, wijze.begin), basis, wijze.dagen);
  const laatste = datum(naDeBal) > datum(eigen) ? naDeBal : eigen;
  return datum(laatste) < datum(uiterlijk) ? laatste : uiterlijk;
}
