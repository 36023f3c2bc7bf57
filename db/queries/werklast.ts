import { number, object, orNull, type Row, text } from '../columns.ts';
import { type Db, join, rows, sql } from '../sql.ts';
import { opNaam } from './op-naam.ts';
import { type Lijstzicht, takken } from './zicht.ts';

const WERKLAST_RIJ = { persoon: object({ id: text, naam: text, telefoon: orNull(text) }), open: number };

/** How many open signalen somebody has in hand, of those that who asks may see. */
export type Werklast = Row<typeof WERKLAST_RIJ>;

/** Of at most `limiet` people, who has most first. */
export function leesWerklast(db: Db, zicht: Lijstzicht, limiet: number): Promise<Werklast[]> {
  const delen = takken(zicht, true).map(
    (tak) => sql`select r.behandelaar from signaal r where r.behandelaar is not null and ${tak}`,
  );
  return rows(
    db,
    sql`select jsonb_build_object('id', b.id, 'naam', b.naam, 'telefoon', b.telefoon) as persoon, l.open
          from (select behandelaar, count(*)::float8 as open from (${join(delen, ' union all ')}) x group by behandelaar) l
            join gebruiker b on b.id = l.behandelaar
         order by l.open desc, ${opNaam(sql`b.naam`)}, b.id limit ${limiet}`,
    WERKLAST_RIJ,
  );
}
