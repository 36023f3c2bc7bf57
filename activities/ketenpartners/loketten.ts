import { type EntityManager, type InferEntity, LockMode } from '@mikro-orm/postgresql';

import { Loket } from '#db/entities/loket.ts';
import type { Loketgegevens } from '#db/queries/loketten.ts';
import { leesOrganisatie } from '#db/queries/organisaties.ts';
import type { Db } from '#db/sql.ts';

import type { Afzender } from '../post/brief.ts';
import { legKlaar } from '../post/brieven.ts';
import { isEersteKeer } from '../schrijven/eenmaal.ts';
import { loketbrieven, type Wijziger } from './loketbrief.ts';
import { noteer, type Spoor } from './loketspoor.ts';

/** Who changes the directory, and why. */
export interface Wijziging {
  wie: Wijziger;
  reden: string;
}

/** Where a change of desks is written: one transaction, and who the letters about it are from. */
export interface Schrijfplek {
  em: EntityManager;
  db: Db;
  afzender: Afzender;
}

/** Which desk. */
export interface Loketplek {
  id: string;
  organisatie: string;
}

/** False when there is no such organisatie. With the same id once more nothing happens. */
export async function voegLoketToe(
  { em, db, afzender }: Schrijfplek,
  { id, organisatie }: Loketplek,
  loket: Loketgegevens,
  daad: Wijziging,
): Promise<boolean> {
  const na = gegevensVan(loket);
  if ((await leesOrganisatie(db, organisatie)) === null) return false;
  const nieuw = { id, organisatie, ...kolommenVan(na) };
  const { affectedRows } = await em.createQueryBuilder(Loket).insert(nieuw).onConflict('id').ignore().execute('run');
  const spoor = { organisatie, loket: id, voor: null, na, ...daad };
  if (affectedRows > 0) await noteerLoket(db, afzender, { soort: 'loket_toegevoegd', ...spoor });
  return true;
}

/**
 * False when the organisatie has no such desk. Whoever saves it, changed or not, says that its addresses are right. Once for each `opdracht`:
 * an address that was replaced since does not come back.
 */
export async function wijzigLoket(
  { em, db, afzender }: Schrijfplek,
  { id, organisatie }: Loketplek,
  loket: Loketgegevens,
  { opdracht, ...daad }: Wijziging & { opdracht: string },
): Promise<boolean> {
  const rij = await neemLoket(em, organisatie, id);
  if (rij === null) return false;
  if (!(await isEersteKeer(db, opdracht))) return true;
  const [voor, na] = [gegevensUit(rij), gegevensVan(loket)];
  em.assign(rij, { ...kolommenVan(na), onbestelbaarOp: null, escalatieOnbestelbaarOp: null });
  if (JSON.stringify(voor) !== JSON.stringify(na))
    await noteerLoket(db, afzender, { soort: 'loket_gewijzigd', organisatie, loket: id, voor, na, ...daad });
  return true;
}

/** False when the organisatie has no such desk. */
export async function sluitLoket(
  { em, db, afzender }: Schrijfplek,
  { id, organisatie }: Loketplek,
  daad: Wijziging,
): Promise<boolean> {
  const rij = await neemLoket(em, organisatie, id);
  if (rij === null) return false;
  if (!rij.actief) return true;
  rij.actief = false;
  const spoor = { organisatie, loket: id, voor: gegevensUit(rij), na: null, ...daad };
  await noteerLoket(db, afzender, { soort: 'loket_gesloten', ...spoor });
  return true;
}

/** Writes the trace of a change of one desk, and the letters about it. */
async function noteerLoket(
  db: Db,
  afzender: Afzender,
  spoor: Spoor & { voor: Loketgegevens | null; na: Loketgegevens | null },
): Promise<void> {
  const id = await noteer(db, spoor);
  const organisatie = await leesOrganisatie(db, spoor.organisatie);
  const brieven = loketbrieven(organisatie?.naam ?? spoor.organisatie, spoor.voor, spoor.na, spoor.wie);
  for (const [nummer, { adres, brief }] of brieven.entries())
    await legKlaar(db, afzender, { adres, brief, sleutel: `loket-${id}-${nummer}`, op: new Date().toISOString() });
}

/** A desk of this organisatie, locked until the transaction ends. */
function neemLoket(em: EntityManager, organisatie: string, id: string) {
  return em.findOne(Loket, { id, organisatie }, { lockMode: LockMode.PESSIMISTIC_WRITE });
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

/** In one order of keys, so that equal desks have one text, and with addresses as all that we write to. */
function gegevensVan({ naam, contact, escalatie }: Loketgegevens): Loketgegevens {
  const alleen = ({ naam: wie, email, telefoon }: Loketgegevens['contact']) => ({
    naam: wie,
    email: email.toLowerCase(),
    telefoon,
  });
  return { naam, contact: alleen(contact), escalatie: escalatie === null ? null : alleen(escalatie) };
}
