import type { Bericht } from '#domain/signaal/berichten.ts';
import { datumVan, opUur, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';
import { isWerkdag } from '#domain/tijd/werkdagen.ts';

/** The earliest delivery of a bericht that arose at `op`: at once, or with the digest at 09:15 of a working day (Amsterdam). */
export function nietVoor(bundel: Bericht['bundel'], op: Tijdstip, kalender: Kalender): Tijdstip {
  if (bundel === 'direct') return op;
  for (let datum = datumVan(op); ; datum = plusDagen(datum, 1)) {
    const overzicht = opUur(datum, 9, 15);
    if (overzicht >= op && isWerkdag(datum, kalender)) return overzicht;
  }
}
