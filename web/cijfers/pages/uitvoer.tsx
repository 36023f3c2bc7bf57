import { ADRESSEN } from '#contract/adressen.ts';
import { type Tijdvaknaam, tijdvakInWoorden } from '#domain/tijd/tijdvak.ts';
import { UITVOERDOELEN, UITVOERDOELNAMEN, UITVOERTABELLEN, UITVOERTABELNAMEN } from '#domain/uitvoer/tabellen.ts';

import { Foutoverzicht, type Veldmelding } from '../../components/formulier.tsx';
import { Keuzes } from '../../components/keuzes.tsx';
import { Knop } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Melding } from '../../components/melding.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import type { Gepost } from '../../formulier.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { hoofdletter } from '../woorden.ts';

interface UitvoerProps {
  gekozen: Gepost;
  fouten: readonly Veldmelding[];
  tijdvakken: readonly Tijdvaknaam[];
  context: PageContext;
}

/** All data of a period as a file: what it is for, of which period, and what is in it. */
export function Uitvoerpagina({ gekozen, fouten, tijdvakken, context }: UitvoerProps) {
  const titel = 'Haal gegevens op';
  return (
    <Layout titel={fouten.length === 0 ? titel : `Fout: ${titel}`} hier={ADRESSEN.cijfers()} context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.cijfers(), tekst: 'Cijfers' }]} />
      <Foutoverzicht fouten={fouten} />
      <h1>{titel}</h1>
      <p className="inleiding">
        U krijgt alle gegevens van een jaar of kwartaal als tabellen, om zelf mee te rekenen. Er staan alleen codes,
        dagen en aantallen in.
      </p>
      <Melding soort="let-op">
        <p>
          <strong>Deze gegevens zijn niet anoniem.</strong> Wie een gezin kent, kan het herkennen. Deel ze niet verder
          dan is afgesproken, en gooi ze weg als u klaar bent. In het logboek komt dat u ze ophaalde, en waarvoor.
        </p>
      </Melding>
      <form method="get" action={ADRESSEN.uitvoerbestand()}>
        <Keuzes
          naam="tijdvak"
          label="Over welke tijd?"
          hoeveel="een"
          opties={tijdvakken.map((tijdvak) => ({ waarde: tijdvak, tekst: hoofdletter(tijdvakInWoorden(tijdvak)) }))}
          gekozen={gekozen['tijdvak'] ?? []}
          fouten={fouten}
        />
        <Keuzes
          naam="doel"
          label="Waarvoor hebt u ze nodig?"
          hoeveel="een"
          opties={UITVOERDOELEN.map((doel) => ({ waarde: doel, tekst: UITVOERDOELNAMEN[doel] }))}
          gekozen={gekozen['doel'] ?? []}
          fouten={fouten}
        />
        <p className="knoppen">
          <Knop>Haal de gegevens op</Knop>
        </p>
      </form>
      <section aria-labelledby="inhoud">
        <h2 id="inhoud">Wat erin zit</h2>
        <p>
          Een ZIP-bestand met zeven CSV-bestanden, die u in Excel kunt openen, en <code>datapackage.json</code>: een
          beschrijving die ook een programma leest. Wat gaat over een organisatie waar u werkt, zit er niet in.
        </p>
        {UITVOERTABELNAMEN.map((naam) => (
          <Tabeluitleg key={naam} naam={naam} />
        ))}
      </section>
    </Layout>
  );
}

function Tabeluitleg({ naam }: { naam: (typeof UITVOERTABELNAMEN)[number] }) {
  const { titel, wat, velden } = UITVOERTABELLEN[naam];
  return (
    <Uitklap kop={`${titel} (${naam}.csv)`} aantal={velden.length}>
      <p>{wat}</p>
      <Tabel
        titel={`De kolommen van ${naam}.csv`}
        koppen={['Kolom', 'Wat erin staat']}
        rijen={velden.map((veld) => ({ sleutel: veld.naam, cellen: [<code>{veld.naam}</code>, veld.wat] }))}
      />
    </Uitklap>
  );
}
