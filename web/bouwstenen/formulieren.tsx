import { Foutoverzicht, type Veldmelding } from '../components/formulier.tsx';
import { Gevolg } from '../components/gevolg.tsx';
import { Keuzelijst } from '../components/keuzelijst.tsx';
import { Keuzes } from '../components/keuzes.tsx';
import { MagBlijven } from '../components/mag-blijven.tsx';
import { Zoekformulier } from '../components/zoekformulier.tsx';
import { Bouwsteen, Toestand } from './bouwsteen.tsx';
import { LANG } from './teksten.ts';
import { Vakken } from './vakken.tsx';

const FOUTEN: readonly Veldmelding[] = [
  { veld: 'regel-fout', tekst: 'Vul in wat er vastloopt.' },
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

/** What people fill in and choose. */
export function Formulieren() {
  return (
    <>
      <h2>Invullen en kiezen</h2>
      <Bouwsteen naam="formulier">
        <Foutoverzicht fouten={FOUTEN} />
      </Bouwsteen>
      <Vakken />
      <Kiezen />
      <Bouwsteen naam="mag-blijven">
        <MagBlijven naam="m-tekst" twijfels={[{ veld: 'm-tekst', woorden: 'mevrouw Postma' }]} bevestigd={[]} />
      </Bouwsteen>
      <Bouwsteen naam="zoekformulier">
        <Zoekformulier
          adres="#"
          velden={[
            { naam: 'z-woord', label: 'Woord' },
            { naam: 'z-vanaf', label: 'Vanaf', soort: 'date' },
            { naam: 'z-soort', label: 'Soort', opties: WENSEN },
          ]}
          getypt={{ 'z-woord': ['gemeente'] }}
        />
      </Bouwsteen>
      <Bouwsteen naam="gevolg">
        <Gevolg
          id="g-veel"
          kop="Dit gebeurt er als u dit doet"
          zinnen={['Het signaal gaat naar de regio.', 'U krijgt bericht.']}
        />
        <Gevolg id="g-niets" kop="Dit gebeurt er als u dit noteert" zinnen={[]} />
        <Gevolg
          id="g-twijfel"
          kop="Dit gebeurt er als u dit vraagt"
          zinnen={['De ketenpartner krijgt een mail.']}
          twijfels={['In uw tekst staat “mevrouw Postma”. De ketenpartner leest dat ook.']}
        />
      </Bouwsteen>
    </>
  );
}

function Kiezen() {
  return (
    <>
      <Bouwsteen naam="keuzes">
        <div className="toestanden">
          <Toestand naam="Eén antwoord">
            <Keuzes naam="k-een" label="Wat wilt u?" hoeveel="een" opties={WENSEN} gekozen={['zelf']} fouten={[]} />
          </Toestand>
          <Toestand naam="Meer antwoorden">
            <Keuzes naam="k-meer" label="Voor wie?" hoeveel="meer" opties={WENSEN} gekozen={['hulp']} fouten={[]} />
          </Toestand>
          <Toestand naam="Met een fout">
            <Keuzes naam="k-fout" label="Wat wilt u?" hoeveel="een" opties={WENSEN} gekozen={[]} fouten={FOUTEN} />
          </Toestand>
          <Toestand naam="Met lange tekst">
            <Keuzes
              naam="k-lang"
              label={LANG}
              hoeveel="meer"
              opties={[{ waarde: 'lang', tekst: LANG, toelichting: LANG }]}
              gekozen={[]}
              fouten={[]}
            />
          </Toestand>
          <Toestand naam="Niets om te kiezen">
            <Keuzes
              naam="k-leeg"
              label="Welke les?"
              hint="Er is nog niets om uit te kiezen."
              hoeveel="een"
              opties={[]}
              gekozen={[]}
              fouten={[]}
            />
          </Toestand>
        </div>
      </Bouwsteen>
      <Bouwsteen naam="keuzelijst">
        <Keuzelijst naam="l-kort" label="Regio" leeg="Kies" opties={WENSEN} gekozen="" fouten={[]} />
        <Keuzelijst naam="l-lang" label="Gemeente" leeg="Kies" opties={GEMEENTEN} gekozen="Leiden" fouten={[]} />
      </Bouwsteen>
    </>
  );
}
