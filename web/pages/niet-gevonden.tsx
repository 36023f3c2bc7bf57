import { ADRESSEN } from '#contract/adressen.ts';

import { Layout, type PageContext } from '../layout.tsx';

export function NietGevonden({ context }: { context: PageContext }) {
  return (
    <Layout titel="Deze pagina bestaat niet" hier="" context={context}>
      <h1>Deze pagina bestaat niet</h1>
      <p className="inleiding">
        Controleer het adres, of ga naar de <a href={ADRESSEN.start()}>startpagina</a>.
      </p>
    </Layout>
  );
}

export function Fout({ context }: { context: PageContext }) {
  return (
    <Layout titel="Er ging iets mis" hier="" context={context}>
      <h1>Er ging bij ons iets mis</h1>
      <p className="inleiding">
        Probeer het zo nog eens, of ga naar de <a href={ADRESSEN.start()}>startpagina</a>.
      </p>
    </Layout>
  );
}

export function TeGroot({ context }: { context: PageContext }) {
  return (
    <Layout titel="Dit is te groot" hier="" context={context}>
      <h1>Dit formulier is te groot</h1>
      <p className="inleiding">Er is niets verstuurd. Ga terug in uw browser en maak uw tekst korter.</p>
    </Layout>
  );
}
