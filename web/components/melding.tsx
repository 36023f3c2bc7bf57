import type { ReactNode } from 'react';

interface MeldingProps {
  /** What kind of news it is: something to mind, something that went well, something that went wrong, or just to know. */
  soort: 'let-op' | 'goed' | 'fout' | 'info';
  id?: string;
  kop?: string;
  children: ReactNode;
}

const SOORTEN = {
  'let-op': 'utrecht-alert utrecht-alert--warning',
  goed: 'utrecht-alert utrecht-alert--ok',
  fout: 'utrecht-alert utrecht-alert--error',
  info: 'utrecht-alert utrecht-alert--info',
} as const;

/** Something that people must not miss. What went wrong is read out at once, the rest when there is time for it. */
export function Melding({ soort, id, kop, children }: MeldingProps) {
  return (
    <div
      className={SOORTEN[soort]}
      id={id}
      role={soort === 'fout' ? 'alert' : 'status'}
      tabIndex={soort === 'fout' ? -1 : undefined}
    >
      <div className="utrecht-alert__message">
        {kop !== undefined && <h2>{kop}</h2>}
        {children}
      </div>
    </div>
  );
}
