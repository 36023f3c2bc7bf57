import { Bladeren } from '../components/bladeren.tsx';
import { Kaartlijst } from '../components/kaartlijst.tsx';
import { Knop } from '../components/knop.tsx';
import { Tabbladen } from '../components/tabbladen.tsx';
import { Tabel } from '../components/tabel.tsx';
import { Termijnmerk } from '../components/termijnmerk.tsx';
import { Uitklap } from '../components/uitklap.tsx';
import { Bouwsteen } from './bouwsteen.tsx';

const BLADEN = [
  { adres: '#alles', tekst: 'Alles', aantal: 23 },
  { adres: '#mij', tekst: 'Bij mij', aantal: 4 },
  { adres: '#laat', tekst: 'Te laat', aantal: 0 },
];
const LANG =
  'Het zorgkantoor en de gemeente Alphen-Chaam verwijzen naar elkaar over een aangepaste rolstoel voor school';

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
      <Bouwsteen naam="bladeren">
        <Bladeren
          begin={{ adres: '#begin', tekst: 'Naar het begin' }}
          verder={{ adres: '#verder', tekst: 'De volgende 50' }}
        />
      </Bouwsteen>
      <Bouwsteen naam="uitklap">
        <Uitklap kop="Wat eerder gebeurde" aantal={12}>
          <p>Het signaal is ingediend.</p>
        </Uitklap>
      </Bouwsteen>
    </>
  );
}
