import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Rol } from '#domain/beleid/codelijsten.ts';
import { berichten } from '#domain/signaal/berichten.ts';
import type { Geadresseerde } from '#domain/signaal/gebeurtenissen.ts';
import type { Staat } from '#domain/signaal/staat.ts';

import { nietVoor } from './niet-voor.ts';
import { type Schakel, volgensDeRegels } from './verloop.ts';

/**
 * Writes a bericht for everybody who must hear of it: active people, each once per gebeurtenis and soort, and of a group neither
 * who acted herself nor who works for the organisation concerned. Returns whether there were any.
 */
export async function schrijfBerichten(db: Db, staat: Staat, verloop: readonly Schakel[]): Promise<boolean> {
  const reeks = volgensDeRegels(staat.id, () => verloop.flatMap(berichtenVan));
  if (reeks.length === 0) return false;
  const geschreven = await rows(
    db,
    sql`insert into bericht (stroom, volgnummer, gebruiker, soort, bundel, waarom, stap, op, niet_voor)
        select distinct on (b.volgnummer, g.id, b.soort)
               ${staat.id}::uuid, b.volgnummer, g.id, b.soort, b.bundel, b.waarom, b.stap, b.op, b.niet_voor
          from jsonb_to_recordset(${jsonb(reeks)}) as b (volgnummer int, soort text, bundel text, waarom text, stap text,
                 op timestamptz, niet_voor timestamptz, door text, persoon text, rol text, regio text)
          join gebruiker g on g.actief and (g.id = b.persoon
                 or (g.rollen @> array[b.rol] and (b.regio is null or g.regios @> array[b.regio])
                     and g.id is distinct from b.door and g.organisatie is distinct from ${staat.organisatie ?? GEEN}))
        returning 1`,
  );
  return geschreven.length > 0;
}

/** No organisatie has this id, so that people without an employer are left out by nothing. */
const GEEN = '';

function berichtenVan({ gebeurtenis, voor, na }: Schakel): Record<string, unknown>[] {
  const { op, door } = gebeurtenis;
  return berichten(gebeurtenis, na, voor).map(({ aan, soort, bundel, waarom, stap }) => ({
    soort,
    bundel,
    waarom,
    stap,
    op,
    door,
    volgnummer: na.volgnummer,
    niet_voor: nietVoor(bundel, op, na.kalender),
    persoon: aan.soort === 'persoon' ? aan.persoon : null,
    rol: ROLLEN[aan.soort],
    regio: aan.soort === 'coordinatoren' ? aan.regio : null,
  }));
}

/** Who belongs to a group; one person or party is none. */
const ROLLEN: Readonly<Record<Geadresseerde['soort'], Rol | null>> = {
  persoon: null,
  partij: null,
  coordinatoren: 'regiocoordinator',
  landelijk_team: 'landelijk_team',
  programmaleiding: 'programmaleiding',
};
