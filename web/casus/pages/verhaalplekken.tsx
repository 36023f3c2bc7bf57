import type { Verhaalplek } from '#db/queries/rapporten.ts';
import { periodeInWoorden } from '#domain/rapport/periode.ts';

import { Persoonsnaam } from '../../components/persoonsnaam.tsx';

/** In which reports the story of this family stands, and what can still be done about it. */
export function Verhaalplekken({ plekken }: { plekken: readonly Verhaalplek[] }) {
  if (plekken.length === 0) return <p>Er staat nu geen verhaal over dit signaal in een rapport.</p>;
  return (
    <>
      {plekken.some(({ periode }) => periode === null) && (
        <p>Het verhaal staat in een rapport dat nog niet definitief is. Zonder toestemming gaat het er meteen uit.</p>
      )}
      {plekken.map(
        ({ periode, versie, isVervangen, bellen }) =>
          periode !== null && (
            <div key={`${periode}-${versie}`}>
              <p>
                {`Het verhaal staat in het rapport over ${periodeInWoorden(periode)}, versie ${versie}. Dat is definitief: in die versie blijft het staan. ${isVervangen ? 'Er is al een nieuwere versie.' : ''}`}
              </p>
              {!isVervangen && bellen !== null && (
                <p>
                  Trekt het gezin de toestemming in, dan ziet het landelijk team dat. Het kan een verbeterde versie
                  maken, zonder het verhaal. Wilt u daarover overleggen? Bel <Persoonsnaam persoon={bellen} />.
                </p>
              )}
            </div>
          ),
      )}
    </>
  );
}
