import { ADRESSEN } from '#contract/adressen.ts';
import type { Werkregel } from '#contract/werklijst.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { isMelder } from '#domain/bevoegdheden.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Tabel } from '../../components/tabel.tsx';
import { Layout, type PageContext } from '../../layout.tsx';
import { AanZet } from '../aan-zet.tsx';
import { lijstnaam } from '../lijstnaam.ts';
import { Statusmerkje } from '../status.tsx';

interface LijstProps {
  signalen: readonly Werkregel[];
  /** Where the next page is; null on the last. */
  verder: string | null;
  /** True for the first page. */
  begin: boolean;
  context: PageContext & { persoon: NonNullable<PageContext['persoon']> };
}

/** The signalen that somebody sees, the last filed first. */
export function Lijst({ signalen, verder, begin, context }: LijstProps) {
  const titel = lijstnaam(context.persoon);
  return (
    <Layout titel={titel} hier={ADRESSEN.signalen()} context={context}>
      <h1>{titel}</h1>
      {isMelder(context.persoon) && (
        <p>
          <a className="knop" href={ADRESSEN.melden()}>
            Meld een signaal
          </a>
        </p>
      )}
      {signalen.length === 0 ? <NogGeen context={context} /> : <Signalen signalen={signalen} />}
      <nav className="bladeren" aria-label="Bladeren">
        {!begin && <a href={ADRESSEN.signalen()}>Naar het begin van de lijst</a>}
        {verder !== null && <a href={verder}>Oudere signalen</a>}
      </nav>
    </Layout>
  );
}

function NogGeen({ context: { persoon } }: Pick<LijstProps, 'context'>) {
  if (!isMelder(persoon))
    return <p className="inleiding">Er zijn nu geen signalen voor u. Zodra er een komt, staat het hier.</p>;
  return (
    <p className="inleiding">
      U hebt nog geen signalen. Loopt een gezin vast op een regel, een loket of iets wat er niet is? Meld het. Wij
      bewaken de termijn en u ziet hier hoe het gaat.
    </p>
  );
}

function Signalen({ signalen }: Pick<LijstProps, 'signalen'>) {
  return (
    <Tabel
      className="werklijst"
      koppen={['Signaal', 'Waar het over gaat', 'Aan zet', 'Tot en met', 'Status']}
      rijen={signalen.map((regel) => ({
        sleutel: regel.id,
        cellen: [
          regel.leesbaar ? <a href={ADRESSEN.signaal({ nummer: regel.nummer })}>{regel.nummer}</a> : regel.nummer,
          <Waarover regel={regel} />,
          regel.leesbaar ? <AanZet aanZet={regel.aanZet} regio={regel.regio} /> : (regel.behandelaar?.naam ?? ''),
          <Termijn regel={regel} />,
          <Statusmerkje {...regel} />,
        ],
      }))}
    />
  );
}

function Waarover({ regel }: { regel: Werkregel }) {
  const { onderwerp, organisatie, gemeente, doelgroepen } = regel;
  const waar = [organisatie?.naam ?? 'Organisatie onbekend', gemeente?.naam ?? 'gemeente onbekend'];
  return (
    <>
      {onderwerp !== null && (
        <>
          <strong>{onderwerp}</strong>
          <br />
        </>
      )}
      {waar.join(', ')}
      <br />
      <span className="zacht">{doelgroepen.map((code) => labelVan('doelgroep', code)).join(', ')}</span>
    </>
  );
}

function Termijn({ regel: { termijn, teLaat } }: { regel: Werkregel }) {
  if (termijn === null) return <span className="zacht">Er loopt geen termijn</span>;
  return (
    <>
      {voluit(termijn.laatsteDag)}
      <br />
      <span className={teLaat ? 'merkje let-op' : 'zacht'}>{termijn.resterend}</span>
    </>
  );
}
