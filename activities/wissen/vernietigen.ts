import type { Client } from '@temporalio/client';

import { instant, json, number, oneOf, orNull, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { BEWAARSOORTEN } from '#domain/beleid/bewaartermijnen.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Wisstatus } from '#domain/wissen.ts';

import { wachtOpSchrijvers } from '../schrijven/signaalsleutel.ts';
import type { Wekken } from '../waakhond/wekken.ts';
import { vernietigGeschiedenis } from './geschiedenis.ts';
import type { Wisjournaal } from './journaal.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'wissen' } as const;

export interface Wismiddelen {
  database: Database;
  client: Client;
  wekken: Pick<Wekken, 'wek'>;
  journaal: Wisjournaal;
}

/**
 * Destroys what two people confirmed and is not destroyed yet. Each step may be done as often as one likes, so what was broken off, or
 * has to wait for mail or Temporal, goes on at the next call. Returns how many were finished; throws AggregateError when some failed, once
 * the others are done.
 */
export async function vernietigAlles(middelen: Wismiddelen): Promise<number> {
  const teDoen = await leesBevestigde(middelen.database, 'bevestigd');
  const fouten: unknown[] = [];
  let klaar = 0;
  for (const wissing of teDoen) {
    try {
      if (await vernietig(middelen, wissing)) klaar += 1;
    } catch (fout) {
      fouten.push(fout);
    }
  }
  if (fouten.length > 0) throw new AggregateError(fouten, `${fouten.length} signalen were not erased yet`);
  return klaar;
}

/**
 * Writes in the journal what was erased and does not stand there signed: of before lines were signed, or of a journal that was lost. The
 * database knows who confirmed it.
 */
export async function schrijfJournaalBij(database: Database, journaal: Wisjournaal): Promise<void> {
  const bekend = new Set((await journaal.lees()).regels.map(({ wissing }) => wissing));
  const gewist = await leesBevestigde(database, 'gewist');
  for (const wissing of gewist) if (!bekend.has(wissing.id)) await journaal.voegToe(journaalregelVan(wissing));
}

function leesBevestigde(database: Database, status: Wisstatus): Promise<Bevestigd[]> {
  return rows(
    database.voor(ALS),
    sql`select w.id, w.stroom, s.nummer, w.soort, w.grond, w.maanden, w.eerste_door as eerste, w.tweede_door as tweede,
               tijdstip(w.tweede_op) as op, s.staat
          from wissing w join stroom s on s.id = w.stroom where w.status = ${status} order by w.tweede_op, w.id`,
    BEVESTIGD_RIJ,
  );
}

const BEVESTIGD_RIJ = {
  id: text,
  stroom: text,
  nummer: text,
  soort: oneOf(BEWAARSOORTEN),
  grond: oneOf(codesVan('wisgrond')),
  maanden: orNull(number),
  eerste: text,
  tweede: text,
  op: instant,
  staat: json<Staat>(),
};
type Bevestigd = Row<typeof BEVESTIGD_RIJ>;

/** The journal comes first: from then on no back-up brings it back for good. Returns whether all is destroyed. */
async function vernietig({ database, client, wekken, journaal }: Wismiddelen, wissing: Bevestigd): Promise<boolean> {
  const { id, stroom, soort } = wissing;
  await journaal.voegToe(journaalregelVan(wissing));
  await database.inTransaction(ALS, async (db) => {
    await vernietigBestanden(db, stroom);
    if (soort === 'signaal') await vernietigTeksten(db, stroom);
  });
  const db = database.voor(ALS);
  if (soort === 'signaal') {
    await wekken.wek(stroom);
    const isAf = [await isPostWeg(db, stroom), await vernietigGeschiedenis(db, client, stroom)];
    if (isAf.includes(false)) return false;
  }
  await rows(
    db,
    sql`update wissing set status = 'gewist', gewist_op = clock_timestamp() where id = ${id} and status = 'bevestigd'`,
  );
  return true;
}

function journaalregelVan({ id, stroom, nummer, soort, grond, maanden, eerste, tweede, op, staat }: Bevestigd) {
  const { afsluiting, uitkomst } = staat;
  const wat = { stroom, nummer, soort, grond, maanden };
  return {
    wissing: id,
    ...wat,
    bevestigdDoor: [eerste, tweede] as [string, string],
    op,
    sluiting: { afsluiting, uitkomst },
  };
}

/** The key first of all: without it what a back-up still holds of these cannot be read, unless that has the key too. */
async function vernietigBestanden(db: Db, stroom: string): Promise<void> {
  await rows(
    db,
    sql`insert into signaalsleutel (stroom, sleutel, hoofdsleutel, vernietigd_op) values (${stroom}, null, '', clock_timestamp())
        on conflict (stroom) do update set sleutel = null, vernietigd_op = coalesce(signaalsleutel.vernietigd_op, clock_timestamp())`,
  );
  await wachtOpSchrijvers(db, stroom);
  await rows(db, sql`delete from casusbijlage where stroom = ${stroom}`);
  await rows(db, sql`delete from bijlage where stroom = ${stroom}`);
}

/** Everything else that people wrote, and where it was copied to: mails, and signalen that this one was merged with. */
async function vernietigTeksten(db: Db, stroom: string): Promise<void> {
  await rows(db, sql`delete from tekst where stroom = ${stroom}`);
  await rows(
    db,
    sql`delete from tekst t using gebeurtenis g
         where g.stroom = t.stroom and g.volgnummer = t.volgnummer
           and (g.data ->> 'van' = ${stroom} or g.data -> 'uit' ->> 'signaal' = ${stroom})
           and t.stroom in (select coalesce(v.data ->> 'van', v.data ->> 'met')::uuid from gebeurtenis v
                             where v.stroom = ${stroom} and v.soort = any (array['samengevoegd', 'duplicaat_opgenomen']))`,
  );
  await vernietigVerhalen(db, stroom);
  await rows(db, sql`update opdracht set vingerafdruk = '' where stroom = ${stroom}`);
  await rows(db, sql`update wissing set reden = null, behouden_reden = null where stroom = ${stroom}`);
  await vernietigPartijen(db, stroom);
  await vernietigPost(db, stroom);
}

/** A draft loses its story; of a report that is final nothing changes, but nothing leads from it to the signaal any more. */
async function vernietigVerhalen(db: Db, stroom: string): Promise<void> {
  await rows(
    db,
    sql`delete from vignet v using rapport r where r.id = v.rapport and r.status <> 'definitief' and v.signaal = ${stroom}`,
  );
  await rows(db, sql`update vignet set signaal = null where signaal = ${stroom}`);
}

/** Who was asked stays as an organisation; its people and their links go. */
async function vernietigPartijen(db: Db, stroom: string): Promise<void> {
  const links = sql`(select id from partnerlink where stroom = ${stroom})`;
  await rows(db, sql`delete from partnersessie where link in ${links}`);
  await rows(db, sql`delete from partnercode where link in ${links}`);
  await rows(
    db,
    sql`update partnerlink set adres = '', ingetrokken_op = coalesce(ingetrokken_op, clock_timestamp()) where stroom = ${stroom}`,
  );
  await rows(
    db,
    sql`update partij set naam = '', contactpersoon = '', email = '', telefoon = null, escalatie_naam = null, escalatie_email = null,
               escalatie_telefoon = null
         where stroom = ${stroom}`,
  );
}

/** What waits alone is not sent any more; a mail that others wait for as well leaves first (`isPostWeg`). */
async function vernietigPost(db: Db, stroom: string): Promise<void> {
  await rows(
    db,
    sql`delete from zending z
         where z.id in (select b.zending from bericht b where b.stroom = ${stroom})
           and (z.status <> 'wacht' or not exists (select from bericht b where b.zending = z.id and b.stroom <> ${stroom}))`,
  );
  await rows(
    db,
    sql`update bericht set adres = case when adres is not null then '' end,
               status = case when status = any (array['wacht', 'overgenomen']) then 'vervallen' else status end
         where stroom = ${stroom}`,
  );
}

/** False while a mail waits that is about other signalen too: once it has left, it is destroyed as well. */
async function isPostWeg(db: Db, stroom: string): Promise<boolean> {
  const over = await rows(
    db,
    sql`select from zending z join bericht b on b.zending = z.id where b.stroom = ${stroom} limit 1`,
  );
  return over.length === 0;
}
