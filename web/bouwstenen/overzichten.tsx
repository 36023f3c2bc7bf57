import { Bladeren } from '../components/bladeren.tsx';
import { Kaartlijst } from '../components/kaartlijst.tsx';
import { Knop } from '../components/knop.tsx';
import { Kruimels } from '../components/kruimels.tsx';
import { Tabbladen } from '../components/tabbladen.tsx';
import { Tabel } from '../components/tabel.tsx';
import { Termijnmerk } from '../components/termijnmerk.tsx';
import { Uitklap } from '../components/uitklap.tsx';
import { Bouwsteen, Toestand } from './bouwsteen.tsx';
import { LANG } from './teksten.ts';

const BLADEN = [
  { adres: '#alles', tekst: 'Alles', aantal: 23 },
  { adres: '#mij', tekst: 'Bij mij', aantal: 4 },
  { adres: '#laat', tekst: 'Te laat', aantal: 0 },
];

/** Many things at once, and how one goes through them. */
export function Overzichten() {
  return (
    <>
      <h2>Overzien</h2>
      <Bouwsteen naam="tabbladen">
        <Tabbladen label="Welke signalen" bladen={BLADEN} hier="#alles" />
        <Tabbladen label="Van wie" bladen={BLADEN} hier="#mij" vorm="filters" />
      </Bouwsteen>
      <Bouwsteen naam="tabel">
        <Tabel
          koppen={['Signaal', 'Onderwerp', 'Tot en met', 'Behandelaar']}
          rijen={['S-2027-0001', 'S-2027-0002'].map((nummer) => ({
            sleutel: nummer,
            cellen: [
              <a href={`#${nummer}`}>{nummer}</a>,
              LANG,
              <Termijnmerk stand="op_tijd" resterend="nog 3 werkdagen" />,
              'Hilde Postma-van den Oudenrijn',
            ],
          }))}
        />
      </Bouwsteen>
      <Bouwsteen naam="kaartlijst">
        <Kaartlijst
          kaarten={[
            {
              sleutel: 'een',
              titel: LANG,
              adres: '#een',
              merkjes: <Termijnmerk stand="te_laat" resterend="2 werkdagen te laat" />,
              regels: ['S-2027-0001 · Groningen', 'Aan zet: Hilde Postma'],
              daden: (
                <Knop type="button" soort="tweede">
                  Pak op
                </Knop>
              ),
            },
            { sleutel: 'twee', titel: 'Een ander signaal', adres: null, regels: ['Alleen de regel is voor u'] },
          ]}
        />
      </Bouwsteen>
      <Wegen />
    </>
  );
}

/** How one goes through many things. */
function Wegen() {
  return (
    <>
      <Bouwsteen naam="bladeren">
        <Bladeren
          begin={{ adres: '#begin', tekst: 'Naar het begin' }}
          verder={{ adres: '#verder', tekst: 'De volgende 50' }}
        />
      </Bouwsteen>
      <Bouwsteen naam="kruimels">
        <Kruimels
          boven={[
            { adres: '#werk', tekst: 'Werkvoorraad' },
            { adres: '#signaal', tekst: LANG },
          ]}
        />
      </Bouwsteen>
      <Bouwsteen naam="uitklap">
        <Uitklap kop="Waarom deze datum?" open>
          <p>Weekenden en feestdagen tellen niet mee.</p>
        </Uitklap>
        <Toestand naam="Met focus" focus>
          <Uitklap kop="Wat u nog meer kunt doen" aantal={8}>
            <p>Schrijf een notitie.</p>
          </Uitklap>
        </Toestand>
        <Uitklap kop="Wat eerder gebeurde" aantal={12}>
          <p>Het signaal is ingediend.</p>
        </Uitklap>
      </Bouwsteen>
    </>
  );
}
