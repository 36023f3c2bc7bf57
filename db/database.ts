import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';

import type { Db } from './sql.ts';
import { entitiesIn, inTransaction, withEntities } from './transaction.ts';

/** What asks without a person or a link: it finds out who is there, serves who need not log in, or does the work of the service. */
export type Dienst =
  | 'aanmelden'
  | 'adresboek'
  | 'afmelden'
  | 'agenda'
  | 'beleid'
  | 'bounce'
  | 'cijfers'
  | 'doorgeven'
  | 'feestdagen'
  | 'gebruikers'
  | 'gezondheid'
  | 'herstel'
  | 'jobs'
  | 'kalender'
  | 'ketenpartners'
  | 'loslaten'
  | 'post'
  | 'reis'
  | 'sessies'
  | 'sleutels'
  | 'startpagina'
  | 'voorkeuren'
  | 'waakhond'
  | 'waarnemingen'
  | 'wekken';

/** For whom a query runs. `schrijver`: the one writer of signalen. */
export type Namens =
  | { rol: 'lezer'; persoon: string }
  | { rol: 'partner'; link: string }
  | { rol: 'dienst'; dienst: Dienst }
  | { rol: 'schrijver' };

/** The database, which nobody can ask anything without saying for whom. */
export interface Database {
  /** Where the queries of one asker run. Costs no round trip. */
  readonly voor: (namens: Namens) => Db;
  /** Runs `work` in one transaction and throws what it throws. */
  readonly inTransaction: <T>(namens: Namens, work: (db: Db) => Promise<T>) => Promise<T>;
  /** The same with its rows as entities: what was changed in them is written before the transaction ends. */
  readonly withEntities: <T>(namens: Namens, work: (em: EntityManager, db: Db) => Promise<T>) => Promise<T>;
  /** An entity manager that works inside the transaction `db`, for whom that runs. */
  readonly entitiesIn: (db: Db) => EntityManager;
}

/** All handles share the connections of `orm`. Whoever made that closes it. */
export function createDatabase(orm: MikroORM): Database {
  return {
    voor: (_namens) => orm.em.getKysely(),
    inTransaction: (_namens, work) => inTransaction(orm, work),
    withEntities: (_namens, work) => withEntities(orm, work),
    entitiesIn: (db) => entitiesIn(orm, db),
  };
}
