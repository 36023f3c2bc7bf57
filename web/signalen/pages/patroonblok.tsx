import { ADRESSEN } from '#contract/adressen.ts';
import type { SignaalWeergave } from '#contract/signaal.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { heeftRol, PATROONLEZERS } from '#domain/bevoegdheden.ts';

import type { PageContext } from '../../layout.tsx';

interface PatroonblokProps {
  signaal: Pick<SignaalWeergave, 'patroon' | 'patroonantwoord' | 'melder'>;
  context: PageContext;
}

/** Of which patroon the signaal is part, and what came of that; nothing where it is part of none. */
export function Patroonblok({ signaal: { patroon, patroonantwoord, melder }, context }: PatroonblokProps) {
  if (patroon === null && patroonantwoord === null) return null;
  const { persoon } = context;
  const magLezen = persoon != null && PATROONLEZERS.some((rol) => heeftRol(persoon, rol));
  return (
    <section aria-labelledby="patroon">
      <h2 id="patroon">Dit speelt bij meer gezinnen</h2>
      {patroon !== null && (
        <p>
          {magLezen ? <a href={ADRESSEN.patroon({ patroon: patroon.nummer })}>{patroon.titel}</a> : patroon.titel}
          <span className="zacht">{` (${labelVan('fase', patroon.fase).toLowerCase()})`}</span>
        </p>
      )}
      {patroonantwoord === null ? (
        <p>Het landelijk team werkt hieraan. Komt er een antwoord, dan krijgt de melder dat ook.</p>
      ) : (
        <>
          {/* It says "u" to who filed it. */}
          {persoon?.id !== melder.id && <p>Dit antwoord kreeg de melder:</p>}
          <blockquote className="geschreven">{patroonantwoord}</blockquote>
        </>
      )}
    </section>
  );
}
