import type { Database } from '#db/database.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { bezwaarTegenVignet, GEEN_TOESTEMMING, type Vignetdaad } from '#domain/rapport/vignetten.ts';

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
  readonly keurGoed: (opdracht: Rapportopdracht, vignet: string) => Promise<Rapportuitslag>;
  readonly haalWeg: (opdracht: Rapportopdracht, vignet: string) => Promise<Rapportuitslag>;
}

export function createVignetten(database: Database): Vignetten {
  const doe = (daad: (db: Db) => Promise<Rapportuitslag>): Promise<Rapportuitslag> => inTransactie(database, ALS, daad);
  return {
    schrijf: (opdracht, verhaal) => doe((db) => schrijf(db, opdracht, verhaal)),
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
