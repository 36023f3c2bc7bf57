import type { ReactNode } from 'react';

import { ADRESSEN } from '#contract/adressen.ts';
import { cijferregios } from '#contract/cijfers.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { heeftRol, isMelder, zichtVan } from '#domain/bevoegdheden.ts';

import { lijstnaam } from './signalen/lijstnaam.ts';
import { rolVan } from './wie.ts';

export interface PageContext {
  /** The embedded default, where the mailbox and the demo users are. */
  isEmbedded: boolean;
  /** Who is logged in, on a page that asked. */
  persoon?: Gebruiker | null;
}

interface LayoutProps {
  titel: string;
  hier: string;
  context: PageContext;
  children: ReactNode;
}

/** The frame of every page: mark, navigation, content, foot. */
export function Layout({ titel, hier, context, children }: LayoutProps) {
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${titel} – Signaalpunt`}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link
          rel="preload"
          href="/assets/source-sans-3-latin.woff2"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        <link rel="stylesheet" href="/assets/stijl.css" />
      </head>
      <body>
        <a className="overslaan" href="#inhoud">
          Naar de inhoud
        </a>
        <header className="midden kop">
          <a className="merk" href={ADRESSEN.start()}>
            <img src="/assets/mark.svg" alt="" width="32" height="32" />
            Signaalpunt
          </a>
          {context.isEmbedded && <p>Proefomgeving met verzonnen gegevens</p>}
          {context.persoon != null && <Ingelogd persoon={context.persoon} />}
        </header>
        <nav className="balk" aria-label="Hoofdmenu">
          <ul className="midden">
            {links(context).map(({ adres, tekst }) => (
              <li key={adres}>
                <a href={adres} aria-current={adres === hier ? 'page' : undefined}>
                  {tekst}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="inhoud" className="midden" tabIndex={-1}>
          {children}
        </main>
        <footer className="voet">
          <div className="midden">
            <p>Signaalpunt, de signalerings- en escalatiedienst van Metgezel. Vrije software onder de EUPL-1.2.</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

function Ingelogd({ persoon }: { persoon: Gebruiker }) {
  return (
    <form className="ingelogd" method="post" action={ADRESSEN.uitloggen()}>
      <p>
        <a href={ADRESSEN.instellingen()}>{persoon.naam}</a>
        <br />
        <span className="zacht">{rolVan(persoon)}</span>
      </p>
      <button type="submit" className="knop tweede">
        Uitloggen
      </button>
    </form>
  );
}

/** The work of this person first, then what is there for everybody. */
function links({ isEmbedded, persoon }: PageContext): { adres: string; tekst: string }[] {
  return [
    { adres: ADRESSEN.start(), tekst: 'Start' },
    ...(persoon == null ? [] : werkVan(persoon)),
    { adres: ADRESSEN.documentatie(), tekst: 'API' },
    ...(isEmbedded ? [{ adres: ADRESSEN.postbus(), tekst: 'Postbus' }] : []),
  ];
}

/** Where somebody works, by role. */
export function werkVan(persoon: Gebruiker): { adres: string; tekst: string }[] {
  return [
    ...(zichtVan(persoon) === null ? [] : [{ adres: ADRESSEN.signalen(), tekst: lijstnaam(persoon) }]),
    ...(cijferregios(persoon, undefined) === undefined ? [] : [{ adres: ADRESSEN.cijfers(), tekst: 'Cijfers' }]),
    ...(isMelder(persoon) ? [{ adres: ADRESSEN.melden(), tekst: 'Melden' }] : []),
    ...(heeftRol(persoon, 'functioneel_beheer') ? [{ adres: ADRESSEN.beheerMensen(), tekst: 'Mensen' }] : []),
  ];
}
