import type { ReactNode } from 'react';

import { Merkje } from './merkje.tsx';

export interface Tijdpunt {
  sleutel: string | number;
  zin: ReactNode;
  /** When, in words. */
  op: string;
  /** True for what the clock did, and not somebody. */
  vanzelf?: boolean;
  /** True for what happened since who looks was here. */
  nieuw?: boolean;
  /** What was written with it. */
  tekst?: ReactNode;
}

/** What happened, one sentence each, in the order in which it is given. */
export function Tijdlijn({ punten }: { punten: readonly Tijdpunt[] }) {
  return (
    <ol className="tijdlijn">
      {punten.map(({ sleutel, zin, op, vanzelf = false, nieuw = false, tekst }) => (
        <li key={sleutel} className={vanzelf ? 'klok' : undefined}>
          <p>
            {nieuw && (
              <>
                <Merkje soort="nieuw">Nieuw</Merkje>{' '}
              </>
            )}
            {zin} <span className="zacht">{vanzelf ? `${op}, vanzelf` : op}</span>
          </p>
          {tekst !== undefined && <div className="geschreven">{tekst}</div>}
        </li>
      ))}
    </ol>
  );
}
