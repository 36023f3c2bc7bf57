import { Kruimels } from '../../components/kruimels.tsx';
import { Layout, type PageContext } from '../../layout.tsx';
import { type Handelingweergave, WaaromNiet } from '../../signalen/pages/daden.tsx';

interface KanNietProps {
  titel: string;
  handeling: Pick<Handelingweergave, 'reden' | 'wie'>;
  boven: readonly { adres: string; tekst: string }[];
  context: PageContext;
}

/** An act that may not be done now: why not, and who can. */
export function KanNiet({ titel, handeling, boven, context }: KanNietProps) {
  return (
    <Layout titel={`Dit kan nu niet: ${titel}`} hier="" context={context}>
      <Kruimels boven={boven} />
      <h1>Dit kan nu niet</h1>
      <p className="inleiding">{`U wilde: ${titel.charAt(0).toLowerCase()}${titel.slice(1)}.`}</p>
      <p>
        <WaaromNiet handeling={handeling} />
      </p>
    </Layout>
  );
}
