import type { ReactNode } from 'react';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Contact, Loket, Loketwijziging, Sluiting } from '#db/queries/loketten.ts';
import type { Organisatie as Organisatiegegevens } from '#db/queries/organisaties.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import type { Regio } from '#domain/beleid/regios.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Telefoonnummer } from '../../components/telefoonnummer.tsx';
import { Layout, type PageContext } from '../../layout.tsx';
import { werkgebied } from '../woorden.ts';
import { Tempo, type Tempoprops } from './tempo.tsx';
import { Loketwijzigingen } from './wijzigingen.tsx';

export interface OrganisatieProps {
  organisatie: Organisatiegegevens & { regios: Regio[] };
  /** null for who only sees who changed it. */
  bereik: { loketten: readonly Loket[]; sluitingen: readonly Sluiting[] } | null;
  /** null for who may not know who changed what. */
  wijzigingen: readonly Loketwijziging[] | null;
  /** null for who sees no signalen. */
  vragen: Tempoprops | null;
  magWijzigen: boolean;
  gelukt: string | undefined;
  context: PageContext;
}

/** One organisatie: where it is reached, when not, how fast it answers, and who changed that. */
export function Organisatie(props: OrganisatieProps) {
  const { organisatie, bereik, magWijzigen, vragen, wijzigingen, gelukt, context } = props;
  return (
    <Layout titel={organisatie.naam} hier={ADRESSEN.organisaties()} context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.organisaties(), tekst: 'Organisaties' }]} />
      <Gelukt zin={gelukt} />
      <h1>{organisatie.naam}</h1>
      <p className="inleiding">
        {`${labelVan('ketenpartnertype', organisatie.type)}. Werkt in: ${werkgebied(organisatie.regios)}.`}
      </p>
      {bereik !== null && (
        <>
          {!magWijzigen && <p className="zacht">Klopt hier iets niet? Vertel het aan het landelijk team.</p>}
          <Loketten organisatie={organisatie.id} loketten={bereik.loketten} magWijzigen={magWijzigen} />
          <Sluitingen organisatie={organisatie.id} sluitingen={bereik.sluitingen} magWijzigen={magWijzigen} />
        </>
      )}
      {vragen === null ? (
        <section aria-labelledby="tempo">
          <h2 id="tempo">Hoe snel zij antwoorden</h2>
          <p>Bij uw rol hoort het lezen van signalen niet. Daarom ziet u hier ook geen vragen en antwoorden.</p>
        </section>
      ) : (
        <Tempo {...vragen} />
      )}
      {wijzigingen !== null && <Loketwijzigingen wijzigingen={wijzigingen} />}
    </Layout>
  );
}

interface Deelprops {
  organisatie: string;
  magWijzigen: boolean;
}

function Loketten({ organisatie, loketten, magWijzigen }: Deelprops & { loketten: readonly Loket[] }) {
  const open = loketten.filter(({ actief }) => actief);
  const dicht = loketten.filter(({ actief }) => !actief);
  return (
    <section aria-labelledby="loketten">
      <h2 id="loketten">Loketten</h2>
      {open.length === 0 && <p>Er is nog geen loket. Zonder loket kan niemand deze organisatie iets vragen.</p>}
      {open.map((loket) => (
        <Loketkaart key={loket.id} loket={loket} magWijzigen={magWijzigen} />
      ))}
      {magWijzigen && (
        <p>
          <Knoplink href={ADRESSEN.loketToevoegen({ organisatie })}>Voeg een loket toe</Knoplink>
        </p>
      )}
      {dicht.length > 0 && (
        <details>
          <summary>{`Loketten die gesloten zijn (${dicht.length})`}</summary>
          <ul>
            {dicht.map(({ id, naam }) => (
              <li key={id}>{naam}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Loketkaart({ loket, magWijzigen }: { loket: Loket; magWijzigen: boolean }) {
  const { id, organisatie, naam, contact, escalatie } = loket;
  const plek = { organisatie, loket: id };
  return (
    <div className="verzoek">
      <h3>{naam}</h3>
      <dl className="gegevens">
        <Persoon kop="Antwoordt" contact={contact} />
        {escalatie === null ? (
          <div>
            <dt>Als het loket niet antwoordt</dt>
            <dd>Niemand. De vraag gaat dan niet hogerop.</dd>
          </div>
        ) : (
          <Persoon kop="Als het loket niet antwoordt" contact={escalatie} />
        )}
      </dl>
      {magWijzigen && (
        <p className="knoppen">
          <a href={ADRESSEN.loketWijzigen(plek)} aria-label={`Wijzig dit loket: ${naam}`}>
            Wijzig dit loket
          </a>
          <a href={ADRESSEN.loketSluiten(plek)} aria-label={`Sluit dit loket: ${naam}`}>
            Sluit dit loket
          </a>
        </p>
      )}
    </div>
  );
}

function Persoon({ kop, contact: { naam, email, telefoon } }: { kop: string; contact: Contact }): ReactNode {
  return (
    <div>
      <dt>{kop}</dt>
      <dd>
        {naam}
        <br />
        <Telefoonnummer telefoon={telefoon} />
        <br />
        <a className="mailadres" href={`mailto:${email}`}>
          {email}
        </a>
      </dd>
    </div>
  );
}

function Sluitingen({ organisatie, sluitingen, magWijzigen }: Deelprops & { sluitingen: readonly Sluiting[] }) {
  return (
    <section aria-labelledby="sluitingen">
      <h2 id="sluitingen">Wanneer gesloten</h2>
      {sluitingen.length === 0 ? (
        <p>Er is geen sluiting bekend. Termijnen lopen ook door als een organisatie gesloten is.</p>
      ) : (
        <ul>
          {sluitingen.map(({ van, tot, reden }) => (
            <li key={van}>
              {`${van === tot ? voluit(van) : `${voluit(van)} tot en met ${voluit(tot)}`}: ${reden} `}
              {magWijzigen && (
                <a
                  href={ADRESSEN.sluitingWeghalen({ organisatie, van })}
                  aria-label={`Haal weg: de sluiting van ${voluit(van)}`}
                >
                  Haal weg
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {magWijzigen && (
        <p>
          <Knoplink soort="tweede" href={ADRESSEN.sluitingMelden({ organisatie })}>
            Meld een sluiting
          </Knoplink>
        </p>
      )}
    </section>
  );
}
