import { Bevestiging } from '../components/bevestiging.tsx';
import { Foutoverzicht, Veld, type Veldmelding } from '../components/formulier.tsx';
import { Gevolg } from '../components/gevolg.tsx';
import { Invoervak, Tekstvak } from '../components/invoervak.tsx';
import { Keuzelijst } from '../components/keuzelijst.tsx';
import { Keuzes } from '../components/keuzes.tsx';
import { Knop } from '../components/knop.tsx';
import { Zoekvak } from '../components/zoekvak.tsx';
import { Bouwsteen } from './bouwsteen.tsx';

const FOUTEN: readonly Veldmelding[] = [
  { veld: 'v-fout', tekst: 'Vul in wat er vastloopt.' },
  { veld: 'k-fout', tekst: 'Kies wat u wilt.' },
];
const WENSEN = [
  { waarde: 'zelf', tekst: 'Ik ga zelf verder', toelichting: 'U houdt het signaal. Wij bewaken de termijn.' },
  { waarde: 'hulp', tekst: 'Ik wil hulp' },
];
const GEMEENTEN =
  'Almere Amersfoort Arnhem Assen Breda Delft Deventer Eindhoven Emmen Gouda Groningen Haarlem Leiden Utrecht Zwolle'
    .split(' ')
    .map((tekst) => ({ waarde: tekst, tekst }));

/** What people fill in, choose and press. */
export function Formulieren() {
  return (
    <>
      <h2>Invullen en kiezen</h2>
      <Bouwsteen naam="foutoverzicht">
        <Foutoverzicht fouten={FOUTEN} />
      </Bouwsteen>
      <Bouwsteen naam="veld">
        <Veld naam="v-leeg" label="Onderwerp" hint="In één regel." fouten={[]}>
          {(eigen) => <Invoervak {...eigen} type="text" />}
        </Veld>
        <Veld naam="v-fout" label="Wat loopt er vast?" hint="Schrijf geen namen." fouten={FOUTEN}>
          {(eigen) => <Tekstvak {...eigen} rows={3} />}
        </Veld>
        <Veld naam="v-datum" label="Datum" fouten={[]}>
          {(eigen) => <Invoervak {...eigen} kort type="date" defaultValue="2027-04-30" />}
        </Veld>
      </Bouwsteen>
      <Bouwsteen naam="keuzes">
        <Keuzes naam="k-een" label="Wat wilt u?" hoeveel="een" opties={WENSEN} gekozen={['zelf']} fouten={[]} />
        <Keuzes naam="k-meer" label="Voor wie?" hoeveel="meer" opties={WENSEN} gekozen={['hulp']} fouten={[]} />
        <Keuzes naam="k-fout" label="Wat wilt u?" hoeveel="een" opties={WENSEN} gekozen={[]} fouten={FOUTEN} />
      </Bouwsteen>
      <Bouwsteen naam="keuzelijst">
        <Keuzelijst naam="l-kort" label="Regio" leeg="Kies" opties={WENSEN} gekozen="" fouten={[]} />
        <Keuzelijst naam="l-lang" label="Gemeente" leeg="Kies" opties={GEMEENTEN} gekozen="Leiden" fouten={[]} />
      </Bouwsteen>
      <Knoppen />
      <Bouwsteen naam="zoekvak">
        <Zoekvak adres="#" naam="proef" label="Zoek op nummer of woord" />
      </Bouwsteen>
      <Bouwsteen naam="gevolg">
        <Gevolg
          id="g-veel"
          kop="Dit gebeurt er als u dit doet"
          zinnen={['Het signaal gaat naar de regio.', 'U krijgt bericht.']}
        />
        <Gevolg id="g-niets" kop="Dit gebeurt er als u dit doet" zinnen={[]} />
      </Bouwsteen>
    </>
  );
}

function Knoppen() {
  return (
    <>
      <Bouwsteen naam="knop">
        <p className="knoppen">
          <Knop type="button">Leg bij de regio</Knop>
          <Knop type="button" soort="tweede">
            Bekijk wat er gebeurt
          </Knop>
          <Knop type="button" soort="gevaar">
            Trek het signaal in
          </Knop>
          <Knop type="button" soort="tweede" klein>
            Zoek
          </Knop>
          <Knop type="button" aria-disabled="true">
            Even geduld
          </Knop>
        </p>
      </Bouwsteen>
      <Bouwsteen naam="bevestiging">
        <Bevestiging
          knop="Verwijder het concept"
          vraag="Het concept is daarna weg. Dat kunt u niet terugdraaien."
          ja="Ja, verwijder het"
          adres="#"
        />
      </Bouwsteen>
    </>
  );
}
