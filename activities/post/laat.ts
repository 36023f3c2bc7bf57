import { msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { KlaarBericht } from './klaar.ts';

const UUR_MS = 3_600_000;

/** The instant at which this bericht should have been there, when it is more than an hour late; else null. */
export function hadMoetenKomenOp({ nu, nietVoor, gebeurdOp, verschuldigdOp }: KlaarBericht): Tijdstip | null {
  if (verschuldigdOp !== null && isLater(gebeurdOp, verschuldigdOp)) return verschuldigdOp;
  return isLater(nu, nietVoor) ? nietVoor : null;
}

function isLater(toen: Tijdstip, bedoeld: Tijdstip): boolean {
  return msVan(toen) - msVan(bedoeld) > UUR_MS;
}
