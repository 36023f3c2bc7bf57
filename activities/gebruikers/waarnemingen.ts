import { type InferEntity, LockMode } from '@mikro-orm/postgresql';

import type { Database } from '#db/database.ts';
import { Waarneming } from '#db/entities/waarneming.ts';
import type { Db } from '#db/sql.ts';
import { type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';

import type { Afzender } from '../post/brief.ts';
import { legKlaar } from '../post/brieven.ts';
import { AAN_AFWEZIGE, AAN_WAARNEMER, type Dagen, type Genoemde, type Soort } from './waarneembrief.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'waarnemingen' } as const;

export interface NieuweWaarneming extends Dagen {
  id: string;
  afwezige: string;
  waarnemer: string;
}

/** Who arranges it. */
export interface Regelaar extends Genoemde {
  id: string;
}

/** The only writer of who deputises for whom. Who is away, and the deputy, are told by mail of what another arranged. */
export interface Waarnemingen {
  /**
   * Keeps a waarneming. `overlapt`: the absent person has a deputy on some of these days already. `botst`: this id is of another
   * waarneming. Keeping the same one again changes nothing.
   */
  readonly bewaar: (nieuw: NieuweWaarneming, wie: Regelaar) => Promise<'bewaard' | 'overlapt' | 'botst'>;
  /** Ends it the day before `vandaag`; one that was still to come does not happen at all. */
  readonly beeindig: (id: string, vandaag: Datum, wie: Regelaar) => Promise<void>;
}

export function createWaarnemingen(database: Database, afzender: Afzender): Waarnemingen {
  return {
    bewaar: (nieuw, wie) =>
      database.withEntities(ALS, async (em, db) => {
        // Whatever stands in the way: the same id, or other days of the same person.
        const { affectedRows } = await em
          .createQueryBuilder(Waarneming)
          .insert(nieuw)
          .onConflict()
          .ignore()
          .execute('run');
        const bewaard = await em.findOne(Waarneming, nieuw.id, { populate: ['afwezige', 'waarnemer'] });
        if (bewaard === null) return 'overlapt';
        if (affectedRows === 0) return isZelfde(bewaard, nieuw) ? 'bewaard' : 'botst';
        await meld(db, 'geregeld', bewaard, nieuw, { wie, afzender });
        return 'bewaard';
      }),
    beeindig: (id, vandaag, wie) =>
      database.withEntities(ALS, async (em, db) => {
        const slot = { lockMode: LockMode.PESSIMISTIC_WRITE };
        const waarneming = await em.findOne(Waarneming, id, slot);
        if (waarneming === null) return;
        await em.populate(waarneming, ['afwezige', 'waarnemer']);
        const { van, tot } = waarneming;
        const laatste = eerste(tot, plusDagen(vandaag, -1));
        waarneming.tot = laatste >= van ? laatste : plusDagen(van, -1);
        if (waarneming.tot !== tot) await meld(db, 'beeindigd', waarneming, { van, tot }, { wie, afzender });
      }),
  };
}

type Rij = InferEntity<typeof Waarneming>;

function isZelfde({ afwezige, waarnemer, van }: Rij, nieuw: NieuweWaarneming): boolean {
  return afwezige.id === nieuw.afwezige && waarnemer.id === nieuw.waarnemer && van === nieuw.van;
}

/** Lays the letters ready to who is away and to the deputy; to nobody about what they did themselves. */
async function meld(
  db: Db,
  soort: Soort,
  { id, afwezige, waarnemer }: Rij,
  dagen: Dagen,
  { wie, afzender }: { wie: Regelaar; afzender: Afzender },
): Promise<void> {
  const brieven = [
    { lezer: afwezige, schrijf: AAN_AFWEZIGE[soort], sleutel: `waarneming-${id}-${soort}` },
    { lezer: waarnemer, schrijf: AAN_WAARNEMER[soort], sleutel: `waarneming-${id}-${soort}-waarnemer` },
  ].filter(({ lezer }) => lezer.id !== wie.id);
  // In the order of their addresses, so that two who write post never wait for each other.
  for (const { lezer, schrijf, sleutel } of brieven.toSorted((een, ander) =>
    een.lezer.email.toLowerCase() < ander.lezer.email.toLowerCase() ? -1 : 1,
  ))
    await legKlaar(db, afzender, {
      adres: lezer.email,
      brief: schrijf(afwezige, waarnemer, dagen, { wie, afzender }),
      sleutel,
      op: new Date().toISOString(),
    });
}

function eerste(een: Datum, ander: Datum): Datum {
  return een < ander ? een : ander;
}
