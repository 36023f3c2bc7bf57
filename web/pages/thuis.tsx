import type { Groep } from '#activities/post/brief.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { heeftRol } from '#domain/bevoegdheden.ts';
import { WISSERS } from '#domain/wissen.ts';

import { Knoplink } from '../components/knop.tsx';
import { Tweede } from '../components/tweede.tsx';
import { Layout, type PageContext } from '../layout.tsx';
import { menuVan, WACHTEND_TOT } from '../menu.ts';
import { regioVan, rolVan } from '../wie.ts';

interface ThuisProps {
  persoon: Gebruiker;
  /** What waits for a second person. */
  tweede: Groep;
  context: PageContext;
}

/** Where somebody begins once they are logged in, unless with Vandaag: what waits for them, and what stands in no menu. */
export function Thuis({ persoon, tweede, context }: ThuisProps) {
  const werk = menuVan(persoon, context.wachtend);
  const wachtend = werk.filter((een) => een.wachtend !== null);
  // All of it stands in the menu; these are what one mostly comes for.
  const eerst = werk.filter(({ adres }, i) => i === 0 || adres === ADRESSEN.melden());
  return (
    <Layout titel="Start" hier={ADRESSEN.start()} context={context}>
      <h1>{`Dag ${persoon.naam}`}</h1>
      {wachtend.length > 0 && (
        <ul>
          {wachtend.map(({ adres, tekst, wachtend: aantal }) => (
            <li key={adres}>
              <a href={adres}>{tekst}</a>
              {`: ${hoeveel(aantal ?? 0)} op u`}
            </li>
          ))}
        </ul>
      )}
      <Tweede groep={tweede} />
      {eerst.length > 0 && (
        <p className="knoppen">
          {eerst.map(({ adres, tekst }, i) => (
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

function hoeveel(aantal: number): string {
  if (aantal > WACHTEND_TOT) return `meer dan ${WACHTEND_TOT} wachten`;
  return aantal === 1 ? '1 wacht' : `${aantal} wachten`;
}
