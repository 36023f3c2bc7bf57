import type { Status, Uitkomst } from '../beleid/codelijsten.ts';
import { datumVan, type Tijdstip } from '../tijd/amsterdam.ts';
import { voluit } from '../tijd/uitleg.ts';

/** What the answer to one reporter depends on beside the answer itself. */
export interface Beantwoorde {
  nummer: string;
  ingediendOp: Tijdstip;
  status: Status;
  uitkomst: Uitkomst | null;
}

/** The answer on a patroon as one reporter reads it: what it is an answer to, the answer, and what becomes of their own signaal. */
export function antwoordOpMaat(antwoord: string, { nummer, ingediendOp, status, uitkomst }: Beantwoorde): string {
  return [
    `Op ${voluit(datumVan(ingediendOp))} diende u signaal ${nummer} in. Dat speelde bij meer gezinnen. Daarom heeft het landelijk team ernaar gekeken.`,
    antwoord.trim(),
    slot(status, uitkomst),
  ].join('\n\n');
}

function slot(status: Status, uitkomst: Uitkomst | null): string {
  if (status !== 'afgesloten') return 'Uw eigen signaal loopt gewoon door. U hoort apart wat daarvan komt.';
  const straks =
    'Over twintig werkdagen vragen wij u hoe het nu gaat. Helpt het niet, dan kunt u uw signaal weer openen.';
  return uitkomst === 'alleen_gemeld' ? `Dank u dat u dit hebt gemeld. ${straks}` : straks;
}
