import type { Signaaldossier } from '#db/queries/signaal.ts';
import { type Datum, datumVan } from '#domain/tijd/amsterdam.ts';
import { resterend } from '#domain/tijd/resterend.ts';

import type { Termijnstand } from '../components/termijnmerk.tsx';

/** How a last day stands, and how far away it is, on the clock of one signaal. */
export type Dagteller = (laatsteDag: Datum) => { laatsteDag: Datum; stand: Termijnstand; resterend: string };

export function dagtellerVan({ nu, staat }: Pick<Signaaldossier, 'nu' | 'staat'>): Dagteller {
  const vandaag = datumVan(nu);
  return (laatsteDag) => ({
    laatsteDag,
    stand: laatsteDag === vandaag ? 'vandaag' : laatsteDag < vandaag ? 'te_laat' : 'op_tijd',
    resterend: resterend(laatsteDag, vandaag, staat.kalender),
  });
}
