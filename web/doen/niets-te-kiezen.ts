import type { Bron } from './bron.ts';
import type { Invoerveld } from './invoervelden.ts';
import type { Keuzes } from './keuzes.ts';

const NIETS_TE_KIEZEN = 'Er is nog niets om uit te kiezen.';
const GEEN_PATROON = 'Er is nog geen patroon. Iemand van het landelijk team kan er een openen, bij Patronen.';
const NIEMAND_ANDERS = 'Er is niemand anders die dit kan.';
const VAN_MENSEN: readonly Bron[] = ['persoon', 'landelijk_team'];

/** Why this cannot be done yet: what it needs cannot be chosen, because there is none. null when it can. */
export function nietsTeKiezen(velden: readonly Invoerveld[], keuzes: Keuzes): string | null {
  for (const veld of velden)
    if (veld.soort === 'keuze' && veld.verplicht && keuzes.get(veld.uit)?.length === 0) return zinZonderKeus(veld.uit);
  return null;
}

/** What to say where nothing of these can be chosen. */
export function zinZonderKeus(uit: Bron): string {
  if (uit === 'patroon') return GEEN_PATROON;
  return VAN_MENSEN.includes(uit) ? NIEMAND_ANDERS : NIETS_TE_KIEZEN;
}
