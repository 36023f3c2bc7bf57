import type { ReactNode } from 'react';

import { Uitklap } from './uitklap.tsx';

interface Geweigerd {
  titel: string;
  /** The same for all that have the same reason. */
  sleutel: string;
  waarom: ReactNode;
}

/** What cannot be done now is not hidden from who looks for it: behind a fold, and why said once for all that it holds for. */
export function NietNu({ daden }: { daden: readonly Geweigerd[] }) {
  if (daden.length === 0) return null;
  const perReden = Map.groupBy(daden, ({ sleutel }) => sleutel);
  return (
    <Uitklap kop="Wat nu niet kan, en waarom" aantal={daden.length}>
      <dl className="kan-niet">
        {Array.from(perReden, ([sleutel, samen]) => (
          <div key={sleutel}>
            <dt>{samen.map(({ titel }, i) => (i === 0 ? titel : naKomma(titel))).join(', ')}</dt>
            <dd>{samen[0]?.waarom}</dd>
          </div>
        ))}
      </dl>
    </Uitklap>
  );
}

/** Every title begins with its verb. */
function naKomma(titel: string): string {
  return `${titel.slice(0, 1).toLowerCase()}${titel.slice(1)}`;
}
