import { Merkje, type Merksoort } from './merkje.tsx';

/** How a term stands today. */
export type Termijnstand = 'op_tijd' | 'vandaag' | 'te_laat';

interface TermijnmerkProps {
  stand: Termijnstand;
  /** As `resterend` says it: "nog 3 werkdagen", "vandaag", "2 werkdagen te laat". */
  resterend: string;
}

const SOORTEN: Readonly<Record<Termijnstand, Merksoort>> = { op_tijd: 'gewoon', vandaag: 'let-op', te_laat: 'fout' };
const TEKENS: Readonly<Record<Termijnstand, string | null>> = { op_tijd: null, vandaag: '●', te_laat: '!' };

/** How long a term still is. Who sees no colours sees its words and a sign before them. */
export function Termijnmerk({ stand, resterend }: TermijnmerkProps) {
  const teken = TEKENS[stand];
  return (
    <Merkje soort={SOORTEN[stand]}>
      {teken !== null && <span aria-hidden="true">{`${teken} `}</span>}
      {resterend}
    </Merkje>
  );
}
