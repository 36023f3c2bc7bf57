import { Kruimels } from '../../components/kruimels.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

interface KanNuNietProps {
  waarom: string;
  hier: string;
  boven: readonly { adres: string; tekst: string }[];
  context: PageContext;
}

/** There is nothing to fill in here, or no longer: why not, and the way back. */
export function KanNuNiet({ waarom, hier, boven, context }: KanNuNietProps) {
  const terug = boven.at(-1);
  return (
    <Layout titel="Dit kan nu niet" hier={hier} context={context}>
      <Kruimels boven={boven} />
      <h1>Dit kan nu niet</h1>
      <p className="inleiding">{waarom}</p>
      {terug !== undefined && (
        <p>
          <a href={terug.adres}>{`Naar “${terug.tekst}”`}</a>
        </p>
      )}
    </Layout>
  );
}
