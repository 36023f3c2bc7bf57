import { type Ingehaald, inhalerVan } from '../stroom/haal-in.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import { Decision } from './decision.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import type { Kader } from './kader.ts';
import { AGENDA, STAPREGELS } from './mijlpalen.ts';
import type { Staat } from './staat.ts';

/** Carries out what the clock owes this signaal at `nu`, with the staat to which it leads. */
export const haalInTot: (staat: Staat, nu: Tijdstip, kader: Kader) => Ingehaald<Staat, Gebeurtenis> = inhalerVan(
  AGENDA,
  STAPREGELS,
  (staat: Staat, nu: Tijdstip, kader: Kader, aanleiding) => new Decision(staat.id, staat, nu, kader, aanleiding),
);

/** The same, without that staat. */
export function haalIn(staat: Staat, nu: Tijdstip, kader: Kader): Gebeurtenis[] {
  return haalInTot(staat, nu, kader).gebeurtenissen;
}
