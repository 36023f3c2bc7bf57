import { ADRESSEN } from '#contract/adressen.ts';
import { rapportcode } from '#contract/rapport.ts';
import type { Teruggenomen } from '#db/queries/rapporten.ts';
import { periodeInWoorden } from '#domain/rapport/periode.ts';

/** What no longer may be told and is given out already: another version leaves it out. */
export function UitTeHalen({ rapporten }: { rapporten: readonly Teruggenomen[] }) {
  if (rapporten.length === 0) return null;
  return (
    <section aria-labelledby="uit-te-halen">
      <h2 id="uit-te-halen">Een gezin trok de toestemming voor een verhaal in</h2>
      <ul>
        {rapporten.map(({ periode, versie }) => (
          <li key={periode}>
            <a href={ADRESSEN.rapport({ rapport: rapportcode({ periode, versie }) })}>
              {`Het rapport over ${periodeInWoorden(periode)}`}
            </a>
            {
              ': daarin staat een verhaal dat niet meer verteld mag worden. Maak een verbeterde versie, zonder dat verhaal.'
            }
          </li>
        ))}
      </ul>
    </section>
  );
}
