import type { Rapportinhoud, Rapportteksten } from '#domain/rapport/inhoud.ts';
import { RAPPORTSTATUSSEN } from '#domain/rapport/loop.ts';
import { type Halfjaar, isHalfjaar } from '#domain/rapport/periode.ts';
import { VERHAAL_WEG } from '#domain/rapport/vignetten.ts';

import {
  arrayOf,
  boolean,
  type Column,
  instant,
  json,
  list,
  number,
  object,
  oneOf,
  orNull,
  type Row,
  text,
} from '../columns.ts';
import { type Db, rows, type Sql, sql } from '../sql.ts';

const periode: Column<Halfjaar> = {
  oids: text.oids,
  holds: (waarde): waarde is Halfjaar => typeof waarde === 'string' && isHalfjaar(waarde),
};
const WIE = orNull(object({ id: text, naam: text }));

const KOP = {
  periode,
  versie: number,
  status: oneOf(RAPPORTSTATUSSEN),
  stand: number,
  gemaaktOp: instant,
  gemaaktDoor: WIE,
  auteurs: arrayOf(text),
  nagekekenOp: orNull(instant),
  nagekekenDoor: WIE,
  vrijgegevenOp: orNull(instant),
  vrijgegevenDoor: WIE,
  isLaatste: boolean,
  isVervangen: boolean,
};

const PERSOON = object({ id: text, naam: text });
const VIGNET = object({
  id: text,
  /** null, as its text is, where `weg` says why. */
  titel: orNull(text),
  verhaal: orNull(text),
  weg: orNull(oneOf(VERHAAL_WEG)),
  geschrevenDoor: PERSOON,
  akkoorden: list(PERSOON),
  nummer: orNull(text),
  /** null for who does not see the signaal, and once that was erased. */
  isToegestaan: orNull(boolean),
});

const RAPPORT = {
  ...KOP,
  vignetten: list(VIGNET),
  inhoud: json<Rapportinhoud>(),
  teksten: orNull(json<Rapportteksten>()),
};

/** What a report is, and how far. */
export type Rapportkop = Row<typeof KOP>;
export type VolledigRapport = Row<typeof RAPPORT>;
export type Vignetrij = VolledigRapport['vignetten'][number];

const WIE_IS = (id: Sql): Sql =>
  sql`case when ${id} is not null then jsonb_build_object('id', ${id}, 'naam', coalesce((select g.naam from gebruiker g where g.id = ${id}), ${id})) end`;
const DE_KOP = sql`r.periode, r.versie, r.status, r.stand, tijdstip(r.gemaakt_op) as "gemaaktOp", ${WIE_IS(sql`r.gemaakt_door`)} as "gemaaktDoor",
  r.auteurs, tijdstip(r.nagekeken_op) as "nagekekenOp", ${WIE_IS(sql`r.nagekeken_door`)} as "nagekekenDoor",
  tijdstip(r.vrijgegeven_op) as "vrijgegevenOp", ${WIE_IS(sql`r.vrijgegeven_door`)} as "vrijgegevenDoor",
  not exists (select from rapport n where n.periode = r.periode and n.versie > r.versie) as "isLaatste",
  exists (select from rapport n where n.periode = r.periode and n.versie > r.versie and n.status = 'definitief') as "isVervangen"`;

/**
 * Its stories, in the order in which they were written; with the number of the signaal for who sees that. From the moment on which the
 * family does not allow it any more no draft shows a word of it, also before the night takes them away.
 */
const DE_VIGNETTEN = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'weg', m.weg, 'titel', case when m.weg is null then v.titel end,
           'verhaal', case when m.weg is null then v.verhaal end, 'geschrevenDoor', ${WIE_IS(sql`v.geschreven_door`)},
           'akkoorden', jsonb_path_query_array(jsonb_build_array(${WIE_IS(sql`v.eerste_door`)}, ${WIE_IS(sql`v.tweede_door`)}), '$[*] ? (@ != null)'),
           'nummer', (select s.nummer from signaal s where s.id = v.signaal),
           'isToegestaan', (select t.toegestaan from signaal s where s.id = v.signaal))
           order by v.geschreven_op, v.id), '[]')
    from vignet v
      cross join lateral (select v.signaal is not null and staat_verhaal_toe(v.signaal) as toegestaan) t
      cross join lateral (select coalesce(v.weg, case when r.status <> 'definitief' and not t.toegestaan then 'verlopen' end) as weg) m
   where v.rapport = r.id)`;

/** Those that who asks may read, the newest first. */
export function lijstRapporten(db: Db): Promise<Rapportkop[]> {
  return rows(db, sql`select ${DE_KOP} from rapport r order by r.periode desc, r.versie desc limit 200`, KOP);
}

/** null when there is none that who asks may read. */
export async function leesRapport(db: Db, welke: Halfjaar, versie: number): Promise<VolledigRapport | null> {
  const [rapport] = await rows(
    db,
    sql`select ${DE_KOP}, r.inhoud, r.teksten, ${DE_VIGNETTEN} as vignetten from rapport r where r.periode = ${welke} and r.versie = ${versie}::int`,
    RAPPORT,
  );
  return rapport ?? null;
}

const PLEK = {
  /** null, as `versie` is, of one that is not final: who asks may not know which that is. */
  periode: orNull(periode),
  versie: orNull(number),
  isVervangen: boolean,
  /** Whom of the landelijk team who asks can call about one that is final; null when there is nobody. */
  bellen: orNull(object({ id: text, naam: text, telefoon: orNull(text) })),
};
/** A report in which a story about some signaal stands. */
export type Verhaalplek = Row<typeof PLEK>;

/** Where a story about that signaal stands, the newest report first; nothing for who may not read all of the signaal. */
export function leesVerhaalplekken(db: Db, stroom: string): Promise<Verhaalplek[]> {
  return rows(
    db,
    sql`select p.periode, p.versie, p.is_vervangen as "isVervangen",
               (select jsonb_build_object('id', g.id, 'naam', g.naam, 'telefoon', g.telefoon) from gebruiker g where g.id = p.bellen) as bellen
          from verhaal_staat_in(${stroom}::uuid) p`,
    PLEK,
  );
}

const TERUGGENOMEN = { periode, versie: number };
/** A report that is final, with a story that the family does not want told any more. */
export type Teruggenomen = Row<typeof TERUGGENOMEN>;

/**
 * The final reports, without a newer version, with a story for which the toestemming was withdrawn and that is not allowed anew; no story
 * about what concerns the employer of who asks. One that only ended is no reason for another version.
 */
export function leesTeruggenomen(db: Db): Promise<Teruggenomen[]> {
  return rows(
    db,
    sql`select distinct r.periode, r.versie
          from rapport r join vignet v on v.rapport = r.id join signaal s on s.id = v.signaal
         where r.status = 'definitief' and not exists (select from rapport n where n.periode = r.periode and n.versie > r.versie)
           and not s.betrokken_organisaties @> array[ziet_niet_van()] and not staat_verhaal_toe(s.id)
           and (select max(t.ingetrokken_op) > max(t.op) from toestemming t where t.stroom = s.id and num_nonnulls(t.niveau, t.verzoek) = 0)
         order by r.periode desc`,
    TERUGGENOMEN,
  );
}
