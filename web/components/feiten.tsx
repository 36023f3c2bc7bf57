import type { ReactNode } from 'react';

/** What is known, each with its name before it. What is null is left out. */
export function Feiten({ feiten }: { feiten: readonly ({ naam: string; waarde: ReactNode } | null)[] }) {
  return (
    <dl className="feiten">
      {feiten
        .filter((feit) => feit !== null)
        .map(({ naam, waarde }) => (
          <div key={naam}>
            <dt>{naam}</dt>
            <dd>{waarde}</dd>
          </div>
        ))}
    </dl>
  );
}
