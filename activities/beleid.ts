import { isDeepStrictEqual } from 'node:util';

import { type EntityManager, raw } from '@mikro-orm/postgresql';

import { number } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { Termijnbeleid as Beleidsrij } from '#db/entities/beleid.ts';
import { Simulatie } from '#db/entities/simulatie.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Beleidsinhoud, Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import type { Periode } from '#domain/simulatie/tellen.ts';
import type { Simulatieverslag } from '#domain/simulatie/verslag.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { GRENS, hashVan } from './beleid/simuleren.ts';
import { createSimulatiethread } from './beleid/thread.ts';
import { noteerWijzigingen } from './schrijven/logwijziging.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'beleid' } as const;

/** The same key came before with another policy. */
export class BeleidBotst extends Error {
  override readonly name = 'BeleidBotst';
}

/** Nobody showed this person a simulation of exactly this policy. */
export class NietGesimuleerd extends Error {
  override readonly name = 'NietGesimuleerd';
}

/** Another version was stored after the simulation, so it compared with what holds no longer. */
export class BeleidGewijzigd extends Error {
  override readonly name = 'BeleidGewijzigd';
}

/** One simulation at a time for a person, in one process: the next would only make both slower. */
export class AlAanHetSimuleren extends Error {
  override readonly name = 'AlAanHetSimuleren';
}

export interface Beleidsdienst {
  /** Throws AlAanHetSimuleren while another of the same person runs. */
  simuleer: (beleid: Beleidsinhoud, periode: Periode, door: string) => Promise<Simulatieverslag>;
  /** Stores a new version and returns it; the same `opdracht` again returns it again. Throws the errors above. */
  bewaar: (nieuw: NieuwBeleid) => Promise<Termijnbeleid>;
  /** Ends the thread in which simulations run, and what runs there. */
  sluit: () => Promise<void>;
}

export interface NieuwBeleid {
  opdracht: string;
  beleid: Beleidsinhoud;
  geldigVanaf: Datum;
  vingerafdruk: string;
  door: string;
}

/** `databaseUrl`: simulations run in a thread of their own, with connections of its own. */
export function createBeleid(database: Database, databaseUrl: string, grens = GRENS): Beleidsdienst {
  const thread = createSimulatiethread(databaseUrl);
  const bezig = new Set<string>();
  return {
    simuleer: async (beleid, periode, door) => {
      if (bezig.has(door)) throw new AlAanHetSimuleren('Er loopt al een simulatie van deze persoon.');
      bezig.add(door);
      try {
        return await thread.simuleer({ beleid, periode, door, grens });
      } finally {
        bezig.delete(door);
      }
    },
    bewaar: (nieuw) => database.withEntities(ALS, (em, db) => bewaar(em, db, nieuw)),
    sluit: thread.sluit,
  };
}

async function bewaar(
  em: EntityManager,
  db: Db,
  { opdracht, beleid, geldigVanaf, vingerafdruk, door }: NieuwBeleid,
): Promise<Termijnbeleid> {
  // One at a time, so that two who saw the same simulation do not both store.
  await rows(db, sql`lock table termijnbeleid in share row exclusive mode`);
  const al = await em.findOne(Beleidsrij, { opdracht });
  if (al !== null) {
    const zelfde = isDeepStrictEqual(al.inhoud, { ...beleid, versie: al.versie, geldigVanaf });
    if (!zelfde) throw new BeleidBotst('Deze sleutel is al gebruikt voor ander beleid.');
    return al.inhoud;
  }
  const gezien = await em.findOne(Simulatie, { vingerafdruk, door, beleid: hashVan(beleid) });
  if (gezien === null) throw new NietGesimuleerd('Simuleer precies dit beleid eerst.');
  const [laatste] = await rows(db, sql`select max(versie) as versie from termijnbeleid`, { versie: number });
  if (laatste?.versie !== gezien.versie) throw new BeleidGewijzigd('Er is na deze simulatie ander beleid opgeslagen.');
  const versie = gezien.versie + 1;
  const inhoud: Termijnbeleid = { versie, geldigVanaf, ...beleid };
  const voor = (await em.findOne(Beleidsrij, { versie: gezien.versie }))?.inhoud ?? null;
  const op = raw('clock_timestamp()');
  await em.insert(Beleidsrij, { versie, geldigVanaf, inhoud, door, op, opdracht, getoond: gezien.getoond });
  await noteerWijzigingen(db, [
    { operatie: 'beleid_opgeslagen', object: `termijnbeleid:${versie}`, door, voor, na: inhoud },
  ]);
  return inhoud;
}
