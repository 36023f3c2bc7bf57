import { setTimeout as sleep } from 'node:timers/promises';

import { instant, number, object, orNull, type Row, text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { isPostgresAway } from '#platform/postgres-away.ts';

import type { Afzender } from './brief.ts';
import { type Mislukking, duidFout } from './mislukking.ts';
import type { Posttransport } from './transport.ts';

const ZENDING_RIJ = {
  id: text,
  adres: text,
  onderwerp: text,
  inhoud: text,
  html: text,
  /** Who reads a reply; null when nobody does. */
  antwoord: orNull(object({ name: text, address: text })),
  /** The one-click address by which the reader unsubscribes; null on what is duty. */
  afmelden: orNull(text),
  message_id: text,
  /** The Date of the mail, on the clock of its streams. */
  op: instant,
  pogingen: number,
  lease: text,
  /** How long this attempt may take, in milliseconds. */
  geduldMs: number,
};

/** In this time one attempt is over before its lease is, so that nobody takes over what is still under way. */
const SPEELRUIMTE_S = 15;
/** A mail that is refused for now for so long is given up (RFC 5321 §4.5.4.1), so that somebody hears that it does not come. */
const OPGEVEN_NA = '4 days';
const NOG_EENS_MS = 500;
/** Between two attempts. An attempt that is planned later is of before the clock was put back. */
const LANGSTE_PAUZE_S = 300;
/** So long a round waits for what is under way: a little longer than for a server that says nothing at all. */
const RONDE_MS = 12_000;

/** A mail as it lies ready: nothing of it changes between the first attempt and the last. */
type Zending = Row<typeof ZENDING_RIJ>;

/** One sender of mail, of which every round sends at most `VERBINDINGEN` at a time, together with what is still under way from the rounds before. */
export interface Verzender {
  db: Db;
  transport: Posttransport;
  afzender: Afzender;
  /** How many more may be under way. */
  vrij: number;
  /** What the server took while that could not be noted, by id: it is not sent again, only noted. */
  readonly genomen: Set<string>;
  /** What failed, until a round throws it: of what goes on when its own is over, the next. */
  readonly fouten: unknown[];
}

export function createVerzender(delen: Pick<Verzender, 'db' | 'transport' | 'afzender' | 'vrij'>): Verzender {
  return { ...delen, genomen: new Set(), fouten: [] };
}

/**
 * Sends everything that may be sent now, and returns how many mails the server took. A mail over which the server takes long holds up no other:
 * it goes on by itself when the round is over. Throws what could not be noted, of this round or of what went on after one before.
 */
export async function verzend(verzender: Verzender): Promise<number> {
  const ronde = { verstuurd: 0, gestopt: false };
  const lopend = Array.from({ length: verzender.vrij }, () =>
    verstuurReeks(verzender, ronde).catch((fout: unknown) => void verzender.fouten.push(fout)),
  );
  const over = new AbortController();
  const alle = Promise.all(lopend).finally(() => over.abort());
  await Promise.race([alle, sleep(RONDE_MS, undefined, over).catch(() => undefined)]);
  const [fout] = verzender.fouten.splice(0);
  if (fout !== undefined) throw fout;
  return ronde.verstuurd;
}

/** One mail after another, until there is none left or there is no server. */
async function verstuurReeks(verzender: Verzender, ronde: { verstuurd: number; gestopt: boolean }): Promise<void> {
  const { db, transport, afzender, genomen } = verzender;
  verzender.vrij -= 1;
  try {
    while (!ronde.gestopt) {
      const zending = await leen(db);
      if (zending === undefined) return;
      const mislukking = genomen.has(zending.id) ? undefined : await verstuur(transport, afzender.from, zending);
      if (mislukking === undefined) {
        genomen.add(zending.id);
        await noteerVerstuurd(db, zending);
        genomen.delete(zending.id);
        ronde.verstuurd += 1;
      } else {
        await noteerMislukt(db, zending, mislukking);
        // Without a server every further mail would only wait for the same timeout.
        if (mislukking.soort === 'server') ronde.gestopt = true;
      }
    }
  } finally {
    verzender.vrij += 1;
  }
}

/**
 * Takes the oldest mail of somebody who has none in flight; a mail that waits for its next attempt holds up what comes after it for that person.
 * The first attempt may take half a minute, each further one twice as long, at most ten minutes (RFC 5321 §4.5.3.2.6): what a server
 * takes slowly would otherwise be sent again for ever, and a server that hangs costs little at first.
 */
async function leen(db: Db): Promise<Zending | undefined> {
  const [zending] = await rows(
    db,
    sql`update zending set pogingen = pogingen + 1,
               lease_tot = clock_timestamp() + interval '1 second' * (least(600, 30 * 2 ^ least(pogingen, 10)) + ${SPEELRUIMTE_S})
         where id = (
           select z.id from zending z
            where z.status = 'wacht'
              and (z.lease_tot is null or z.lease_tot <= clock_timestamp())
              and (z.volgende_poging is null
                   or z.volgende_poging not between clock_timestamp() and clock_timestamp() + ${LANGSTE_PAUZE_S + 1} * interval '1 second')
              and not exists (select from zending eerder
                               where eerder.adres = z.adres and eerder.status = 'wacht' and eerder.id < z.id)
            order by z.id
            limit 1
              for update skip locked)
        returning id, adres, onderwerp, inhoud, html, afmelden,
                  (select jsonb_build_object('name', g.naam, 'address', g.email) from gebruiker g where g.id = antwoord_aan) as antwoord,
                   message_id, tijdstip(op) as op, pogingen, lease_tot::text as lease,
                   greatest(0, extract(epoch from lease_tot - clock_timestamp()) - ${SPEELRUIMTE_S})::float8 * 1000 as "geduldMs"`,
    ZENDING_RIJ,
  );
  return zending;
}

async function verstuur(transport: Posttransport, from: string, zending: Zending): Promise<Mislukking | undefined> {
  using geduld = geduldVan(zending);
  try {
    await transport.sendMail({
      signal: geduld.signal,
      from,
      to: zending.adres,
      ...(zending.antwoord !== null && { replyTo: zending.antwoord }),
      subject: zending.onderwerp,
      text: zending.inhoud,
      html: zending.html,
      messageId: zending.message_id,
      date: new Date(zending.op),
      // The boundary of the parts is random by default; this way a mail that is sent twice is the same to the byte.
      baseBoundary: zending.id,
      // What comes back says which mail it was, also where it holds nothing of it; that it is late we need not know.
      dsn: { id: zending.id, return: 'headers', notify: 'failure', recipient: zending.adres },
      headers: { ...AUTOMATISCH, ...afmeldkoppen(zending) },
    });
    return undefined;
  } catch (fout) {
    return duidFout(fout);
  }
}

/** Says when an attempt takes too long, also where a server sends a word now and then, which is no silence. */
function geduldVan({ geduldMs }: Zending): { signal: AbortSignal } & Disposable {
  const over = new AbortController();
  // After a stall of our own, what came in meanwhile is read first.
  const wekker = setTimeout(() => setImmediate(() => over.abort()), geduldMs);
  return { signal: over.signal, [Symbol.dispose]: () => clearTimeout(wekker) };
}

/** No program need answer (RFC 3834). Exchange goes by a header of its own; of reports of delivery it is told nothing, for we read those. */
const AUTOMATISCH = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' };

/** RFC 8058: mail programs show a button of their own. */
function afmeldkoppen({ afmelden }: Zending): Record<string, string> {
  if (afmelden === null) return {};
  return { 'List-Unsubscribe': `<${afmelden}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** The server has it. While PostgreSQL is away it is tried again, for as long as nobody else may take the mail. */
async function noteerVerstuurd(db: Db, { id, geduldMs }: Zending): Promise<void> {
  const uiterlijk = performance.now() + geduldMs;
  for (;;) {
    try {
      await rows(
        db,
        sql`update zending set status = 'verstuurd', verstuurd_op = clock_timestamp(), lease_tot = null, volgende_poging = null,
                   laatste_fout = null, uitgesteld_sinds = null
             where id = ${id} and status = 'wacht'`,
      );
      return;
    } catch (fout) {
      if (!isPostgresAway(fout) || performance.now() > uiterlijk) throw fout;
      await sleep(NOG_EENS_MS);
    }
  }
}

/**
 * Plans the next attempt after 10 seconds, doubling to at most 5 minutes; or gives up when the server refused this mail for good, or for now
 * for too long.
 */
async function noteerMislukt(db: Db, { id, pogingen, lease }: Zending, { soort, reden }: Mislukking): Promise<void> {
  const seconden = Math.min(LANGSTE_PAUZE_S, 10 * 2 ** (pogingen - 1));
  await rows(
    db,
    sql`update zending z set status = n.status, laatste_fout = ${reden}, lease_tot = null, uitgesteld_sinds = n.sinds,
               volgende_poging = case when n.status = 'wacht' then clock_timestamp() + ${seconden}::float8 * interval '1 second' end
          from (select s.id, s.sinds,
                       case when ${soort === 'geweigerd'} or ${soort === 'uitgesteld'} and s.sinds < clock_timestamp() - ${OPGEVEN_NA}::interval
                            then 'mislukt' else 'wacht' end as status
                  from (select id, case when ${soort === 'uitgesteld'} then coalesce(uitgesteld_sinds, clock_timestamp())
                                        else uitgesteld_sinds end as sinds
                          from zending where id = ${id}) s) n
         where z.id = n.id and z.status = 'wacht' and z.lease_tot = ${lease}::timestamptz`,
  );
}
