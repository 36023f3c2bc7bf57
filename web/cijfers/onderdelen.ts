import type { Database } from '#db/database.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Toegang } from '../inloggen/toegang.ts';
import type { PageContext } from '../layout.tsx';

export interface Cijferonderdelen {
  toegang: Toegang;
  database: Database;
  context: PageContext;
  nu: () => Tijdstip;
}
