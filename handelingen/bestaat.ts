import { leesbereikIn } from '#contract/leesbereik.ts';
import { vindGebruiker } from '#db/queries/gebruikers.ts';
import { heeftLoket } from '#db/queries/loketten.ts';
import { bestaandeOrganisaties } from '#db/queries/organisaties.ts';
import { leesSignaalstand, type Signaalstand } from '#db/queries/signaal.ts';
import type { Db } from '#db/sql.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { isNogNietGeweest } from '#domain/signaal/opdrachten/eisen.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import type { Veldfout } from './handeling.ts';

/** What the input names, by id, and where. */
export type NamedField = readonly [pad: Veldfout['pad'], id: string | undefined];

/** The fault of a person whom nobody knows. */
export async function onbekendePersoon(db: Db, ...[pad, id]: NamedField): Promise<Veldfout[]> {
  const onbekend = id !== undefined && (await vindGebruiker(db, id)) === null;
  return onbekend ? [{ pad, soort: 'onbekend' }] : [];
}

/** The fault of each organisatie that nobody knows. */
export async function onbekendeOrganisaties(db: Db, genoemd: readonly NamedField[]): Promise<Veldfout[]> {
  const ids = genoemd.flatMap(([, id]) => id ?? []);
  const bekend = await bestaandeOrganisaties(db, ids);
  return genoemd.flatMap(([pad, id]): Veldfout[] =>
    id === undefined || bekend.has(id) ? [] : [{ pad, soort: 'onbekend' }],
  );
}

/** The fault of a date after `vandaag` (Amsterdam). */
export function inDeToekomst(pad: Veldfout['pad'], datum: Datum, vandaag: Datum): Veldfout[] {
  return isNogNietGeweest(datum, vandaag) ? [{ pad, soort: 'toekomst' }] : [];
}

/** The fault of a desk that is not an active one of this organisatie. */
export async function onbekendLoket(db: Db, organisatie: string, loket: string | undefined): Promise<Veldfout[]> {
  const onbekend = loket !== undefined && !(await heeftLoket(db, organisatie, loket));
  return onbekend ? [{ pad: ['loket'], soort: 'onbekend' }] : [];
}

/** How the signaal with this id or number stands; null when it does not exist and when this person may not read it. */
export async function zichtbaarSignaal(db: Db, idOfNummer: string, persoon: Kijker): Promise<Signaalstand | null> {
  const stand = await leesSignaalstand(db, idOfNummer);
  return stand !== null && leesbereikIn(stand, persoon) === 'alles' ? stand : null;
}
