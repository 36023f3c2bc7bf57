import { legUit } from '#domain/tijd/uitleg.ts';

import { Contactregel } from '../components/contactregel.tsx';
import { Feiten } from '../components/feiten.tsx';
import { Kerncijfers } from '../components/kerncijfers.tsx';
import { Ladder } from '../components/ladder.tsx';
import { Maandkalender } from '../components/maandkalender.tsx';
import { Tijdlijn } from '../components/tijdlijn.tsx';
import { Bouwsteen } from './bouwsteen.tsx';

/** What is known of one thing. */
export function Gegevens() {
  return (
    <>
      <h2>Weten</h2>
      <Bouwsteen naam="ladder">
        <Ladder
          label="Waar het signaal ligt"
          treden={[
            { naam: 'Lokaal', stand: 'geweest', tekst: 'Bij de Metgezel, tot en met 12 april' },
            { naam: 'Regionaal', stand: 'hier', tekst: 'Bij Hilde Postma, tot en met 10 mei' },
            { naam: 'Landelijk', stand: 'nog niet', tekst: 'Bij het landelijk team' },
          ]}
        />
      </Bouwsteen>
      <Bouwsteen naam="feiten">
        <Feiten
          feiten={[
            { naam: 'Aan zet', waarde: 'Hilde Postma' },
            { naam: 'Tot en met', waarde: <a href="#steen-maandkalender">maandag 24 mei 2027</a> },
            null,
          ]}
        />
      </Bouwsteen>
      <Bouwsteen naam="contactregel">
        <Contactregel
          naam="Hilde Postma"
          rol="Regiocoördinator Noord"
          telefoon="050 123 45 67"
          email="hilde@voorbeeld.nl"
        />
        <Contactregel naam="Loket zonder nummer" telefoon={null} />
      </Bouwsteen>
      <Bouwsteen naam="tijdlijn">
        <Tijdlijn
          punten={[
            { sleutel: 3, zin: 'Het signaal ging naar de regio.', op: '4 mei 2027 om 00:00', vanzelf: true },
            {
              sleutel: 2,
              zin: 'Fatima schreef een notitie.',
              op: '3 mei 2027 om 09:12',
              tekst: 'Moeder belt maandag terug.',
            },
            { sleutel: 1, zin: 'Fatima diende het signaal in.', op: '23 april 2027 om 16:40' },
          ]}
        />
      </Bouwsteen>
      <Kalender />
      <Bouwsteen naam="kerncijfers">
        <Kerncijfers
          cijfers={[
            { naam: 'Open signalen', waarde: '23', uitleg: 'vorige maand 19', adres: '#open' },
            { naam: 'Te laat', waarde: '2', adres: '#laat' },
            { naam: 'Doorlooptijd', waarde: '11 werkdagen', uitleg: 'de helft was sneller' },
          ]}
        />
      </Bouwsteen>
    </>
  );
}

function Kalender() {
  const uitleg = legUit({
    begin: '2027-04-23',
    dagen: 20,
    kalender: { versie: 1, dagen: { '2027-05-07': 'Dag na Hemelvaart' } },
  });
  return (
    <Bouwsteen naam="maandkalender">
      <Maandkalender
        titel="Het behandelen"
        beginDatum={uitleg.begin}
        laatsteDatum={uitleg.laatsteDag}
        dagen={uitleg.dagen}
        vandaag="2027-05-03"
      />
    </Bouwsteen>
  );
}
