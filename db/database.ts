import type { MikroORM } from '@mikro-orm/postgresql';

import type { Db } from './sql.ts';

/** What asks without a person or a link: it finds out who is there, or serves who need not log in. */
export type Dienst = 'aanmelden' | 'afmelden' | 'agenda' | 'gezondheid' | 'startpagina';

/** For whom a query runs. */
export type Namens =
  | { rol: 'lezer'; persoon: string }
  | { rol: 'partner'; link: string }
  | { rol: 'dienst'; dienst: Dienst };

/** The database, which nobody can ask anything without saying for whom. */
export interface Database {
  /** Where the queries of one asker run. Costs no round trip. */
  readonly voor: (namens: Namens) => Db;
}

/** All handles share the connections of `orm`. Whoever made that closes it. */
export function createDatabase(orm: MikroORM): Database {
  return { voor: (_namens) => orm.em.getKysely() };
}
