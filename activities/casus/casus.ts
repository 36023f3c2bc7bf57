import type { Database } from '#db/database.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { type Bestandsdeel, type Casusteksten, GESCHREVEN_DELEN, type Toestemming } from '#domain/casus.ts';
import { hexHash } from '#platform/hash.ts';
import type { KeyRing } from '#platform/key-ring.ts';
import { seal } from '#platform/seal.ts';

import { type GoedBestand, idVan } from '../ketenpartners/bijlagen.ts';
import { isEersteKeer } from '../schrijven/eenmaal.ts';
import { sleutelVan } from '../schrijven/signaalsleutel.ts';
import type { Opties } from '../schrijven/uitvoeren.ts';
import { type Casusstuk, leesCasusbestand, leesCasusstukken } from './lezen.ts';
import type { Casusplek } from './plek.ts';
import { legToestemmingVast, trekToestemmingIn } from './toestemmingen.ts';

/** For whom what is written is written; who may, its callers ask the rules. */
const ALS = { rol: 'dienst', dienst: 'casus' } as const;

export interface Casusbijlagen {
  /** The parts that whoever asks with `db` may read. Throws MasterKeyMissing. */
  readonly lees: (db: Db, stroom: string) => Promise<Casusstuk[]>;
  /** The content of one file of it; null when there is none for who asks. */
  readonly inhoudVan: (db: Db, stroom: string, bestand: string) => Promise<Buffer | null>;
  /** Puts these texts in the place of those that were there, once for each `opdracht`. Throws SleutelVernietigd, MasterKeyMissing. */
  readonly schrijf: (plek: Casusplek, teksten: Casusteksten, opdracht: string) => Promise<void>;
  /** With what these are written in the transaction that files the signaal. `sleutel`: the key of the request, which is kept nowhere. */
  readonly bijIndienen: (plek: Omit<Casusplek, 'op'>, teksten: Casusteksten, sleutel: string) => Opties;
  /** Keeps a file; the same file twice is kept once. With an `opdracht` once for that one, also when it was taken away since. Throws the same. */
  readonly voegBestandToe: (
    plek: Casusplek,
    soort: Bestandsdeel,
    bestand: GoedBestand,
    opdracht?: string,
  ) => Promise<void>;
  /** False when there was none. */
  readonly verwijderBestand: (stroom: string, bestand: string) => Promise<boolean>;
  readonly legToestemmingVast: (plek: Casusplek, toestemming: Omit<Toestemming, 'ingetrokkenOp'>) => Promise<void>;
  /** Closes at once what it opened; one that was taken back before stays so. */
  readonly trekToestemmingIn: (plek: Casusplek, id: string) => Promise<void>;
}

export function createCasusbijlagen(database: Database, sleutelbos: KeyRing): Casusbijlagen {
  const db = () => database.voor(ALS);

  async function voegToe(tx: Db, { stroom, door, op }: Casusplek, teksten: Casusteksten): Promise<void> {
    const geschreven = GESCHREVEN_DELEN.filter((soort) => teksten[soort] !== undefined);
    if (geschreven.length === 0) return;
    const sleutel = await sleutelVan(tx, sleutelbos, stroom);
    for (const soort of geschreven) {
      const inhoud = Buffer.from(teksten[soort] ?? '');
      await rows(
        tx,
        sql`insert into casusbijlage (stroom, soort, grootte, inhoud, door, op)
            values (${stroom}, ${soort}, ${inhoud.length}, ${seal(sleutel, inhoud, `${stroom} ${soort}`)}, ${door}, ${op})`,
      );
    }
  }

  return {
    lees: (vrager, stroom) => leesCasusstukken(vrager, sleutelbos, stroom),
    inhoudVan: (vrager, stroom, bestand) => leesCasusbestand(vrager, sleutelbos, stroom, bestand),
    schrijf: (plek, teksten, opdracht) =>
      database.inTransaction(ALS, async (tx) => {
        if (!(await isEersteKeer(tx, opdracht))) return;
        await rows(tx, sql`delete from casusbijlage where stroom = ${plek.stroom} and naam is null`);
        await voegToe(tx, plek, teksten);
      }),
    bijIndienen: (plek, teksten, sleutel) => {
      if (Object.keys(teksten).length === 0) return {};
      return {
        erbij: (tx, op) => voegToe(tx, { ...plek, op }, teksten),
        // With the key in it, what was written cannot be guessed from its hash.
        erbijAfdruk: hexHash(JSON.stringify([sleutel, teksten])),
      };
    },
    voegBestandToe: ({ stroom, door, op }, soort, bestand, opdracht) =>
      database.inTransaction(ALS, async (tx) => {
        if (opdracht !== undefined && !(await isEersteKeer(tx, opdracht))) return;
        const sleutel = await sleutelVan(tx, sleutelbos, stroom);
        const { naam, inhoud, mediatype } = bestand;
        const id = idVan(stroom, bestand);
        await rows(
          tx,
          sql`insert into casusbijlage (id, stroom, soort, naam, mediatype, grootte, inhoud, door, op)
              values (${id}, ${stroom}, ${soort}, ${seal(sleutel, Buffer.from(naam), `${id} naam`)}, ${mediatype}, ${inhoud.length},
                      ${seal(sleutel, inhoud, `${id} inhoud`)}, ${door}, ${op})
              on conflict (id) do nothing`,
        );
      }),
    verwijderBestand: async (stroom, bestand) => {
      const weg = await rows(
        db(),
        sql`delete from casusbijlage where stroom = ${stroom} and id = ${bestand}::uuid and naam is not null returning 1`,
      );
      return weg.length > 0;
    },
    legToestemmingVast: (plek, toestemming) => legToestemmingVast(db(), plek, toestemming),
    trekToestemmingIn: (plek, id) => trekToestemmingIn(db(), plek, id),
  };
}
