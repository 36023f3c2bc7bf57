import { boolean, instant, orNull, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { type Db, rows, sql, type Sql } from '#db/sql.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { hashOfSecret } from '#platform/secret.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'sessies' } as const;

/** Use is noted so often, so that a page costs no write of its own: a session may end this much early. */
const NOTEER_PER_SECONDEN = 60;

/** How long a session lasts, in minutes: since it was last used, and in all. */
export interface Sessieduur {
  idleMinutes: number;
  maxMinutes: number;
}

/** What is known of a login. */
export interface Aanmelding {
  gebruiker: string;
  /** The browser in plain words. */
  toestel: string;
  /** What the provider calls its own session; null when it does not say. */
  sid: string | null;
  idToken: string;
}

/** A session as its person sees it. */
export interface LopendeSessie {
  id: string;
  toestel: string;
  begonnenOp: Tijdstip;
  gebruiktOp: Tijdstip;
  /** True for the one from which this is asked. */
  deze: boolean;
}

/** The only writer of who is logged in where. A session is asked for by the id that its cookie holds; only a hash of it is kept. */
export interface Sessies {
  readonly begin: (id: string, aanmelding: Aanmelding) => Promise<void>;
  /** The login behind this id, of which the use is noted; null when it has ended, ran out, or its person has no active account. */
  readonly vind: (id: string) => Promise<Aanmelding | null>;
  /** Whether this session still runs, as `vind` would say. Its use is not noted. */
  readonly loopt: (id: string) => Promise<boolean>;
  /** Whose session this is or was, for as long as that is known. */
  readonly vanWie: (id: string) => Promise<string | null>;
  readonly lijst: (gebruiker: string, id: string) => Promise<LopendeSessie[]>;
  readonly beeindig: (id: string) => Promise<void>;
  /** Ends one of somebody's own sessions, by what the list calls it. False when there is none. */
  readonly beeindigEigen: (gebruiker: string, sessie: string) => Promise<boolean>;
  /** Ends all sessions of somebody except this one. */
  readonly beeindigAndere: (gebruiker: string, id: string) => Promise<void>;
  /** Ends what a provider says has ended: one of its own sessions, or all of somebody. */
  readonly beeindigVanDienst: (wie: { sid: string } | { sub: string }) => Promise<void>;
}

export function createSessies(database: Database, { idleMinutes, maxMinutes }: Sessieduur): Sessies {
  const db = () => database.voor(ALS);
  const loopt = sql`s.beeindigd_op is null
    and s.gebruikt_op > clock_timestamp() - ${idleMinutes} * interval '1 minute'
    and s.begonnen_op > clock_timestamp() - ${maxMinutes} * interval '1 minute'`;
  return {
    begin: async (id, { gebruiker, toestel, sid, idToken }) => {
      await rows(
        db(),
        sql`insert into sessie (hash, gebruiker, begonnen_op, gebruikt_op, toestel, sid, id_token)
            values (${hashOfSecret(id)}, ${gebruiker}, clock_timestamp(), clock_timestamp(), ${toestel}, ${sid}, ${idToken})
            on conflict (hash) do nothing`,
      );
    },
    ...zoeken(db, loopt),
    ...beeindigen(db),
  };
}

function zoeken(db: () => Db, loopt: Sql): Pick<Sessies, 'vind' | 'loopt' | 'vanWie' | 'lijst'> {
  return {
    vind: async (id) => {
      const [gevonden] = await rows(
        db(),
        sql`with gevonden as (
              select s.hash, s.gebruiker, s.toestel, s.sid, s.id_token, s.gebruikt_op
                from sessie s join gebruiker g on g.id = s.gebruiker and ${isActief(sql`g`)}
               where s.hash = ${hashOfSecret(id)} and ${loopt}),
            gebruikt as (
              update sessie s set gebruikt_op = clock_timestamp() from gevonden f
               where s.hash = f.hash and f.gebruikt_op < clock_timestamp() - ${NOTEER_PER_SECONDEN} * interval '1 second')
            select gebruiker, toestel, sid, id_token as "idToken" from gevonden`,
        { gebruiker: text, toestel: text, sid: orNull(text), idToken: text },
      );
      return gevonden ?? null;
    },
    loopt: async (id) => {
      const lopend = await rows(
        db(),
        sql`select 1 from sessie s join gebruiker g on g.id = s.gebruiker and ${isActief(sql`g`)}
             where s.hash = ${hashOfSecret(id)} and ${loopt}`,
      );
      return lopend.length > 0;
    },
    vanWie: async (id) => {
      const [gevonden] = await rows(db(), sql`select gebruiker from sessie where hash = ${hashOfSecret(id)}`, {
        gebruiker: text,
      });
      return gevonden?.gebruiker ?? null;
    },
    lijst: (gebruiker, id) =>
      rows(
        db(),
        sql`select s.id::text, s.toestel, tijdstip(s.begonnen_op) as "begonnenOp", tijdstip(s.gebruikt_op) as "gebruiktOp",
                   s.hash = ${hashOfSecret(id)} as deze
              from sessie s where s.gebruiker = ${gebruiker} and ${loopt} order by deze desc, s.gebruikt_op desc`,
        { id: text, toestel: text, begonnenOp: instant, gebruiktOp: instant, deze: boolean },
      ),
  };
}

function beeindigen(
  db: () => Db,
): Pick<Sessies, 'beeindig' | 'beeindigEigen' | 'beeindigAndere' | 'beeindigVanDienst'> {
  return {
    beeindig: async (id) => {
      await beeindig(db(), sql`hash = ${hashOfSecret(id)}`);
    },
    beeindigEigen: async (gebruiker, sessie) =>
      (await beeindig(db(), sql`gebruiker = ${gebruiker} and id::text = ${sessie}`)) > 0,
    beeindigAndere: async (gebruiker, id) => {
      await beeindig(db(), sql`gebruiker = ${gebruiker} and hash <> ${hashOfSecret(id)}`);
    },
    beeindigVanDienst: async (wie) => {
      await beeindig(db(), 'sid' in wie ? sql`sid = ${wie.sid}` : sql`gebruiker = ${wie.sub}`);
    },
  };
}

/** Ends every session of these people, in the transaction in which their accounts end. */
export async function beeindigSessiesVan(db: Db, gebruikers: readonly string[]): Promise<void> {
  await beeindig(db, sql`gebruiker = any(${[...gebruikers]})`);
}

/** Ends every session of people whose account no longer works: the last day of an account passes by itself. */
export async function beeindigSessiesZonderAccount(db: Db): Promise<void> {
  await beeindig(db, sql`exists (select from gebruiker g where g.id = sessie.gebruiker and not ${isActief(sql`g`)})`);
}

/** Returns how many ended. Of an ended session the token of the provider is forgotten at once. */
async function beeindig(db: Db, welke: Sql): Promise<number> {
  const beeindigd = await rows(
    db,
    sql`update sessie set beeindigd_op = clock_timestamp(), id_token = null
         where beeindigd_op is null and ${welke} returning 1`,
  );
  return beeindigd.length;
}
