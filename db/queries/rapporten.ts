import type { Rapportinhoud, Rapportteksten } from '#domain/rapport/inhoud.ts';
import { RAPPORTSTATUSSEN } from '#domain/rapport/loop.ts';
import { type Halfjaar, isHalfjaar } from '#domain/rapport/periode.ts';

import {
  arrayOf,
  boolean,
  type Column,
  instant,
  json,
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
};

const RAPPORT = { ...KOP, inhoud: json<Rapportinhoud>(), teksten: orNull(json<Rapportteksten>()) };

/** What a report is, and how far. */
export type Rapportkop = Row<typeof KOP>;
export type VolledigRapport = Row<typeof RAPPORT>;

const WIE_IS = (id: Sql): Sql =>
  sql`case when ${id} is not null then jsonb_build_object('id', ${id}, 'naam', coalesce((select g.naam from gebruiker g where g.id = ${id}), ${id})) end`;
const DE_KOP = sql`r.periode, r.versie, r.status, r.stand, tijdstip(r.gemaakt_op) as "gemaaktOp", ${WIE_IS(sql`r.gemaakt_door`)} as "gemaaktDoor",
  r.auteurs, tijdstip(r.nagekeken_op) as "nagekekenOp", ${WIE_IS(sql`r.nagekeken_door`)} as "nagekekenDoor",
  tijdstip(r.vrijgegeven_op) as "vrijgegevenOp", ${WIE_IS(sql`r.vrijgegeven_door`)} as "vrijgegevenDoor",
  not exists (select from rapport n where n.periode = r.periode and n.versie > r.versie) as "isLaatste"`;

/** Those that who asks may read, the newest first. */
export function lijstRapporten(db: Db): Promise<Rapportkop[]> {
  return rows(db, sql`select ${DE_KOP} from rapport r order by r.periode desc, r.versie desc limit 200`, KOP);
}

/** null when there is none that who asks may read. */
export async function leesRapport(db: Db, welke: Halfjaar, versie: number): Promise<VolledigRapport | null> {
  const [rapport] = await rows(
    db,
    sql`select ${DE_KOP}, r.inhoud, r.teksten from rapport r where r.periode = ${welke} and r.versie = ${versie}::int`,
    RAPPORT,
  );
  return rapport ?? null;
}
