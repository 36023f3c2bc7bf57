import { LOKETWIJZIGINGEN } from '#domain/beleid/loketwijzigingen.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { boolean, date, instant, json, object, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';
import { opNaam } from './op-naam.ts';

export interface Contact {
  naam: string;
  email: string;
  telefoon: string;
}

const LOKET_RIJ = {
  id: text,
  organisatie: text,
  naam: text,
  contact: object({ naam: text, email: text, telefoon: text }),
  /** Whom to ask when the desk is silent. */
  escalatie: orNull(object({ naam: text, email: text, telefoon: text })),
  actief: boolean,
};

/** A desk of an organisatie. */
export type Loket = Row<typeof LOKET_RIJ>;

/** Dates, first and last included, on which an organisatie is closed. */
export interface Sluiting {
  van: Datum;
  tot: Datum;
  reden: string;
}

const LOKETWIJZIGING_RIJ = {
  soort: oneOf(LOKETWIJZIGINGEN),
  loket: orNull(text),
  door: object({ id: text, naam: text }),
  op: instant,
  /** null for the end of a closure. */
  reden: orNull(text),
  voor: orNull(json<Loketgegevens | Sluiting | null>()),
  na: orNull(json<Loketgegevens | Sluiting | null>()),
};

/** A change in the directory of an organisatie: who made it, when (UTC), why, and what stood there before and after. */
export type Loketwijziging = Row<typeof LOKETWIJZIGING_RIJ>;

/** What is kept of a desk. */
export type Loketgegevens = Pick<Loket, 'naam' | 'contact' | 'escalatie'>;

const LOKET = sql`id, organisatie, naam, actief,
  jsonb_build_object('naam', contactpersoon, 'email', email, 'telefoon', telefoon) as contact,
  case when escalatie_email is not null
    then jsonb_build_object('naam', escalatie_naam, 'email', escalatie_email, 'telefoon', escalatie_telefoon) end as escalatie`;

/** The desks of an organisatie, those that still answer first. */
export function leesLoketten(db: Db, organisatie: string): Promise<Loket[]> {
  return rows(
    db,
    sql`select ${LOKET} from loket where organisatie = ${organisatie} order by not actief, ${opNaam(sql`naam`)}, id`,
    LOKET_RIJ,
  );
}

/** The desk of an organisatie that a new question goes to, as `activities/schrijven/bereik.ts` chooses it; null when there is none. */
export async function leesEersteLoket(db: Db, organisatie: string): Promise<Loket | null> {
  const [loket] = await rows(
    db,
    sql`select ${LOKET} from loket where organisatie = ${organisatie} and actief
         order by onbestelbaar_op is not null, naam, id limit 1`,
    LOKET_RIJ,
  );
  return loket ?? null;
}

/** The last changes in the directory of an organisatie, the newest first. */
export function leesLoketwijzigingen(db: Db, organisatie: string, limiet: number): Promise<Loketwijziging[]> {
  return rows(
    db,
    sql`select w.soort, w.loket, tijdstip(w.op) as op, w.reden, w.voor, w.na,
               jsonb_build_object('id', w.door, 'naam', coalesce(g.naam, w.door)) as door
          from loketwijziging w left join gebruiker g on g.id = w.door
         where w.organisatie = ${organisatie} order by w.id desc limit ${limiet}`,
    LOKETWIJZIGING_RIJ,
  );
}

/** True when the organisatie has an active desk with this uuid. */
export async function heeftLoket(db: Db, organisatie: string, id: string): Promise<boolean> {
  const gevonden = await rows(
    db,
    sql`select from loket where id = ${id}::uuid and organisatie = ${organisatie} and actief`,
  );
  return gevonden.length > 0;
}

/** The closures of an organisatie that have not ended on `vandaag`. */
export function leesSluitingen(db: Db, organisatie: string, vandaag: Datum): Promise<Sluiting[]> {
  return rows(
    db,
    sql`select van::text, tot::text, reden from sluiting where organisatie = ${organisatie} and tot >= ${vandaag} order by van`,
    { van: date, tot: date, reden: text },
  );
}
