import { datumVan, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { nietVoor as bezorgmoment } from '../uitvoeren/niet-voor.ts';
import type { KlaarBericht } from './klaar.ts';

const UUR_MS = 3_600_000;
const KLOKTIJD = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });

/** When this bericht should have been there, when it is more than an hour late, by the clock or by the post; else null. */
export function hadMoetenKomenOp({ bundel, nu, nietVoor, verschuldigdOp, staat }: KlaarBericht): Tijdstip | null {
  const opTijd = verschuldigdOp === null ? nietVoor : bezorgmoment(bundel, verschuldigdOp, staat.kalender);
  const bedoeld = opTijd < nietVoor ? opTijd : nietVoor;
  return msVan(nu) - msVan(bedoeld) > UUR_MS ? bedoeld : null;
}

/** "maandag 10 mei 2027 om 09:15 uur". */
export function moment(op: Tijdstip): string {
  return `${voluit(datumVan(op))} om ${KLOKTIJD.format(new Date(op))} uur`;
}
