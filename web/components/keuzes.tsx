import type { ReactNode } from 'react';

import { Bijschrift, type Veldmelding } from './formulier.tsx';
import { Veldgroep } from './veldgroep.tsx';

interface KeuzesProps {
  naam: string;
  label: ReactNode;
  hint?: string | undefined;
  /** `een` of them, or as many as one wants. */
  hoeveel: 'een' | 'meer';
  opties: readonly { waarde: string; tekst: string; toelichting?: string | undefined }[];
  gekozen: readonly string[];
  fouten: readonly Veldmelding[];
}

/** A question with its answers in sight, one of which or some of which are chosen. */
export function Keuzes({ naam, label, hint, hoeveel, opties, gekozen, fouten }: KeuzesProps) {
  const eigen = fouten.filter(({ veld }) => veld === naam);
  const beschreven = [hint === undefined ? '' : `${naam}-hint`, eigen.length === 0 ? '' : `${naam}-fout`].filter(
    (id) => id !== '',
  );
  return (
    <Veldgroep
      label={label}
      onjuist={eigen.length > 0}
      beschreven={beschreven.length === 0 ? undefined : beschreven.join(' ')}
    >
      <Bijschrift naam={naam} hint={hint} fouten={eigen} />
      {opties.map(({ waarde, tekst, toelichting }, i) => (
        <div key={waarde} className="rondje">
          <input
            type={hoeveel === 'een' ? 'radio' : 'checkbox'}
            id={i === 0 ? naam : `${naam}-${waarde}`}
            name={naam}
            value={waarde}
            defaultChecked={gekozen.includes(waarde)}
          />
          <label htmlFor={i === 0 ? naam : `${naam}-${waarde}`}>
            {tekst}
            {toelichting !== undefined && (
              <span className="utrecht-form-field-description bij-keuze">{toelichting}</span>
            )}
          </label>
        </div>
      ))}
    </Veldgroep>
  );
}
