import { isActueel } from '#contract/present-les.ts';
import type { Les } from '#db/queries/lessen.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { Merkje } from '../../components/merkje.tsx';
import { LESSTATUSWOORDEN, opbrengstIn } from '../woorden.ts';

/** How a version of a les stands. */
export function Lesmerkje({ les, vandaag }: { les: Les; vandaag: Datum }) {
  if (les.status === 'geldig' && !isActueel(les, vandaag)) return <Merkje soort="let-op">Misschien verouderd</Merkje>;
  const { tekst, soort } = LESSTATUSWOORDEN[les.status];
  return <Merkje soort={soort}>{tekst}</Merkje>;
}

/** How often it was used and helped; nothing while nobody said so. */
export function Opbrengst({ les }: { les: Les }) {
  const zin = opbrengstIn(les);
  return zin === null ? null : <Merkje soort="goed">{zin}</Merkje>;
}
