import type { MikroORM } from '@mikro-orm/postgresql';

import { text } from '#db/columns.ts';
import { type Loketgegevens, neemLoket, type Sluiting } from '#db/queries/loketten.ts';
import { leesOrganisatie } from '#db/queries/organisaties.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Loketwijzigingsoort } from '#domain/beleid/loketwijzigingen.ts';

import type { Afzender } from '../post/brief.ts';
import { legKlaar } from './brieven.ts';
import { loketbrieven, type Wijziger } from './loketbrief.ts';

/** Who changes the directory, and why. */
export interface Daad {
  wie: Wijziger;
  reden: string;
}

/**
 * The only writer of the directory of ketenpartners. Each change leaves a trace, and the addresses that it is about are told. A verzoek
 * that runs keeps the contact that it has.
 */
export interface Adresboek {
  /** With the same id once more nothing happens. False when there is no such organisatie. */
  readonly voegToe: (id: string, organisatie: string, loket: Loketgegevens, daad: Daad) => Promise<boolean>;
  /** Whoever saves a desk, changed or not, says that its addresses are right. False when the organisatie has no such desk. */
  readonly wijzig: (id: string, organisatie: string, loket: Loketgegevens, daad: Daad) => Promise<boolean>;
  /** No verzoek goes there any more. False when the organisatie has no such desk. */
  readonly sluit: (id: string, organisatie: string, daad: Daad) => Promise<boolean>;
  /** The organisatie is closed for a while; what was known of a closure from the same date is replaced. False when there is no such organisatie. */
  readonly meldSluiting: (organisatie: string, sluiting: Sluiting, wie: Wijziger) => Promise<boolean>;
  /** False when no closure begins on this date. */
  readonly verwijderSluiting: (organisatie: string, van: string, wie: Wijziger) => Promise<boolean>;
}

export function createAdresboek(orm: MikroORM, afzender: Afzender): Adresboek {
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
      inTransaction(orm, async (db) => {
        const na = gegevensVan(loket);
        const { naam, contact, escalatie } = na;
        if ((await leesOrganisatie(db, organisatie)) === null) return false;
        const nieuw = await rows(
          db,
          sql`insert into loket (id, organisatie, naam, contactpersoon, email, telefoon, escalatie_naam, escalatie_email,
                                 escalatie_telefoon)
              values (${id}, ${organisatie}, ${naam}, ${contact.naam}, ${contact.email}, ${contact.telefoon},
                      ${escalatie?.naam}, ${escalatie?.email}, ${escalatie?.telefoon})
              on conflict (id) do nothing returning 1`,
        );
        const spoor = { organisatie, loket: id, voor: null, na, ...daad };
        if (nieuw.length > 0) await noteerLoket(db, { soort: 'loket_toegevoegd', ...spoor });
        return true;
      }),
    wijzig: (id, organisatie, loket, daad) =>
      inTransaction(orm, async (db) => {
        const was = await neemLoket(db, organisatie, id);
        if (was === null) return false;
        const [voor, na] = [gegevensVan(was), gegevensVan(loket)];
        const { naam, contact, escalatie } = na;
        await rows(
          db,
          sql`update loket set naam = ${naam}, contactpersoon = ${contact.naam}, email = ${contact.email},
                     telefoon = ${contact.telefoon}, escalatie_naam = ${escalatie?.naam}, escalatie_email = ${escalatie?.email},
                     escalatie_telefoon = ${escalatie?.telefoon}, onbestelbaar_op = null, escalatie_onbestelbaar_op = null
               where id = ${id}::uuid`,
        );
        if (JSON.stringify(voor) !== JSON.stringify(na))
          await noteerLoket(db, { soort: 'loket_gewijzigd', organisatie, loket: id, voor, na, ...daad });
        return true;
      }),
    sluit: (id, organisatie, daad) =>
      inTransaction(orm, async (db) => {
        const was = await neemLoket(db, organisatie, id);
        if (was === null) return false;
        if (!was.actief) return true;
        await rows(db, sql`update loket set actief = false where id = ${id}::uuid`);
        const spoor = { organisatie, loket: id, voor: gegevensVan(was), na: null, ...daad };
        await noteerLoket(db, { soort: 'loket_gesloten', ...spoor });
        return true;
      }),
    meldSluiting: (organisatie, { van, tot, reden }, wie) =>
      inTransaction(orm, async (db) => {
        if ((await leesOrganisatie(db, organisatie)) === null) return false;
        const voor = await neemSluiting(db, organisatie, van);
        if (voor?.tot === tot && voor.reden === reden) return true;
        await rows(
          db,
          sql`insert into sluiting (organisatie, van, tot, reden) values (${organisatie}, ${van}, ${tot}, ${reden})
              on conflict (organisatie, van) do update set tot = excluded.tot, reden = excluded.reden`,
        );
        const na = { van, tot, reden };
        await noteer(db, { soort: 'sluiting_gemeld', organisatie, loket: null, voor, na, wie, reden });
        return true;
      }),
    verwijderSluiting: (organisatie, van, wie) =>
      inTransaction(orm, async (db) => {
        const voor = await neemSluiting(db, organisatie, van);
        if (voor === null) return false;
        await rows(db, sql`delete from sluiting where organisatie = ${organisatie} and van = ${van}::date`);
        await noteer(db, { soort: 'sluiting_verwijderd', organisatie, loket: null, voor, na: null, wie, reden: null });
        return true;
      }),
  };
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

async function neemSluiting(db: Db, organisatie: string, van: string): Promise<Sluiting | null> {
  const [sluiting] = await rows(
    db,
    sql`select van::text, tot::text, reden from sluiting where organisatie = ${organisatie} and van = ${van}::date for update`,
    { van: text, tot: text, reden: text },
  );
  return sluiting ?? null;
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
