import { ADRESSEN } from '#contract/adressen.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import type { Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';

import { Knoplink } from '../components/knop.tsx';
import { Merkje } from '../components/merkje.tsx';
import { Tabel } from '../components/tabel.tsx';
import { Uitklap } from '../components/uitklap.tsx';
import { Layout, type PageContext } from '../layout.tsx';
import { regioVan, rolVan } from '../wie.ts';

export interface StartProps {
  context: PageContext;
  publicUrl: string;
  temporalUiUrl: string | undefined;
  /** The demo users; empty outside the embedded default. */
  gebruikers: readonly Gebruiker[];
  /** The policy that holds today; null while the database does not answer. */
  beleid: Termijnbeleid | null;
}

/** What this is, who is who, and where everything is. */
export function Start({ context, publicUrl, temporalUiUrl, gebruikers, beleid }: StartProps) {
  return (
    <Layout titel="Start" hier={ADRESSEN.start()} context={context}>
      <h1>Wat vastloopt, komt hier weer los</h1>
      <p className="inleiding">
        Een Metgezel ziet dat een gezin vastloopt op een regel, een loket of zorg die er niet is, en dient een signaal
        in. Signaalpunt zorgt dat iemand het oppakt, bewaakt de termijn en brengt het verder als het blijft liggen.
      </p>
      <p>
        <Knoplink href={ADRESSEN.inloggen()}>Inloggen</Knoplink>
      </p>
      <p>
        {beleid !== null ? (
          <Merkje soort="goed">Alles werkt</Merkje>
        ) : (
          <Merkje soort="let-op">De database is even niet bereikbaar</Merkje>
        )}
      </p>
      <Ladder beleid={beleid} />
      <h2>Waar u alles vindt</h2>
      <ul className="kaarten">
        <Kaart titel="API" adres={ADRESSEN.documentatie()} tekst="Alle opdrachten, met hun velden en antwoorden." />
        <Kaart titel="OpenAPI-document" adres={ADRESSEN.openapi()} tekst="Dezelfde beschrijving, voor programma’s." />
        {context.isEmbedded && (
          <Kaart
            titel="Postbus"
            adres={ADRESSEN.postbus()}
            tekst="Alle e-mail die Signaalpunt verstuurt. Er gaat niets naar buiten."
          />
        )}
        {temporalUiUrl !== undefined && (
          <Kaart
            titel="Temporal"
            adres={temporalUiUrl}
            tekst="Waar elk signaal staat, waar het op wacht en tot wanneer."
          />
        )}
        <Kaart titel="Gezondheid" adres={ADRESSEN.gezondheid()} tekst="Of Signaalpunt zijn werk kan doen." />
      </ul>
      {context.isEmbedded && gebruikers.length > 0 && (
        <>
          <WieIsWie gebruikers={gebruikers} />
          <Proberen publicUrl={publicUrl} />
        </>
      )}
    </Layout>
  );
}

function Ladder({ beleid }: { beleid: Termijnbeleid | null }) {
  const { lokaal, regionaal, landelijk } = beleid?.stappen.behandelen ?? {};
  return (
    <>
      <h2>Zo loopt een signaal</h2>
      <ol className="ladder">
        <li>
          <h3>Lokaal</h3>
          <p>
            De Metgezel probeert het zelf, met de gemeente of een andere organisatie.
            {lokaal !== undefined && ` Termijn: ${werkdagen(lokaal.n.normaal)}.`}
          </p>
        </li>
        <li>
          <h3>Regionaal</h3>
          <p>
            Lukt dat niet, dan helpt de regiocoördinator.
            {regionaal !== undefined &&
              ` Termijn: ${werkdagen(regionaal.n.normaal)}. Bij spoed: ${werkdagen(regionaal.n.spoed)}.`}
          </p>
        </li>
        <li>
          <h3>Landelijk</h3>
          <p>
            Kan niemand in de regio het oplossen, dan is het landelijk team aan zet.
            {landelijk !== undefined && ` Termijn: ${werkdagen(landelijk.n.normaal)}.`} De Metgezel krijgt altijd
            antwoord.
          </p>
        </li>
      </ol>
    </>
  );
}

function werkdagen(aantal: number): string {
  return aantal === 1 ? '1 werkdag' : `${aantal} werkdagen`;
}

function Kaart({ titel, adres, tekst }: { titel: string; adres: string; tekst: string }) {
  return (
    <li className="kaart">
      <h3>
        <a href={adres}>{titel}</a>
      </h3>
      <p>{tekst}</p>
    </li>
  );
}

/** Whom the README speaks of; a made-up year has some two hundred more. */
const IN_ZICHT = 16;

function WieIsWie({ gebruikers }: { gebruikers: readonly Gebruiker[] }) {
  const meer = gebruikers.slice(IN_ZICHT);
  return (
    <>
      <h2 id="wie-is-wie">Wie is wie</h2>
      <p className="smal">Deze mensen zijn verzonnen. U kunt zich als ieder van hen aanmelden, zonder wachtwoord.</p>
      <Mensen gebruikers={gebruikers.slice(0, IN_ZICHT)} />
      {meer.length > 0 && (
        <Uitklap kop="Nog meer mensen" aantal={meer.length}>
          <Mensen gebruikers={meer} />
        </Uitklap>
      )}
    </>
  );
}

function Mensen({ gebruikers }: { gebruikers: readonly Gebruiker[] }) {
  return (
    <Tabel
      koppen={['Naam', 'Gebruiker', 'Rol', 'Regio', 'Telefoon']}
      rijen={gebruikers.map((gebruiker) => ({
        sleutel: gebruiker.id,
        cellen: [
          gebruiker.naam,
          <code>{gebruiker.id}</code>,
          rolVan(gebruiker),
          regioVan(gebruiker),
          <span className="nummer">{gebruiker.telefoon}</span>,
        ],
      }))}
    />
  );
}

function Proberen({ publicUrl }: { publicUrl: string }) {
  return (
    <>
      <h2 id="proberen">Zelf proberen</h2>
      <p className="smal">
        Haal een token op voor wie u wilt zijn, en dien een signaal in. Kijk daarna in de{' '}
        <a href={ADRESSEN.postbus()}>postbus</a>.
      </p>
      <pre tabIndex={0} aria-label="Voorbeeld voor de opdrachtregel">
        <code>{voorbeeld(publicUrl)}</code>
      </pre>
    </>
  );
}

function voorbeeld(publicUrl: string): string {
  return `TOKEN=$(npm run -s token -- metgezel.noord)

curl ${publicUrl}/api/v1/signalen \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: mijn-eerste-signaal" \\
  -d '{
    "knelpunt": "De gemeente en het zorgkantoor verwijzen naar elkaar.",
    "doelgroepen": ["NAH"],
    "gemeente": "GM0014",
    "organisatie": "ONBEKEND",
    "ondernomen": [],
    "gezinWeetHet": true,
    "wens": "zelf"
  }'`;
}
