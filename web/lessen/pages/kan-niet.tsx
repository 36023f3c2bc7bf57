import { ADRESSEN } from '#contract/adressen.ts';

import { Layout, type PageContext } from '../../layout.tsx';

/** The same words for a les that does not exist and for one that this person may not see. */
export function GeenLes({ context }: { context: PageContext }) {
  return (
    <Layout titel="Deze les is er niet" hier={ADRESSEN.lessen()} context={context}>
      <h1>Deze les is er niet</h1>
      <p className="inleiding">Deze les bestaat niet, is ingetrokken, of u mag de les niet zien.</p>
      <p>
        <a href={ADRESSEN.lessen()}>Zoek wat werkt</a>
      </p>
    </Layout>
  );
}

/** What somebody came to do cannot be done, by them or now. */
export function KanNu({ waarom, context }: { waarom: string; context: PageContext }) {
  return (
    <Layout titel="Dit kan nu niet" hier={ADRESSEN.lessen()} context={context}>
      <h1>Dit kan nu niet</h1>
      <p className="inleiding">{waarom}</p>
      <p>
        <a href={ADRESSEN.lessen()}>Zoek wat werkt</a>
      </p>
    </Layout>
  );
}
