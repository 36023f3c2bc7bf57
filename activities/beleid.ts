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

import { AlAanHetSimuleren, createNaspelingen, Gestopt, type Naspelingen } from './beleid/naspelingen.ts';
import { hashVan, type Rekengrens, speelIn } from './beleid/simuleren.ts';
import type { Lezing } from './beleid/thread.ts';
import { createThreads } from './beleid/threads.ts';
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

export interface Beleidsdienst {
  /** Simulations that somebody looks at while they run. */
  naspelingen: Omit<Naspelingen, 'sluit'>;
  /** Somebody may soon ask for one, which will then begin at once. Resolves with how many signalen were played to get there; never throws. */
  bereidVoor: (vandaag: Datum) => Promise<number>;
  /** Resolves when it is done. Throws AlAanHetSimuleren while another of the same person runs, and Gestopt when it was stopped. */
  simuleer: (beleid: Beleidsinhoud, periode: Periode, door: string) => Promise<Simulatieverslag>;
  /** Stores a new version and returns it; the same `opdracht` again returns it again. Throws the errors above. */
  bewaar: (nieuw: NieuwBeleid) => Promise<Termijnbeleid>;
  /** Ends the threads in which simulations run, and what runs there. */
  sluit: () => Promise<void>;
}

export interface NieuwBeleid {
  opdracht: string;
  beleid: Beleidsinhoud;
  geldigVanaf: Datum;
  vingerafdruk: string;
  door: string;
}

interface Omgeving {
  /** Simulations run in threads of their own, with connections of their own. */
  lezing: Lezing;
  grens: Rekengrens;
  /** Is told what went wrong while nobody waited. */
  meld: (fout: unknown) => void;
}

export function createBeleid(database: Database, { lezing, grens, meld }: Omgeving): Beleidsdienst {
  const threads = createThreads(lezing);
  const naspelingen = createNaspelingen(database, { threads, grens, meld });
  const einde = new AbortController();
  return {
    naspelingen,
    bereidVoor: (vandaag) =>
      speelIn(database.voor(ALS), threads, vandaag, einde.signal).catch((fout: unknown) => {
        if (!einde.signal.aborted) meld(fout);
        return 0;
      }),
    simuleer: async (beleid, periode, door) => {
      const { id, klaar } = await naspelingen.begin({ beleid, periode }, door);
      // Another process plays it: there it can be looked at.
      if (klaar === null) throw new AlAanHetSimuleren(id);
      const verslag = await klaar;
      if (verslag === null) throw new Gestopt('Deze simulatie is gestopt.');
      return verslag;
    },
    bewaar: (nieuw) => database.withEntities(ALS, (em, db) => bewaar(em, db, nieuw)),
    sluit: async () => {
      einde.abort();
      await naspelingen.sluit();
    },
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
