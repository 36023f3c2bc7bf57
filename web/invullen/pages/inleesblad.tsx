import type { ReactNode } from 'react';

import { Foutoverzicht, Veld } from '../../components/formulier.tsx';
import { Invoervak } from '../../components/invoervak.tsx';
import { Knop, Knoplink } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Melding } from '../../components/melding.tsx';
import { Layout } from '../../layout.tsx';
import type { Inleesstand } from '../inleespagina.tsx';

interface InleesbladProps<V> {
  stand: Inleesstand<V>;
  titel: string;
  hier: string;
  boven: { adres: string; tekst: string };
  /** That something changed meanwhile. */
  veranderd: string;
  /** What one should know before choosing a file. */
  uitleg: ReactNode;
  /** The names of the columns, as they may stand in the file. */
  kolommen: readonly string[];
  /** What else one should know of those. */
  overKolommen: string;
  /** What the file would change, in one sentence and further, and whether that is anything. */
  inWoorden: (verslag: V) => { zin: string; verandertIets: boolean; meer: ReactNode };
  /** The address of this page, to choose another file. */
  adres: string;
}

/** A file: choose it, see what it changes, and only then do it. */
export function Inleesblad<V>(props: InleesbladProps<V>) {
  const { stand, titel, hier, boven, veranderd } = props;
  const { bekeken, fouten, isVeranderd, context } = stand;
  const mis = fouten.length > 0 || isVeranderd;
  return (
    <Layout titel={mis ? `Fout: ${titel}` : titel} hier={hier} context={context}>
      <Kruimels boven={[boven]} />
      {isVeranderd && (
        <Melding soort="fout" kop={veranderd}>
          <p>Er is nog niets ingelezen. Kijk na wat het bestand nu verandert.</p>
        </Melding>
      )}
      <Foutoverzicht fouten={fouten.map((tekst) => ({ veld: 'bestand', tekst }))} />
      <h1>{titel}</h1>
      {bekeken === null ? <Kies {...props} /> : <Bekeken {...props} bekeken={bekeken} />}
    </Layout>
  );
}

function Kies<V>({ stand: { fouten }, uitleg, kolommen, overKolommen }: InleesbladProps<V>) {
  const meldingen =
    fouten.length === 0 ? [] : [{ veld: 'bestand', tekst: 'Dit bestand kan zo niet. Er is niets veranderd.' }];
  return (
    <div className="smal">
      <p className="inleiding">{uitleg}</p>
      <details>
        <summary>Hoe ziet het bestand eruit?</summary>
        <p>
          {`Een CSV-bestand in UTF-8. Op de eerste regel staan de namen van de kolommen, met een puntkomma of komma ertussen. ${overKolommen}`}
        </p>
        <p>
          {'De kolommen: '}
          <code>{kolommen.join(';')}</code>
        </p>
      </details>
      <form method="post" encType="multipart/form-data" noValidate>
        <Veld naam="bestand" label="Het bestand" hint="Hoogstens 100 kB." fouten={meldingen}>
          {(eigen) => <Invoervak {...eigen} type="file" accept=".csv,text/csv" />}
        </Veld>
        <p className="knoppen">
          <Knop name="stap" value="bekijk">
            Bekijk wat het verandert
          </Knop>
        </p>
      </form>
    </div>
  );
}

function Bekeken<V>({
  stand: { sleutel },
  bekeken: { verslag, inhoud, vingerafdruk },
  inWoorden,
  adres,
}: InleesbladProps<V> & { bekeken: NonNullable<Inleesstand<V>['bekeken']> }) {
  const { zin, verandertIets, meer } = inWoorden(verslag);
  return (
    <>
      <p className="inleiding" role="status">
        {verandertIets ? `${zin} Er is nog niets veranderd.` : 'Dit bestand verandert niets.'}
      </p>
      {meer}
      <form method="post" encType="multipart/form-data">
        <input type="hidden" name="inhoud" value={inhoud} />
        <input type="hidden" name="vingerafdruk" value={vingerafdruk} />
        <input type="hidden" name="sleutel" value={sleutel} />
        <p className="knoppen">
          {verandertIets && (
            <Knop name="stap" value="doe">
              Lees dit bestand in
            </Knop>
          )}
          <Knoplink soort="tweede" href={adres}>
            Kies een ander bestand
          </Knoplink>
        </p>
      </form>
    </>
  );
}
