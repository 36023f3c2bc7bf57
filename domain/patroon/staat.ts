import type { Fase, Orgaan, Systeemreden } from '../beleid/codelijsten.ts';
import type { Patroonstap } from '../beleid/patroonbeleid.ts';
import type { Stroomstaat } from '../stroom/staat.ts';

/** Where the answer to the reporters stands: being written, on its way, held back half-way, or with all of them. */
export type Antwoordstatus = 'concept' | 'onderweg' | 'gestopt' | 'verstuurd';

/** All that the rules need to know of one patroon: codes, ids and instants only, never text. */
export interface Patroonstaat extends Stroomstaat<Patroonstap> {
  fase: Fase;
  /** Who sees to it that it is brought further. */
  eigenaar: string;
  /** The organisation that it is about, by id; null for none in particular. Whoever works there does not see it. */
  organisatie: string | null;
  systeemreden: Systeemreden | null;
  /** The bodies that were asked and have not answered. */
  gevraagd: readonly Orgaan[];
  /** The signalen that are part of it. */
  signalen: number;
  /** The last answer; null while there is none. A corrected one has the next version. */
  antwoord: { versie: number; status: Antwoordstatus } | null;
}

/** True while something must still happen to it. */
export function isOpenFase({ fase }: Pick<Patroonstaat, 'fase'>): boolean {
  return fase !== 'opgelost' && fase !== 'niet_oplosbaar';
}
