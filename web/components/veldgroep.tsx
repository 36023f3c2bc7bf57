import type { ReactNode } from 'react';

interface VeldgroepProps {
  label: ReactNode;
  /** In a frame of its own, with its fields side by side, or both. */
  vorm?: 'groep' | 'groep getallen' | 'groep getallen ruim' | 'tijden' | 'mag-blijven';
  /** Something is wrong with the group as a whole. */
  onjuist?: boolean;
  /** The ids of what is said of it. */
  beschreven?: string | undefined;
  children: ReactNode;
}

/** Fields or choices that are one question. */
export function Veldgroep({ label, vorm, onjuist = false, beschreven, children }: VeldgroepProps) {
  const klassen = [
    'utrecht-form-fieldset utrecht-form-fieldset--html-fieldset',
    ...(onjuist ? ['utrecht-form-fieldset--invalid'] : []),
    ...(vorm === undefined ? [] : [vorm]),
  ];
  return (
    <fieldset className={klassen.join(' ')} aria-describedby={beschreven}>
      <legend className="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--distanced utrecht-form-fieldset__legend--html-legend">
        {label}
      </legend>
      {children}
    </fieldset>
  );
}
