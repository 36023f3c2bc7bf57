import { instant, json, number, orNull } from '#db/columns.ts';
import { isActief } from '#db/queries/actief.ts';
import { eigenRegios } from '#db/queries/gebruikers.ts';
import { geldendBeleid } from '#db/queries/geldend-beleid.ts';
import { datumIn } from '#db/queries/klok.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import type { Kader } from '#domain/signaal/kader.ts';
import type { Stroomsoort } from '#domain/stroom/soorten.ts';
import { msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { leesBereik } from './bereik.ts';
import { kent, type Opdrachtvan, type Staatvan, STROOMREGELS } from './soorten.ts';
import { isSignaalstroom, type Stroom } from './stroom.ts';

/** All that a decision needs beside the staat, read after the row was locked so that nothing in it is from before. */
export interface Omgeving {
  nu: Tijdstip;
  /** How far `nu` is ahead of the world's clock. */
  klokverschilMs: number;
  kader: Kader;
}

const OMGEVING_RIJ = {
  wereld: instant,
  nu: instant,
  beleid: orNull(json<Termijnbeleid>()),
  versie: number,
  dagen: json<Kader['kalender']['dagen']>(),
  personen: json<Kader['personen']>(),
};

/**
 * The present of the stream and the kader. `nu` is the world's clock plus the stream's klokverschil, never before what already
 * happened; where streams may travel (`eigenTijd` given) it is moved on to the time of the stream's own workflow. A new stream begins `voorsprongMs` ahead of the world.
 */
export async function leesOmgeving<K extends Stroomsoort>(
  db: Db,
  stroom: Stroom<K> | undefined,
  vraag: { opdracht?: Opdrachtvan<Stroomsoort>; eigenTijd?: Tijdstip; voorsprongMs?: number },
): Promise<Omgeving> {
  const klokverschilMs = stroom?.klokverschilMs ?? vraag.voorsprongMs ?? 0;
  const [rij] = await rows(
    db,
    sql`with klok as materialized (select date_trunc('milliseconds', clock_timestamp()) as wereld),
             nu as materialized (
               select greatest(wereld + ${klokverschilMs}::float8 * interval '1 millisecond', ${stroom?.laatsteOp}::timestamptz,
                               ${vraag.eigenTijd}::timestamptz) as nu from klok)
        select tijdstip(wereld) as wereld, tijdstip(nu) as nu,
               ${geldendBeleid(datumIn(sql`nu`))} as beleid,
               (select coalesce(max(versie), 0) from kalender) as versie,
               (select coalesce(jsonb_object_agg(datum, naam), '{}') from feestdag) as dagen,
               (select coalesce(jsonb_object_agg(g.id, jsonb_build_object('id', g.id, 'rollen', g.rollen, 'regios', g.regios,
                         'organisatie', g.organisatie, 'actief', ${isActief(sql`g`)}, 'neemtWaar',
                         (select coalesce(jsonb_agg(jsonb_build_object('afwezige', w.afwezige, 'regios', ${eigenRegios(sql`a`)})
                                                    order by w.afwezige), '[]')
                            from waarneming w join gebruiker a on a.id = w.afwezige
                           where w.waarnemer = g.id and ${datumIn(sql`nu`)} between w.van and w.tot))), '{}')
                  from gebruiker g where g.id = any(${personenIn(stroom, vraag.opdracht)}::text[])) as personen
          from klok, nu`,
    OMGEVING_RIJ,
  );
  if (rij === undefined || rij.beleid === null) throw new Error('Er is nu geen termijnbeleid van kracht.');
  const { wereld, nu, beleid, versie, dagen, personen } = rij;
  const isVerzet = nu === vraag.eigenTijd;
  return {
    nu,
    klokverschilMs: isVerzet ? Math.max(msVan(nu) - msVan(wereld), klokverschilMs) : klokverschilMs,
    kader: {
      kalender: { versie, dagen },
      beleid,
      personen,
      loket: await leesLoket(db, stroom, vraag.opdracht),
    },
  };
}

/** Only a signaal asks something of a desk. */
function leesLoket(
  db: Db,
  stroom: Stroom | undefined,
  opdracht: Opdrachtvan<Stroomsoort> | undefined,
): Promise<Kader['loket']> {
  if (stroom === undefined || opdracht === undefined || !isSignaalstroom(stroom) || !kent('signaal', opdracht))
    return Promise.resolve(null);
  return leesBereik(db, stroom.staat, opdracht);
}

/** Everybody named in the staat and in the opdracht. The service itself and contacts of ketenpartners have no account. */
function personenIn<K extends Stroomsoort>(
  stroom: Stroom<K> | undefined,
  opdracht: Opdrachtvan<Stroomsoort> | undefined,
): string[] {
  const inStaat = stroom === undefined ? [] : personenVan(stroom.soort, stroom.staat);
  return [...new Set([...inOpdracht(opdracht), ...inStaat].filter((naam) => naam !== null))];
}

function personenVan<K extends Stroomsoort>(soort: K, staat: Staatvan<K>): (string | null)[] {
  return STROOMREGELS[soort].personen(staat);
}

function inOpdracht(opdracht: Opdrachtvan<Stroomsoort> | undefined): (string | null)[] {
  if (opdracht === undefined) return [];
  const genoemd = 'aan' in opdracht ? opdracht.aan : 'persoon' in opdracht ? opdracht.persoon : null;
  const eigenaar = opdracht.soort === 'patroonOpenen' ? (opdracht.eigenaar ?? null) : null;
  return [opdracht.door, genoemd, eigenaar];
}
