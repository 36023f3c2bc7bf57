import { isHerinnering, laatsteDagen, laatVervallen } from '../stroom/stap.ts';
import { legDagenUit } from '../stroom/uitleg.ts';
import { datumVan } from '../tijd/amsterdam.ts';
import type { PatroonDecision } from './decision.ts';
import { PATROONAGENDA } from './klok.ts';
import type { Patroonopdracht } from './opdracht.ts';
import type { Patroonstaat } from './staat.ts';
import { metKalender } from './verwerk.ts';

type KalenderWijzigen = Extract<Patroonopdracht, { soort: 'kalenderWijzigen' }>;

/** The days still to come move with the calendar. Where nothing moves that is taken over as well, and is no news. */
export function wijzigKalender(decision: PatroonDecision, { kalender }: KalenderWijzigen): void {
  const { staat } = decision;
  if (kalender.versie <= staat.kalender.versie) return;
  const nieuw = { kalender, nietVoor: datumVan(decision.nu) };
  const schuift = laatsteDagenVan(staat) !== laatsteDagenVan(metKalender(staat, nieuw));
  decision.noteer({ soort: schuift ? 'kalender_gewijzigd' : 'kalender_overgenomen', ...nieuw });
  for (const mijlpaal of PATROONAGENDA.mijlpalen(decision.staat, decision.nu))
    if (mijlpaal.op <= decision.nu && isHerinnering(mijlpaal)) laatVervallen(decision, mijlpaal);
}

/** Of every running step the last day, and the one at whose end the clock acts. */
function laatsteDagenVan(staat: Patroonstaat): string {
  return JSON.stringify(
    staat.stappen.map((stap) => laatsteDagen(stap).map((dagen) => legDagenUit(stap, staat, dagen).laatsteDag)),
  );
}
