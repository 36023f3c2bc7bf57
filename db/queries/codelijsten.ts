import { list, number, object, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

const CODELIJST_RIJ = {
  code: text,
  versie: number,
  waarden: list(object({ code: text, label: text, toelichting: orNull(text), vervangenDoor: orNull(text) })),
};

export type VolledigeCodelijst = Row<typeof CODELIJST_RIJ>;

/** Every code list, or the one with this code, with its values in order. */
export async function leesCodelijsten(db: Db, lijst: string | null): Promise<VolledigeCodelijst[]> {
  return rows(
    db,
    sql`select l.code, l.versie, jsonb_agg(jsonb_build_object('code', w.code, 'label', w.label, 'toelichting', w.toelichting,
          'vervangenDoor', w.vervangen_door) order by w.volgorde, w.code) as waarden
        from codelijst l join codelijstwaarde w on w.lijst = l.code
        where ${lijst}::text is null or l.code = ${lijst}
        group by l.code, l.versie order by l.code`,
    CODELIJST_RIJ,
  );
}
