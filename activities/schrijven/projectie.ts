import type { Db } from '#db/sql.ts';
import type { Kader } from '#domain/signaal/kader.ts';
import type { Stroomsoort } from '#domain/stroom/soorten.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Staatvan } from './soorten.ts';
import type { Schakel } from './verloop.ts';

/** What happened to a stream in one transaction, its last staat, and what was known at `nu` on its clock. */
export interface Voorval<K extends Stroomsoort = 'signaal'> {
  nummer: string;
  staat: Staatvan<K>;
  verloop: readonly Schakel<K>[];
  kader: Kader;
  nu: Tijdstip;
  /** How far `nu` is ahead of the world's clock. */
  klokverschilMs: number;
}

/** What is kept beside the staat, written in the transaction of the act. Returns whether that leaves mail to do by now. */
export type Projectie<K extends Stroomsoort = 'signaal'> = (db: Db, voorval: Voorval<K>) => Promise<boolean>;
