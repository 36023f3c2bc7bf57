import type { Stapcijfers } from '../stroom/staat.ts';
import { OPEN_FASEN } from './codelijsten.ts';
import { herinneringsdagen } from './termijnbeleid.ts';

/** The steps of a patroon, in the order in which they act when several end at the same instant. */
export const PATROONSTAPPEN = ['versturen', 'reactie', ...OPEN_FASEN] as const;
export type Patroonstap = (typeof PATROONSTAPPEN)[number];

/** The numbers of a step, in working days. */
function termijn(n: number, percentages: readonly number[], herhaling: number, uitloop = 0): Stapcijfers {
  return { n, uitloop, herinneringsdagen: herinneringsdagen(n, percentages), herhaling };
}

/**
 * How long a patroon stays in each fase before its eigenaar is late: reminded at these percentages, told landelijk at the end, and again
 * every so many working days. Of a body that was asked, the eigenaar is asked on the first working day after the date, and landelijk is
 * told two working days later; of an answer that is not with every reporter after a day.
 */
export const PATROONBELEID: Readonly<Record<Patroonstap, Stapcijfers>> = {
  versturen: termijn(1, [], 1),
  reactie: termijn(1, [100], 5, 2),
  onderzoek: termijn(30, [50, 80, 100], 10),
  geagendeerd: termijn(60, [50, 80, 100], 10),
  in_uitvoering: termijn(120, [50, 80, 100], 20),
};

/**
 * Of what was proposed the same is not proposed again for so many days, unless somebody decided on it and it has since grown by this
 * factor and by so many signalen. So many signalen at most join a patroon at once, the latest.
 */
export const VOORSTELBELEID = { koeldagen: 56, groeifactor: 1.5, groeiMinstens: 3, signalenInEens: 100 } as const;

/** How far ahead a body may be asked to have answered, in working days. */
export const REACTIE_UITERLIJK = 130;
