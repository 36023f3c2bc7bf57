import { randomUUID } from 'node:crypto';

import { date, instant, json, number, oneOf, orNull, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { BEWAARSOORTEN } from '#domain/beleid/bewaartermijnen.ts';
import { codesVan, type Rol, type Wisgrond } from '#domain/beleid/codelijsten.ts';
import { heeftRol } from '#domain/bevoegdheden.ts';
import { DomainError } from '#domain/errors.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import type { Datum, Tijdstip } from '#domain/tijd/amsterdam.ts';
import { bevestiging, bezwaarTegenNu, eisTeBehouden, eisWisser, WISSTATUSSEN } from '#domain/wissen.ts';

import type { Uitvoeren } from '../schrijven/uitvoeren.ts';
import { noemSignaal } from '../schrijven/verrichting.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'wissingen' } as const;

/** People decide what is erased. Who may see a wissing at all, their callers ask PostgreSQL. All throw DomainError with why not. */
export interface Wissingen {
  /** The id of the signaal with this number, of who asks with `db`; null when there is none that this person may know of. */
  readonly vind: (db: Db, nummer: string, persoon: Persoon) => Promise<string | null>;
  /** Writes down, as the wissing with this id, that somebody whom a signaal is about wants it erased. The same id once more is once. */
  readonly vraag: (
    id: string,
    verzoek: { signaal: string; grond: Wisgrond; reden: string },
    persoon: Persoon,
  ) => Promise<void>;
  /** The first or the second confirmation; after the second nobody reads it any more. Twice by one person is once. */
  readonly bevestig: (wissing: string, persoon: Persoon) => Promise<void>;
  /** Keeps it through this day (Amsterdam). */
  readonly behoud: (wissing: string, uitstel: { tot: Datum; reden: string }, persoon: Persoon) => Promise<void>;
}

export function createWissingen(database: Database, voerUit: Uitvoeren['voerUit']): Wissingen {
  const db = () => database.voor(ALS);

  async function bevestig(id: string, persoon: Persoon): Promise<void> {
    const wissing = await lees(db(), id);
    const welke = bevestiging(wissing, persoon);
    if (welke === 'al_gedaan') return;
    const bezwaar = bezwaarTegenNu(wissing, wissing.geslotenOp);
    if (bezwaar !== null) throw new DomainError('status_staat_niet_toe', bezwaar);
    if (welke === 'eerste') await bevestigEerst(db(), { id, ...wissing }, persoon);
    else if (wissing.soort === 'casusbijlage') await bevestigTweede(db(), { id, ...wissing }, persoon);
    else await sluitVoorgoed(voerUit, { id, ...wissing }, persoon);
  }

  return {
    bevestig,
    vind: async (vanHaar, nummer, persoon) => {
      // Who keeps the terms knows signalen by number alone, and not those that concern their employer.
      const waar = heeftRol(persoon, 'functioneel_beheer') ? db() : vanHaar;
      const [signaal] = await rows(
        waar,
        sql`select id from signaal where nummer = ${nummer} and not betrokken_organisaties @> array[${persoon.organisatie ?? ''}]`,
        { id: text },
      );
      return signaal?.id ?? null;
    },
    vraag: async (id, { signaal, grond, reden }, persoon) => {
      eisWisser(persoon);
      const [nieuw] = await rows(
        db(),
        sql`insert into wissing (id, stroom, nummer, afgesloten_op, soort, grond, reden, gevraagd_door, op)
            select ${id}, s.id, s.nummer, r.afgesloten_op, 'signaal', ${grond}, ${reden}, ${persoon.id}, clock_timestamp() from stroom s join signaal r on r.id = s.id
             where s.id = ${signaal} and s.staat -> 'gewist' is null
            on conflict do nothing returning nummer`,
        { nummer: text },
      );
      if (nieuw !== undefined) noemSignaal(nieuw.nummer);
      const [eerder] = nieuw === undefined ? await rows(db(), sql`select from wissing where id = ${id}`) : [nieuw];
      if (eerder === undefined)
        throw new DomainError('al_eens_gedaan', 'Er ligt al een voorstel om dit signaal te wissen.');
    },
    behoud: async (id, { tot, reden }, persoon) => {
      const { status, behoudenDoor, behoudenTot } = await lees(db(), id);
      if (behoudenDoor === persoon.id && behoudenTot === tot) return;
      eisTeBehouden(status, persoon);
      await eisGeraakt(
        db(),
        sql`update wissing set status = 'behouden', behouden_door = ${persoon.id}, behouden_tot = ${tot}::date, behouden_reden = ${reden}
             where id = ${id} and status = 'voorgesteld' returning 1`,
      );
    },
  };
}

const WISSING_RIJ = {
  nummer: text,
  stroom: text,
  soort: oneOf(BEWAARSOORTEN),
  grond: oneOf(codesVan('wisgrond')),
  maanden: orNull(number),
  status: oneOf(WISSTATUSSEN),
  afgeslotenOp: orNull(instant),
  geslotenOp: orNull(instant),
  behoudenDoor: orNull(text),
  behoudenTot: orNull(date),
  tweede: orNull(text),
  eerste: orNull(json<{ id: string; rollen: Rol[]; actief: boolean }>()),
};
type Wissing = Row<typeof WISSING_RIJ>;

async function lees(db: Db, id: string): Promise<Wissing> {
  const [wissing] = await rows(
    db,
    sql`select w.nummer, w.stroom, w.soort, w.grond, w.maanden, w.status, tijdstip(w.afgesloten_op) as "afgeslotenOp",
               case when s.status = 'afgesloten' then tijdstip(s.afgesloten_op) end as "geslotenOp",
               w.behouden_door as "behoudenDoor", w.behouden_tot::text as "behoudenTot", w.tweede_door as tweede,
               (select jsonb_build_object('id', g.id, 'rollen', g.rollen, 'actief', ${isActief(sql`g`)})
                  from gebruiker g where g.id = w.eerste_door) as eerste
          from wissing w join signaal s on s.id = w.stroom where w.id = ${id}`,
    WISSING_RIJ,
  );
  if (wissing === undefined) throw new DomainError('bestaat_niet', 'Dit voorstel bestaat niet.');
  noemSignaal(wissing.nummer);
  return wissing;
}

type Voorstel = Pick<Wissing, 'eerste'> & { id: string };

/** In the place of who confirmed before and counts no more. */
async function bevestigEerst(db: Db, { id, eerste }: Voorstel, { id: door }: Persoon): Promise<void> {
  await eisGeraakt(
    db,
    sql`update wissing set eerste_door = ${door}, eerste_op = clock_timestamp()
         where id = ${id} and status = 'voorgesteld' and eerste_door is not distinct from ${eerste?.id ?? null} returning 1`,
  );
}

/** Beside the very one with whom this person was held to make a pair. */
async function bevestigTweede(db: Db, { id, eerste }: Voorstel, { id: door }: Persoon): Promise<void> {
  await eisGeraakt(
    db,
    sql`update wissing set status = 'bevestigd', tweede_door = ${door}, tweede_op = clock_timestamp()
         where id = ${id} and status = 'voorgesteld' and eerste_door = ${eerste?.id ?? null} returning 1`,
  );
}

/** The confirmation and the end of the signaal are one: both are there, or neither. */
async function sluitVoorgoed(
  voerUit: Uitvoeren['voerUit'],
  wissing: Wissing & { id: string },
  persoon: Persoon,
): Promise<void> {
  const { stroom, grond, maanden, eerste } = wissing;
  const bevestigdDoor = [eerste?.id ?? '', persoon.id];
  const opdracht = { soort: 'wissen', grond, maanden, bevestigdDoor, id: randomUUID(), door: DIENST } as const;
  const antwoord = await voerUit(stroom, opdracht, {
    erbij: async (db, op) => {
      await bevestigTweede(db, wissing, persoon);
      await sluitPost(db, stroom, op);
    },
  });
  if (antwoord.soort === 'geweigerd') throw new DomainError(antwoord.code, antwoord.reden);
}

/** Nobody comes in by mail any more, and nobody is mailed about it. */
async function sluitPost(db: Db, stroom: string, op: Tijdstip): Promise<void> {
  await rows(db, sql`update partnerlink set ingetrokken_op = coalesce(ingetrokken_op, ${op}) where stroom = ${stroom}`);
  await rows(db, sql`delete from partnersessie where link in (select id from partnerlink where stroom = ${stroom})`);
  await rows(
    db,
    sql`update bericht set status = 'vervallen' where stroom = ${stroom} and status = any (array['wacht', 'overgenomen'])`,
  );
}

/** Throws DomainError when somebody else was first. */
async function eisGeraakt(db: Db, wijziging: ReturnType<typeof sql>): Promise<void> {
  if ((await rows(db, wijziging)).length === 0)
    throw new DomainError('status_staat_niet_toe', 'Een ander was u voor. Kijk hoe het er nu voor staat.');
}
