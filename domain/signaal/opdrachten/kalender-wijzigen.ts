import { datumVan } from '../../tijd/amsterdam.ts';
import { uiterlijkOp } from '../afgeleid.ts';
import type { Decision } from '../decision.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { laatVerlopenHerinneringenVervallen } from '../verlopen.ts';

type KalenderWijzigen = Extract<Opdrachtinhoud, { soort: 'kalenderWijzigen' }>;

/** A free day was added or withdrawn: every day still to come moves with it, never to before today. */
export function kalenderWijzigen(decision: Decision, { kalender }: KalenderWijzigen): void {
  if (kalender.versie <= decision.staat.kalender.versie) return;
  decision.noteer({
    soort: 'kalender_gewijzigd',
    kalender,
    nietVoor: datumVan(decision.nu),
    uiterlijkWas: uiterlijkOp(decision.staat),
  });
  laatVerlopenHerinneringenVervallen(decision);
}
