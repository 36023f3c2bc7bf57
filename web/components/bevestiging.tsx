import type { ReactNode } from 'react';

import { Knop, knopvorm } from './knop.tsx';

interface BevestigingProps {
  /** The button that opens the question, such as "Verwijder het concept". */
  knop: string;
  /** What then happens, and whether it can be taken back. */
  vraag: string;
  /** What the button says that does it. */
  ja: string;
  adres: string;
  /** What the form carries along. */
  verborgen?: Readonly<Record<string, string>>;
  children?: ReactNode;
}

/** Asks once more, in its own place and without a window on top. Whoever closes it has done nothing. */
export function Bevestiging({ knop, vraag, ja, adres, verborgen = {}, children }: BevestigingProps) {
  return (
    <details className="bevestiging">
      <summary className={knopvorm({ soort: 'tweede' })}>{knop}</summary>
      <form method="post" action={adres}>
        {Object.entries(verborgen).map(([naam, waarde]) => (
          <input key={naam} type="hidden" name={naam} value={waarde} />
        ))}
        <p>{vraag}</p>
        {children}
        <Knop soort="gevaar">{ja}</Knop>
      </form>
    </details>
  );
}
