import type { ReactNode } from 'react';

import type { Urgentie } from '#domain/beleid/codelijsten.ts';

import { Bijschrift, type Veldmelding } from './formulier.tsx';
import { Veldgroep } from './veldgroep.tsx';

/** What is said below an answer; for each urgentie when it depends on that, of which the sheet shows the one that is chosen. */
export type Toelichting = string | readonly { urgentie: Urgentie; tekst: string }[];

interface KeuzesProps {
  naam: string;
  label: ReactNode;
  hint?: string | undefined;
  /** `een` of them, or as many as one wants. */
  hoeveel: 'een' | 'meer';
  opties: readonly { waarde: string; tekst: string; toelichting?: Toelichting | undefined }[];
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
            {regelsVan(toelichting).map((regel) => (
              <span
                key={regel.urgentie ?? ''}
                className="utrecht-form-field-description bij-keuze"
                data-urgentie={regel.urgentie}
              >
                {regel.tekst}
              </span>
            ))}
          </label>
        </div>
      ))}
    </Veldgroep>
  );
}

function regelsVan(toelichting: Toelichting | undefined): readonly { urgentie?: string; tekst: string }[] {
  if (toelichting === undefined) return [];
  return typeof toelichting === 'string' ? [{ tekst: toelichting }] : toelichting;
}
