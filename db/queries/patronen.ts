import { codesVan, type Fase } from '#domain/beleid/codelijsten.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';
import type { Patroongebeurtenis } from '#domain/patroon/feiten.ts';
import type { Patroonstaat } from '#domain/patroon/staat.ts';
import type { Teksten } from '#domain/stroom/feiten.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { date, instant, json, list, number, object, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { GEBEURTENIS } from './gebeurtenissen.ts';
import { NU } from './klok.ts';
import type { Genoemd } from './namen.ts';
import { gewistOp, onderwerpVoor } from './signalen.ts';
import { type Lijstzicht, zichtbaar } from './zicht.ts';

/** A patroon as the rules know it, on the clock of its own stream. */
export interface Patroonstand {
  id: string;
  nummer: string;
  staat: Patroonstaat;
  nu: Tijdstip;
}

/** How the patroon with this nummer stands, for who reads patronen. */
export async function leesPatroonstand(db: Db, nummer: string): Promise<Patroonstand | null> {
  const [stand] = await rows(
    db,
    sql`select s.id, s.nummer, s.staat, tijdstip(${NU}) as nu from stroom s where s.soort = 'patroon' and s.nummer = ${nummer}`,
    { id: text, nummer: text, staat: json<Patroonstaat>(), nu: instant },
  );
  return stand ?? null;
}

/** The last text of this field of a patroon, whose id this is. */
function laatsteTekst(patroon: Sql, veld: string): Sql {
  return sql`(select t.inhoud from tekst t where t.stroom = ${patroon} and t.veld = ${veld} order by t.volgnummer desc limit 1)`;
}

/** What the patroon in row `p` is called. */
export function titelVan(p: Sql): Sql {
  return sql`coalesce(${laatsteTekst(sql`${p}.id`, 'titel')}, ${p}.nummer)`;
}

/** The patroon in row `p` is not about the employer of who asks. */
function isVoor({ zicht: { nietVan } }: Lijstzicht): Sql {
  return sql`p.organisatie is distinct from coalesce(${nietVan}::text, '')`;
}

const PATROONREGEL_RIJ = {
  nummer: text,
  titel: text,
  fase: oneOf(codesVan('fase')),
  eigenaar: object({ id: text, naam: text }),
  totEnMet: orNull(date),
  signalen: number,
  regios: number,
  open: number,
};

export type Patroonregel = Row<typeof PATROONREGEL_RIJ>;

/** Every patroon that who asks may see, with as many of its signalen as that person sees; what is open first. */
export async function lijstPatronen(db: Db, zicht: Lijstzicht): Promise<Patroonregel[]> {
  return rowsOfComposed(
    db,
    sql`select p.nummer, ${titelVan(sql`p`)} as titel, p.fase,
               jsonb_build_object('id', p.eigenaar, 'naam', coalesce(g.naam, p.eigenaar)) as eigenaar, p.tot_en_met::text as "totEnMet",
               telling.signalen, telling.regios, telling.open
          from patroon p
          left join gebruiker g on g.id = p.eigenaar
          cross join lateral (
            select count(*)::int as signalen, count(distinct r.regio)::int as regios,
                   (count(*) filter (where r.status <> 'afgesloten'))::int as open
              from signaal r where r.patroon = p.id and ${zichtbaar(zicht)}) telling
         where ${isVoor(zicht)}
         order by p.fase in ('opgelost', 'niet_oplosbaar'), p.tot_en_met nulls last, p.laatste_op desc, p.id limit 500`,
    PATROONREGEL_RIJ,
  );
}

/** An entry of the record of a patroon, with what was written. */
export type Patroondossierfeit = Patroongebeurtenis & { volgnummer: number; tekst: Teksten };

const PATROONSIGNAAL_RIJ = {
  nummer: text,
  onderwerp: orNull(text),
  /** When all that people wrote in it was erased; null when it was not. */
  gewistOp: orNull(instant),
  regio: orNull(oneOf(REGIOCODES)),
  status: oneOf(codesVan('status')),
  uitkomst: orNull(oneOf(codesVan('uitkomst'))),
  ingediendOp: instant,
  /** The last version of the answer that its filer was given. */
  antwoord: orNull(number),
  /** What its filer said of it since, and how often it was opened again. */
  ervaring: orNull(oneOf(codesVan('ervaring'))),
  heropend: number,
};

/** A signaal that is part of a patroon. */
export type Patroonsignaal = Row<typeof PATROONSIGNAAL_RIJ>;

/** Everything that is shown of one patroon. */
export interface Patroondossier extends Patroonstand {
  titel: string;
  omschrijving: string;
  antwoord: string | null;
  organisatie: { id: string; naam: string } | null;
  feiten: Patroondossierfeit[];
  personen: Record<string, Genoemd>;
  /** The numbers of what joined it or left it, by id, of as many as who asks may see. */
  nummers: Record<string, string>;
  /** As many of its signalen as who asks may see. */
  signalen: Patroonsignaal[];
}

/** All of the patroon with this nummer, for who reads patronen. */
export async function leesPatroon(db: Db, nummer: string, zicht: Lijstzicht): Promise<Patroondossier | null> {
  const stand = await leesPatroonstand(db, nummer);
  if (stand === null) return null;
  const [dossier] = await rowsOfComposed(
    db,
    sql`select ${titelVan(sql`p`)} as titel,
               coalesce(${laatsteTekst(sql`p.id`, 'omschrijving')}, '') as omschrijving,
               ${laatsteTekst(sql`p.id`, 'antwoord')} as antwoord,
               (select jsonb_build_object('id', o.id, 'naam', o.naam) from organisatie o where o.id = p.organisatie) as organisatie,
               (select jsonb_agg(${GEBEURTENIS} || jsonb_build_object('volgnummer', g.volgnummer, 'tekst',
                         (select coalesce(jsonb_object_agg(t.veld, t.inhoud), '{}') from tekst t
                           where t.stroom = g.stroom and t.volgnummer = g.volgnummer)) order by g.volgnummer)
                  from gebeurtenis g where g.stroom = p.id) as feiten,
               (select coalesce(jsonb_object_agg(w.id, jsonb_build_object('id', w.id, 'naam', w.naam, 'telefoon', w.telefoon)), '{}')
                  from gebruiker w
                 where w.id = p.eigenaar
                    or w.id in (select unnest(array[g.door, g.data ->> 'eigenaar', g.data -> 'aan' ->> 'persoon'])
                                  from gebeurtenis g where g.stroom = p.id)) as personen,
               (select coalesce(jsonb_object_agg(r.id, r.nummer), '{}') from signaal r
                 where r.id in (select (g.data ->> 'signaal')::uuid from gebeurtenis g where g.stroom = p.id and g.data ? 'signaal')
                   and ${zichtbaar(zicht)}) as nummers,
               (select coalesce(jsonb_agg(jsonb_build_object('nummer', r.nummer, 'onderwerp', ${onderwerpVoor(zicht)},
                         'gewistOp', ${gewistOp}, 'regio', r.regio, 'status', r.status, 'uitkomst', r.uitkomst, 'ingediendOp', tijdstip(r.ingediend_op),
                         'antwoord', r.patroonantwoord, 'ervaring', na.ervaring, 'heropend', coalesce(na.heropend, 0))
                         order by r.ingediend_op desc, r.id), '[]')
                  from signaal r
                  left join lateral (
                    select (array_agg(g.data ->> 'ervaring' order by g.volgnummer desc) filter (where g.soort = 'ervaring_gemeld'))[1] as ervaring,
                           count(*) filter (where g.soort = 'heropend') as heropend
                      from gebeurtenis g
                     where g.stroom = r.id and g.soort in ('ervaring_gemeld', 'heropend')
                       and g.volgnummer > (select min(e.volgnummer) from gebeurtenis e
                                            where e.stroom = r.id and e.soort = 'patroonantwoord_gegeven'
                                              and e.data ->> 'patroon' = p.id::text)) na on true
                 where r.patroon = p.id and ${zichtbaar(zicht)}) as signalen
          from patroon p where p.id = ${stand.id}::uuid and ${isVoor(zicht)}`,
    {
      titel: text,
      omschrijving: text,
      antwoord: orNull(text),
      organisatie: orNull(object({ id: text, naam: text })),
      feiten: json<Patroondossierfeit[]>(),
      personen: json<Record<string, Genoemd>>(),
      nummers: json<Record<string, string>>(),
      signalen: list(object(PATROONSIGNAAL_RIJ)),
    },
  );
  return dossier === undefined ? null : { ...stand, ...dossier };
}

const ONTVANGER_RIJ = {
  stroom: text,
  nummer: text,
  melder: text,
  ingediendOp: instant,
  status: oneOf(codesVan('status')),
  uitkomst: orNull(oneOf(codesVan('uitkomst'))),
};

/** A signaal whose filer is to be given the answer on a patroon. */
export type Antwoordontvanger = Row<typeof ONTVANGER_RIJ>;

/** The next of those that have not had this version, in order of id, after `na`. */
export async function leesOntvangers(
  db: Db,
  {
    patroon,
    versie,
    na,
    limiet,
    zicht,
  }: { patroon: string; versie: number; na: string | null; limiet: number; zicht?: Lijstzicht },
): Promise<Antwoordontvanger[]> {
  return rowsOfComposed(
    db,
    sql`select r.id as stroom, r.nummer, r.melder, tijdstip(r.ingediend_op) as "ingediendOp", r.status, r.uitkomst
          from signaal r
         where ${zonderAntwoord(patroon, versie)}
           and (${na}::uuid is null or r.id > ${na}::uuid) and ${zicht === undefined ? sql`true` : zichtbaar(zicht)}
         order by r.id limit ${limiet}`,
    ONTVANGER_RIJ,
  );
}

/** How many there are of those, as far as who asks may see them. */
export async function telOntvangers(
  db: Db,
  { patroon, versie, zicht }: { patroon: string; versie: number; zicht: Lijstzicht },
): Promise<number> {
  const [telling] = await rowsOfComposed(
    db,
    sql`select count(*)::int as aantal from signaal r where ${zonderAntwoord(patroon, versie)} and ${zichtbaar(zicht)}`,
    { aantal: number },
  );
  return telling?.aantal ?? 0;
}

function zonderAntwoord(patroon: string, versie: number): Sql {
  return sql`(r.patroon = ${patroon}::uuid and coalesce(r.patroonantwoord, 0) < ${versie})`;
}

/** The answer as it was last written. */
export async function leesAntwoordtekst(db: Db, patroon: string): Promise<string | null> {
  const [rij] = await rows(db, sql`select ${laatsteTekst(sql`${patroon}::uuid`, 'antwoord')} as antwoord`, {
    antwoord: orNull(text),
  });
  return rij?.antwoord ?? null;
}

/** The nummer of a patroon that was just opened. Throws Error when who asks cannot read it. */
export async function leesPatroonnummer(db: Db, id: string): Promise<string> {
  const [rij] = await rows(db, sql`select nummer from patroon where id = ${id}::uuid`, { nummer: text });
  if (rij === undefined) throw new Error(`Patroon ${id} was written and cannot be read`);
  return rij.nummer;
}

const VOORSTEL_RIJ = { nummer: text, onderwerp: orNull(text), reden: text };

/** A signaal that looks like those of a patroon and is part of none. */
export type Signaalvoorstel = Row<typeof VOORSTEL_RIJ>;

/**
 * Signalen that look like those of this patroon: of the same kind of knelpunt, and about the same organisatie, law or group; also
 * what was only reported and what has closed. The likest first, as far as who asks may see them.
 */
export async function lijstVoorstellen(db: Db, patroon: string, zicht: Lijstzicht): Promise<Signaalvoorstel[]> {
  return rowsOfComposed(
    db,
    sql`with eigen as materialized (
          select array_agg(distinct o.organisatie) filter (where o.organisatie is not null) as organisaties,
                 (select array_agg(distinct x) from signaal s, unnest(s.knelpunttypen) x where s.patroon = ${patroon}::uuid) as typen,
                 (select array_agg(distinct x) from signaal s, unnest(s.wetten) x where s.patroon = ${patroon}::uuid) as wetten
            from signaal o where o.patroon = ${patroon}::uuid)
        select r.nummer, ${onderwerpVoor(zicht)} as onderwerp,
               case when r.organisatie = any(e.organisaties) then 'gaat over dezelfde organisatie' else 'gaat over dezelfde wet' end as reden
          from signaal r cross join eigen e
         where r.patroon is null and not r.gewist and r.knelpunttypen && e.typen and ${zichtbaar(zicht)}
           and (r.organisatie = any(e.organisaties) or r.wetten && e.wetten)
         order by (r.organisatie = any(e.organisaties)) desc nulls last, r.ingediend_op desc, r.id limit 10`,
    VOORSTEL_RIJ,
  );
}

/** Every patroon that who asks may see, by what it is called, to choose from. */
export function noemPatronen(db: Db): Promise<{ nummer: string; titel: string; fase: Fase }[]> {
  return rows(
    db,
    sql`select p.nummer, ${titelVan(sql`p`)} as titel, p.fase from patroon p
         order by p.fase in ('opgelost', 'niet_oplosbaar'), titel limit 500`,
    { nummer: text, titel: text, fase: oneOf(codesVan('fase')) },
  );
}
