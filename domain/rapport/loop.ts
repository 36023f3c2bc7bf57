/** How far a report is: written, seen by a second person, and given out. */
export const RAPPORTSTATUSSEN = ['concept', 'nagekeken', 'definitief'] as const;
export type Rapportstatus = (typeof RAPPORTSTATUSSEN)[number];

export const RAPPORTSTATUSNAMEN: Readonly<Record<Rapportstatus, string>> = {
  concept: 'Concept',
  nagekeken: 'Nagekeken',
  definitief: 'Definitief',
};

/** What somebody does with a report. */
export const RAPPORTDADEN = ['schrijven', 'hertellen', 'nakijken', 'vrijgeven', 'verbeteren', 'weggooien'] as const;
export type Rapportdaad = (typeof RAPPORTDADEN)[number];

/** What decides who may do what with it. */
export interface Rapportstand {
  readonly status: Rapportstatus;
  /** Who made it or wrote in it; nobody when the clock made it. */
  readonly auteurs: readonly string[];
  readonly nagekekenDoor: string | null;
  /** The newest version of its period. */
  readonly isLaatste: boolean;
}

const IN_STATUS: Readonly<Record<Rapportdaad, readonly Rapportstatus[]>> = {
  schrijven: ['concept'],
  hertellen: ['concept'],
  nakijken: ['concept'],
  weggooien: ['concept', 'nagekeken'],
  vrijgeven: ['nagekeken'],
  verbeteren: ['definitief'],
};

/**
 * Why this person of the national team cannot do that now, in words; null when they can. Four eyes: nobody looks over what they wrote
 * themselves, and nobody gives out what they looked over themselves.
 */
export function bezwaarTegen(daad: Rapportdaad, persoon: string, rapport: Rapportstand): string | null {
  const { status, auteurs, nagekekenDoor, isLaatste } = rapport;
  if (!IN_STATUS[daad].includes(status)) return NIET_NU[status];
  if (daad === 'verbeteren' && !isLaatste) return 'Er is al een nieuwere versie.';
  if (daad === 'nakijken' && auteurs.includes(persoon)) return 'U schreef hier zelf aan mee. Een ander kijkt het na.';
  if (daad === 'vrijgeven' && nagekekenDoor === persoon) return 'U keek dit zelf na. Een ander geeft het vrij.';
  return null;
}

const NIET_NU: Readonly<Record<Rapportstatus, string>> = {
  concept: 'Dit rapport is nog een concept. Een ander kijkt het eerst na.',
  nagekeken: 'Dit rapport is al nagekeken en verandert niet meer. U kunt het vrijgeven of weggooien.',
  definitief: 'Dit rapport is definitief en verandert niet meer. Is er iets fout, maak dan een verbeterde versie.',
};
