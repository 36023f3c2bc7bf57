import { LockMode } from '@mikro-orm/postgresql';

import type { Database } from '#db/database.ts';
import { Waarneming } from '#db/entities/waarneming.ts';
import { type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'waarnemingen' } as const;

export interface NieuweWaarneming {
  id: string;
  afwezige: string;
  waarnemer: string;
  /** Amsterdam dates, first and last included. */
  van: Datum;
  tot: Datum;
}

/** The only writer of who deputises for whom. */
export interface Waarnemingen {
  /**
   * Keeps a waarneming. `overlapt`: the absent person has a deputy on some of these days already. `botst`: this id is of another
   * waarneming. Keeping the same one again changes nothing.
   */
  readonly bewaar: (nieuw: NieuweWaarneming) => Promise<'bewaard' | 'overlapt' | 'botst'>;
  /** Ends it the day before `vandaag`; one that was still to come does not happen at all. */
  readonly beeindig: (id: string, vandaag: Datum) => Promise<void>;
}

export function createWaarnemingen(database: Database): Waarnemingen {
  return {
    bewaar: (nieuw) =>
      database.withEntities(ALS, async (em) => {
        // Whatever stands in the way: the same id, or other days of the same person.
        const { affectedRows } = await em
          .createQueryBuilder(Waarneming)
          .insert(nieuw)
          .onConflict()
          .ignore()
          .execute('run');
        if (affectedRows > 0) return 'bewaard';
        const eerder = await em.findOne(Waarneming, nieuw.id);
        if (eerder === null) return 'overlapt';
        const { afwezige, waarnemer, van } = eerder;
        const zelfde = afwezige.id === nieuw.afwezige && waarnemer.id === nieuw.waarnemer && van === nieuw.van;
        return zelfde ? 'bewaard' : 'botst';
      }),
    beeindig: (id, vandaag) =>
      database.withEntities(ALS, async (em) => {
        const waarneming = await em.findOne(Waarneming, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
        if (waarneming === null) return;
        const gisteren = plusDagen(vandaag, -1);
        const laatste = waarneming.tot < gisteren ? waarneming.tot : gisteren;
        const nooit = plusDagen(waarneming.van, -1);
        waarneming.tot = laatste > nooit ? laatste : nooit;
      }),
  };
}
