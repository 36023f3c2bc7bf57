import { STANDAARDWEEK } from '#domain/post/werktijden.ts';
import { datumVan, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { nietVoor as bezorgmoment } from '../schrijven/niet-voor.ts';
import type { KlaarBericht, Ontvanger } from './klaar.ts';

const UUR_MS = 3_600_000;
const KLOKTIJD = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: '2-digit', minute: '2-digit' });

/**
 * When this bericht should have been there, when it is more than an hour late, by the clock or by the post; else null. What is
 * passed on because somebody is not there is not late.
 */
export function hadMoetenKomenOp(
  { bundel, nu, nietVoor, verschuldigdOp, staat, namens }: KlaarBericht,
  { id, week }: Pick<Ontvanger, 'id' | 'week'>,
): Tijdstip | null {
  const vanDeKlok =
    verschuldigdOp === null || namens !== null
      ? nietVoor
      : bezorgmoment(bundel, verschuldigdOp, staat.kalender, id === null ? null : (week ?? STANDAARDWEEK));
  const bedoeld = vanDeKlok < nietVoor ? vanDeKlok : nietVoor;
  return msVan(nu) - msVan(bedoeld) > UUR_MS ? bedoeld : null;
}

/** "maandag 10 mei 2027 om 09:15 uur". */
export function moment(op: Tijdstip): string {
  return `${voluit(datumVan(op))} om ${KLOKTIJD.format(new Date(op))} uur`;
}
