import { number } from '#db/columns.ts';
import { json } from '#db/columns.ts';
import { leesCodelijsten } from '#db/queries/codelijsten.ts';
import { leesNoemers } from '#db/queries/noemers.ts';
import { telRapport } from '#db/queries/rapportcijfers.ts';
import { leesRapport, type Vignetrij, type VolledigRapport } from '#db/queries/rapporten.ts';
import { type Db, jsonb, rows, rowsOfComposed, type Sql, sql } from '#db/sql.ts';
import { type Rapportinhoud, type Rapportteksten, stelOp } from '#domain/rapport/inhoud.ts';
import type { Halfjaar } from '#domain/rapport/periode.ts';
import type { Vignetstand } from '#domain/rapport/vignetten.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { noteerWijzigingen } from '../schrijven/logwijziging.ts';

/** Which report. */
export interface Rapportnaam {
  periode: Halfjaar;
  versie: number;
}

/** The report, that nobody else changes until the end of this transaction; null when there is none. */
export async function neem(db: Db, { periode, versie }: Rapportnaam): Promise<VolledigRapport | null> {
  await rows(db, sql`select from rapport where periode = ${periode} and versie = ${versie}::int for update`);
  return leesRapport(db, periode, versie);
}

/** The newest version of that half year; 0 when there is none. Nobody else makes one until the end of this transaction. */
export async function neemLaatste(db: Db, periode: Halfjaar): Promise<number> {
  await rows(db, sql`lock table rapport in share row exclusive mode`);
  const [laatste] = await rows(
    db,
    sql`select coalesce(max(versie), 0) as versie from rapport where periode = ${periode}`,
    { versie: number },
  );
  return laatste?.versie ?? 0;
}

/** Counts that half year as it is now, next to what earlier versions told of it. */
export async function telOp(
  db: Db,
  periode: Halfjaar,
  geteldOp: Tijdstip,
): Promise<{ inhoud: Rapportinhoud; titels: Rapportteksten['titels'] }> {
  const { telling, titels } = await telRapport(db, periode);
  const codelijsten = await leesCodelijsten(db, null);
  const eerder = await rows(
    db,
    sql`select inhoud from rapport where periode = ${periode} and status = 'definitief' order by versie`,
    { inhoud: json<Rapportinhoud>() },
  );
  const basis = {
    periode,
    geteldOp,
    codelijsten: Object.fromEntries(codelijsten.map(({ code, versie }) => [code, versie])),
    noemers: await leesNoemers(db),
  };
  return {
    inhoud: stelOp(
      basis,
      telling,
      eerder.map((een) => een.inhoud),
    ),
    titels,
  };
}

export async function voegToe(
  db: Db,
  { periode, versie }: Rapportnaam,
  { wie, nu, teksten, inhoud }: { wie: string | null; nu: Tijdstip; teksten: Rapportteksten; inhoud: Rapportinhoud },
): Promise<void> {
  await rows(
    db,
    sql`insert into rapport (periode, versie, status, inhoud, teksten, stand, gemaakt_op, gemaakt_door, auteurs)
        values (${periode}, ${versie}::int, 'concept', ${jsonb(inhoud)}, ${jsonb(teksten)}, 1, ${nu}::timestamptz, ${wie},
                ${wie === null ? [] : [wie]}::text[])`,
  );
}

/** Takes out the lines of stories that the families do not allow any more, with what is left of them. */
export async function haalWegWatNietMag(db: Db, { periode, versie }: Rapportnaam): Promise<void> {
  await rows(
    db,
    sql`delete from vignet v using rapport r
         where r.id = v.rapport and r.periode = ${periode} and r.versie = ${versie}::int
           and (v.weg is not null or not staat_verhaal_toe(v.signaal))`,
  );
}

/** The stories that the families still allow, as two others looked them over: not a word of them changed. */
export async function neemVerhalenMee(db: Db, van: Rapportnaam, naar: Rapportnaam): Promise<void> {
  await rows(
    db,
    sql`insert into vignet (id, rapport, signaal, titel, verhaal, geschreven_door, geschreven_op, eerste_door, tweede_door)
        select uuidv7(), n.id, v.signaal, v.titel, v.verhaal, v.geschreven_door, v.geschreven_op, v.eerste_door, v.tweede_door
          from vignet v join rapport r on r.id = v.rapport
          join rapport n on n.periode = ${naar.periode} and n.versie = ${naar.versie}::int
         where r.periode = ${van.periode} and r.versie = ${van.versie}::int and staat_verhaal_toe(v.signaal)`,
  );
}

export function vignetstandVan({ geschrevenDoor, akkoorden, weg }: Vignetrij): Vignetstand {
  return { geschrevenDoor: geschrevenDoor.id, akkoorden: akkoorden.map(({ id }) => id), weg };
}

/** Sets these columns of the report. */
export async function zet(db: Db, { periode, versie }: Rapportnaam, kolommen: Sql): Promise<void> {
  await rowsOfComposed(
    db,
    sql`update rapport set stand = stand + 1, ${kolommen} where periode = ${periode} and versie = ${versie}::int returning stand`,
    { stand: number },
  );
}

/** Writes in the log who did what with it. */
export function noteer(
  db: Db,
  { periode, versie }: Rapportnaam,
  { operatie, wie, voor, na }: { operatie: string; wie: string | null; voor: object | null; na: object | null },
): Promise<void> {
  return noteerWijzigingen(db, [{ operatie, object: `rapport:${periode}-v${versie}`, door: wie, voor, na }]);
}
