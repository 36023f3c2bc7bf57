import { ADRESSEN } from '#contract/adressen.ts';

import { Kruimels } from '../components/kruimels.tsx';
import { Layout, type PageContext } from '../layout.tsx';

/** Where the link in a mail leads. It tells nothing about the signaal: that takes a login. */
export function SignaalWegwijzer({
  nummer,
  publicUrl,
  context,
}: {
  nummer: string;
  publicUrl: string;
  context: PageContext;
}) {
  return (
    <Layout titel={`Signaal ${nummer}`} hier="" context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.start(), tekst: 'Start' }]} />
      <h1>{`Signaal ${nummer}`}</h1>
      <p className="inleiding">U bekijkt en behandelt een signaal met de API. Daarvoor meldt u zich aan.</p>
      <pre tabIndex={0} aria-label="Voorbeeld voor de opdrachtregel">
        <code>{`curl ${publicUrl}/api/v1/signalen/${nummer} \\\n  -H "Authorization: Bearer $TOKEN"`}</code>
      </pre>
      <p>
        Is u gevraagd om een overdracht? Stuur dan wat is geprobeerd, gevraagd en nu nodig is naar{' '}
        <code>{`${ADRESSEN.api()}/signalen/${nummer}/overdrachtnotities`}</code>.
      </p>
      <p>
        Alle opdrachten staan in de <a href={ADRESSEN.documentatie()}>beschrijving van de API</a>.
      </p>
    </Layout>
  );
}
