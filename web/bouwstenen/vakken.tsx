import { Veld, type Veldmelding } from '../components/formulier.tsx';
import { Invoervak, Keuzevak, Tekstvak } from '../components/invoervak.tsx';
import { Veldgroep } from '../components/veldgroep.tsx';
import { Bouwsteen, Toestand } from './bouwsteen.tsx';
import { LANG, LANG_WOORD } from './teksten.ts';

const FOUTEN: readonly Veldmelding[] = ['regel-fout', 'tekst-fout', 'lijst-fout'].map((veld) => ({
  veld,
  tekst: 'Vul in wat er vastloopt.',
}));

/** What people fill in, one by one. */
export function Vakken() {
  return (
    <>
      <Bouwsteen naam="invoervak">
        <div className="toestanden">
          <Regels />
          <Teksten />
          <Lijsten />
        </div>
      </Bouwsteen>
      <Bouwsteen naam="veldgroep">
        <Veldgroep label="Werktijd op maandag" vorm="tijden">
          <Veld naam="groep-van" label="Van" fouten={[]}>
            {(eigen) => <Invoervak {...eigen} type="time" defaultValue="09:00" />}
          </Veld>
          <Veld naam="groep-tot" label="Tot" fouten={[]}>
            {(eigen) => <Invoervak {...eigen} type="time" />}
          </Veld>
        </Veldgroep>
        <Veldgroep label="Termijnen in werkdagen" vorm="groep getallen">
          {['Oppakken', 'Behandelen', 'Terugkoppelen'].map((label, i) => (
            <Veld key={label} naam={`groep-${i}`} label={label} fouten={[]}>
              {(eigen) => <Invoervak {...eigen} inputMode="numeric" defaultValue={String(5 + i)} />}
            </Veld>
          ))}
        </Veldgroep>
      </Bouwsteen>
    </>
  );
}

function Regels() {
  return (
    <>
      <Toestand naam="Leeg">
        <Veld naam="regel-leeg" label="Onderwerp" hint="In één regel." fouten={[]}>
          {(eigen) => <Invoervak {...eigen} type="text" />}
        </Veld>
      </Toestand>
      <Toestand naam="Met focus" focus>
        <Veld naam="regel-focus" label="Onderwerp" fouten={[]}>
          {(eigen) => <Invoervak {...eigen} type="text" defaultValue="Rolstoel" />}
        </Veld>
      </Toestand>
      <Toestand naam="Met een fout">
        <Veld naam="regel-fout" label="Onderwerp" hint="In één regel." fouten={FOUTEN}>
          {(eigen) => <Invoervak {...eigen} type="text" />}
        </Veld>
      </Toestand>
      <Toestand naam="Uitgeschakeld">
        <Veld naam="regel-uit" label="Onderwerp" fouten={[]}>
          {(eigen) => <Invoervak {...eigen} type="text" disabled defaultValue="Rolstoel" />}
        </Veld>
      </Toestand>
      <Toestand naam="Met lange tekst">
        <Veld naam="regel-lang" label={LANG_WOORD} hint={LANG} fouten={[]}>
          {(eigen) => <Invoervak {...eigen} type="text" defaultValue={LANG} />}
        </Veld>
      </Toestand>
      <Toestand naam="Een dag">
        <Veld naam="regel-dag" label="Datum" fouten={[]}>
          {(eigen) => <Invoervak {...eigen} kort type="date" defaultValue="2027-04-30" />}
        </Veld>
      </Toestand>
      <Toestand naam="Een bestand">
        <Veld naam="regel-bestand" label="Bestanden" hint="PDF, JPG of PNG." fouten={[]}>
          {(eigen) => <Invoervak {...eigen} type="file" multiple />}
        </Veld>
      </Toestand>
    </>
  );
}

function Teksten() {
  return (
    <>
      <Toestand naam="Met een fout">
        <Veld naam="tekst-fout" label="Wat loopt er vast?" hint="Schrijf geen namen." fouten={FOUTEN}>
          {(eigen) => <Tekstvak {...eigen} rows={3} />}
        </Veld>
      </Toestand>
      <Toestand naam="Alleen om te lezen">
        <Veld naam="tekst-lezen" label="Uw tekst" fouten={[]}>
          {(eigen) => <Tekstvak {...eigen} rows={3} readOnly defaultValue={LANG} />}
        </Veld>
      </Toestand>
    </>
  );
}

function Lijsten() {
  return (
    <>
      <Toestand naam="Met focus" focus>
        <Veld naam="lijst-focus" label="Regio" fouten={[]}>
          {(eigen) => (
            <Keuzevak {...eigen}>
              <option>{LANG}</option>
            </Keuzevak>
          )}
        </Veld>
      </Toestand>
      <Toestand naam="Met een fout">
        <Veld naam="lijst-fout" label="Regio" fouten={FOUTEN}>
          {(eigen) => (
            <Keuzevak {...eigen}>
              <option>Kies</option>
            </Keuzevak>
          )}
        </Veld>
      </Toestand>
      <Toestand naam="Uitgeschakeld">
        <Veld naam="lijst-uit" label="Regio" fouten={[]}>
          {(eigen) => (
            <Keuzevak {...eigen} disabled>
              <option>Noord</option>
            </Keuzevak>
          )}
        </Veld>
      </Toestand>
    </>
  );
}
