import type { Database } from '#db/database.ts';
import { leesNoemers } from '#db/queries/noemers.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { type Noemer, noemersleutel, telfouten } from '#domain/rapport/noemers.ts';

import { Bestandsfouten } from '../bestanden/csv.ts';
import { isEersteKeer } from '../schrijven/eenmaal.ts';
import { noteerWijzigingen } from '../schrijven/logwijziging.ts';
import { leesNoemerbestand } from './noemerbestand.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'noemers' } as const;

/** What a file changes; `voor` is what stood there. */
export interface Noemerverschil {
  nieuw: Noemer[];
  gewijzigd: (Noemer & { voor: Pick<Noemer, 'aantal' | 'bron'> })[];
  gelijk: number;
}

/** The only writer of the numbers of clients. */
export interface Noemers {
  /**
   * Takes over what a CSV file says (`leesNoemerbestand`), all of it or nothing, and returns what changes. Without `uitvoeren` nothing is
   * written; with an `opdracht` it is once for that one. What is not in the file stays. Throws Bestandsfouten with every fault of the file.
   */
  readonly leesIn: (
    bestand: Uint8Array,
    hoe: { uitvoeren: boolean; wie: string; opdracht?: string },
  ) => Promise<Noemerverschil>;
}

export function createNoemers(database: Database): Noemers {
  return {
    leesIn: (bestand, { uitvoeren, wie, opdracht }) =>
      database.inTransaction(ALS, async (db) => {
        const gelezen = leesNoemerbestand(bestand);
        if (uitvoeren) await rows(db, sql`lock table noemer in share row exclusive mode`);
        // What was done before stays as it became since.
        if (uitvoeren && opdracht !== undefined && !(await isEersteKeer(db, opdracht)))
          return { nieuw: [], gewijzigd: [], gelijk: gelezen.length };
        const bekend = await leesNoemers(db);
        eisKloppend(gelezen, bekend);
        const verschil = vergelijk(gelezen, bekend);
        if (uitvoeren) await schrijf(db, verschil, wie);
        return verschil;
      }),
  };
}

/** Totals and parts of the days in the file, together with what stands of those days already. */
function eisKloppend(gelezen: readonly Noemer[], bekend: readonly Noemer[]): void {
  const dagen = new Set(gelezen.map(({ peildatum }) => peildatum));
  const alle = new Map([...bekend, ...gelezen].map((noemer) => [noemersleutel(noemer), noemer]));
  const fouten = telfouten([...alle.values()].filter(({ peildatum }) => dagen.has(peildatum)));
  if (fouten.length > 0) throw new Bestandsfouten(fouten);
}

function vergelijk(gelezen: readonly Noemer[], bekend: readonly Noemer[]): Noemerverschil {
  const was = new Map(bekend.map((noemer) => [noemersleutel(noemer), noemer]));
  const overgangen = gelezen.map((noemer) => ({ noemer, voor: was.get(noemersleutel(noemer)) }));
  const gewijzigd = overgangen.flatMap(({ noemer, voor }) =>
    voor === undefined || (voor.aantal === noemer.aantal && voor.bron === noemer.bron)
      ? []
      : [{ ...noemer, voor: { aantal: voor.aantal, bron: voor.bron } }],
  );
  const nieuw = overgangen.flatMap(({ noemer, voor }) => (voor === undefined ? [noemer] : []));
  return { nieuw, gewijzigd, gelijk: gelezen.length - nieuw.length - gewijzigd.length };
}

async function schrijf(db: Db, { nieuw, gewijzigd }: Noemerverschil, wie: string): Promise<void> {
  const rijen = [...nieuw.map((noemer) => ({ ...noemer, voor: null })), ...gewijzigd].map((rij) => ({
    ...rij,
    voor: rij.voor?.aantal ?? null,
  }));
  if (rijen.length === 0) return;
  await rows(
    db,
    sql`with nieuw as materialized (
          select * from jsonb_to_recordset(${jsonb(rijen)}) as n (soort text, peildatum date, doelgroep text, regio text, aantal int,
                 bron text, voor int)),
        spoor as (
          insert into noemerwijziging (soort, peildatum, doelgroep, regio, door, op, voor, na, bron)
          select soort, peildatum, doelgroep, regio, ${wie}, clock_timestamp(), voor, aantal, bron from nieuw)
        insert into noemer (soort, peildatum, doelgroep, regio, aantal, bron)
        select soort, peildatum, doelgroep, regio, aantal, bron from nieuw
            on conflict (soort, peildatum, doelgroep, regio) do update set aantal = excluded.aantal, bron = excluded.bron`,
  );
  const dagen = [...new Set(rijen.map(({ peildatum }) => peildatum))];
  await noteerWijzigingen(
    db,
    dagen.map((dag) => ({
      operatie: 'noemers_ingelezen',
      object: `noemers:${dag}`,
      door: wie,
      voor: aantallen(gewijzigd.filter(({ peildatum }) => peildatum === dag).map((een) => ({ ...een, ...een.voor }))),
      na: aantallen([...nieuw, ...gewijzigd].filter(({ peildatum }) => peildatum === dag)),
    })),
  );
}

function aantallen(noemers: readonly Noemer[]): Record<string, number> {
  return Object.fromEntries(noemers.map((noemer) => [noemersleutel(noemer), noemer.aantal]));
}
