import type { Niveau } from '../beleid/codelijsten.ts';
import type { Termijnbeleid } from '../beleid/termijnbeleid.ts';
import { datumVan, type Tijdstip } from '../tijd/amsterdam.ts';
import { eindeVanDag, plusWerkdagen } from '../tijd/werkdagen.ts';
import type { Staat, Stapsoort } from './staat.ts';
import { termijnOp } from './termijnen.ts';

/** Who must act now: nobody in particular at a level, or one person. */
export type AanZet = { soort: 'niveau'; niveau: Niveau } | { soort: 'persoon'; persoon: string } | null;

/** The steps whose term says until when somebody must act. */
const MET_TERMIJN: readonly Stapsoort[] = ['oppakken', 'behandelen', 'terugkoppelen'];

/** Who must act now; null when the signaal is closed. */
export function aanZet({ status, niveau, behandelaar }: Staat): AanZet {
  if (status === 'afgesloten') return null;
  return behandelaar === null ? { soort: 'niveau', niveau } : { soort: 'persoon', persoon: behandelaar };
}

/** The earliest end of a running term (UTC), or null when none runs. */
export function uiterlijkOp(staat: Staat): Tijdstip | null {
  const einden = staat.stappen.filter(({ soort }) => MET_TERMIJN.includes(soort)).map((stap) => termijnOp(stap, staat));
  return einden.toSorted()[0] ?? null;
}

/** True once the earliest running term is over. */
export function isTeLaat(staat: Staat, nu: Tijdstip): boolean {
  const uiterlijk = uiterlijkOp(staat);
  return uiterlijk !== null && uiterlijk <= nu;
}

/** True when no person has done anything with an open signaal for the working days that the policy gives its urgency. */
export function ligtStil(staat: Staat, nu: Tijdstip, { ligtStil: dagen }: Termijnbeleid): boolean {
  if (staat.status === 'afgesloten') return false;
  return eindeVanDag(plusWerkdagen(datumVan(staat.laatsteDaadOp), dagen[staat.urgentie], staat.kalender)) <= nu;
}
