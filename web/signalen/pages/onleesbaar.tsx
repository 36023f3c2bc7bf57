import { ADRESSEN } from '#contract/adressen.ts';
import { zichtVan } from '#domain/bevoegdheden.ts';

import { Layout, type PageContext } from '../../layout.tsx';

/** The same words for a signaal that does not exist and for one that this person may not see. */
export function GeenSignaal({ context }: { context: PageContext }) {
  const zietSignalen = context.persoon != null && zichtVan(context.persoon) !== null;
  return (
    <Layout titel="Dit signaal is er niet" hier="" context={context}>
      <h1>Dit signaal is er niet</h1>
      <p className="inleiding">Dit signaal bestaat niet, of u mag het niet zien. Controleer het nummer.</p>
      <p>
        Kreeg u er een mail over? Dan was u er toen bij betrokken, bijvoorbeeld omdat u voor iemand waarnam. Nu bent u
        dat niet meer. U hoeft niets te doen.
      </p>
      <p>
        {zietSignalen ? (
          <a href={ADRESSEN.signalen()}>Naar de signalen die u wel ziet</a>
        ) : (
          <a href={ADRESSEN.start()}>Naar de startpagina</a>
        )}
      </p>
    </Layout>
  );
}

/** For who might have read it: when it was erased, and why. */
export function GewistSignaal({ zin, context }: { zin: string; context: PageContext }) {
  return (
    <Layout titel="Dit signaal is gewist" hier="" context={context}>
      <h1>Dit signaal is gewist</h1>
      <p className="inleiding">{zin}</p>
      <p>
        Alles wat mensen erin schreven, is voorgoed weg. Het nummer, de codes en de datums blijven in de lijsten en de
        cijfers staan.
      </p>
      <p>
        <a href={ADRESSEN.signalen()}>Naar de signalen</a>
      </p>
    </Layout>
  );
}

/** Why somebody may not read this. */
export function GeenToegang({ waarom, context }: { waarom: string; context: PageContext }) {
  return (
    <Layout titel="U kunt dit niet lezen" hier="" context={context}>
      <h1>U kunt dit niet lezen</h1>
      <p className="inleiding">{waarom}</p>
      <p>
        <a href={ADRESSEN.start()}>Naar de startpagina</a>
      </p>
    </Layout>
  );
}
