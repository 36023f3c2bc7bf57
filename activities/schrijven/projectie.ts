import type { Db } from '#db/sql.ts';
import type { Kader } from '#domain/signaal/kader.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Schakel } from './verloop.ts';

/** What happened to a signaal in one transaction, its last staat, and what was known at `nu` on its clock. */
export interface Voorval {
  nummer: string;
  staat: Staat;
  verloop: readonly Schakel[];
  kader: Kader;
  nu: Tijdstip;
}

/** What is kept beside the staat, written in the transaction of the act. Returns whether that leaves mail to do by now. */
export type Projectie = (db: Db, voorval: Voorval) => Promise<boolean>;
