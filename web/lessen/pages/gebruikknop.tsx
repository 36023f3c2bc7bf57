import { randomUUID } from 'node:crypto';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Lesgebruik } from '#domain/les.ts';

import { Knop } from '../../components/knop.tsx';

interface GebruikknopProps {
  les: { nummer: string; titel: string };
  signaal: string;
  gebruik: Lesgebruik;
}

const KNOPPEN: Readonly<Record<Lesgebruik, string>> = {
  gebruikt: 'Dit heb ik gebruikt',
  toch_niet: 'Toch niet gebruikt',
};

/** Says on the spot that a les was used for a signaal, or takes that back: in the same form as the page of that. */
export function Gebruikknop({ les: { nummer, titel }, signaal, gebruik }: GebruikknopProps) {
  return (
    <form method="post" action={ADRESSEN.lesGebruiken({ les: nummer })} className="ter-plekke">
      <input type="hidden" name="sleutel" value={randomUUID()} />
      <input type="hidden" name="signaal" value={signaal} />
      <Knop
        soort="tweede"
        klein
        name="gebruik"
        value={gebruik}
        aria-label={`${KNOPPEN[gebruik]}: ${titel} (${signaal})`}
      >
        {KNOPPEN[gebruik]}
      </Knop>
    </form>
  );
}
