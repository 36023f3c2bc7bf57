import { ADRESSEN } from '#contract/adressen.ts';
import type { Patroonregel } from '#db/queries/patronen.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Knoplink } from '../../components/knop.tsx';
import { Leeg } from '../../components/leeg.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

interface PatronenProps {
  patronen: readonly Patroonregel[];
  magOpenen: boolean;
  /** How many patroonvoorstellen wait; null for who does not read them. */
  voorstellen: number | null;
  context: PageContext;
}

/** What happens to more families than one, the running ones first. */
export function Patronen({ patronen, magOpenen, voorstellen, context }: PatronenProps) {
  const openen = { adres: ADRESSEN.patroonOpenen(), tekst: 'Open een patroon' };
  return (
    <Layout titel="Patronen" hier={ADRESSEN.patronen()} context={context}>
      <h1>Patronen</h1>
      <p className="inleiding">
        Wat bij meer gezinnen vastloopt, en wat het landelijk team eraan doet. Een patroon blijft open, ook als de
        signalen klaar zijn.
      </p>
      {voorstellen !== null && (
        <p>
          <a href={ADRESSEN.patroonvoorstellen()}>{voorstellenzin(voorstellen)}</a>
        </p>
      )}
      {patronen.length === 0 ? (
        <Leeg kop="Er zijn nog geen patronen" daad={magOpenen ? openen : undefined}>
          Loopt hetzelfde bij meer gezinnen vast? Dan opent het landelijk team een patroon en voegt de signalen eraan
          toe. Alle melders horen wat eruit komt.
        </Leeg>
      ) : (
        <>
          {magOpenen && (
            <p>
              <Knoplink href={openen.adres}>{openen.tekst}</Knoplink>
            </p>
          )}
          <Tabel
            koppen={['Patroon', 'Fase', 'Signalen', 'Eigenaar']}
            rijen={patronen.map(({ nummer, titel, fase, totEnMet, signalen, open, regios, eigenaar }) => ({
              sleutel: nummer,
              cellen: [
                <>
                  <a href={ADRESSEN.patroon({ patroon: nummer })}>{titel}</a>
                  <br />
                  <span className="zacht nummer">{nummer}</span>
                </>,
                <>
                  {labelVan('fase', fase)}
                  {totEnMet !== null && (
                    <>
                      <br />
                      <span className="zacht">{`tot en met ${voluit(totEnMet)}`}</span>
                    </>
                  )}
                </>,
                telling(signalen, open, regios),
                eigenaar.naam,
              ],
            }))}
          />
        </>
      )}
    </Layout>
  );
}

function voorstellenzin(aantal: number): string {
  if (aantal === 0) return 'Bekijk wat Signaalpunt zelf vond. Er wacht nu niets.';
  return aantal === 1
    ? 'Er wacht 1 voorstel: bekijk wat Signaalpunt zelf vond'
    : `Er wachten ${aantal} voorstellen: bekijk wat Signaalpunt zelf vond`;
}

function telling(signalen: number, open: number, regios: number): string {
  if (signalen === 0) return 'Nog geen';
  const uit = regios === 1 ? 'uit één regio' : `uit ${regios} regio’s`;
  return `${signalen} ${uit}, waarvan ${open} ${open === 1 ? 'loopt' : 'lopen'}`;
}
