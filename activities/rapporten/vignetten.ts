import type { Database } from '#db/database.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { bezwaarTegenVignet, GEEN_TOESTEMMING, type Vignetdaad } from '#domain/rapport/vignetten.ts';

import { schrijfOpgeruimd } from '../schrijven/logregels.ts';
import { inTransactie } from '../schrijven/transactie.ts';
import type { Rapportopdracht, Rapportuitslag } from './rapporten.ts';
import { neem, noteer, vignetstandVan, zet } from './rij.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'rapporten' } as const;

/** A story as it is written. */
export interface Verhaal {
  /** Made by who asks: the same story sent twice is there once. */
  id: string;
  /** The id of the signaal that it tells of. */
  signaal: string;
  titel: string;
  verhaal: string;
}

/** Stories in a report that is not final. Of each: asked again by the same person it is as they want it. */
export interface Vignetten {
  readonly schrijf: (opdracht: Rapportopdracht, verhaal: Verhaal) => Promise<Rapportuitslag>;
  /** As who wrote it now wants it, under another id: so nobody agrees to other words than those that were read. `oud`: its id until now. */
  readonly wijzig: (
    opdracht: Rapportopdracht,
    oud: string,
    verhaal: Omit<Verhaal, 'signaal'>,
  ) => Promise<Rapportuitslag>;
  readonly keurGoed: (opdracht: Rapportopdracht, vignet: string) => Promise<Rapportuitslag>;
  readonly haalWeg: (opdracht: Rapportopdracht, vignet: string) => Promise<Rapportuitslag>;
}

export function createVignetten(database: Database): Vignetten {
  const doe = (daad: (db: Db) => Promise<Rapportuitslag>): Promise<Rapportuitslag> => inTransactie(database, ALS, daad);
  return {
    schrijf: (opdracht, verhaal) => doe((db) => schrijf(db, opdracht, verhaal)),
    wijzig: (opdracht, oud, verhaal) => doe((db) => wijzig(db, opdracht, oud, verhaal)),
    keurGoed: (opdracht, vignet) => doe((db) => keurGoed(db, opdracht, vignet)),
    haalWeg: (opdracht, vignet) => doe((db) => haalWeg(db, opdracht, vignet)),
  };
}

async function schrijf(db: Db, opdracht: Rapportopdracht, { id, signaal, titel, verhaal }: Verhaal) {
  const gevonden = await vind(db, opdracht, 'schrijven', id);
  if (gevonden.vignet !== null) return gedaan(opdracht);
  if (gevonden.beletsel !== null) return gevonden.beletsel;
  const ingevoegd = await rows(
    db,
    sql`insert into vignet (id, rapport, signaal, titel, verhaal, geschreven_door, geschreven_op)
        select ${id}::uuid, r.id, ${signaal}::uuid, ${titel}, ${verhaal}, ${opdracht.wie}, ${opdracht.nu}::timestamptz
          from rapport r where r.periode = ${opdracht.periode} and r.versie = ${opdracht.versie}::int and staat_verhaal_toe(${signaal}::uuid)
        returning 1`,
  );
  if (ingevoegd.length === 0) return { soort: 'kan_niet', waarom: GEEN_TOESTEMMING } as const;
  return legVast(db, opdracht, 'schrijven', id);
}

async function wijzig(
  db: Db,
  opdracht: Rapportopdracht,
  oud: string,
  { id, titel, verhaal }: Omit<Verhaal, 'signaal'>,
) {
  if ((await vind(db, opdracht, 'wijzigen', id)).vignet !== null) return gedaan(opdracht);
  const { vignet, beletsel } = await vind(db, opdracht, 'wijzigen', oud);
  if (vignet === null) return { soort: 'bestaat_niet' } as const;
  if (beletsel !== null) return beletsel;
  // Who only looked and sends the form back changes nothing: then those who agreed did so to these words.
  if (vignet.titel === titel && vignet.verhaal === verhaal) return gedaan(opdracht);
  await rows(
    db,
    sql`update vignet set id = ${id}::uuid, titel = ${titel}, verhaal = ${verhaal}, eerste_door = null, tweede_door = null
         where id = ${oud}::uuid`,
  );
  return legVast(db, opdracht, 'wijzigen', id);
}

async function keurGoed(db: Db, opdracht: Rapportopdracht, id: string): Promise<Rapportuitslag> {
  const { vignet, beletsel } = await vind(db, opdracht, 'goedkeuren', id);
  if (vignet?.akkoorden.some((een) => een.id === opdracht.wie) === true) return gedaan(opdracht);
  if (vignet === null) return { soort: 'bestaat_niet' };
  if (beletsel !== null) return beletsel;
  await rows(
    db,
    sql`update vignet set tweede_door = case when eerste_door is not null then ${opdracht.wie} end, eerste_door = coalesce(eerste_door, ${opdracht.wie})
         where id = ${id}::uuid`,
  );
  return legVast(db, opdracht, 'goedkeuren', id);
}

async function haalWeg(db: Db, opdracht: Rapportopdracht, id: string): Promise<Rapportuitslag> {
  const { vignet, beletsel, status } = await vind(db, opdracht, 'weghalen', id);
  if (vignet === null) return { soort: 'bestaat_niet' };
  if (beletsel !== null) return beletsel;
  await rows(db, sql`delete from vignet where id = ${id}::uuid`);
  // What was looked over has its version for ever: only the story is gone from it.
  return status === 'concept' ? legVast(db, opdracht, 'weghalen', id) : logen(db, opdracht, 'weghalen', id);
}

/**
 * Takes the words of stories that no toestemming holds for any more, on the clock of each signaal, out of every report that is not final.
 * The line stays, with why. Returns how many.
 */
export function vergeetVerlopenVerhalen(database: Database): Promise<number> {
  return database.inTransaction(ALS, async (db) => {
    const verlopen = await rows(
      db,
      sql`update vignet v set titel = null, verhaal = null, weg = 'verlopen' from rapport r
           where r.id = v.rapport and r.status <> 'definitief' and v.weg is null and not staat_verhaal_toe(v.signaal) returning 1`,
    );
    if (verlopen.length > 0) await schrijfOpgeruimd(db, 'verhalen', `aantal:${verlopen.length}`);
    return verlopen.length;
  });
}

/** The report, with the story of that id, locked; and why that cannot be done with it. */
async function vind(db: Db, opdracht: Rapportopdracht, daad: Vignetdaad, id: string) {
  const rapport = await neem(db, opdracht);
  if (rapport === null) return { vignet: null, status: null, beletsel: { soort: 'bestaat_niet' } as const };
  const { status } = rapport;
  const vignet = rapport.vignetten.find((een) => een.id === id) ?? null;
  if (opdracht.standen?.includes(rapport.stand) === false)
    return { vignet, status, beletsel: { soort: 'intussen_gewijzigd' } as const };
  const waarom = bezwaarTegenVignet(daad, opdracht.wie, status, vignet && vignetstandVan(vignet));
  return { vignet, status, beletsel: waarom === null ? null : ({ soort: 'kan_niet', waarom } as const) };
}

/** Whoever writes a story is one of the authors of the report from then on. */
async function legVast(db: Db, opdracht: Rapportopdracht, daad: Vignetdaad, id: string): Promise<Rapportuitslag> {
  const wie = daad === 'schrijven' ? [opdracht.wie] : [];
  await zet(db, opdracht, sql`auteurs = array(select distinct unnest(auteurs || ${wie}::text[]))`);
  return logen(db, opdracht, daad, id);
}

/** What was written is not in the log. */
async function logen(db: Db, opdracht: Rapportopdracht, daad: Vignetdaad, id: string): Promise<Rapportuitslag> {
  await noteer(db, opdracht, { operatie: `vignet_${daad}`, wie: opdracht.wie, voor: null, na: { vignet: id } });
  return gedaan(opdracht);
}

function gedaan({ periode, versie }: Rapportopdracht): Rapportuitslag {
  return { soort: 'gedaan', rapport: { periode, versie } };
}
