import { ADRESSEN } from '#contract/adressen.ts';

import { Kruimels } from '../../components/kruimels.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

/** What there is to arrange. */
export function Instellingen({ context }: { context: PageContext }) {
  return (
    <Layout titel="Instellingen" hier="" context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.start(), tekst: 'Start' }]} />
      <h1>Instellingen</h1>
      <ul>
        <li>
          <a href={ADRESSEN.werktijden()}>Wanneer u werkt</a>
        </li>
        <li>
          <a href={ADRESSEN.sessies()}>Waar u bent ingelogd</a>
        </li>
      </ul>
    </Layout>
  );
}
