import type { ReactNode } from 'react';

import { Melding } from './melding.tsx';

export interface Veldmelding {
  veld: string;
  tekst: string;
}

/** Everything that is wrong, at the top of the page, each with a link to its field. */
export function Foutoverzicht({ fouten }: { fouten: readonly Veldmelding[] }) {
  if (fouten.length === 0) return null;
  return (
    <Melding
      soort="fout"
      id="fouten"
      kop={fouten.length === 1 ? 'Er klopt iets niet' : 'Er kloppen een paar dingen niet'}
    >
      <ul>
        {fouten.map(({ veld, tekst }) => (
          <li key={`${veld} ${tekst}`}>
            <a href={`#${veld}`}>{tekst}</a>
          </li>
        ))}
      </ul>
    </Melding>
  );
}

/** What a field says of itself. */
export interface Veldeigen {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface VeldProps {
  naam: string;
  label: string;
  hint?: ReactNode | undefined;
  fouten: readonly Veldmelding[];
  /** What comes below the field. */
  onder?: ReactNode;
  /** The field, given what it must say of itself. */
  children: (eigen: Veldeigen) => ReactNode;
}

/** The hint of a field and what is wrong with it, under the ids by which the field refers to them. */
export function Bijschrift({ naam, hint, fouten }: Pick<VeldProps, 'naam' | 'hint' | 'fouten'>) {
  return (
    <>
      {hint !== undefined && (
        <p className="utrecht-form-field-description" id={`${naam}-hint`}>
          {hint}
        </p>
      )}
      {fouten.length > 0 && (
        <p className="utrecht-form-field-error-message" id={`${naam}-fout`}>
          {fouten.map(({ tekst }) => tekst).join(' ')}
        </p>
      )}
    </>
  );
}

/** One field with its label, its hint and what is wrong with it. */
export function Veld({ naam, label, hint, fouten, onder, children }: VeldProps) {
  const eigen = fouten.filter(({ veld }) => veld === naam);
  const beschreven = [
    ...(hint === undefined ? [] : [`${naam}-hint`]),
    ...(eigen.length === 0 ? [] : [`${naam}-fout`]),
  ].join(' ');
  return (
    <div className={eigen.length > 0 ? 'utrecht-form-field utrecht-form-field--invalid' : 'utrecht-form-field'}>
      <label className="utrecht-form-label utrecht-form-field__label" htmlFor={naam}>
        {label}
      </label>
      <Bijschrift naam={naam} hint={hint} fouten={eigen} />
      {children({
        id: naam,
        name: naam,
        'aria-describedby': beschreven === '' ? undefined : beschreven,
        'aria-invalid': eigen.length > 0 ? true : undefined,
      })}
      {onder}
    </div>
  );
}
