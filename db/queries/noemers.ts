import { NOEMERGROEPEN, NOEMERREGIOS, NOEMERSOORTEN, type Noemer } from '#domain/rapport/noemers.ts';

import { date, instant, number, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

const NOEMER = {
  soort: oneOf(NOEMERSOORTEN),
  peildatum: date,
  doelgroep: oneOf(NOEMERGROEPEN),
  regio: oneOf(NOEMERREGIOS),
  aantal: number,
  bron: text,
};

/** Every denominator, the newest day first. */
export function leesNoemers(db: Db): Promise<Noemer[]> {
  return rows(
    db,
    sql`select soort, peildatum::text, doelgroep, regio, aantal, bron from noemer
         order by peildatum desc, soort, doelgroep, regio`,
    NOEMER,
  );
}

const WIJZIGING = {
  soort: NOEMER.soort,
  peildatum: NOEMER.peildatum,
  doelgroep: NOEMER.doelgroep,
  regio: NOEMER.regio,
  op: instant,
  door: text,
  voor: orNull(number),
  na: number,
  bron: text,
};

/** Who changed one, from what to what. */
export type Noemerwijziging = Row<typeof WIJZIGING>;

/** The newest changes first. */
export function leesNoemerwijzigingen(db: Db, hoogstens: number): Promise<Noemerwijziging[]> {
  return rows(
    db,
    sql`select w.soort, w.peildatum::text, w.doelgroep, w.regio, tijdstip(w.op) as op,
               coalesce((select g.naam from gebruiker g where g.id = w.door), w.door) as door, w.voor, w.na, w.bron
          from noemerwijziging w order by w.id desc limit ${hoogstens}`,
    WIJZIGING,
  );
}
