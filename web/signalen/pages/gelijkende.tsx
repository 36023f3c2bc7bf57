import { ADRESSEN } from '#contract/adressen.ts';
import type { SignaalWeergave } from '#contract/signaal.ts';
import type { Signaalregel } from '#db/queries/signalen.ts';

import { Kaartlijst } from '../../components/kaartlijst.tsx';
import { opSchrift } from '../../datums.ts';
import { padVan } from '../../doen/daden.ts';
import { Statusmerkje } from '../status.tsx';

interface GelijkendeProps {
  signaal: SignaalWeergave;
  gelijkende: readonly Signaalregel[];
}

/** What may be about the same, so that nobody begins anew, and a double is taken up in the other. */
export function Gelijkende({ signaal: { nummer, organisatie, handelingen }, gelijkende }: GelijkendeProps) {
  if (gelijkende.length === 0) return null;
  const magSamenvoegen = handelingen.some(({ handeling, mag }) => handeling === 'samenvoegen' && mag);
  return (
    <section aria-labelledby="gelijkende">
      <h2 id="gelijkende">Lijkt hierop</h2>
      <p>
        {`Deze signalen gaan over dezelfde ${organisatie === null ? 'gemeente' : 'organisatie'}, met dezelfde woorden in het onderwerp. `}
        {magSamenvoegen && (
          <>
            Is het er een dubbel?{' '}
            <a href={ADRESSEN.signaaldaad({ nummer, daad: padVan('samenvoegen') })}>Voeg dit signaal samen</a>
          </>
        )}
      </p>
      <Kaartlijst
        kaarten={gelijkende.map((regel) => ({
          sleutel: regel.id,
          titel: regel.onderwerp ?? regel.nummer,
          adres: ADRESSEN.signaal({ nummer: regel.nummer }),
          merkjes: <Statusmerkje {...regel} />,
          regels: [
            `${regel.organisatie?.naam ?? 'Organisatie onbekend'}, ${regel.gemeente?.naam ?? 'gemeente onbekend'}`,
            `${regel.nummer}, gemeld op ${opSchrift(regel.ingediendOp)}`,
          ],
        }))}
      />
    </section>
  );
}
