import { text } from '#db/columns.ts';
import { type Db, rows, type Sql, sql } from '#db/sql.ts';
import type { Bericht } from '#domain/signaal/berichtsoorten.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Brief } from './brief.ts';
import { alsHtml, alsTekst } from './opmaak.tsx';

/** A mail in words, with all that is fixed of it. */
export interface NieuweZending {
  /** Who gets it; null for who has an address alone. */
  gebruiker: string | null;
  adres: string;
  /** Who reads a reply to it; null when nobody does. */
  antwoordAan: string | null;
  soort: Bericht['bundel'];
  brief: Brief;
  /** What makes its Message-ID, before the @: the same is never sent twice. */
  sleutel: string;
  /** The address of the service, such as `Signaalpunt <post@signaalpunt.example>`. */
  from: string;
  /** Its Date: a moment, or SQL for one. */
  op: Tijdstip | Sql;
  /** Where its reader unsubscribes; null where that cannot be. */
  afmelden: string | null;
}

/**
 * Fixes a mail for good: every attempt to send it sends this. The one place where a zending begins. Returns its id, or null when
 * there is one with this `sleutel` already.
 */
export async function legZendingKlaar(db: Db, zending: NieuweZending): Promise<string | null> {
  const { gebruiker, adres, antwoordAan, soort, brief, sleutel, from, op, afmelden } = zending;
  const [klaar] = await rows(
    db,
    sql`insert into zending (gebruiker, adres, antwoord_aan, soort, onderwerp, inhoud, html, message_id, op, afmelden)
        values (${gebruiker}, lower(${adres}), ${antwoordAan}, ${soort}, ${brief.onderwerp}, ${alsTekst(brief)}, ${alsHtml(brief)},
                ${`<${sleutel}@${domeinVan(from)}>`}, ${op}, ${afmelden})
        on conflict (message_id) do nothing
        returning id`,
    { id: text },
  );
  return klaar?.id ?? null;
}

/** What a mail of a day is about that is about no signaal: the word with which its Message-ID begins. In words, so that PostgreSQL sees which index holds them. */
const IS_DAGBRIEF = {
  tweede: sql`z.message_id like '<tweede-%'`,
  voorstellen: sql`z.message_id like '<voorstellen-%'`,
} as const satisfies Record<string, Sql>;
export type Dagbriefsoort = keyof typeof IS_DAGBRIEF;

/** When this person was last told something with a mail of that kind; null for never. */
export function laatsteDagbrief(soort: Dagbriefsoort, gebruiker: Sql): Sql {
  return sql`(select max(z.op) from zending z where z.gebruiker = ${gebruiker} and ${IS_DAGBRIEF[soort]})`;
}

/** A mail of its own with somebody's digest, about no signaal: of the same `soort` and `moment` it goes to them once. Returns whether it is new. */
export async function legDagbriefKlaar(
  db: Db,
  { gebruiker, email, nu }: { gebruiker: string; email: string; nu: Tijdstip },
  { soort, moment, brief, from }: { soort: Dagbriefsoort; moment: Tijdstip; brief: Brief; from: string },
): Promise<boolean> {
  const id = await legZendingKlaar(db, {
    gebruiker,
    adres: email,
    antwoordAan: null,
    soort: 'dag',
    brief,
    sleutel: `${soort}-${gebruiker.replaceAll(/[^\w.-]/g, '')}-${moment.replaceAll(/\D/g, '')}`,
    from,
    op: nu,
    afmelden: null,
  });
  return id !== null;
}

/** The domain of an address such as `Signaalpunt <post@signaalpunt.example>`. */
function domeinVan(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'signaalpunt.invalid';
}
