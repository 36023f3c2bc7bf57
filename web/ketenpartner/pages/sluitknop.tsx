import { ADRESSEN } from '#contract/adressen.ts';

import { Knop } from '../../components/knop.tsx';

/** Ends the session, on a computer that others use too. */
export function Sluitknop({ link }: { link: string }) {
  return (
    <form method="post" action={ADRESSEN.partnersluit({ link })}>
      <Knop soort="tweede">Sluit deze pagina</Knop>
    </form>
  );
}
