import { arrayOf, date, number, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { datumIn } from '#db/queries/klok.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { GezienLes, Lesopdracht, Lesstatus, Lestekst } from '#domain/les.ts';

import type { Afzender } from '../post/brief.ts';
import { isEersteKeer } from '../schrijven/eenmaal.ts';
import { noteerWijzigingen } from '../schrijven/logwijziging.ts';
import { noteerGebruik } from './gebruik.ts';
import { schrijfLesnieuws } from './lesbrief.ts';

/** For whom its queries run; what somebody may read is asked as that person. */
const ALS = { rol: 'dienst', dienst: 'lessen' } as const;

/** Who acts. */
interface Wie {
  id: string;
  naam: string;
}

/** The only writer of lessen. */
export interface Lessen {
  /**
   * Does what the rules allowed, once for the same `id`, and returns the nummer of the les; null when more happened to it than was seen.
   */
  readonly doe: (opdracht: Lesopdracht, id: string, wie: Wie) => Promise<string | null>;
}

export function createLessen(database: Database, afzender: Afzender): Lessen {
  return {
    doe: (opdracht, opdrachtId, wie) =>
      database.inTransaction(ALS, async (db) => {
        if (opdracht.soort === 'schrijven') return schrijfEerste(db, opdracht, opdrachtId, wie);
        if (opdracht.soort === 'gebruiken')
          return (await isEersteKeer(db, opdrachtId)) ? noteerGebruik(db, opdracht, wie) : opdracht.nummer;
        const { nummer } = opdracht.gezien;
        const les = await neemLes(db, opdracht.gezien, opdrachtId);
        if (les === null) return null;
        if (les !== 'gedaan') await noteer(db, nummer, wie, await wijzig({ db, ...les, wie, afzender }, opdracht));
        return nummer;
      }),
  };
}

interface Wijziging {
  operatie: string;
  voor: object | null;
  na: object | null;
}

/** Of a version: who hears what is done with it. */
const VOOR_WIE = { versie: number, aan: text, geschreven: date };

type Intrekking = Extract<Lesopdracht, { soort: 'intrekken' }>;

interface Plek {
  db: Db;
  id: string;
  wie: Wie;
  afzender: Afzender;
}

/** Does it to a les that is locked. */
function wijzig(plek: Plek, opdracht: Exclude<Lesopdracht, { soort: 'schrijven' | 'gebruiken' }>): Promise<Wijziging> {
  switch (opdracht.soort) {
    case 'verbeteren':
      return verbeter(plek, opdracht.tekst);
    case 'goedkeuren':
    case 'terugsturen':
      return beoordeel(plek, opdracht);
    case 'verlengen':
      return verleng(plek, opdracht.geldigTot);
    case 'intrekken':
      return trekIn(plek, opdracht);
  }
}

async function verbeter({ db, id, wie }: Plek, tekst: Lestekst): Promise<Wijziging> {
  await vervang(db, id, ['wacht', 'teruggestuurd']);
  await voegToe(db, { id, tekst, wie });
  return { operatie: 'les_verbeterd', voor: null, na: tekst };
}

async function beoordeel(
  { db, id, wie, afzender }: Plek,
  { soort, opmerking, gezien }: Extract<Lesopdracht, { soort: 'goedkeuren' | 'terugsturen' }>,
): Promise<Wijziging> {
  const status = soort === 'goedkeuren' ? 'geldig' : 'teruggestuurd';
  if (status === 'geldig') await vervang(db, id, ['geldig']);
  const [versie] = await rows(
    db,
    sql`update les set status = ${status}, opmerking = ${opmerking}, beoordeeld_door = ${wie.id}, beoordeeld_op = clock_timestamp()
         where id = ${id} and status = 'wacht' returning versie, geschreven_door as aan, ${datumIn(sql`geschreven_op`)}::text as geschreven, eigenaar`,
    { ...VOOR_WIE, eigenaar: text },
  );
  if (versie === undefined) throw new Error(`Les ${gezien.nummer} does not wait`);
  const { eigenaar, aan, ...rest } = versie;
  // Whose les it is hears that the words of another are what all read from now on.
  const vanEenAnder = status === 'geldig' && eigenaar !== wie.id;
  await schrijfLesnieuws(db, afzender, {
    ...rest,
    nummer: gezien.nummer,
    aan: { ...(vanEenAnder && { [eigenaar]: 'verbeterd' as const }), [aan]: status },
    wie,
  });
  return { operatie: `les_${status}`, voor: null, na: { opmerking } };
}

async function verleng({ db, id }: Plek, geldigTot: string): Promise<Wijziging> {
  const [was] = await rows(db, sql`select geldig_tot::text as tot from les where id = ${id} and status = 'geldig'`, {
    tot: date,
  });
  await rows(
    db,
    sql`update les set geldig_tot = ${geldigTot}::date, gevraagd_op = null, gemeld_op = null
         where id = ${id} and status = 'geldig'`,
  );
  return { operatie: 'les_verlengd', voor: { geldigTot: was?.tot }, na: { geldigTot } };
}

/** Whose les another withdraws hears of it. */
async function trekIn({ db, id, wie, afzender }: Plek, { gezien, reden }: Intrekking): Promise<Wijziging> {
  const [laatste] = await rows(
    db,
    sql`with laatste as (select max(versie) as versie from les where id = ${id}),
        gedaan as (
          update les l set status = case when l.versie = v.versie then 'ingetrokken' else 'vervangen' end,
                 opmerking = case when l.versie = v.versie then ${reden} else l.opmerking end
            from laatste v where l.id = ${id} and l.status <> 'vervangen' returning l.*)
        select versie, eigenaar as aan, ${datumIn(sql`geschreven_op`)}::text as geschreven from gedaan where status = 'ingetrokken'`,
    VOOR_WIE,
  );
  if (laatste !== undefined && laatste.aan !== wie.id)
    await schrijfLesnieuws(db, afzender, {
      ...laatste,
      nummer: gezien.nummer,
      aan: { [laatste.aan]: 'ingetrokken' },
      wie,
    });
  return { operatie: 'les_ingetrokken', voor: null, na: { reden } };
}

/**
 * Its id, locked until the transaction ends and with its next stand; `gedaan` when this was done to it before, null when more happened to
 * it than was seen.
 */
async function neemLes(
  db: Db,
  { nummer, stand }: GezienLes,
  opdracht: string,
): Promise<{ id: string } | 'gedaan' | null> {
  const [les] = await rows(
    db,
    sql`select id, stand, opdrachten from les where nummer = ${nummer} order by versie limit 1 for update`,
    { id: text, stand: number, opdrachten: arrayOf(text) },
  );
  if (les?.opdrachten.includes(opdracht) === true) return 'gedaan';
  if (les?.stand !== stand) return null;
  await rows(
    db,
    sql`update les set stand = ${stand + 1}, opdrachten = array_append(opdrachten, ${opdracht}) where id = ${les.id}`,
  );
  return { id: les.id };
}

async function schrijfEerste(
  db: Db,
  { id, bron, tekst }: Extract<Lesopdracht, { soort: 'schrijven' }>,
  opdracht: string,
  wie: Wie,
): Promise<string> {
  const [al] = await rows(db, sql`select nummer from les where id = ${id} limit 1`, { nummer: text });
  if (al !== undefined) return al.nummer;
  const nummer = await voegToe(db, { id, tekst, wie, begin: { bron, opdracht } });
  await noteer(db, nummer, wie, { operatie: 'les_geschreven', voor: null, na: tekst });
  return nummer;
}

/** The next version, with the number, source and owner of the one before; of the first one those that are given. Returns its nummer. */
async function voegToe(
  db: Db,
  { id, tekst: les, wie, begin }: { id: string; tekst: Lestekst; wie: Wie; begin?: { bron: string; opdracht: string } },
): Promise<string> {
  const { bron = null, opdracht = null } = begin ?? {};
  const [nieuw] = await rows(
    db,
    sql`with eerder as (select nummer, bron, eigenaar, versie, stand, opdrachten from les where id = ${id}::uuid order by versie desc limit 1)
        insert into les (id, versie, stand, opdrachten, nummer, status, bron, eigenaar, titel, wat_werkte, regios, ketenpartnertype, organisatie,
               wetten, doelgroepen, knelpunttypen, geldig_tot, geschreven_door, geschreven_op)
        select ${id}::uuid, coalesce(e.versie, 0) + 1, coalesce(e.stand, 1), coalesce(e.opdrachten, array[${opdracht}::text]), coalesce(e.nummer, ${NIEUW_NUMMER}), 'wacht',
               coalesce(e.bron, ${bron}::uuid), coalesce(e.eigenaar, ${wie.id}), ${les.titel}, ${les.watWerkte}, ${les.regios}::text[],
               ${les.ketenpartnertype}::text, ${les.organisatie}::text, ${les.wetten}::text[], ${les.doelgroepen}::text[],
               ${les.knelpunttypen}::text[], ${les.geldigTot}::date, ${wie.id}, clock_timestamp()
          from (select) een left join eerder e on true
        returning nummer`,
    { nummer: text },
  );
  if (nieuw === undefined) throw new Error('PostgreSQL returned no row for what it inserted');
  return nieuw.nummer;
}

const NIEUW_NUMMER = sql`(select 'L-' || to_char(now() at time zone 'Europe/Amsterdam', 'YYYY') || '-'
    || lpad(n::text, greatest(4, length(n::text)), '0') from nextval('lesnummer') n)`;

/** A next version takes the place of those that stand so. */
async function vervang(db: Db, id: string, statussen: readonly Lesstatus[]): Promise<void> {
  await rows(db, sql`update les set status = 'vervangen' where id = ${id} and status = any(${statussen}::text[])`);
}

function noteer(db: Db, nummer: string, wie: Wie, wijziging: Wijziging): Promise<void> {
  return noteerWijzigingen(db, [{ ...wijziging, object: `les:${nummer}`, door: wie.id }]);
}
