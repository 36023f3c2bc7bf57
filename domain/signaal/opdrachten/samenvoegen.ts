import { DomainError } from '../../errors.ts';
import { afsluiten } from '../afsluiten.ts';
import type { Besluit } from '../besluit.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';

type Samenvoegen = Extract<Opdrachtinhoud, { soort: 'samenvoegen' }>;
type AntwoordDoorgeven = Extract<Opdrachtinhoud, { soort: 'antwoordDoorgeven' }>;
type AanvullingDoorgeven = Extract<Opdrachtinhoud, { soort: 'aanvullingDoorgeven' }>;
type DuplicaatOpnemen = Extract<Opdrachtinhoud, { soort: 'duplicaatOpnemen' }>;

/** This signaal is the same as another one, and closes into it. The other one takes it up in the same transaction. */
export function samenvoegen(besluit: Besluit, { met }: Samenvoegen): void {
  if (met === besluit.staat.id)
    throw new DomainError('status_staat_niet_toe', 'Een signaal kan niet met zichzelf worden samengevoegd.');
  besluit.noteer({ soort: 'samengevoegd', met });
  afsluiten(besluit, 'samengevoegd', null);
}

/** The other half: this signaal takes up a duplicate, while it is open. */
export function duplicaatOpnemen(besluit: Besluit, { van }: DuplicaatOpnemen): void {
  if (besluit.staat.status === 'afgesloten')
    throw new DomainError('gesloten', 'Het signaal dat blijft, is afgesloten.');
  besluit.noteer({ soort: 'duplicaat_opgenomen', van });
}

/** The signaal that took this one up has an answer, which its filer waits for as well. Nothing when it lives on by itself by now. */
export function antwoordDoorgeven(besluit: Besluit, { uit }: AntwoordDoorgeven): void {
  const { afsluiting, samengevoegdIn } = besluit.staat;
  if (afsluiting === 'samengevoegd' && samengevoegdIn === uit.signaal) besluit.noteer({ soort: 'teruggekoppeld', uit });
}

/** The filer of a duplicate added something to it. A decision stays with the duplicate, which watches over its term for bezwaar. */
export function aanvullingDoorgeven(besluit: Besluit, { van }: AanvullingDoorgeven): void {
  besluit.noteer({ soort: 'aangevuld', besluit: null, van });
}
