import { DomainError } from '../errors.ts';
import type { Persoon, Stroomkader } from '../stroom/kader.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import { PatroonDecision } from './decision.ts';
import type { Patroongebeurtenis } from './feiten.ts';
import type { Patroonopdracht, Patroonopdrachtsoort } from './opdracht.ts';
import { PATROONREGELS } from './regels.ts';
import type { Patroonstaat } from './staat.ts';

/**
 * May this person do this now, and what then happened? `staat` has been caught up to `nu`; `null` is a patroon that does not exist
 * yet, with the id `id`. Throws DomainError with the reason when it may not be done.
 */
export function beslisPatroon(
  id: string,
  staat: Patroonstaat | null,
  opdracht: Patroonopdracht,
  nu: Tijdstip,
  kader: Stroomkader,
): Patroongebeurtenis[] {
  const tekst = 'tekst' in opdracht ? opdracht.tekst : undefined;
  const decision = new PatroonDecision(id, staat, nu, kader, {
    bron: opdracht.id,
    door: opdracht.door,
    verschuldigdOp: null,
    tekst,
  });
  const isOpening = opdracht.soort === 'patroonOpenen';
  if (isOpening && staat !== null) throw new DomainError('bestaat_al', 'Dit patroon is al geopend.');
  if (!isOpening && staat === null) throw new DomainError('bestaat_niet', 'Dit patroon is nog niet geopend.');
  doe(opdracht.soort, decision, opdracht);
  return decision.gebeurtenissen;
}

function doe<S extends Patroonopdrachtsoort>(
  soort: S,
  decision: PatroonDecision,
  opdracht: Extract<Patroonopdracht, { soort: S }>,
): void {
  const regel = PATROONREGELS[soort];
  regel.wie(decision);
  regel.kan(decision);
  regel.doe(decision, opdracht);
}

/** What a person can do to a patroon that is there. */
export const PATROONDADEN = [
  'voorstelOpnemen',
  'faseWijzigen',
  'agenderen',
  'reactieVastleggen',
  'besluitVastleggen',
  'adviesVastleggen',
  'effectVastleggen',
  'antwoordSchrijven',
  'antwoordVersturen',
  'antwoordStoppen',
  'patroonOverdragen',
  'patroonBeschrijven',
  'patroonSluiten',
] as const satisfies readonly Patroonopdrachtsoort[];
export type Patroondaad = (typeof PATROONDADEN)[number];

/** Why this person may not do it now, whatever is filled in; null when it may be done. */
export function waaromNiet(daad: Patroondaad, staat: Patroonstaat, persoon: Persoon, nu: Tijdstip): DomainError | null {
  const kader = { kalender: staat.kalender, beleid: { versie: 0 }, personen: { [persoon.id]: persoon } };
  const decision = new PatroonDecision(staat.id, staat, nu, kader, {
    bron: 'vraag',
    door: persoon.id,
    verschuldigdOp: null,
  });
  try {
    PATROONREGELS[daad].wie(decision);
    PATROONREGELS[daad].kan(decision);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
