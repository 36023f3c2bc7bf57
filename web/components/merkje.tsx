import type { ReactNode } from 'react';

/** What a small mark says by its form, beside its words. */
export type Merksoort = 'gewoon' | 'nieuw' | 'goed' | 'let-op' | 'fout';

const SOORTEN: Readonly<Record<Merksoort, string>> = {
  gewoon: 'utrecht-badge-status utrecht-badge-status--neutral',
  nieuw: 'utrecht-badge-status utrecht-badge-status--active',
  goed: 'utrecht-badge-status utrecht-badge-status--safe',
  'let-op': 'utrecht-badge-status utrecht-badge-status--warning',
  fout: 'utrecht-badge-status utrecht-badge-status--danger',
};

/** How a mark looks, for one that is a link. */
export function merkvorm(soort: Merksoort = 'gewoon'): string {
  return SOORTEN[soort];
}

/** How something stands, in a word or two. The words say it; the colour only helps. */
export function Merkje({ soort = 'gewoon', children }: { soort?: Merksoort; children: ReactNode }) {
  return <span className={merkvorm(soort)}>{children}</span>;
}
