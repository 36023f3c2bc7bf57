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
