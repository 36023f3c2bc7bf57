import { ADRESSEN } from '#contract/adressen.ts';

import { Kruimels } from '../../components/kruimels.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

interface InstellingenProps {
  /** Who has signalen can be away from them. */
  metSignalen: boolean;
  context: PageContext;
}

/** What there is to arrange. */
export function Instellingen({ metSignalen, context }: InstellingenProps) {
  return (
    <Layout titel="Instellingen" hier="" context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.start(), tekst: 'Start' }]} />
      <h1>Instellingen</h1>
      <ul className="keuzes smal">
        {INSTELLINGEN.filter(({ adres }) => metSignalen || adres !== ADRESSEN.waarnemingen()).map(
          ({ adres, tekst, uitleg }) => (
            <li key={adres}>
              <a href={adres}>{tekst}</a>
              <p>{uitleg}</p>
            </li>
          ),
        )}
      </ul>
    </Layout>
  );
}

const INSTELLINGEN = [
  { adres: ADRESSEN.werktijden(), tekst: 'Wanneer u werkt', uitleg: 'Buiten die tijden krijgt u geen mail.' },
  { adres: ADRESSEN.postinstelling(), tekst: 'Welke mail u krijgt', uitleg: 'Meld u af voor wat u niet wilt.' },
  {
    adres: ADRESSEN.waarnemingen(),
    tekst: 'Wie voor u waarneemt',
    uitleg: 'Regel wie uw werk doet als u er niet bent.',
  },
  {
    adres: ADRESSEN.agendasleutels(),
    tekst: 'Uw termijnen in uw agenda',
    uitleg: 'Zet de laatste dagen in de agenda die u al gebruikt.',
  },
  {
    adres: ADRESSEN.sessies(),
    tekst: 'Waar u bent ingelogd',
    uitleg: 'Log uit op een toestel dat u niet meer gebruikt.',
  },
];
