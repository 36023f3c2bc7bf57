import { ADRESSEN } from '#contract/adressen.ts';
import type { Organisatieregel } from '#db/queries/organisaties.ts';
import { CODELIJSTEN, labelVan } from '#domain/beleid/codelijsten.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Merkje } from '../../components/merkje.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Zoekformulier } from '../../components/zoekformulier.tsx';
import type { Gepost } from '../../formulier.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { werkgebied } from '../woorden.ts';

interface OrganisatiesProps {
  organisaties: readonly Organisatieregel[];
  getypt: Gepost;
  verder: string | null;
  context: PageContext;
}

/** Whom a family can get stuck with, and whom of them one can ask something. */
export function Organisaties({ organisaties, getypt, verder, context }: OrganisatiesProps) {
  return (
    <Layout titel="Organisaties" hier={ADRESSEN.organisaties()} context={context}>
      <h1>Organisaties</h1>
      <p className="inleiding">Bij wie u terechtkunt, hoe snel zij antwoorden en wanneer zij gesloten zijn.</p>
      <Zoekformulier adres={ADRESSEN.organisaties()} velden={ZOEKVELDEN} getypt={getypt} />
      {organisaties.length === 0 ? (
        <p>Niets gevonden. Kies een kleiner stuk van de naam, of maak de vraag ruimer.</p>
      ) : (
        <Tabel
          koppen={['Organisatie', 'Soort', 'Waar', 'Loketten']}
          rijen={organisaties.map(({ id, naam, type, regios, loketten, geslotenTot }) => ({
            sleutel: id,
            cellen: [
              <a href={ADRESSEN.organisatie({ organisatie: id })}>{naam}</a>,
              labelVan('ketenpartnertype', type),
              werkgebied(regios),
              <>
                {aantalLoketten(loketten)}
                {geslotenTot !== null && (
                  <>
                    <br />
                    <Merkje soort="let-op">{`Gesloten tot en met ${voluit(geslotenTot)}`}</Merkje>
                  </>
                )}
              </>,
            ],
          }))}
        />
      )}
      <nav className="bladeren" aria-label="Bladeren">
        {verder !== null && <a href={verder}>Volgende organisaties</a>}
      </nav>
    </Layout>
  );
}

const ZOEKVELDEN = [
  { naam: 'naam', label: 'Naam' },
  {
    naam: 'type',
    label: 'Soort',
    leeg: 'Alle soorten',
    opties: CODELIJSTEN.ketenpartnertype.map(({ code, label }) => ({ waarde: code, tekst: label })),
  },
  {
    naam: 'regio',
    label: 'Regio',
    leeg: 'Alle regio’s',
    opties: REGIOCODES.map((regio) => ({ waarde: regio, tekst: werkgebied([regio]) })),
  },
];

function aantalLoketten(aantal: number): string {
  if (aantal === 0) return 'Nog geen loket';
  return aantal === 1 ? 'Eén loket' : `${aantal} loketten`;
}
