import type { Handuitkomst, Systeemreden } from '../../beleid/codelijsten.ts';
import { coordineert } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import { eisVelden, type Veldregel } from '../../stroom/veldregels.ts';
import { afsluiten } from '../afsluiten.ts';
import type { Decision } from '../decision.ts';
import { cijfers } from '../ladder.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';

type UitkomstMelden = Extract<Opdrachtinhoud, { soort: 'uitkomstMelden' }>;

interface Ingevuld {
  uitkomst: Handuitkomst;
  systeemreden?: Systeemreden | undefined;
}

/** What cannot be solved has a reason in the system, and nothing else has. */
export const UITKOMSTREGELS: readonly Veldregel<Ingevuld>[] = [
  {
    veld: 'systeemreden',
    soort: 'verplicht',
    code: 'motief_ontbreekt',
    reden: 'Kies waarom dit knelpunt niet op te lossen is.',
    klopt: ({ uitkomst, systeemreden }) => uitkomst !== 'niet_oplosbaar' || systeemreden !== undefined,
  },
  {
    veld: 'systeemreden',
    soort: 'overbodig',
    code: 'veld_overbodig',
    reden: 'Een systeemreden hoort alleen bij de uitkomst niet_oplosbaar.',
    klopt: ({ uitkomst, systeemreden }) => uitkomst === 'niet_oplosbaar' || systeemreden === undefined,
  },
];

/**
 * The behandelaar says what came of it. Nothing closes before the filer has heard it: at once when the answer to the filer is part of
 * this act or when behandelaar and filer are one, else by `terugkoppelen`.
 */
export function uitkomstMelden(
  decision: Decision,
  { uitkomst, systeemreden, terugkoppeling }: UitkomstMelden,
  behandelaar: Persoon,
): void {
  eisVelden(UITKOMSTREGELS, { uitkomst, systeemreden: systeemreden ?? undefined });
  if (uitkomst === 'verder_in_patroon' && decision.staat.patroon === undefined)
    throw new DomainError(
      'geen_patroon',
      `Dit signaal hoort nog niet bij een patroon. ${coordineert(behandelaar, decision.staat) ? 'Voeg het eerst toe aan een patroon.' : 'Laat de coördinator het toevoegen.'}`,
    );
  decision.noteer({ soort: 'uitkomst_gemeld', uitkomst, systeemreden });
  decision.eindigStappen(['pauze', 'behandelen', 'aanpak'], () => 'gedaan');
  if (decision.staat.behandelaar === decision.staat.melder) return afsluiten(decision, 'eigen_uitkomst', uitkomst);
  if (!terugkoppeling) {
    return decision.beginStap(
      'terugkoppelen',
      cijfers(decision.kader.beleid.stappen.terugkoppelen, decision.staat.urgentie),
    );
  }
  decision.noteer({ soort: 'teruggekoppeld' });
  afsluiten(decision, 'teruggekoppeld', uitkomst);
}
