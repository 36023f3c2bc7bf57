import { Layout, type Omgeving } from '../layout.tsx';
import { PATHS } from '../paths.ts';

export function NietGevonden({ omgeving }: { omgeving: Omgeving }) {
  return (
    <Layout titel="Deze pagina bestaat niet" hier="" omgeving={omgeving}>
      <h1>Deze pagina bestaat niet</h1>
      <p className="inleiding">
        Controleer het adres, of ga naar de <a href={PATHS.start}>startpagina</a>.
      </p>
    </Layout>
  );
}

export function Fout({ omgeving }: { omgeving: Omgeving }) {
  return (
    <Layout titel="Er ging iets mis" hier="" omgeving={omgeving}>
      <h1>Er ging bij ons iets mis</h1>
      <p className="inleiding">
        Probeer het zo nog eens, of ga naar de <a href={PATHS.start}>startpagina</a>.
      </p>
    </Layout>
  );
}
