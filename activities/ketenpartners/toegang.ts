import { randomInt, timingSafeEqual } from 'node:crypto';

import { boolean, bytes, number, orNull, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { hashOfSecret, SECRET, slowHashOfSecret } from '#platform/secret.ts';

/** How long a mailed code holds, how often it may be mistyped, and how soon another may be asked. */
export const CODE_MINUTEN = 10;
const CODE_POGINGEN = 5;
const OPNIEUW_SECONDEN = 60;
/** The same right code within this time is a double click. */
const DUBBELKLIK_SECONDEN = 15;
/** How long a browser that gave the right code may go on. */
export const SESSIE_MINUTEN = 60;

/** The most codes per link and per address, in an hour and in a day: more than anybody needs, and far too few to guess with. */
const CODES_PER_LINK = { uur: 5, dag: 15 };
const CODES_PER_ADRES = { uur: 30, dag: 100 };

const LINK_RIJ = {
  id: text,
  stroom: text,
  /** null for a link to the signaal itself. */
  verzoek: orNull(text),
  adres: text,
  hogerop: boolean,
  ingetrokken: boolean,
};

/** A link that exists; whether it still lives depends on what it leads to. */
export type Link = Row<typeof LINK_RIJ>;

const LINK = sql`l.id, l.stroom, l.verzoek, l.adres, l.hogerop, l.ingetrokken_op is not null as ingetrokken`;

/** An address of which its owner sees which one it is, and nobody else what it is: `m***@groningen.nl`. */
export function gemaskeerd(adres: string): string {
  const apenstaart = adres.lastIndexOf('@');
  const [eerste = ''] = adres;
  return `${eerste}***${adres.slice(apenstaart)}`;
}

/** Where is read what a link leads to: PostgreSQL shows nothing else there. */
export function voorLink(database: Database, { id }: Link): Db {
  return database.voor({ rol: 'partner', link: id });
}

/** The link that a token opens, or null. Takes the same time whatever the token. */
export async function zoekLink(db: Db, token: string): Promise<Link | null> {
  const [link] = await rows(db, sql`select ${LINK} from partnerlink l where l.hash = ${hashOfSecret(token)}`, LINK_RIJ);
  return SECRET.test(token) ? (link ?? null) : null;
}

/** The link that a session belongs to, or null when it is over. */
export async function zoekSessie(db: Db, sessie: string, link: string): Promise<Link | null> {
  const [gevonden] = await rows(
    db,
    sql`select ${LINK} from partnersessie s join partnerlink l on l.id = s.link
         where s.hash = ${hashOfSecret(sessie)} and l.id = ${link}::uuid and s.tot > clock_timestamp()`,
    LINK_RIJ,
  );
  return gevonden ?? null;
}

export async function beeindigSessie(db: Db, sessie: string): Promise<void> {
  await rows(db, sql`delete from partnersessie where hash = ${hashOfSecret(sessie)}`);
}

export type Codevraag = { soort: 'nieuw'; code: string } | { soort: 'al_gestuurd' } | { soort: 'te_vaak' };

/** Makes a code for a link, within its limits. To be called in a transaction: who asks at the same moment waits, and then gets no second one. */
export async function maakCode(db: Db, { id, adres }: Link, token: string): Promise<Codevraag> {
  // The address first: two links to one address share its limit.
  await rows(db, sql`select pg_advisory_xact_lock(hashtextextended(${`partnercode ${adres}`}, 0))`);
  const [{ kort, linkUur, linkDag, adresUur, adresDag } = GEEN] = await rows(
    db,
    sql`select count(*) filter (where link = ${id} and gebruikt_op is null
                 and op > clock_timestamp() - ${OPNIEUW_SECONDEN} * interval '1 second')::int as kort,
               count(*) filter (where link = ${id} and op > clock_timestamp() - interval '1 hour')::int as "linkUur",
               count(*) filter (where link = ${id})::int as "linkDag",
               count(*) filter (where op > clock_timestamp() - interval '1 hour')::int as "adresUur",
               count(*)::int as "adresDag"
          from partnercode where adres = ${adres} and op > clock_timestamp() - interval '1 day'`,
    { kort: number, linkUur: number, linkDag: number, adresUur: number, adresDag: number },
  );
  if (kort > 0) return { soort: 'al_gestuurd' };
  if (linkUur >= CODES_PER_LINK.uur || linkDag >= CODES_PER_LINK.dag) return { soort: 'te_vaak' };
  if (adresUur >= CODES_PER_ADRES.uur || adresDag >= CODES_PER_ADRES.dag) return { soort: 'te_vaak' };
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await rows(
    db,
    sql`insert into partnercode (link, adres, hash, op) values (${id}, ${adres}, ${await slowHashOfSecret(code, token)}, clock_timestamp())`,
  );
  return { soort: 'nieuw', code };
}

interface Codetelling {
  kort: number;
  linkUur: number;
  linkDag: number;
  adresUur: number;
  adresDag: number;
}
const GEEN: Codetelling = { kort: 0, linkUur: 0, linkDag: 0, adresUur: 0, adresDag: 0 };

export type Codetoets = { soort: 'goed'; sessie: string } | { soort: 'fout'; over: number } | { soort: 'verlopen' };

/**
 * Tries a code. The right one opens a session and marks the link as opened at `nu` (the clock of its stream). To be called in a
 * transaction that is kept also when the code is wrong. A double click opens one session, for both.
 */
export async function toetsCode(db: Db, { id }: Link, token: string, code: string, nu: Tijdstip): Promise<Codetoets> {
  const [laatste] = await rows(
    db,
    sql`select id, hash, pogingen from partnercode
         where link = ${id} and op > clock_timestamp() - ${CODE_MINUTEN} * interval '1 minute'
           and (gebruikt_op is null or gebruikt_op > clock_timestamp() - ${DUBBELKLIK_SECONDEN} * interval '1 second')
         order by op desc limit 1 for update`,
    { id: text, hash: bytes, pogingen: number },
  );
  if (laatste === undefined || laatste.pogingen >= CODE_POGINGEN) return { soort: 'verlopen' };
  if (!timingSafeEqual(laatste.hash, await slowHashOfSecret(code, token))) {
    await rows(db, sql`update partnercode set pogingen = pogingen + 1 where id = ${laatste.id}`);
    const over = CODE_POGINGEN - laatste.pogingen - 1;
    return over === 0 ? { soort: 'verlopen' } : { soort: 'fout', over };
  }
  await rows(
    db,
    sql`update partnercode set gebruikt_op = coalesce(gebruikt_op, clock_timestamp()) where id = ${laatste.id}`,
  );
  await rows(db, sql`update partnerlink set eerst_geopend_op = coalesce(eerst_geopend_op, ${nu}) where id = ${id}`);
  // Made of three secrets that are never stored, so that a double click gets the same and nobody else can.
  const sessie = hashOfSecret(`sessie ${token} ${code} ${laatste.id}`).toString('base64url');
  await rows(
    db,
    sql`insert into partnersessie (hash, link, tot)
        values (${hashOfSecret(sessie)}, ${id}, clock_timestamp() + ${SESSIE_MINUTEN} * interval '1 minute')
        on conflict (hash) do nothing`,
  );
  await rows(db, sql`delete from partnersessie where tot < clock_timestamp()`);
  return { soort: 'goed', sessie };
}
