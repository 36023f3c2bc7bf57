import type { Vignetrij, VolledigRapport } from '#db/queries/rapporten.ts';
import { bezwaarTegen } from '#domain/rapport/loop.ts';
import {
  bezwaarTegenVerhalen,
  bezwaarTegenVignet,
  type Vignetdaad,
  type Vignetstand,
} from '#domain/rapport/vignetten.ts';

import { type Paginadaad, PAGINADADEN } from './woorden.ts';

/** These end what one can do with a story that is not looked over. */
const MET_VERHALEN: readonly Paginadaad[] = ['goedkeuren', 'vrijgeven'];

/** Why this person cannot do that with this report now, in words; null when they can. */
export function waaromNiet(daad: Paginadaad, persoon: string, rapport: VolledigRapport): string | null {
  const stand = { ...rapport, nagekekenDoor: rapport.nagekekenDoor?.id ?? null };
  return (
    bezwaarTegen(PAGINADADEN[daad].daad, persoon, stand) ??
    (MET_VERHALEN.includes(daad) ? bezwaarTegenVerhalen(rapport.vignetten.map(vignetstandVan)) : null)
  );
}

/** The same of a story in it; `vignet`: null for one that is yet to be written. */
export function waaromGeenVerhaal(
  daad: Vignetdaad,
  persoon: string,
  { status }: Pick<VolledigRapport, 'status'>,
  vignet: Vignetrij | null,
): string | null {
  return bezwaarTegenVignet(daad, persoon, status, vignet === null ? null : vignetstandVan(vignet));
}

function vignetstandVan({ geschrevenDoor, akkoorden, weg }: Vignetrij): Vignetstand {
  return { geschrevenDoor: geschrevenDoor.id, akkoorden: akkoorden.map(({ id }) => id), weg };
}
