import type { Decision } from './decision.ts';

/**
 * Van het kastje naar de muur, flagged once: two different organisations answered `niet_bevoegd`, or a verzoek goes to, or an answer
 * names, an organisation that answered so before.
 */
export function seinDomeindiscussie(decision: Decision, genoemd: string | null): void {
  const { nietBevoegd, domeindiscussie } = decision.staat;
  const terug = genoemd !== null && nietBevoegd.includes(genoemd);
  if (domeindiscussie || (nietBevoegd.length < 2 && !terug)) return;
  decision.noteer({ soort: 'domeindiscussie_gezien', organisaties: nietBevoegd });
}
