import { ADRESSEN } from '#contract/adressen.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { heeftRol } from '#domain/bevoegdheden.ts';
import { WISSERS } from '#domain/wissen.ts';

import { Knoplink } from '../components/knop.tsx';
import { Layout, type PageContext } from '../layout.tsx';
import { menuVan } from '../menu.ts';
import { regioVan, rolVan } from '../wie.ts';

/** Where somebody begins once they are logged in. */
export function Thuis({ persoon, context }: { persoon: Gebruiker; context: PageContext }) {
  const werk = menuVan(persoon, context.wachtend);
  return (
    <Layout titel="Start" hier={ADRESSEN.start()} context={context}>
      <h1>{`Dag ${persoon.naam}`}</h1>
      {werk.length > 0 && (
        <p className="knoppen">
          {werk.map(({ adres, tekst }, i) => (
            <Knoplink key={adres} soort={i === 0 ? 'eerste' : 'tweede'} href={adres}>
              {tekst}
            </Knoplink>
          ))}
        </p>
      )}
      <dl className="feiten">
        <dt>Uw rol</dt>
        <dd>{rolVan(persoon)}</dd>
        <dt>Waar u werkt</dt>
        <dd>{regioVan(persoon)}</dd>
        <dt>Telefoon</dt>
        <dd>{persoon.telefoon}</dd>
      </dl>
      <h2>Waar u alles vindt</h2>
      <ul>
        <li>
          <a href={ADRESSEN.werktijden()}>Wanneer u werkt</a>
        </li>
        <li>
          <a href={ADRESSEN.sessies()}>Waar u bent ingelogd</a>
        </li>
        <li>
          <a href={ADRESSEN.documentatie()}>De API</a>
        </li>
        {WISSERS.some((rol) => heeftRol(persoon, rol)) && (
          <li>
            <a href={ADRESSEN.wissen()}>Wat gewist kan worden</a>
          </li>
        )}
        {context.isEmbedded && (
          <li>
            <a href={ADRESSEN.postbus()}>De postbus van deze proefomgeving</a>
          </li>
        )}
      </ul>
    </Layout>
  );
}
