import { einde, type Rekenbasis } from '../../stroom/stap.ts';
import { eindeVanDag, plusWerkdagen } from '../../tijd/werkdagen.ts';
import type { Stap } from '../staat.ts';
import type { Mijlpaal } from './stapregels.ts';

/** Working days that somebody always has after a question was really sent. */
const BEDENKTIJD = 2;

/** The end of day `dag` of a step that asks something: never before the question was sent, nor within two working days after it. */
export function eindeNaDeVraag(stap: Stap, basis: Rekenbasis, dag: number): Mijlpaal[] {
  const { gevraagd } = stap;
  if (gevraagd === null) return [];
  const opZijnVroegst = eindeVanDag(plusWerkdagen(gevraagd, BEDENKTIJD, basis.kalender));
  return einde(stap, basis, 'einde', dag).map((slot) => ({
    ...slot,
    op: slot.op < opZijnVroegst ? opZijnVroegst : slot.op,
  }));
}
