import type { ReactNode } from 'react';

import { Knoplink } from './knop.tsx';

interface LeegProps {
  kop: string;
  /** What will stand here, and what makes it come. */
  children: ReactNode;
  /** What one can do now. */
  daad?: { adres: string; tekst: string } | undefined;
}

/** Where nothing is yet: what it is for, and how it begins. */
export function Leeg({ kop, children, daad }: LeegProps) {
  return (
    <div className="leeg">
      <h2>{kop}</h2>
      <p>{children}</p>
      {daad !== undefined && (
        <p>
          <Knoplink href={daad.adres}>{daad.tekst}</Knoplink>
        </p>
      )}
    </div>
  );
}
