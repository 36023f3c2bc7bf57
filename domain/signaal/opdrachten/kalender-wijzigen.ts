import { datumVan } from '../../tijd/amsterdam.ts';
import { uiterlijkOp } from '../afgeleid.ts';
import type { Decision } from '../decision.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import type { Staat } from '../staat.ts';
import { legTermijnUit, legUitloopUit } from '../stapuitleg.ts';
import { laatVerlopenHerinneringenVervallen } from '../verlopen.ts';
import { metKalender } from '../verwerken/stappen.ts';

type KalenderWijzigen = Extract<Opdrachtinhoud, { soort: 'kalenderWijzigen' }>;

/**
 * A free day was added or withdrawn: every day still to come moves with it, never to before today. Where nothing moves that is taken
 * over as well, and is no news.
 */
export function kalenderWijzigen(decision: Decision, { kalender }: KalenderWijzigen): void {
  if (kalender.versie <= decision.staat.kalender.versie) return;
  const { staat } = decision;
  const nieuw = { kalender, nietVoor: datumVan(decision.nu) };
  if (laatsteDagenIn(staat) === laatsteDagenIn(metKalender(staat, nieuw)))
    decision.noteer({ soort: 'kalender_overgenomen', ...nieuw });
  else decision.noteer({ soort: 'kalender_gewijzigd', ...nieuw, uiterlijkWas: uiterlijkOp(staat) });
  laatVerlopenHerinneringenVervallen(decision);
}

/** Of every running step the last day, and the one at whose end the clock acts. */
function laatsteDagenIn(staat: Staat): string {
  const dagen = staat.stappen.map((stap) => [
    legTermijnUit(stap, staat).laatsteDag,
    legUitloopUit(stap, staat)?.laatsteDag,
  ]);
  return JSON.stringify(dagen);
}
