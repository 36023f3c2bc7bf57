import { eersteOverzicht, eerstAanHetWerk, STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';
import type { Bericht } from '#domain/signaal/berichtsoorten.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';

/**
 * The earliest delivery of a bericht that arose at `op`: at once within working hours, else at the next start of work; with the
 * digest 15 minutes after that start. For a party (`week` null) at once, or with the digest of an office day.
 */
export function nietVoor(
  bundel: Bericht['bundel'],
  op: Tijdstip,
  kalender: Kalender,
  week: Werkweek | null = null,
): Tijdstip {
  if (bundel === 'dag') return eersteOverzicht(op, { week: week ?? STANDAARDWEEK, kalender });
  return week === null ? op : eerstAanHetWerk(op, { week, kalender });
}
