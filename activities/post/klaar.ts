import { arrayOf, boolean, instant, json, number, object, oneOf, orNull, type Row, text } from '#db/columns.ts';
import { isActief } from '#db/queries/actief.ts';
import { datumIn, NU, VANDAAG } from '#db/queries/klok.ts';
import { WEEK } from '#db/queries/werktijden.ts';
import { type Db, rows, type Sql, sql } from '#db/sql.ts';
import type { Werkweek } from '#domain/post/werktijden.ts';
import { BERICHTSOORTEN, REDENEN } from '#domain/signaal/berichtsoorten.ts';
import type { Feit } from '#domain/signaal/gebeurtenissen.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { isAfwezig } from '../schrijven/aanwezig.ts';
import { CONSULENT } from '../schrijven/partijen.ts';
import { DOORGEGEVEN, DOORGEGEVEN_AAN } from './doorgegeven.ts';
import { postslot } from './postslot.ts';

const KLAAR_BERICHT_RIJ = {
  id: text,
  stroom: text,
  nummer: text,
  volgnummer: number,
  soort: oneOf(BERICHTSOORTEN),
  bundel: oneOf(['direct', 'dag']),
  waarom: oneOf(REDENEN),
  stap: orNull(text),
  /** Of a bericht to a party: the verzoek to which its link leads; null for anybody else. */
  verzoek: orNull(text),
  /** For whom it was, when somebody else gets it because of an absence. */
  namens: orNull(object({ id: text, naam: text })),
  op: instant,
  nietVoor: instant,
  nu: instant,
  staat: json<Staat>(),
  /** The gebeurtenis behind it: what, by whom, and when the clock owed it. */
  feit: json<Feit>(),
  door: orNull(text),
  verschuldigdOp: orNull(instant),
  /** The same person was told something newer about the same step. */
  ingehaald: boolean,
  /** Of a termijn_verschoven by the calendar: until when the term ran as the reader was last told; null for anything else. */
  uiterlijkWas: orNull(instant),
  /** Of an opgepakt: the reader was told last that this same person has it in hand. */
  alVerteld: boolean,
  /** What asks something of a party is with another contact there by now. */
  isElders: boolean,
  /** Of a question to a party: how it was handed on to whoever gets this; null for anything else. */
  doorgegeven: DOORGEGEVEN,
};

/** A bericht whose time has come, with what its mail is made of. Instants are on the clock of its stream. */
export type KlaarBericht = Row<typeof KLAAR_BERICHT_RIJ>;

/** Somebody with an account, or who has an address alone: a party, or a consulent on whose behalf was filed. */
export type Bestemming = { gebruiker: string } | { adres: string; als: 'partij' | 'consulent' };

const ONTVANGER_RIJ = {
  /** null for who has an address alone. */
  id: orNull(text),
  naam: text,
  email: text,
  actief: boolean,
  /** The employer, when that is a ketenpartner. */
  organisatie: orNull(text),
  /** null for the standard week. */
  week: orNull(json<Werkweek>()),
  /** The kinds of bericht that the reader unsubscribed from. */
  afgemeld: arrayOf(oneOf(BERICHTSOORTEN)),
};

export type Ontvanger = Row<typeof ONTVANGER_RIJ>;

/** Who has berichten whose time has come, the longest waiting first. */
export async function wieKrijgtPost(db: Db): Promise<Bestemming[]> {
  const wachtenden = await rows(
    db,
    sql`select b.gebruiker, b.adres, ${ALS} as als from bericht b join stroom s on s.id = b.stroom and s.soort = 'signaal'
         where b.status = 'wacht' and b.niet_voor <= ${NU}
           and (b.gebruiker is null or not ${isAfwezig(sql`b.gebruiker`, VANDAAG)})
         group by b.gebruiker, b.adres, als order by min(b.niet_voor), b.gebruiker, b.adres, als`,
    { gebruiker: orNull(text), adres: orNull(text), als: oneOf(['partij', 'consulent']) },
  );
  return wachtenden.flatMap(({ gebruiker, adres, als }): Bestemming[] => {
    if (gebruiker !== null) return [{ gebruiker }];
    return adres === null ? [] : [{ adres, als }];
  });
}

/** The same address may be both: what a party must do and what a consulent may know go in mails apart. */
const ALS = sql`case when b.waarom = 'consulent' then 'consulent' else 'partij' end`;

/** Keeps everybody else from bundling for this person until the end of the transaction; undefined when somebody already does. */
export async function neemOntvanger(db: Db, bestemming: Bestemming): Promise<Ontvanger | undefined> {
  const [ontvanger] = await rows(
    db,
    'adres' in bestemming
      ? sql`select null as id, coalesce(${bestemming.als === 'partij' ? partijnaam(bestemming.adres) : consulentnaam(bestemming.adres)}, '') as naam,
                   ${bestemming.adres} as email, true as actief, null as organisatie, null::jsonb as week, '{}'::text[] as afgemeld
             where pg_try_advisory_xact_lock(${postslot(bestemming.adres)})`
      : sql`select g.id, g.naam, g.email, ${isActief(sql`g`)} as actief, g.organisatie, ${WEEK} as week,
                   array(select a.soort from afmelding a where a.gebruiker = g.id) as afgemeld
              from gebruiker g
             where g.id = ${bestemming.gebruiker} and pg_try_advisory_xact_lock(${postslot(bestemming.gebruiker)})`,
    ONTVANGER_RIJ,
  );
  return ontvanger;
}

function partijnaam(adres: string): Sql {
  return sql`(select max(case when p.email = ${adres} then p.contactpersoon else p.escalatie_naam end)
                from partij p where ${adres} in (p.email, p.escalatie_email))`;
}

/** The name given last for the consulent on whose behalf was filed. */
function consulentnaam(adres: string): Sql {
  return sql`(select n.inhoud from bericht b
                join tekst e on e.stroom = b.stroom and e.veld = ${CONSULENT.email} and lower(e.inhoud) = b.adres
                join tekst n on n.stroom = e.stroom and n.volgnummer = e.volgnummer and n.veld = ${CONSULENT.naam}
               where b.adres = ${adres} and b.waarom = 'consulent' and b.status = 'wacht' order by b.id desc limit 1)`;
}

/**
 * Takes the berichten of one person or party whose time has come, and what of the same signaal arose before them: nobody hears of the
 * later thing first. In the order in which they arose; of one signaal always that of its gebeurtenissen, also after handing on.
 */
export async function neemBerichten(db: Db, bestemming: Bestemming): Promise<KlaarBericht[]> {
  return opVolgorde(await leesBerichten(db, bestemming));
}

function opVolgorde(berichten: readonly KlaarBericht[]): KlaarBericht[] {
  const eersteVanaf = new Map<string, string>();
  const sleutels = new Map<KlaarBericht, string>();
  for (const bericht of berichten.toSorted((een, ander) => ander.volgnummer - een.volgnummer)) {
    const eerder = eersteVanaf.get(bericht.stroom);
    const sleutel = eerder === undefined || bericht.id < eerder ? bericht.id : eerder;
    eersteVanaf.set(bericht.stroom, sleutel);
    sleutels.set(bericht, sleutel);
  }
  return berichten.toSorted((een, ander) => {
    const [a, b] = [sleutels.get(een) ?? '', sleutels.get(ander) ?? ''];
    return a === b ? een.volgnummer - ander.volgnummer || (een.id < ander.id ? -1 : 1) : a < b ? -1 : 1;
  });
}

function leesBerichten(db: Db, bestemming: Bestemming): Promise<KlaarBericht[]> {
  const wie =
    'adres' in bestemming
      ? sql`b.adres = ${bestemming.adres} and ${ALS} = ${bestemming.als}`
      : sql`b.gebruiker = ${bestemming.gebruiker}`;
  return rows(
    db,
    sql`${berichten(DOORGEGEVEN_AAN)}
         where ${wie} and b.status = 'wacht'
           and (b.niet_voor <= ${NU}
                or exists (select from bericht later
                            where later.stroom = b.stroom and later.volgnummer > b.volgnummer and later.status = 'wacht'
                              and later.gebruiker is not distinct from b.gebruiker and later.adres is not distinct from b.adres
                              and later.niet_voor <= ${NU}))
           for update of b skip locked`,
    KLAAR_BERICHT_RIJ,
  );
}

/**
 * What the digest of today, on the clock of each stream, tells this person: what is in it, and what will be. In the order in which it arose.
 */
export async function leesDagberichten(db: Db, gebruiker: string): Promise<KlaarBericht[]> {
  return opVolgorde(
    await rows(
      db,
      // No stream is behind the world, so what is older than this is of another day.
      sql`${berichten(sql`null::jsonb`)}
           where b.gebruiker = ${gebruiker} and b.bundel = 'dag' and b.status in ('wacht', 'gebundeld')
             and b.niet_voor > clock_timestamp() - interval '2 days' and b.niet_voor <= ${NU}
             and ${datumIn(sql`b.niet_voor`)} = ${VANDAAG}`,
      KLAAR_BERICHT_RIJ,
    ),
  );
}

/** What is handed on is a matter between parties: who reads the digest on the page needs no sight of their links. */
const berichten = (
  doorgegeven: Sql,
): Sql => sql`select b.id, b.stroom, s.nummer, b.volgnummer, b.soort, b.bundel, b.waarom, b.stap, b.verzoek,
               (select jsonb_build_object('id', n.id, 'naam', n.naam) from gebruiker n where n.id = b.namens) as namens,
               tijdstip(b.op) as op, tijdstip(b.niet_voor) as "nietVoor", tijdstip(${NU}) as nu, s.staat,
               jsonb_build_object('soort', g.soort) || g.data as feit, g.door,
               tijdstip(g.verschuldigd_op) as "verschuldigdOp",
               exists (select from bericht later
                        where later.gebruiker is not distinct from b.gebruiker and later.adres is not distinct from b.adres
                          and later.stroom = b.stroom and later.stap = b.stap and later.volgnummer > b.volgnummer) as ingehaald,
               (select w.data ->> 'uiterlijkWas' from bericht eerst
                  join gebeurtenis w on w.stroom = eerst.stroom and w.volgnummer = eerst.volgnummer
                 where b.soort = 'termijn_verschoven' and eerst.soort = b.soort and eerst.stroom = b.stroom
                   and eerst.gebruiker = b.gebruiker and eerst.status = 'wacht'
                 order by eerst.volgnummer limit 1) as "uiterlijkWas",
               b.soort = 'opgepakt' and coalesce((
                select w.data ->> 'behandelaar' = g.data ->> 'behandelaar' from bericht eerder
                  join gebeurtenis w on w.stroom = eerder.stroom and w.volgnummer = eerder.volgnummer
                 where eerder.stroom = b.stroom and eerder.volgnummer < b.volgnummer and eerder.soort in ('opgepakt', 'verplaatst', 'heropend')
                   and eerder.gebruiker is not distinct from b.gebruiker and eerder.adres is not distinct from b.adres
                   and eerder.status = 'gebundeld'
                 order by eerder.volgnummer desc limit 1), false) as "alVerteld",
               b.verzoek is not null and b.soort not in ('verzoek_vervallen', 'bevestiging')
                 and not exists (select from partij p where p.stroom = b.stroom and p.verzoek = b.verzoek
                                    and lower(b.adres) in (lower(p.email), lower(p.escalatie_email))) as "isElders",
               ${doorgegeven} as doorgegeven
          from bericht b
          join stroom s on s.id = b.stroom and s.soort = 'signaal'
          join gebeurtenis g on g.stroom = b.stroom and g.volgnummer = b.volgnummer`;

/** `status` for these berichten, and the zending in which they went. */
export async function zetStatus(
  db: Db,
  berichten: readonly Pick<KlaarBericht, 'id'>[],
  status: 'gebundeld' | 'vervallen' | 'overgenomen',
  zending: string | null = null,
): Promise<void> {
  if (berichten.length === 0) return;
  const ids = berichten.map(({ id }) => id);
  await rows(db, sql`update bericht set status = ${status}, zending = ${zending} where id = any(${ids}::uuid[])`);
}

/** These berichten wait until `tot`, on the clock of their streams. */
export async function stelUit(db: Db, berichten: readonly Pick<KlaarBericht, 'id'>[], tot: Tijdstip): Promise<void> {
  if (berichten.length === 0) return;
  const ids = berichten.map(({ id }) => id);
  await rows(db, sql`update bericht set niet_voor = ${tot} where id = any(${ids}::uuid[])`);
}
