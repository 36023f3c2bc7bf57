import type { MikroORM } from '@mikro-orm/postgresql';

import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { isPlicht } from '#domain/post/plicht.ts';
import { eersteOverzicht, STANDAARDWEEK } from '#domain/post/werktijden.ts';
import type { Reden } from '#domain/signaal/berichten.ts';
import { beginVan, type Datum, datumVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { nietVoor } from '../uitvoeren/niet-voor.ts';
import {
  type Aanwezige,
  coordinatorenVan,
  eerderAanHetWerk,
  isAfwezig,
  landelijkTeam,
  waarnemers,
} from './aanwezig.ts';
import { isActueel } from './actueel.ts';
import { type KlaarBericht, neemBerichten, neemOntvanger, NU, type Ontvanger, VANDAAG, zetStatus } from './klaar.ts';

/**
 * Hands on what is due for people who are away: what asks something of them to their deputy, else to whoever is there of the
 * coordinators of the level, else to landelijk. Information, and what only she can answer, waits until she is back.
 */
export async function draagOver(orm: MikroORM): Promise<void> {
  const afwezigen = await rows<{ gebruiker: string }>(
    orm.em.getKysely(),
    sql`select distinct b.gebruiker from bericht b join stroom s on s.id = b.stroom
         where b.status = 'wacht' and b.gebruiker is not null and b.niet_voor <= ${NU}
           and ${isAfwezig(sql`b.gebruiker`, VANDAAG)}`,
  );
  for (const { gebruiker } of afwezigen) await inTransaction(orm, (db) => draagOverVan(db, gebruiker));
}

async function draagOverVan(db: Db, gebruiker: string): Promise<void> {
  const ontvanger = await neemOntvanger(db, { gebruiker });
  if (ontvanger === undefined) return;
  for (const bericht of await neemBerichten(db, { gebruiker })) {
    const terug = await terugOp(db, gebruiker, datumVan(bericht.nu));
    if (terug === null) continue;
    if (!isActueel(bericht, ontvanger)) await zetStatus(db, [bericht], 'vervallen');
    else await draagEenOver(db, bericht, ontvanger, terug);
  }
}

async function draagEenOver(db: Db, bericht: KlaarBericht, ontvanger: Ontvanger, terug: Datum): Promise<void> {
  const nemers =
    ALLEEN_ZIJ.includes(bericht.waarom) || !isPlicht(bericht.soort, bericht.waarom)
      ? []
      : await wieNeemtHet(db, bericht, ontvanger);
  if (nemers.length === 0) {
    const week = ontvanger.week ?? STANDAARDWEEK;
    const bijTerugkeer = eersteOverzicht(beginVan(terug), { week, kalender: bericht.staat.kalender });
    await rows(db, sql`update bericht set bundel = 'dag', niet_voor = ${bijTerugkeer} where id = ${bericht.id}`);
    return;
  }
  await rows(
    db,
    sql`insert into bericht (stroom, volgnummer, gebruiker, namens, soort, bundel, waarom, stap, op, niet_voor)
        select b.stroom, b.volgnummer, n.gebruiker, coalesce(b.namens, b.gebruiker), b.soort, b.bundel, b.waarom, b.stap, b.op, n.niet_voor
          from bericht b, jsonb_to_recordset(${jsonb(nemers)}) as n (gebruiker text, niet_voor timestamptz)
         where b.id = ${bericht.id}
           and not exists (select from bericht al where al.stroom = b.stroom and al.volgnummer = b.volgnummer
                              and al.gebruiker = n.gebruiker and al.soort = b.soort)`,
  );
  await zetStatus(db, [bericht], 'overgenomen');
}

/** Advice is asked of her in person. */
const ALLEEN_ZIJ: readonly Reden[] = ['deskundige', 'meedenker'];

interface Nemer {
  gebruiker: string;
  niet_voor: Tijdstip;
}

async function wieNeemtHet(db: Db, bericht: KlaarBericht, { id: afwezige }: Ontvanger): Promise<Nemer[]> {
  const { staat, nu } = bericht;
  const datum = datumVan(nu);
  if (afwezige === null) return [];
  const waarnemer = await waarnemers(db, afwezige, staat, datum);
  const collegas = (await coordinatorenVan(db, staat, datum)).filter(({ id }) => id !== afwezige);
  const [mensen = []] = [waarnemer, collegas, await landelijkTeam(db, staat, datum)].filter(({ length }) => length > 0);
  const nemers = mensen.map(({ id, week }) => ({ gebruiker: id, niet_voor: wanneer(bericht, week) }));
  if (staat.urgentie !== 'spoed' || waarnemer.length === 0) return nemers;
  const dan = nemers.map(({ niet_voor }) => niet_voor).toSorted()[0] ?? nu;
  const eerder = eerderAanHetWerk(collegas, { op: nu, dan, kalender: staat.kalender });
  return eerder === undefined ? nemers : [...nemers, { gebruiker: eerder.id, niet_voor: eerder.nietVoor }];
}

/** With today's digest when that is still to come, else as soon as she works. */
function wanneer({ bundel, nu, staat: { kalender } }: KlaarBericht, week: Aanwezige['week']): Tijdstip {
  const overzicht = nietVoor(bundel, nu, kalender, week);
  return datumVan(overzicht) === datumVan(nu) ? overzicht : nietVoor('direct', nu, kalender, week);
}

/** The first date on which she is no longer away; null when she is there on `datum`. */
async function terugOp(db: Db, afwezige: string, datum: Datum): Promise<Datum | null> {
  const reeks = await rows<{ van: Datum; tot: Datum }>(
    db,
    sql`select van::text, tot::text from waarneming where afwezige = ${afwezige} and tot >= greatest(van, ${datum}::date) order by van`,
  );
  let terug = datum;
  for (const { van, tot } of reeks) if (van <= terug) terug = plusDagen(tot, 1);
  return terug === datum ? null : terug;
}
