import type { ReactNode } from 'react';

export interface Tijdpunt {
  sleutel: string | number;
  zin: ReactNode;
  /** When, in words. */
  op: string;
  /** True for what the clock did, and not somebody. */
  vanzelf?: boolean;
  /** What was written with it. */
  tekst?: ReactNode;
}

/** What happened, one sentence each, in the order in which it is given. */
export function Tijdlijn({ punten }: { punten: readonly Tijdpunt[] }) {
  return (
    <ol className="tijdlijn">
      {punten.map(({ sleutel, zin, op, vanzelf = false, tekst }) => (
        <li key={sleutel} className={vanzelf ? 'klok' : undefined}>
          <p>
            {zin} <span className="zacht">{vanzelf ? `${op}, vanzelf` : op}</span>
          </p>
          {tekst !== undefined && <div className="geschreven">{tekst}</div>}
        </li>
      ))}
    </ol>
  );
}
