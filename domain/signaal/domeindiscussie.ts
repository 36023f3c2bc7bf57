import type { Besluit } from './besluit.ts';

/**
 * Van het kastje naar de muur, flagged once: two different organisations answered `niet_bevoegd`, or a verzoek goes to, or an answer
 * names, an organisation that answered so before.
 */
export function seinDomeindiscussie(besluit: Besluit, genoemd: string | null): void {
  const { nietBevoegd, domeindiscussie } = besluit.staat;
  const terug = genoemd !== null && nietBevoegd.includes(genoemd);
  if (domeindiscussie || (nietBevoegd.length < 2 && !terug)) return;
  besluit.noteer({ soort: 'domeindiscussie_gezien', organisaties: nietBevoegd });
}
