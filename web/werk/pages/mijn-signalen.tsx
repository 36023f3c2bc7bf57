import { ADRESSEN } from '#contract/adressen.ts';
import type { Werkregel } from '#contract/werklijst.ts';

import { Layout } from '../../layout.tsx';
import { Statusmerkje } from '../../signalen/status.tsx';
import { adresMet } from '../lijstvraag.ts';
import { Beurt, Nummer, Termijn, Waarover } from './regels.tsx';
import type { LijstProps } from './werkvoorraad.tsx';

export interface MijnProps extends Pick<LijstProps, 'verder' | 'begin' | 'context'> {
  /** Those in which this person must act; they stand on the first page alone. */
  vraagtMij: readonly Werkregel[];
  overige: readonly Werkregel[];
  /** They are closed. */
  afgesloten: boolean;
}

/** What somebody filed or has in hand: what asks something of them first, then until when and what comes next. */
export function MijnSignalen({ vraagtMij, overige, afgesloten, verder, begin, context }: MijnProps) {
  const leeg = vraagtMij.length === 0 && overige.length === 0;
  return (
    <Layout titel="Mijn signalen" hier={ADRESSEN.signalen()} context={context}>
      <h1>Mijn signalen</h1>
      <p className="knoppen">
        <a className="knop" href={ADRESSEN.melden()}>
          Meld een signaal
        </a>
      </p>
      {leeg && (afgesloten || !begin ? <p>U hebt geen afgesloten signalen.</p> : <NogGeen />)}
      {vraagtMij.length > 0 && <Groep id="mij" kop="Hier bent u aan zet" regels={vraagtMij} />}
      {overige.length > 0 && (
        <Groep
          id="overig"
          kop={afgesloten ? 'Afgesloten' : vraagtMij.length > 0 ? 'Hier is een ander aan zet' : 'Uw signalen'}
          regels={overige}
        />
      )}
      <nav className="bladeren" aria-label="Bladeren">
        {!begin && (
          <a href={adresMet(ADRESSEN.signalen(), afgesloten ? { open: ['nee'] } : {})}>Naar het begin van de lijst</a>
        )}
        {verder !== null && <a href={verder}>Volgende signalen</a>}
        {afgesloten ? (
          <a href={ADRESSEN.signalen()}>Toon uw open signalen</a>
        ) : (
          <a href={adresMet(ADRESSEN.signalen(), { open: ['nee'] })}>Toon uw afgesloten signalen</a>
        )}
      </nav>
    </Layout>
  );
}

function NogGeen() {
  return (
    <p className="inleiding">
      U hebt nog geen signalen. Loopt een gezin vast op een regel, een loket of iets wat er niet is? Meld het. Wij
      bewaken de termijn en u ziet hier hoe het gaat.
    </p>
  );
}

function Groep({ id, kop, regels }: { id: string; kop: string; regels: readonly Werkregel[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{kop}</h2>
      <ul className="werkkaarten">
        {regels.map((regel) => (
          <li key={regel.id}>
            <p className="werkkop">
              <Nummer regel={regel} /> <Statusmerkje {...regel} />
            </p>
            <p>
              <Waarover regel={regel} />
            </p>
            <dl className="feiten">
              <div>
                <dt>Aan zet</dt>
                <dd>
                  <Beurt regel={regel} />
                </dd>
              </div>
              <div>
                <dt>Tot en met</dt>
                <dd>
                  <Termijn regel={regel} />
                </dd>
              </div>
            </dl>
            {regel.vanzelf !== null && <p className="zacht">{regel.vanzelf}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
