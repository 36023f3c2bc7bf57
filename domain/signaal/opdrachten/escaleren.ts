import { coordineert } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import type { Decision } from '../decision.ts';
import { behandelaarOp, komAan, niveauBoven } from '../ladder.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import type { Staat } from '../staat.ts';
import { metGenoemd } from '../verwerken/genoemd.ts';
import { eisGeenConflict, eisGeweest, eisLopend, isBehandelaar, wieHandelt } from './eisen.ts';

type Escaleren = Extract<Opdrachtinhoud, { soort: 'escaleren' }>;

/**
 * The signaal goes one level up by hand, with a motive and a hand-over note. From lokaal only after an own attempt with an answer,
 * unless the filer asked for help, it is urgent, or the patroon is known.
 */
export function escaleren(decision: Decision, { motief, poging }: Escaleren, persoon: Persoon): void {
  const { staat, kader } = decision;
  const naar = niveauBoven(staat.niveau);
  if (poging !== null) eisGeweest(decision, poging.datum);
  const metPoging = poging?.beantwoord === true;
  if (staat.niveau === 'lokaal' && !metPoging && !magZonderPoging(staat)) {
    throw new DomainError('poging_ontbreekt', 'Leg eerst vast wie u hebt benaderd, wanneer, en wat het antwoord was.');
  }
  const benaderd = poging?.organisatie ?? null;
  const behandelaar = behandelaarOp(naar, { kader, staat: metGenoemd(staat, [benaderd]) }, persoon);
  decision.noteer({
    soort: 'geescaleerd',
    van: staat.niveau,
    naar,
    motief,
    automatisch: false,
    behandelaar,
    poging: metPoging,
    ...(benaderd !== null && { organisatie: benaderd }),
  });
  komAan(decision, () => 'gedaan');
}

/** Throws DomainError unless there is a level above. */
export function kanEscaleren({ staat }: Decision): void {
  eisLopend(staat);
  niveauBoven(staat.niveau);
}

/** The behandelaar, or a coordinator of the signaal. Throws DomainError `niet_behandelaar`, `belangenconflict`. */
export function eisEscaleerder(decision: Decision): Persoon {
  const persoon = wieHandelt(decision);
  const { staat } = decision;
  if (!isBehandelaar(persoon, staat) && !coordineert(persoon, staat)) {
    throw new DomainError(
      'niet_behandelaar',
      'Alleen de behandelaar of een coördinator kan dit signaal een niveau hoger leggen.',
    );
  }
  eisGeenConflict(persoon, staat);
  return persoon;
}

function magZonderPoging({ eigenPoging, wens, patroon }: Staat): boolean {
  return eigenPoging || wens === 'hulp' || patroon !== undefined;
}
