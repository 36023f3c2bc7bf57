import { createHash, randomBytes } from 'node:crypto';

import type { Staat } from '#domain/signaal/staat.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { json, orNull, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

/** A key of a calendar feed, without the key itself. Instants in UTC, on the clock of the world. */
export interface Agendasleutel {
  id: string;
  gemaaktOp: Tijdstip;
  laatstGebruiktOp: Tijdstip | null;
}

const SLEUTEL = sql`select id, tijdstip(gemaakt_op) as "gemaaktOp", tijdstip(laatst_gebruikt_op) as "laatstGebruiktOp" from agendasleutel`;
const AGENDASLEUTEL_RIJ = { id: text, gemaaktOp: text, laatstGebruiktOp: orNull(text) };

export function leesAgendasleutels(db: Db, gebruiker: string): Promise<Agendasleutel[]> {
  return rows(db, sql`${SLEUTEL} where gebruiker = ${gebruiker} order by gemaakt_op, id`, AGENDASLEUTEL_RIJ);
}

/**
 * Makes a key and returns its token, which is nowhere else. Asked again for the same id it makes a new token in the place of the
 * old one, of which the answer may have been lost.
 */
export async function maakAgendasleutel(
  db: Db,
  id: string,
  gebruiker: string,
): Promise<Agendasleutel & { token: string }> {
  const token = randomBytes(32).toString('base64url');
  await rows(
    db,
    sql`insert into agendasleutel (id, gebruiker, hash, gemaakt_op) values (${id}, ${gebruiker}, ${hashVan(token)}, clock_timestamp())
        on conflict (id) do update set hash = excluded.hash`,
  );
  const [sleutel] = await rows(db, sql`${SLEUTEL} where id = ${id}`, AGENDASLEUTEL_RIJ);
  if (sleutel === undefined) throw new TypeError('insert returned no row');
  return { ...sleutel, token };
}

/** False when she has no such key. */
export async function trekAgendasleutelIn(db: Db, id: string, gebruiker: string): Promise<boolean> {
  const weg = await rows(
    db,
    sql`delete from agendasleutel where id = ${id}::uuid and gebruiker = ${gebruiker} returning 1`,
  );
  return weg.length > 0;
}

/** A signaal in which somebody may have a deadline. */
export interface Agendasignaal {
  nummer: string;
  staat: Staat;
}

/**
 * The open signalen that whoever has this token handles or filed, and what she filed for as long as a term for bezwaar runs: that one
 * does not end with the signaal. null when no active person has it.
 */
export async function leesAgenda(
  db: Db,
  token: string,
): Promise<{ gebruiker: string; signalen: Agendasignaal[] } | null> {
  const [sleutel] = await rows(
    db,
    sql`update agendasleutel a set laatst_gebruikt_op = clock_timestamp()
          from gebruiker g
         where a.hash = ${hashVan(token)} and g.id = a.gebruiker and g.actief returning a.gebruiker`,
    { gebruiker: text },
  );
  if (sleutel === undefined) return null;
  const { gebruiker } = sleutel;
  const signalen = await rows(
    db,
    sql`select s.nummer, s.staat from signaal l join stroom s on s.id = l.id
         where (l.behandelaar = ${gebruiker} or l.melder = ${gebruiker})
           and (l.status <> 'afgesloten' or l.melder = ${gebruiker} and s.staat -> 'stappen' @> '[{"soort": "bezwaar"}]')
         order by s.nummer`,
    { nummer: text, staat: json<Staat>() },
  );
  return { gebruiker, signalen };
}

function hashVan(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
