import { labelVan, type Niveau, type Status, type Urgentie } from '#domain/beleid/codelijsten.ts';

/** How a signaal stands: its status and level, and its urgency when that is more than normal. */
export function Statusmerkje({ status, niveau, urgentie }: { status: Status; niveau: Niveau; urgentie: Urgentie }) {
  return (
    <span className="merkjes">
      <span className={status === 'afgesloten' ? 'merkje goed' : 'merkje'}>{labelVan('status', status)}</span>{' '}
      {status !== 'afgesloten' && <span className="zacht">{labelVan('niveau', niveau)}</span>}{' '}
      {urgentie !== 'normaal' && <span className="merkje let-op">{labelVan('urgentie', urgentie)}</span>}
    </span>
  );
}
