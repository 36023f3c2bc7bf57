import { orNull, text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';

/** What became of asking to send a refused mail again. */
export type Herzending = 'wacht' | 'bestaat_niet' | 'niet_mislukt' | 'zonder_account';

/**
 * Puts a mail that was refused for good back in the queue, for the address that its reader has now. A mail to a party or a consulent
 * is not sent again: its link was erased. The verzoek of a party has ended as onbestelbaar.
 */
export async function verstuurOpnieuw(db: Db, zending: string): Promise<Herzending> {
  const [gevonden] = await rows(db, sql`select gebruiker, status from zending where id::text = ${zending}`, {
    gebruiker: orNull(text),
    status: text,
  });
  if (gevonden === undefined) return 'bestaat_niet';
  if (gevonden.gebruiker === null) return 'zonder_account';
  const gezet = await rows(
    db,
    sql`update zending z set status = 'wacht', adres = lower(g.email), pogingen = 0, volgende_poging = null, laatste_fout = null,
               uitgesteld_sinds = null
          from gebruiker g where z.id = ${zending}::uuid and z.status = 'mislukt' and g.id = z.gebruiker returning 1`,
  );
  return gezet.length > 0 ? 'wacht' : 'niet_mislukt';
}

/** A mail that was refused for good. */
export interface MislukteZending {
  id: string;
  adres: string;
  onderwerp: string;
  reden: string;
}

/** Every mail that was refused for good, the last one first. */
export function mislukteZendingen(db: Db): Promise<MislukteZending[]> {
  return rows(
    db,
    sql`select id, adres, onderwerp, coalesce(laatste_fout, '') as reden from zending where status = 'mislukt' order by id desc`,
    { id: text, adres: text, onderwerp: text, reden: text },
  );
}
