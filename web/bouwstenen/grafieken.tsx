import { type Reeks, Lijngrafieken } from '../components/lijngrafiek.tsx';
import { Staafgrafiek } from '../components/staafgrafiek.tsx';
import { Stapelgrafiek } from '../components/stapelgrafiek.tsx';
import { Bouwsteen } from './bouwsteen.tsx';

const MOMENTEN = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ').map((maand) => `${maand} 2027`);
const REEKSEN: readonly Reeks[] = ['Noord', 'Oost', 'Midden', 'West', 'Zuid'].map((naam, r) => ({
  naam,
  waarden: MOMENTEN.map((_, i) => (r === 3 && i < 3 ? null : 40 + r * 9 + ((i * (r + 3) * 7) % 23))),
}));

/** Numbers to look at. */
export function Grafieken() {
  return (
    <>
      <h2>Tellen</h2>
      <Bouwsteen naam="staafgrafiek">
        <Staafgrafiek
          titel="Open signalen per regio"
          zin="De meeste signalen liggen in West. In Oost zijn het er te weinig om te tonen."
          koppen={['Regio', 'Open']}
          staven={[
            { naam: 'Noord', waarde: 42, adres: '#noord' },
            { naam: 'Oost', waarde: 0, verborgen: 'minder dan 5' },
            { naam: 'West', waarde: 1096, adres: '#west' },
            { naam: 'Zuid', waarde: 0 },
          ]}
        />
      </Bouwsteen>
      <Bouwsteen naam="stapelgrafiek">
        <Stapelgrafiek
          titel="Afgesloten signalen, naar niveau en uitkomst"
          zin="Lokaal werd het meest opgelost."
          kop="Niveau"
          delen={['Opgelost', 'Voor een deel', 'Niet op te lossen']}
          stapels={[
            { naam: 'Lokaal', delen: [{ waarde: 6, adres: '#lokaal' }, { waarde: 2 }, { waarde: 1 }] },
            { naam: 'Landelijk', delen: [{ waarde: 0 }, { waarde: 0 }, { waarde: 0 }] },
          ]}
        />
      </Bouwsteen>
      <Bouwsteen naam="lijngrafiek">
        <Lijngrafieken
          id="instroom"
          titel="Nieuwe signalen in heel Nederland"
          zin="Er kwamen dit jaar elke maand ongeveer evenveel signalen bij."
          momenten={MOMENTEN}
          reeksen={REEKSEN.slice(0, 1)}
        />
        <Lijngrafieken
          id="regios"
          titel="Nieuwe signalen per regio"
          zin="In Zuid kwamen de meeste signalen bij."
          momenten={MOMENTEN}
          reeksen={REEKSEN}
        />
      </Bouwsteen>
    </>
  );
}
