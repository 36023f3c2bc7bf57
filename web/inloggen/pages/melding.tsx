import { ADRESSEN } from '#contract/adressen.ts';

import { Knoplink } from '../../components/knop.tsx';
import { Layout, type PageContext } from '../../layout.tsx';
import type { Inlogweigering } from '../aanmelddienst.ts';

/** Why somebody is not logged in. */
export type Inlogmelding = Inlogweigering | 'verlopen';

const WOORDEN: Readonly<Record<Inlogmelding, { kop: string; zin: string }>> = {
  onbereikbaar: {
    kop: 'Inloggen kan nu even niet',
    zin: 'De aanmelddienst is niet bereikbaar. Uw gegevens zijn veilig. Probeer het over een minuut opnieuw.',
  },
  afgebroken: { kop: 'U bent niet ingelogd', zin: 'Het inloggen is afgebroken. Er is niets gebeurd.' },
  ongeldig: {
    kop: 'Het inloggen is niet gelukt',
    zin: 'Het antwoord van de aanmelddienst klopt niet. Daarom bent u niet ingelogd. Probeer het opnieuw.',
  },
  te_zwak: {
    kop: 'Log in met een extra controle',
    zin: 'U hebt ingelogd zonder de extra controle die Signaalpunt vraagt, zoals een code op uw telefoon.',
  },
  verlopen: {
    kop: 'Het inloggen duurde te lang',
    zin: 'Deze poging is verlopen of al gebruikt. Dat gebeurt ook als u teruggaat in uw browser. Probeer het opnieuw.',
  },
};

/** Nobody was logged in: why, and how to go on. */
export function Inloggenmislukt({ melding, context }: { melding: Inlogmelding; context: PageContext }) {
  const { kop, zin } = WOORDEN[melding];
  return (
    <Layout titel={kop} hier="" context={context}>
      <h1>{kop}</h1>
      <p className="inleiding">{zin}</p>
      <p>
        <Knoplink href={ADRESSEN.inloggen()}>Log opnieuw in</Knoplink>
      </p>
    </Layout>
  );
}

interface GeenAccountProps {
  /** What the provider calls this person. */
  sub: string;
  /** How functioneel beheer is reached. */
  beheer: string;
  context: PageContext;
}

/** Somebody is known to the provider and not to us. */
export function GeenAccount({ sub, beheer, context }: GeenAccountProps) {
  return (
    <Layout titel="U hebt nog geen toegang" hier="" context={context}>
      <h1>U hebt nog geen toegang</h1>
      <p className="inleiding">Het inloggen is gelukt, maar Signaalpunt heeft geen actief account voor u.</p>
      <p>{`Vraag functioneel beheer om toegang: ${beheer}. Geef dit nummer door:`}</p>
      <dl className="feiten">
        <dt>Uw nummer</dt>
        <dd>
          <code>{sub}</code>
        </dd>
      </dl>
      <p>
        <Knoplink soort="tweede" href={`${ADRESSEN.inloggen()}?opnieuw=ja`}>
          Log in als iemand anders
        </Knoplink>
      </p>
    </Layout>
  );
}

export function Uitgelogd({ context }: { context: PageContext }) {
  return (
    <Layout titel="U bent uitgelogd" hier="" context={context}>
      <h1>U bent uitgelogd</h1>
      <p className="inleiding">Gebruikt u een computer die van meer mensen is? Sluit dan ook de browser.</p>
      <p>
        <Knoplink href={ADRESSEN.inloggen()}>Log opnieuw in</Knoplink>
      </p>
    </Layout>
  );
}
