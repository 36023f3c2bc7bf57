import type { Niveau } from '../beleid/codelijsten.ts';
import type { Termijnbeleid } from '../beleid/termijnbeleid.ts';
import { datumVanDag } from '../stroom/stap.ts';
import { type Datum, datumVan, type Tijdstip } from '../tijd/amsterdam.ts';
import { eindeVanDag, plusWerkdagen } from '../tijd/werkdagen.ts';
import type { Staat, Stap, Stapsoort } from './staat.ts';
import { termijnOp } from './termijnen.ts';
import { BIJ_DE_PARTIJ } from './verzoeken.ts';

/** Who must act now: nobody in particular at a level, one person, a party, or nobody until a date has passed. */
export type AanZet =
  | { soort: 'niveau'; niveau: Niveau }
  | { soort: 'persoon'; persoon: string }
  | { soort: 'partij'; verzoek: string }
  | { soort: 'niemand'; tot: Datum }
  | null;

/** The steps whose term says until when somebody must act. */
export const MET_TERMIJN: readonly Stapsoort[] = ['oppakken', 'behandelen', 'terugkoppelen'];

/**
 * Who must act now: the first that fits of the level while nobody has it in hand, the behandelaar who owes the filer an answer, nobody
 * during a pause, the filer who was asked something, the party with the earliest last day, the behandelaar. null when closed.
 */
export function aanZet(staat: Staat): AanZet {
  const { status, niveau, behandelaar, melder, stappen } = staat;
  if (status === 'afgesloten') return null;
  if (behandelaar === null) return { soort: 'niveau', niveau };
  if (status === 'uitkomst_gemeld') return { soort: 'persoon', persoon: behandelaar };
  const pauze = stappen.find(({ soort }) => soort === 'pauze')?.datum ?? null;
  if (pauze !== null) return { soort: 'niemand', tot: pauze };
  if (stappen.some(({ soort }) => soort === 'navraag')) return { soort: 'persoon', persoon: melder };
  return partijAanZet(staat) ?? { soort: 'persoon', persoon: behandelaar };
}

/** The party, or the expert, with the earliest last day. */
function partijAanZet(staat: Staat): AanZet {
  const [eerste] = staat.stappen
    .filter(({ soort }) => BIJ_DE_PARTIJ.includes(soort))
    .toSorted((een, ander) => (laatsteDag(een, staat) < laatsteDag(ander, staat) ? -1 : 1));
  const verzoek = staat.verzoeken.find(({ id }) => id === eerste?.verzoek);
  if (verzoek === undefined) return null;
  const { id, persoon } = verzoek;
  return persoon === null ? { soort: 'partij', verzoek: id } : { soort: 'persoon', persoon };
}

function laatsteDag(stap: Stap, staat: Staat): Datum {
  return datumVanDag(stap, staat, stap.n + stap.uitloop);
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

/** The instant (UTC) from which a signaal lies still, if no person does anything before it: the working days that the policy gives its urgency. null when closed. */
export function stilVanaf(staat: Staat, { ligtStil: dagen }: Termijnbeleid): Tijdstip | null {
  if (staat.status === 'afgesloten') return null;
  return eindeVanDag(plusWerkdagen(datumVan(staat.laatsteDaadOp), dagen[staat.urgentie], staat.kalender));
}

/** True when no person has done anything with an open signaal for those working days. */
export function ligtStil(staat: Staat, nu: Tijdstip, beleid: Termijnbeleid): boolean {
  const vanaf = stilVanaf(staat, beleid);
  return vanaf !== null && vanaf <= nu;
}
