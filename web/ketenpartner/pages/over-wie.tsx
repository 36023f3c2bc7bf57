import type { Casusstuk } from '#activities/casus/lezen.ts';
import type { Vraag } from '#activities/ketenpartners/vraag.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Telefoonnummer } from '../../components/telefoonnummer.tsx';
import type { OverWieVoorPartij } from '../over-wie.ts';

interface OverWieProps {
  link: string;
  overWie: OverWieVoorPartij;
  vrager: Vraag['vrager'];
}

/** Who the question is about, as far as the family allows; and whom to call for the rest. */
export function OverWie({ link, overWie, vrager }: OverWieProps) {
  const isOpen = overWie?.soort === 'open';
  return (
    <>
      <h2>Over wie gaat dit?</h2>
      {isOpen && (
        <>
          <p>{`Het gezin vindt goed dat u dit leest, tot en met ${voluit(overWie.totEnMet)}. Deel het met niemand.`}</p>
          {overWie.stukken.map((stuk) => (
            <Stuk key={stuk.id} link={link} stuk={stuk} />
          ))}
        </>
      )}
      {overWie !== null && !isOpen && <p>{WAAROM_NIET[overWie.soort]}</p>}
      <p>
        {isOpen ? 'Wilt u meer weten? ' : 'Hier staat geen naam van het gezin. Wilt u weten over wie het gaat? '}
        {`Bel ${vrager.naam}, `}
        <Telefoonnummer telefoon={vrager.telefoon} />.
      </p>
    </>
  );
}

const WAAROM_NIET = {
  dicht:
    'Het gezin stond eerder toe dat u hier meer las. Dat mag nu niet meer, omdat de toestemming is ingetrokken of voorbij is.',
  niet_te_openen:
    'Het gezin vindt goed dat u hier meer leest, maar wij kunnen het nu niet openen. Probeer het later nog eens.',
} as const;

function Stuk({ link, stuk: { id, soort, tekst, bestand } }: { link: string; stuk: Casusstuk }) {
  return (
    <section>
      <h3>{labelVan('casusdeel', soort)}</h3>
      {tekst !== null && <blockquote className="brief">{tekst}</blockquote>}
      {bestand !== null && (
        <p>
          <a href={ADRESSEN.partnerbestand({ link, bestand: id })}>{bestand.naam}</a>
        </p>
      )}
    </section>
  );
}
