import { codesVan, type Fase } from '#domain/beleid/codelijsten.ts';
import type { Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import { soortenMet } from '#domain/signaal/betekenis.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Teksten } from '#domain/stroom/feiten.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { date, instant, json, list, number, object, oneOf, orNull, text } from '../columns.ts';
import { type Db, rows, type Sql, sql } from '../sql.ts';
import { GEBEURTENIS } from './gebeurtenissen.ts';
import { geldendBeleid } from './geldend-beleid.ts';
import { datumIn, NU } from './klok.ts';
import type { Sluiting } from './loketten.ts';
import type { Genoemd } from './namen.ts';
import { titelVan } from './patronen.ts';
import { WACHTENDE_POST, type WachtendePost, wachtOpVerzending } from './wacht-op-verzending.ts';

/** An entry of the record that is shown with the signaal itself, with what was written. */
export type Dossierfeit = Gebeurtenis & { volgnummer: number; tekst: Teksten };

/** Whom a verzoek is with now, and when they first opened the link: not when somebody did who had it before. */
export interface Dossierpartij {
  verzoek: string;
  loket: string;
  naam: string;
  email: string;
  telefoon: string | null;
  geopendOp: Tijdstip | null;
}

/** When an organisatie is closed. */
export interface Dossiersluiting extends Sluiting {
  organisatie: string;
}

/** A signaal as the rules know it, on the clock of its own stream. */
export interface Signaalstand {
  id: string;
  nummer: string;
  staat: Staat;
  /** The present of this stream (ADR 0003). */
  nu: Tijdstip;
}

/** Everything that is shown of one signaal. */
export interface Signaaldossier extends Signaalstand {
  volgnummer: number;
  ingediendOp: Tijdstip;
  afgeslotenOp: Tijdstip | null;
  /** In the order in which they happened; the filing is the first. */
  feiten: [Dossierfeit, ...Dossierfeit[]];
  gemeente: { code: string; naam: string } | null;
  /** Everybody who acted or was named, by id. */
  personen: Record<string, Genoemd>;
  /** The organisations that were named, by id. */
  organisaties: Record<string, { id: string; naam: string }>;
  partijen: Dossierpartij[];
  /** Of the organisations that were asked something: closures that have not ended, the first first. */
  sluitingen: Dossiersluiting[];
  /** The signalen that were taken up in this one, and the one into which this one was. */
  samengevoegd: Signaalstand[];
  /** The patroon that it is part of, where who asks may know of it. */
  patroon: { nummer: string; titel: string; fase: Fase; organisatie: string | null } | null;
  /** Who acts today for the behandelaar, who is absent. */
  waarnemer: Genoemd | null;
  /** Notices about this signaal that have not left yet, and those that were refused. */
  post: WachtendePost[];
  beleid: Termijnbeleid;
}

const GETOOND = soortenMet('getoond');
const VERBINDEND = soortenMet('verbindt');

const STAND_RIJ = { id: text, nummer: text, staat: json<Staat>(), nu: instant };

/** How the signaal with this id or nummer stands, whoever asks. */
export async function leesSignaalstand(db: Db, idOfNummer: string): Promise<Signaalstand | null> {
  const [stand] = await rows(
    db,
    sql`select s.id, s.nummer, s.staat, tijdstip(${NU}) as nu from stroom s where s.soort = 'signaal' and ${metNaam(idOfNummer)}`,
    STAND_RIJ,
  );
  return stand ?? null;
}

/** How the signalen with these ids stand, whoever asks. */
export async function leesSignaalstanden(db: Db, ids: readonly string[]): Promise<Signaalstand[]> {
  return rows(
    db,
    sql`select s.id, s.nummer, s.staat, tijdstip(${NU}) as nu from stroom s where s.id = any(${ids}::uuid[])`,
    STAND_RIJ,
  );
}

const DOSSIER_RIJ = {
  volgnummer: number,
  ingediendOp: instant,
  afgeslotenOp: orNull(instant),
  feiten: json<[Dossierfeit, ...Dossierfeit[]]>(),
  gemeente: orNull(object({ code: text, naam: text })),
  personen: json<Record<string, Genoemd>>(),
  organisaties: json<Record<string, { id: string; naam: string }>>(),
  partijen: list(
    object({
      verzoek: text,
      loket: text,
      naam: text,
      email: text,
      telefoon: orNull(text),
      geopendOp: orNull(instant),
    }),
  ),
  sluitingen: list(object({ organisatie: text, van: date, tot: date, reden: text })),
  samengevoegd: list(object({ id: text, nummer: text, staat: json<Staat>(), nu: instant })),
  patroon: orNull(object({ nummer: text, titel: text, fase: oneOf(codesVan('fase')), organisatie: orNull(text) })),
  waarnemer: orNull(object({ id: text, naam: text, telefoon: orNull(text) })),
  post: list(WACHTENDE_POST),
  beleid: json<Termijnbeleid>(),
  ...STAND_RIJ,
};

/** Of the signaal `s`: the desk or the contact above it, or the colleague to whom either handed the question on. */
const PARTIJEN = sql`(select coalesce(jsonb_agg(jsonb_build_object('verzoek', p.verzoek, 'loket', p.naam, 'naam', b.naam,
                    'email', b.email, 'telefoon', b.telefoon, 'geopendOp',
                    (select tijdstip(min(l.eerst_geopend_op)) from partnerlink l
                      where l.stroom = p.stroom and l.verzoek = p.verzoek and l.adres = b.email))), '[]')
             from partij p
             cross join lateral (select p.escalatie_email is not null and exists (
                 select from jsonb_array_elements(s.staat -> 'verzoeken') v
                  where v ->> 'id' = p.verzoek and (v ->> 'hogerop')::boolean) as hogerop) h
             cross join lateral (select
                 case when h.hogerop then p.escalatie_naam else p.contactpersoon end as naam,
                 case when h.hogerop then p.escalatie_email else p.email end as email,
                 case when h.hogerop then p.escalatie_telefoon else p.telefoon end as telefoon) b
            where p.stroom = s.id)`;

/** The signaal with this id or nummer; null also for who sees that it is there and nothing of what happened. */
export async function leesSignaal(db: Db, idOfNummer: string): Promise<Signaaldossier | null> {
  const [dossier] = await rows(
    db,
    sql`with verslag as materialized (
          select g.* from stroom s join gebeurtenis g on g.stroom = s.id where ${metNaam(idOfNummer)})
        select s.id, s.nummer, s.staat, s.volgnummer, tijdstip(klok.nu) as nu,
          tijdstip(r.ingediend_op) as "ingediendOp", tijdstip(r.afgesloten_op) as "afgeslotenOp",
          (select jsonb_agg(${GEBEURTENIS} || jsonb_build_object('volgnummer', g.volgnummer, 'tekst',
                    (select coalesce(jsonb_object_agg(t.veld, t.inhoud), '{}') from tekst t
                      where t.stroom = g.stroom and t.volgnummer = g.volgnummer)) order by g.volgnummer)
             from verslag g where g.soort = any(${GETOOND}::text[])) as feiten,
          (select jsonb_build_object('code', g.code, 'naam', g.naam) from gemeente g where g.code = r.gemeente) as gemeente,
          (select jsonb_object_agg(p.id, jsonb_build_object('id', p.id, 'naam', p.naam, 'telefoon', p.telefoon))
             from gebruiker p
            where p.id in (select unnest(array[g.door, g.data ->> 'behandelaar', g.data ->> 'persoon', g.data -> 'aan' ->> 'persoon'])
                             from verslag g)) as personen,
          (select coalesce(jsonb_object_agg(o.id, jsonb_build_object('id', o.id, 'naam', o.naam)), '{}')
             from organisatie o
            where o.id in (select unnest(array[g.data ->> 'organisatie', g.data -> 'antwoord' ->> 'bevoegd'])
                             from verslag g)) as organisaties,
          ${PARTIJEN} as partijen,
          (select coalesce(jsonb_agg(jsonb_build_object('organisatie', c.organisatie, 'van', c.van, 'tot', c.tot,
                    'reden', c.reden) order by c.van, c.organisatie), '[]')
             from sluiting c
            where c.tot >= ${datumIn(sql`klok.nu`)}
              and c.organisatie in (select v ->> 'organisatie' from jsonb_array_elements(s.staat -> 'verzoeken') v)) as sluitingen,
          (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'nummer', s.nummer, 'staat', s.staat, 'nu', tijdstip(${NU}))), '[]')
             from stroom s
            where s.id = any(array(select coalesce(g.data ->> 'van', g.data ->> 'met')::uuid from verslag g
                                    where g.soort = any(${VERBINDEND}::text[])))) as samengevoegd,
          (select jsonb_build_object('id', p.id, 'naam', p.naam, 'telefoon', p.telefoon)
             from waarneming w join gebruiker p on p.id = w.waarnemer
            where w.afwezige = r.behandelaar and ${datumIn(sql`klok.nu`)} between w.van and w.tot) as waarnemer,
          (select jsonb_build_object('nummer', p.nummer, 'titel', ${titelVan(sql`p`)}, 'fase', p.fase, 'organisatie', p.organisatie)
             from patroon p where p.id = r.patroon) as patroon,
          ${wachtOpVerzending(sql`s.id`)} as post,
          ${geldendBeleid(datumIn(sql`klok.nu`))} as beleid
        from stroom s
          join signaal r on r.id = s.id
          cross join lateral (select ${NU} as nu) klok
        where ${metNaam(idOfNummer)} and exists (select from verslag)`,
    DOSSIER_RIJ,
  );
  return dossier ?? null;
}

/** A nummer is never as long as an id. */
function metNaam(idOfNummer: string): Sql {
  return idOfNummer.length === 36 ? sql`s.id = ${idOfNummer}::uuid` : sql`s.nummer = ${idOfNummer}`;
}
