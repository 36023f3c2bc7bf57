import { DomainError } from '../../errors.ts';
import { afsluiten } from '../afsluiten.ts';
import type { Besluit } from '../besluit.ts';
import { cijfers } from '../ladder.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';

type UitkomstMelden = Extract<Opdrachtinhoud, { soort: 'uitkomstMelden' }>;

/**
 * The behandelaar says what came of it. Nothing closes before the filer has heard it: at once when the answer to her is part of
 * this act or when behandelaar and filer are one, else by `terugkoppelen`.
 */
export function uitkomstMelden(besluit: Besluit, { uitkomst, systeemreden, terugkoppeling }: UitkomstMelden): void {
  if (uitkomst === 'niet_oplosbaar' && systeemreden === null) {
    throw new DomainError('motief_ontbreekt', 'Kies waarom dit knelpunt niet op te lossen is.');
  }
  besluit.noteer({ soort: 'uitkomst_gemeld', uitkomst, systeemreden });
  besluit.eindigStappen(['pauze', 'behandelen', 'aanpak'], () => 'gedaan');
  if (besluit.staat.behandelaar === besluit.staat.melder) return afsluiten(besluit, 'eigen_uitkomst', uitkomst);
  if (!terugkoppeling) {
    return besluit.beginStap(
      'terugkoppelen',
      cijfers(besluit.kader.beleid.stappen.terugkoppelen, besluit.staat.urgentie),
    );
  }
  besluit.noteer({ soort: 'teruggekoppeld' });
  afsluiten(besluit, 'teruggekoppeld', uitkomst);
}
