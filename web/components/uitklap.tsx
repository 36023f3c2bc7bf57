import type { ReactNode } from 'react';

interface UitklapProps {
  kop: ReactNode;
  /** How many there are inside, where that helps to choose. */
  aantal?: number;
  open?: boolean;
  children: ReactNode;
}

/** What not everybody needs, one press away. */
export function Uitklap({ kop, aantal, open = false, children }: UitklapProps) {
  return (
    <details className="uitklap" open={open}>
      <summary>
        {kop}
        {aantal !== undefined && ` (${aantal})`}
      </summary>
      {children}
    </details>
  );
}
