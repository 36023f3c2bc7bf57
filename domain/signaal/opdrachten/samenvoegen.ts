import { DomainError } from '../../errors.ts';
import { afsluiten } from '../afsluiten.ts';
import type { Decision } from '../decision.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';

type Samenvoegen = Extract<Opdrachtinhoud, { soort: 'samenvoegen' }>;
type AntwoordDoorgeven = Extract<Opdrachtinhoud, { soort: 'antwoordDoorgeven' }>;
type AanvullingDoorgeven = Extract<Opdrachtinhoud, { soort: 'aanvullingDoorgeven' }>;
type DuplicaatOpnemen = Extract<Opdrachtinhoud, { soort: 'duplicaatOpnemen' }>;

/** This signaal is the same as another one, and closes into it. The other one takes it up in the same transaction. */
export function samenvoegen(decision: Decision, { met }: Samenvoegen): void {
  if (met === decision.staat.id)
    throw new DomainError('status_staat_niet_toe', 'Een signaal kan niet met zichzelf worden samengevoegd.');
  decision.noteer({ soort: 'samengevoegd', met });
  afsluiten(decision, 'samengevoegd', null);
}

/** The other half: this signaal takes up a duplicate, while it is open. */
export function duplicaatOpnemen(decision: Decision, { van }: DuplicaatOpnemen): void {
  if (decision.staat.status === 'afgesloten')
    throw new DomainError('gesloten', 'Het signaal dat blijft, is afgesloten.');
  decision.noteer({ soort: 'duplicaat_opgenomen', van });
}

/** The signaal that took this one up has an answer, which its filer waits for as well. Nothing when it lives on by itself by now. */
export function antwoordDoorgeven(decision: Decision, { uit }: AntwoordDoorgeven): void {
  const { afsluiting, samengevoegdIn } = decision.staat;
  if (afsluiting === 'samengevoegd' && samengevoegdIn === uit.signaal)
    decision.noteer({ soort: 'teruggekoppeld', uit });
}

/** The filer of a duplicate added something to it. A decision stays with the duplicate, which watches over its term for bezwaar. */
export function aanvullingDoorgeven(decision: Decision, { van }: AanvullingDoorgeven): void {
  decision.noteer({ soort: 'aangevuld', besluit: null, van });
}
