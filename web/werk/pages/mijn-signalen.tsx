import { ADRESSEN } from '#contract/adressen.ts';
import type { Werkregel } from '#contract/werklijst.ts';

import { Foutoverzicht } from '../../components/formulier.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Nieuws } from '../../components/nieuws.tsx';
import { Zoekvak } from '../../components/zoekvak.tsx';
import { Layout } from '../../layout.tsx';
import { magZoeken } from '../../menu.ts';
import { Statusmerkje } from '../../signalen/status.tsx';
import { adresMet } from '../lijstvraag.ts';
import { Beurt, NietsGevonden, Nummer, Termijn, Waarover } from './regels.tsx';
import type { LijstProps } from './werkvoorraad.tsx';

export interface MijnProps extends Pick<LijstProps, 'gekozen' | 'fouten' | 'verder' | 'begin' | 'live' | 'context'> {
  /** Those in which this person must act; they stand on the first page alone. */
  vraagtMij: readonly Werkregel[];
  overige: readonly Werkregel[];
}

/**
 * What somebody filed or has in hand: what asks something of them first, then until when and what comes next. `gekozen`: only what is
 * closed, or the words that were looked for.
 */
export function MijnSignalen({ gekozen, fouten, vraagtMij, overige, verder, begin, live, context }: MijnProps) {
  const afgesloten = gekozen['open'] !== undefined;
  const gezocht = gekozen['zoek']?.[0];
  const leeg = vraagtMij.length === 0 && overige.length === 0;
  return (
    <Layout
      titel={fouten.length > 0 ? 'Fout: Mijn signalen' : 'Mijn signalen'}
      hier={LIJST}
      context={context}
      gezocht={gezocht}
    >
      <h1>Mijn signalen</h1>
      <Foutoverzicht fouten={fouten} />
      <p className="knoppen">
        <Knoplink href={ADRESSEN.melden()}>Meld een signaal</Knoplink>
      </p>
      {!magZoeken(context.persoon) && !(leeg && begin && Object.keys(gekozen).length === 0) && (
        <Zoekvak
          adres={LIJST}
          naam="zoek"
          id="zoek"
          label="Zoek in uw signalen op woorden of nummer"
          waarde={gezocht}
        />
      )}
      <Nieuws live={live} kenmerken={[...vraagtMij, ...overige].map(({ kenmerk }) => kenmerk)} />
      {leeg && fouten.length === 0 && <Leeg afgesloten={afgesloten || !begin} gezocht={gezocht} />}
      {vraagtMij.length > 0 && <Groep id="mij" kop="Hier bent u aan zet" regels={vraagtMij} />}
      {overige.length > 0 && <Groep id="overig" kop={kopVan({ afgesloten, gezocht, vraagtMij })} regels={overige} />}
      <nav className="bladeren" aria-label="Bladeren">
        {!begin && <a href={adresMet(LIJST, gekozen)}>Naar het begin van de lijst</a>}
        {verder !== null && <a href={verder}>Volgende signalen</a>}
        {Object.keys(gekozen).length > 0 && <a href={LIJST}>Toon uw open signalen</a>}
        {!afgesloten && <a href={adresMet(LIJST, { open: ['nee'] })}>Toon uw afgesloten signalen</a>}
      </nav>
    </Layout>
  );
}

const LIJST = ADRESSEN.signalen();

interface Soort {
  afgesloten: boolean;
  gezocht: string | undefined;
}

function kopVan({ afgesloten, gezocht, vraagtMij }: Soort & Pick<MijnProps, 'vraagtMij'>): string {
  if (gezocht !== undefined) return `Gevonden met “${gezocht}”`;
  if (afgesloten) return 'Afgesloten';
  return vraagtMij.length > 0 ? 'Hier is een ander aan zet' : 'Uw signalen';
}

function Leeg({ afgesloten, gezocht }: Soort) {
  if (gezocht !== undefined) return <NietsGevonden gezocht={gezocht} />;
  return afgesloten ? <p>U hebt geen afgesloten signalen.</p> : <NogGeen />;
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
