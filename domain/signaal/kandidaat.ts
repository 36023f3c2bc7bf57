import type { Verzoeksoort } from '../beleid/codelijsten.ts';
import type { Regiocode } from '../beleid/regios.ts';
import type { Persoon } from '../stroom/kader.ts';
import { niveauOnder } from './ladder.ts';
import type { Daad } from './mag-nu.ts';
import { isGeschikt } from './opdrachten/toewijzen.ts';
import { AAN_ORGANISATIE, kanMeedenken, kanNavragen } from './opdrachten/verzoek-doen.ts';
import type { Staat } from './staat.ts';

/** Whether the rules take this person, as they are that day, for whom this act names; of an act that names nobody they ask nothing. */
export function isKandidaat(daad: Daad, persoon: Persoon, staat: Staat): boolean {
  switch (daad) {
    case 'toewijzen':
      return persoon.id !== staat.behandelaar && isGeschikt(persoon, staat, staat.niveau);
    case 'terugleggen':
      return staat.niveau !== 'lokaal' && isGeschikt(persoon, staat, niveauOnder(staat.niveau));
    case 'meedenkerToevoegen':
      return !staat.meedenkers.includes(persoon.id) && kanMeedenken(persoon, staat);
    case 'verzoekDoen':
      return kanMeedenken(persoon, staat);
    default:
      return true;
  }
}

/** Whether the rules take this region for this act; of an act that names none they ask nothing. */
export function isAndereRegio(daad: Daad, regio: Regiocode, staat: Staat): boolean {
  return daad !== 'overdragen' || regio !== staat.regio;
}

/** Whether the rules take this kind of verzoek on this signaal, whoever is asked. */
export function isVerzoeksoortVoor(soort: Verzoeksoort, staat: Staat): boolean {
  if (soort === 'navraag') return kanNavragen(staat);
  return !staat.programma || !AAN_ORGANISATIE.some((een) => een === soort);
}
