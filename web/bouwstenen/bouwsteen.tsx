import type { ReactNode } from 'react';

/** One component, with the name of its file. */
export function Bouwsteen({ naam, children }: { naam: string; children: ReactNode }) {
  return (
    <section className="bouwsteen" aria-labelledby={`steen-${naam}`}>
      <h3 id={`steen-${naam}`}>{naam}</h3>
      {children}
    </section>
  );
}

interface ToestandProps {
  naam: string;
  /** As when somebody came to it by keys. */
  focus?: boolean;
  children: ReactNode;
}

/** The same component, in another state. */
export function Toestand({ naam, focus = false, children }: ToestandProps) {
  return (
    <div className={focus ? 'toestand in-focus' : 'toestand'}>
      <p className="zacht">{naam}</p>
      {children}
    </div>
  );
}
