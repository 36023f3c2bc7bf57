import { type EntityManager, LockMode } from '@mikro-orm/postgresql';

import type { Database } from '#db/database.ts';
import { Sluiting as Sluitingsrij } from '#db/entities/loket.ts';
import type { Loketgegevens, Sluiting } from '#db/queries/loketten.ts';
import { leesOrganisatie } from '#db/queries/organisaties.ts';

import type { Afzender } from '../post/brief.ts';
import { isEersteKeer } from '../schrijven/eenmaal.ts';
import type { Wijziger } from './loketbrief.ts';
import { noteer } from './loketspoor.ts';
import { type Schrijfplek, sluitLoket, voegLoketToe, type Wijziging, wijzigLoket } from './loketten.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'adresboek' } as const;

/**
 * The only writer of the directory of ketenpartners. Each change leaves a trace, and the addresses that it is about are told. A verzoek
 * that runs keeps the contact that it has.
 */
export interface Adresboek {
  /** With the same id once more nothing happens. False when there is no such organisatie. */
  readonly voegToe: (id: string, organisatie: string, loket: Loketgegevens, daad: Wijziging) => Promise<boolean>;
  /** Whoever saves a desk, changed or not, says that its addresses are right. False when the organisatie has no such desk. */
  readonly wijzig: (
    id: string,
    organisatie: string,
    loket: Loketgegevens,
    daad: Wijziging & { opdracht: string },
  ) => Promise<boolean>;
  /** No verzoek goes there any more. False when the organisatie has no such desk. */
  readonly sluit: (id: string, organisatie: string, daad: Wijziging) => Promise<boolean>;
  /** The organisatie is closed for a while; what was known of a closure from the same date is replaced. False when there is no such organisatie. */
  readonly meldSluiting: (
    organisatie: string,
    sluiting: Sluiting,
    daad: { wie: Wijziger; opdracht: string },
  ) => Promise<boolean>;
  /** False when no closure begins on this date. */
  readonly verwijderSluiting: (organisatie: string, van: string, wie: Wijziger) => Promise<boolean>;
}

export function createAdresboek(database: Database, afzender: Afzender): Adresboek {
  const schrijf = (werk: (plek: Schrijfplek) => Promise<boolean>): Promise<boolean> =>
    database.withEntities(ALS, (em, db) => werk({ em, db, afzender }));
  return {
    voegToe: (id, organisatie, loket, daad) => schrijf((plek) => voegLoketToe(plek, { id, organisatie }, loket, daad)),
    wijzig: (id, organisatie, loket, daad) => schrijf((plek) => wijzigLoket(plek, { id, organisatie }, loket, daad)),
    sluit: (id, organisatie, daad) => schrijf((plek) => sluitLoket(plek, { id, organisatie }, daad)),
    meldSluiting: (organisatie, { van, tot, reden }, { wie, opdracht }) =>
      schrijf(async ({ em, db }) => {
        if ((await leesOrganisatie(db, organisatie)) === null) return false;
        if (!(await isEersteKeer(db, opdracht))) return true;
        const rij = await neemSluiting(em, organisatie, van);
        const voor = rij === null ? null : { van, tot: rij.tot, reden: rij.reden };
        if (voor?.tot === tot && voor.reden === reden) return true;
        // Two at once may both find none: the last one counts.
        await em.upsert(Sluitingsrij, { organisatie, van, tot, reden });
        const na = { van, tot, reden };
        await noteer(db, { soort: 'sluiting_gemeld', organisatie, loket: null, voor, na, wie, reden });
        return true;
      }),
    verwijderSluiting: (organisatie, van, wie) =>
      schrijf(async ({ em, db }) => {
        const rij = await neemSluiting(em, organisatie, van);
        if (rij === null) return false;
        const voor = { van, tot: rij.tot, reden: rij.reden };
        em.remove(rij);
        await noteer(db, { soort: 'sluiting_verwijderd', organisatie, loket: null, voor, na: null, wie, reden: null });
        return true;
      }),
  };
}

function neemSluiting(em: EntityManager, organisatie: string, van: string) {
  return em.findOne(Sluitingsrij, { organisatie, van }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
