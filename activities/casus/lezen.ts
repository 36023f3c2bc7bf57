import { bytes, instant, number, oneOf, orNull, text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Casusdeel } from '#domain/beleid/codelijsten.ts';
import { CASUSDELEN } from '#domain/casus.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { KeyRing } from '#platform/key-ring.ts';
import { unseal } from '#platform/seal.ts';

import { MEDIATYPES, type Mediatype } from '../ketenpartners/bijlagen.ts';
import { leesSleutel } from '../schrijven/signaalsleutel.ts';

/** A piece of a casusbijlage: what was written for a part, or a file without its content. */
export interface Casusstuk {
  id: string;
  soort: Casusdeel;
  /** null for a file. */
  tekst: string | null;
  /** null for what was written. */
  bestand: { naam: string; mediatype: Mediatype; grootte: number } | null;
  door: string;
  op: Tijdstip;
}

/** What whoever asks with `db` may read of it, in the order in which it came; nothing once the signaal was erased. */
export async function leesCasusstukken(db: Db, sleutelbos: KeyRing, stroom: string): Promise<Casusstuk[]> {
  const gevonden = await rows(
    db,
    sql`select id, soort, naam, mediatype, grootte, case when naam is null then inhoud end as tekst, door, tijdstip(op) as op
          from casusbijlage where stroom = ${stroom} order by casusbijlage.op, id`,
    {
      id: text,
      soort: oneOf(CASUSDELEN),
      naam: orNull(bytes),
      mediatype: orNull(oneOf(MEDIATYPES)),
      grootte: number,
      tekst: orNull(bytes),
      door: text,
      op: instant,
    },
  );
  const sleutel = gevonden.length === 0 ? null : await leesSleutel(db, sleutelbos, stroom);
  if (sleutel === null) return [];
  return gevonden.map(({ id, soort, naam, mediatype, grootte, tekst, door, op }) => ({
    id,
    soort,
    tekst: tekst === null ? null : unseal(sleutel, tekst, `${stroom} ${soort}`).toString(),
    bestand:
      naam === null || mediatype === null
        ? null
        : { naam: unseal(sleutel, naam, `${id} naam`).toString(), mediatype, grootte },
    door,
    op,
  }));
}

/** The content of one file; null when there is none that this one may read. */
export async function leesCasusbestand(
  db: Db,
  sleutelbos: KeyRing,
  stroom: string,
  id: string,
): Promise<Buffer | null> {
  const [gevonden] = await rows(
    db,
    sql`select inhoud from casusbijlage where stroom = ${stroom} and id = ${id}::uuid and naam is not null`,
    { inhoud: bytes },
  );
  const sleutel = gevonden === undefined ? null : await leesSleutel(db, sleutelbos, stroom);
  return gevonden === undefined || sleutel === null ? null : unseal(sleutel, gevonden.inhoud, `${id} inhoud`);
}
