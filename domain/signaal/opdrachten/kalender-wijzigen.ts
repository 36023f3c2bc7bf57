import { datumVan } from '../../tijd/amsterdam.ts';
import { uiterlijkOp } from '../afgeleid.ts';
import type { Besluit } from '../besluit.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { laatVerlopenHerinneringenVervallen } from '../verlopen.ts';

type KalenderWijzigen = Extract<Opdrachtinhoud, { soort: 'kalenderWijzigen' }>;

/** A free day was added or withdrawn: every day still to come moves with it, never to before today. */
export function kalenderWijzigen(besluit: Besluit, { kalender }: KalenderWijzigen): void {
  if (kalender.versie <= besluit.staat.kalender.versie) return;
  besluit.noteer({
    soort: 'kalender_gewijzigd',
    kalender,
    nietVoor: datumVan(besluit.nu),
    uiterlijkWas: uiterlijkOp(besluit.staat),
  });
  laatVerlopenHerinneringenVervallen(besluit);
}
