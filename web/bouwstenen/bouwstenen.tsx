import { Layout, type PageContext } from '../layout.tsx';
import { Formulieren } from './formulieren.tsx';
import { Gegevens } from './gegevens.tsx';
import { Grafieken } from './grafieken.tsx';
import { Knoppen } from './knoppen.tsx';
import { Meldingen } from './meldingen.tsx';
import { Overzichten } from './overzichten.tsx';

/** Every component in every state, to be looked at. For who builds; there is no such page in production. */
export function Bouwstenen({ context }: { context: PageContext }) {
  return (
    <Layout titel="Bouwstenen" hier="" context={context}>
      <h1>Bouwstenen</h1>
      <p className="inleiding">Elk onderdeel waar de pagina’s uit bestaan, in elke toestand.</p>
      <Knoppen />
      <Formulieren />
      <Meldingen />
      <Overzichten />
      <Gegevens />
      <Grafieken />
    </Layout>
  );
}
