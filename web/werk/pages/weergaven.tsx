import { ADRESSEN } from '#contract/adressen.ts';
import type { BewaardeWeergave } from '#db/queries/bewaarde-weergaven.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Leeg } from '../../components/leeg.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Layout, type PageContext } from '../../layout.tsx';
import { lijstnaam } from '../../signalen/lijstnaam.ts';

interface WeergavenbladProps {
  weergaven: readonly (Pick<BewaardeWeergave, 'id' | 'naam' | 'rol'> & {
    /** The list with those filters. */
    adres: string;
  })[];
  gelukt: string | undefined;
  context: PageContext & { persoon: Gebruiker };
}

/** The sets of filters that one kept, and those that others with the same role share. */
export function Weergavenblad({ weergaven, gelukt, context }: WeergavenbladProps) {
  const lijst = { adres: ADRESSEN.signalen(), tekst: lijstnaam(context.persoon) };
  return (
    <Layout titel="Uw weergaven" hier={lijst.adres} context={context}>
      <Kruimels boven={[lijst]} />
      <Gelukt zin={gelukt} />
      <h1>Uw weergaven</h1>
      {weergaven.length === 0 ? (
        <Leeg kop="U hebt nog niets bewaard" daad={lijst}>
          Filter uw lijst op wat u vaak wilt zien. Kies dan “Bewaar deze filters”. De weergave staat daarna boven uw
          lijst.
        </Leeg>
      ) : (
        <Tabel
          koppen={['Weergave', 'Van wie', 'Doen']}
          rijen={weergaven.map(({ id, naam, rol, adres }) => ({
            sleutel: id,
            cellen: [
              <a href={adres}>{naam}</a>,
              rol === null ? 'Van u alleen' : `Gedeeld: ${labelVan('rol', rol).toLowerCase()}`,
              <>
                <a href={ADRESSEN.weergaveWijzigen({ weergave: id })} aria-label={`Wijzig: ${naam}`}>
                  Wijzig
                </a>{' '}
                <a href={ADRESSEN.weergaveWeghalen({ weergave: id })} aria-label={`Haal weg: ${naam}`}>
                  Haal weg
                </a>
              </>,
            ],
          }))}
        />
      )}
    </Layout>
  );
}
