import { ADRESSEN } from '#contract/adressen.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import type { Waarneming } from '#db/queries/waarnemingen.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Leeg } from '../../components/leeg.tsx';
import { Persoonsnaam } from '../../components/persoonsnaam.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Layout, type PageContext } from '../../layout.tsx';
import { BOVEN } from '../boven.ts';

interface WaarneembladProps {
  /** What runs, and what is still to come. */
  waarnemingen: readonly Waarneming[];
  persoon: Gebruiker;
  gelukt: string | undefined;
  context: PageContext;
}

const REGELEN = { adres: ADRESSEN.waarnemingRegelen(), tekst: 'Regel een waarnemer' };

/** Who is away, and who does the work then. */
export function Waarneemblad({ waarnemingen, persoon, gelukt, context }: WaarneembladProps) {
  return (
    <Layout titel="Wie voor u waarneemt" hier="" context={context}>
      <Kruimels boven={BOVEN} />
      <Gelukt zin={gelukt} />
      <h1>Wie voor u waarneemt</h1>
      {waarnemingen.length === 0 ? (
        <Leeg kop="Er is niets geregeld" daad={REGELEN}>
          Bent u er een tijd niet? Regel dan wie uw signalen zolang doet. Uw post gaat in die dagen naar die persoon.
        </Leeg>
      ) : (
        <>
          <p>
            <Knoplink href={REGELEN.adres}>{REGELEN.tekst}</Knoplink>
          </p>
          <Tabel
            koppen={['Wie er niet is', 'Wie waarneemt', 'Vanaf', 'Tot en met', 'Doen']}
            rijen={waarnemingen.map(({ id, afwezige, waarnemer, van, tot }) => ({
              sleutel: id,
              cellen: [
                afwezige.id === persoon.id ? 'U zelf' : afwezige.naam,
                waarnemer.id === persoon.id ? 'U zelf' : <Persoonsnaam persoon={waarnemer} />,
                voluit(van),
                voluit(tot),
                waarnemer.id === persoon.id ? null : (
                  <a
                    href={ADRESSEN.waarnemingBeeindigen({ waarneming: id })}
                    aria-label={`Beëindig: ${waarnemer.naam} voor ${afwezige.naam}`}
                  >
                    Beëindig
                  </a>
                ),
              ],
            }))}
          />
        </>
      )}
    </Layout>
  );
}
