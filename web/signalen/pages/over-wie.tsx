import { ADRESSEN } from '#contract/adressen.ts';
import type { SignaalWeergave } from '#contract/signaal.ts';

import { Persoonsnaam } from '../../components/persoonsnaam.tsx';

/** Who it is about stands apart, closed: opening it is kept. Whoever may not open it is told whom to call. */
export function OverWie({ signaal: { nummer, melder }, mag }: { signaal: SignaalWeergave; mag: boolean }) {
  return (
    <section aria-labelledby="over-wie">
      <h2 id="over-wie">Over wie</h2>
      {mag ? (
        <p>
          <a href={ADRESSEN.overWie({ nummer })}>Open over wie dit gaat</a>. Daar is ook plaats voor brieven en foto’s.
          Het staat apart van het signaal, versleuteld. Dat u het opent, wordt bewaard.
        </p>
      ) : (
        <p>
          U ziet niet over wie dit gaat. Dat leest alleen wie het behandelt, met toestemming van het gezin. Moet u het
          weten? Bel de melder: <Persoonsnaam persoon={melder} />.
        </p>
      )}
    </section>
  );
}
