import type { ReactNode } from 'react';

interface MeldingProps {
  /** What kind of news it is: something to mind, something that went well, something that went wrong, or just to know. */
  soort: 'let-op' | 'goed' | 'fout' | 'info';
  kop?: string;
  children: ReactNode;
}

/** Something that people must not miss. What went wrong is read out at once, the rest when there is time for it. */
export function Melding({ soort, kop, children }: MeldingProps) {
  return (
    <div className={soort === 'let-op' ? 'melding' : `melding ${soort}`} role={soort === 'fout' ? 'alert' : 'status'}>
      {kop !== undefined && <h2>{kop}</h2>}
      {children}
    </div>
  );
}
