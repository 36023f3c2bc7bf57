import { ADRESSEN } from '#contract/adressen.ts';
import { TEL_TOT } from '#contract/weergaven.ts';
import type { Werkregel } from '#contract/werklijst.ts';
import { isMelder } from '#domain/bevoegdheden.ts';

import { Foutoverzicht } from '../../components/formulier.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { type LiveAdres, Nieuws } from '../../components/nieuws.tsx';
import { Tabbladen } from '../../components/tabbladen.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Layout, type PageContext } from '../../layout.tsx';
import { lijstnaam } from '../../signalen/lijstnaam.ts';
import { Statusmerkje, zonderBehandelaar } from '../../signalen/status.tsx';
import type { Weergavekeuze } from '../lees.ts';
import { adresMet, gekozenIn } from '../lijstvraag.ts';
import { Actief, Filterformulier, type FilterProps } from './filterformulier.tsx';
import { Beurt, NietsGevonden, Nummer, Termijn, Waarover } from './regels.tsx';

export interface LijstProps extends FilterProps {
  weergaven: readonly Weergavekeuze[];
  /** null while something in what was asked is wrong. */
  signalen: readonly Werkregel[] | null;
  /** How many pass what was chosen, up to one more than is counted; null where nothing was. */
  aantal: number | null;
  /** Where the next page is; null on the last. */
  verder: string | null;
  /** True for the first page. */
  begin: boolean;
  live: LiveAdres;
  context: PageContext & { persoon: NonNullable<PageContext['persoon']> };
}

/** The signalen that somebody works from: what ends first on top. */
export function Werkvoorraad({ signalen, aantal, weergaven, verder, begin, live, context, ...vraag }: LijstProps) {
  const naam = lijstnaam(context.persoon);
  const { gekozen, volgorde, fouten } = vraag;
  const adres = (extra: Readonly<Record<string, string>>) => adresMet(ADRESSEN.signalen(), gekozen, extra);
  return (
    <Layout
      titel={fouten.length > 0 ? `Fout: ${naam}` : naam}
      hier={ADRESSEN.signalen()}
      context={context}
      gezocht={gekozen['zoek']?.[0]}
    >
      <h1>{naam}</h1>
      <Foutoverzicht fouten={fouten} />
      {isMelder(context.persoon) && (
        <p>
          <Knoplink href={ADRESSEN.melden()}>Meld een signaal</Knoplink>
        </p>
      )}
      <Tabbladen
        label="Weergaven"
        vorm="filters"
        bladen={weergaven.map((weergave) => ({
          adres: adresMet(ADRESSEN.signalen(), gekozenIn(weergave.filter)),
          tekst: weergave.naam,
          aantal: weergave.aantal,
        }))}
        hier={adresMet(ADRESSEN.signalen(), gekozen)}
      />
      <Filterformulier {...vraag} />
      <Actief {...vraag} />
      <Bewaren gekozen={gekozen} weergaven={weergaven} />
      {signalen !== null && <Nieuws live={live} kenmerken={signalen.map(({ kenmerk }) => kenmerk)} />}
      {signalen?.length === 0 && <NogGeen gekozen={gekozen} context={context} />}
      {signalen !== null && signalen.length > 0 && (
        <>
          <p className="volgorde">
            {aantal !== null && <strong>{`${hoeveel(aantal)}. `}</strong>}
            {volgorde === 'termijn' ? (
              <>
                Wat het eerst afloopt, staat bovenaan.{' '}
                <a href={adres({ volgorde: 'ingediend' })}>Zet het laatst gemelde bovenaan</a>
              </>
            ) : (
              <>
                Het laatst gemelde staat bovenaan.{' '}
                <a href={adres({ volgorde: 'termijn' })}>Zet bovenaan wat het eerst afloopt</a>
              </>
            )}
          </p>
          <Signalen signalen={signalen} />
        </>
      )}
      <nav className="bladeren" aria-label="Bladeren">
        {!begin && <a href={adres({ volgorde })}>Naar het begin van de lijst</a>}
        {verder !== null && <a href={verder}>Volgende signalen</a>}
      </nav>
    </Layout>
  );
}

function hoeveel(aantal: number): string {
  if (aantal > TEL_TOT) return `Meer dan ${TEL_TOT.toLocaleString('nl-NL')} signalen`;
  return aantal === 1 ? '1 signaal' : `${aantal.toLocaleString('nl-NL')} signalen`;
}

/** What was chosen can be kept under a name, unless it has one; what was kept can be changed. */
function Bewaren({ gekozen, weergaven }: Pick<LijstProps, 'gekozen' | 'weergaven'>) {
  const { zoek: _zoek, ...filters } = gekozen;
  const adres = adresMet(ADRESSEN.signalen(), filters);
  const heetAl = weergaven.some(({ filter }) => adresMet(ADRESSEN.signalen(), gekozenIn(filter)) === adres);
  const kanBewaren = Object.keys(filters).length > 0 && !heetAl;
  const heeftBewaard = weergaven.some(({ bewaard }) => bewaard);
  if (!kanBewaren && !heeftBewaard) return null;
  return (
    <p className="bladeren">
      {kanBewaren && <a href={adresMet(ADRESSEN.weergaveBewaren(), filters)}>Bewaar deze filters</a>}
      {heeftBewaard && <a href={ADRESSEN.weergaven()}>Wijzig uw weergaven</a>}
    </p>
  );
}

function NogGeen({ gekozen, context: { persoon } }: Pick<LijstProps, 'gekozen' | 'context'>) {
  if (gekozen['zoek'] !== undefined) return <NietsGevonden gezocht={gekozen['zoek'].join(' ')} />;
  if (Object.keys(gekozen).length > 0)
    return <p className="inleiding">Geen signaal past bij wat u koos. Haal een filter weg om meer te zien.</p>;
  if (!isMelder(persoon))
    return <p className="inleiding">Er zijn nu geen open signalen voor u. Zodra er een komt, staat het hier.</p>;
  return (
    <p className="inleiding">
      U hebt nog geen signalen. Loopt een gezin vast op een regel, een loket of iets wat er niet is? Meld het. Wij
      bewaken de termijn en u ziet hier hoe het gaat.
    </p>
  );
}

function Signalen({ signalen }: { signalen: readonly Werkregel[] }) {
  return (
    <Tabel
      className="werklijst"
      koppen={['Signaal', 'Waar het over gaat', 'Aan zet', 'Tot en met', 'Behandelaar', 'Status']}
      rijen={signalen.map((regel) => ({
        sleutel: regel.id,
        cellen: [
          <Nummer regel={regel} />,
          <Waarover regel={regel} />,
          <Beurt regel={regel} />,
          <Termijn regel={regel} />,
          <Behandelaar regel={regel} />,
          <Statusmerkje {...regel} />,
        ],
      }))}
    />
  );
}

function Behandelaar({ regel: { behandelaar, status } }: { regel: Werkregel }) {
  if (behandelaar === null) return <span className="zacht">{zonderBehandelaar(status)}</span>;
  return (
    <a className="stil" href={adresMet(ADRESSEN.signalen(), { behandelaar: [behandelaar.id] })}>
      {behandelaar.naam}
    </a>
  );
}
