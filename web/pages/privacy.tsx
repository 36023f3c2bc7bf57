import { ADRESSEN } from '#contract/adressen.ts';

import { Tabel } from '../components/tabel.tsx';
import { Layout, type PageContext } from '../layout.tsx';

/** What is kept of whom, who reads it and for how long: as it is now, also where that is not yet as it should be. */
export function Privacy({ beheer, context }: { beheer: string; context: PageContext }) {
  return (
    <Layout titel="Privacy" hier={ADRESSEN.privacy()} context={context}>
      <div className="smal">
        <h1>Privacy</h1>
        <p className="inleiding">
          Een signaal gaat over wat vastloopt, niet over wie. Schrijf daarom geen namen, adressen of
          burgerservicenummers op.
        </p>
        <h2>Wie leest wat</h2>
        <ul>
          <li>Wie een signaal indient of behandelt, leest dat signaal.</li>
          <li>Een regiocoördinator leest de signalen van de eigen regio.</li>
          <li>Het landelijk team leest alle signalen, maar niet over wie ze gaan.</li>
          <li>Een ketenpartner leest alleen de eigen vraag, met een link en een code.</li>
          <li>Functioneel beheer leest geen signalen.</li>
          <li>Wie bij een organisatie werkt waar een signaal over gaat, leest dat signaal niet.</li>
        </ul>
        <p>In e-mail staat nooit waar een signaal over gaat: alleen het nummer en een link.</p>
        <h2>Hoe lang wij iets bewaren</h2>
        <Tabel
          koppen={['Wat', 'Hoe lang']}
          rijen={BEWAARD.map(([wat, hoeLang]) => ({ sleutel: wat, cellen: [wat, hoeLang] }))}
        />
        <h2>Wat uw browser onthoudt</h2>
        <p>
          Een cookie waardoor u ingelogd blijft, en een cookie om in te loggen. Wordt u uitgelogd terwijl u typt, dan
          bewaart een cookie een uur lang de sleutel van uw tekst. Wij volgen u niet, en er komt niets van andere
          websites.
        </p>
        <h2>Uw rechten</h2>
        <p>
          {`Wilt u weten wat er over u staat, klopt er iets niet, of wilt u dat iets wordt gewist? Neem contact op met functioneel beheer: ${beheer}. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.`}
        </p>
      </div>
    </Layout>
  );
}

const BEWAARD: readonly (readonly [wat: string, hoeLang: string])[] = [
  ['Wat in een signaal is geschreven', '5 jaar na het afsluiten. Dan bevestigen twee mensen dat het weg kan'],
  [
    'Over wie een signaal gaat, en bestanden',
    'Een half jaar na het afsluiten, op dezelfde manier. Ze zijn versleuteld',
  ],
  ['Het nummer, de codes en de datums', 'Die blijven, voor de cijfers. Daarin staat niets over een gezin'],
  ['Uw account', 'Zolang u meewerkt. Uw naam blijft staan bij wat u deed'],
  ['Dat u bent ingelogd', 'Tot 60 minuten nadat u iets deed, en hoogstens 10 uur'],
  ['Waar en wanneer u was ingelogd', 'Twee weken'],
  ['Wat u typte toen u werd uitgelogd', 'Een uur, versleuteld. Alleen uw eigen browser kan het openen'],
];
