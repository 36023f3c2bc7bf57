import type { Rol } from '#domain/beleid/codelijsten.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { boolean, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, rowsOfComposed, sql } from '../sql.ts';
import { type Mensenfilter, mensenDie } from './accounts.ts';
import { PERSOON_RIJ } from './gebruikers.ts';
import { opNaam } from './op-naam.ts';

const MENS_RIJ = {
  ...PERSOON_RIJ,
  naam: text,
  thuisregio: orNull(oneOf(REGIOCODES)),
  /** Somebody deputises today. */
  afwezig: boolean,
};

/** Somebody whom another may need. */
export type Mens = Row<typeof MENS_RIJ>;

/** At most `limiet` people with one of these roles and an account that works, by name. */
export function lijstMensen(
  db: Db,
  rollen: readonly Rol[],
  filter: Omit<Mensenfilter, 'actief'>,
  { vandaag, limiet }: { vandaag: Datum; limiet: number },
): Promise<Mens[]> {
  return rowsOfComposed(
    db,
    sql`select g.id, g.naam, g.rollen, g.regios, g.thuisregio, g.organisatie, true as actief,
               exists (select from waarneming w where w.afwezige = g.id and ${vandaag}::date between w.van and w.tot) as afwezig
          from gebruiker g
         where g.rollen && ${[...rollen]}::text[] and ${mensenDie({ ...filter, actief: true })}
         order by ${opNaam(sql`g.naam`)}, g.id limit ${limiet}`,
    MENS_RIJ,
  );
}
