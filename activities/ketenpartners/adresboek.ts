import { type EntityManager, type InferEntity, LockMode } from '@mikro-orm/postgresql';

import { text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { Loket, Sluiting as Sluitingsrij } from '#db/entities/loket.ts';
import type { Loketgegevens, Sluiting } from '#db/queries/loketten.ts';
import { leesOrganisatie } from '#db/queries/organisaties.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Loketwijzigingsoort } from '#domain/beleid/loketwijzigingen.ts';

import type { Afzender } from '../post/brief.ts';
import { legKlaar } from '../post/brieven.ts';
import { loketbrieven, type Wijziger } from './loketbrief.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'adresboek' } as const;

/** Who changes the directory, and why. */
export interface Wijziging {
  wie: Wijziger;
  reden: string;
}

/**
 * The only writer of the directory of ketenpartners. Each change leaves a trace, and the addresses that it is about are told. A verzoek
 * that runs keeps the contact that it has.
 */
export interface Adresboek {
  /** With the same id once more nothing happens. False when there is no such organisatie. */
  readonly voegToe: (id: string, organisatie: string, loket: Loketgegevens, daad: Wijziging) => Promise<boolean>;
  /** Whoever saves a desk, changed or not, says that its addresses are right. False when the organisatie has no such desk. */
  readonly wijzig: (id: string, organisatie: string, loket: Loketgegevens, daad: Wijziging) => Promise<boolean>;
  /** No verzoek goes there any more. False when the organisatie has no such desk. */
  readonly sluit: (id: string, organisatie: string, daad: Wijziging) => Promise<boolean>;
  /** The organisatie is closed for a while; what was known of a closure from the same date is replaced. False when there is no such organisatie. */
  readonly meldSluiting: (organisatie: string, sluiting: Sluiting, wie: Wijziger) => Promise<boolean>;
  /** False when no closure begins on this date. */
  readonly verwijderSluiting: (organisatie: string, van: string, wie: Wijziger) => Promise<boolean>;
}

export function createAdresboek(database: Database, afzender: Afzender): Adresboek {
  /** Writes the trace of a change of one desk, and the letters about it. */
  async function noteerLoket(db: Db, spoor: Spoor & { voor: Loketgegevens | null; na: Loketgegevens | null }) {
    const id = await noteer(db, spoor);
    const organisatie = await leesOrganisatie(db, spoor.organisatie);
    const brieven = loketbrieven(organisatie?.naam ?? spoor.organisatie, spoor.voor, spoor.na, spoor.wie);
    for (const [nummer, { adres, brief }] of brieven.entries())
      await legKlaar(db, afzender, { adres, brief, sleutel: `loket-${id}-${nummer}`, op: new Date().toISOString() });
  }

  return {
    voegToe: (id, organisatie, loket, daad) =>
      database.withEntities(ALS, async (em, db) => {
        const na = gegevensVan(loket);
        if ((await leesOrganisatie(db, organisatie)) === null) return false;
        const nieuw = { id, organisatie, ...kolommenVan(na) };
        const { affectedRows } = await em
          .createQueryBuilder(Loket)
          .insert(nieuw)
          .onConflict('id')
          .ignore()
          .execute('run');
        const spoor = { organisatie, loket: id, voor: null, na, ...daad };
        if (affectedRows > 0) await noteerLoket(db, { soort: 'loket_toegevoegd', ...spoor });
        return true;
      }),
    wijzig: (id, organisatie, loket, daad) =>
      database.withEntities(ALS, async (em, db) => {
        const rij = await neemLoket(em, organisatie, id);
        if (rij === null) return false;
        const [voor, na] = [gegevensUit(rij), gegevensVan(loket)];
        em.assign(rij, { ...kolommenVan(na), onbestelbaarOp: null, escalatieOnbestelbaarOp: null });
        if (JSON.stringify(voor) !== JSON.stringify(na))
          await noteerLoket(db, { soort: 'loket_gewijzigd', organisatie, loket: id, voor, na, ...daad });
        return true;
      }),
    sluit: (id, organisatie, daad) =>
      database.withEntities(ALS, async (em, db) => {
        const rij = await neemLoket(em, organisatie, id);
        if (rij === null) return false;
        if (!rij.actief) return true;
        rij.actief = false;
        const spoor = { organisatie, loket: id, voor: gegevensUit(rij), na: null, ...daad };
        await noteerLoket(db, { soort: 'loket_gesloten', ...spoor });
        return true;
      }),
    meldSluiting: (organisatie, { van, tot, reden }, wie) =>
      database.withEntities(ALS, async (em, db) => {
        if ((await leesOrganisatie(db, organisatie)) === null) return false;
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
      database.withEntities(ALS, async (em, db) => {
        const rij = await neemSluiting(em, organisatie, van);
        if (rij === null) return false;
        const voor = { van, tot: rij.tot, reden: rij.reden };
        em.remove(rij);
        await noteer(db, { soort: 'sluiting_verwijderd', organisatie, loket: null, voor, na: null, wie, reden: null });
        return true;
      }),
  };
}

/** A desk of this organisatie, locked until the transaction ends. */
function neemLoket(em: EntityManager, organisatie: string, id: string) {
  return em.findOne(Loket, { id, organisatie }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

function neemSluiting(em: EntityManager, organisatie: string, van: string) {
  return em.findOne(Sluitingsrij, { organisatie, van }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

function kolommenVan({ naam, contact, escalatie }: Loketgegevens) {
  return {
    naam,
    contactpersoon: contact.naam,
    email: contact.email,
    telefoon: contact.telefoon,
    escalatieNaam: escalatie?.naam ?? null,
    escalatieEmail: escalatie?.email ?? null,
    escalatieTelefoon: escalatie?.telefoon ?? null,
  };
}

function gegevensUit(rij: InferEntity<typeof Loket>): Loketgegevens {
  const { escalatieNaam: naam, escalatieEmail: email, escalatieTelefoon: telefoon } = rij;
  return gegevensVan({
    naam: rij.naam,
    contact: { naam: rij.contactpersoon, email: rij.email, telefoon: rij.telefoon },
    // The three are there together, or none: loket_escalatie_check.
    escalatie: naam == null || email == null || telefoon == null ? null : { naam, email, telefoon },
  });
}

interface Spoor {
  soort: Loketwijzigingsoort;
  organisatie: string;
  loket: string | null;
  voor: Loketgegevens | Sluiting | null;
  na: Loketgegevens | Sluiting | null;
  wie: Wijziger;
  reden: string | null;
}

/** Returns the id of the trace. */
async function noteer(db: Db, { soort, organisatie, loket, voor, na, wie, reden }: Spoor): Promise<string> {
  const [spoor] = await rows(
    db,
    sql`insert into loketwijziging (organisatie, loket, soort, door, op, reden, voor, na)
        values (${organisatie}, ${loket}::uuid, ${soort}, ${wie.id}, clock_timestamp(), ${reden},
                nullif(${jsonb(voor)}, 'null'), nullif(${jsonb(na)}, 'null'))
        returning id`,
    { id: text },
  );
  if (spoor === undefined) throw new Error('PostgreSQL returned no row for what it inserted');
  return spoor.id;
}

/** In one order of keys, so that equal desks have one text, and with addresses as all that we write to. */
function gegevensVan({ naam, contact, escalatie }: Loketgegevens): Loketgegevens {
  const alleen = ({ naam: wie, email, telefoon }: Loketgegevens['contact']) => ({
    naam: wie,
    email: email.toLowerCase(),
    telefoon,
  });
  return { naam, contact: alleen(contact), escalatie: escalatie === null ? null : alleen(escalatie) };
}
