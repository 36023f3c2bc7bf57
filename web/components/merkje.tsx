import type { ReactNode } from 'react';

/** What a small mark says by its form, beside its words. */
export type Merksoort = 'gewoon' | 'nieuw' | 'goed' | 'let-op' | 'fout';

/** How something stands, in a word or two. The words say it; the colour only helps. */
export function Merkje({ soort = 'gewoon', children }: { soort?: Merksoort; children: ReactNode }) {
  return <span className={soort === 'gewoon' ? 'merkje' : `merkje ${soort}`}>{children}</span>;
}
