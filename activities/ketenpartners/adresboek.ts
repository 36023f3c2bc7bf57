import type { MikroORM } from '@mikro-orm/postgresql';

import type { Contact, Sluiting } from '#db/queries/loketten.ts';
import { rows, sql } from '#db/sql.ts';

/** What is kept of a desk. */
export interface Loketgegevens {
  naam: string;
  contact: Contact;
  escalatie: Contact | null;
}

/** The only writer of the directory of ketenpartners. A verzoek that runs keeps the contact that it has. */
export interface Adresboek {
  /** With the same id once more nothing happens. False when there is no such organisatie. */
  readonly voegToe: (id: string, organisatie: string, loket: Loketgegevens) => Promise<boolean>;
  /** Whoever saves a desk, changed or not, says that its addresses are right. False when the organisatie has no such desk. */
  readonly wijzig: (id: string, organisatie: string, loket: Loketgegevens) => Promise<boolean>;
  /** No verzoek goes there any more. False when the organisatie has no such desk. */
  readonly sluit: (id: string, organisatie: string) => Promise<boolean>;
  /** The organisatie is closed for a while; what was known of a closure from the same date is replaced. False when there is no such organisatie. */
  readonly meldSluiting: (organisatie: string, sluiting: Sluiting) => Promise<boolean>;
  /** False when no closure begins on this date. */
  readonly verwijderSluiting: (organisatie: string, van: string) => Promise<boolean>;
}

export function createAdresboek(orm: MikroORM): Adresboek {
  const db = () => orm.em.getKysely();
  return {
    voegToe: async (id, organisatie, { naam, contact, escalatie }) => {
      const gevonden = await rows(
        db(),
        sql`with o as (select id from organisatie where id = ${organisatie}), nieuw as (
              insert into loket (id, organisatie, naam, contactpersoon, email, telefoon, escalatie_naam, escalatie_email,
                                 escalatie_telefoon)
              select ${id}, o.id, ${naam}, ${contact.naam}, lower(${contact.email}), ${contact.telefoon},
                     ${escalatie?.naam}, lower(${escalatie?.email}), ${escalatie?.telefoon} from o
              on conflict (id) do nothing)
            select 1 from o`,
      );
      return gevonden.length > 0;
    },
    wijzig: async (id, organisatie, { naam, contact, escalatie }) => {
      const gewijzigd = await rows(
        db(),
        sql`update loket set naam = ${naam}, contactpersoon = ${contact.naam}, email = lower(${contact.email}),
                   telefoon = ${contact.telefoon}, escalatie_naam = ${escalatie?.naam}, escalatie_email = lower(${escalatie?.email}),
                   escalatie_telefoon = ${escalatie?.telefoon}, onbestelbaar_op = null, escalatie_onbestelbaar_op = null
             where id = ${id}::uuid and organisatie = ${organisatie} returning 1`,
      );
      return gewijzigd.length > 0;
    },
    sluit: async (id, organisatie) => {
      const gesloten = await rows(
        db(),
        sql`update loket set actief = false where id = ${id}::uuid and organisatie = ${organisatie} returning 1`,
      );
      return gesloten.length > 0;
    },
    meldSluiting: async (organisatie, { van, tot, reden }) => {
      const gemeld = await rows(
        db(),
        sql`insert into sluiting (organisatie, van, tot, reden)
            select id, ${van}, ${tot}, ${reden} from organisatie where id = ${organisatie}
            on conflict (organisatie, van) do update set tot = excluded.tot, reden = excluded.reden returning 1`,
      );
      return gemeld.length > 0;
    },
    verwijderSluiting: async (organisatie, van) => {
      const weg = await rows(
        db(),
        sql`delete from sluiting where organisatie = ${organisatie} and van = ${van}::date returning 1`,
      );
      return weg.length > 0;
    },
  };
}
