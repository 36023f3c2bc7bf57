import { labelVan, type Niveau, type Status, type Urgentie } from '#domain/beleid/codelijsten.ts';

import { Merkje } from '../components/merkje.tsx';

/** How a signaal stands: its status and level, and its urgency when that is more than normal. */
export function Statusmerkje({ status, niveau, urgentie }: { status: Status; niveau: Niveau; urgentie: Urgentie }) {
  return (
    <span className="merkjes">
      <Merkje soort={status === 'afgesloten' ? 'goed' : 'gewoon'}>{labelVan('status', status)}</Merkje>{' '}
      {status !== 'afgesloten' && <span className="zacht">{labelVan('niveau', niveau)}</span>}{' '}
      {urgentie !== 'normaal' && <Merkje soort="let-op">{labelVan('urgentie', urgentie)}</Merkje>}
    </span>
  );
}

/** In the place of the name of who has it in hand: what is closed waits for nobody any more. */
export function zonderBehandelaar(status: Status): string {
  return status === 'afgesloten' ? 'Niemand' : 'Nog niemand';
}
