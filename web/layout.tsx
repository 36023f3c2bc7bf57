import type { ReactNode } from 'react';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';

import { Hoofd } from './components/hoofd.tsx';
import { Knop } from './components/knop.tsx';
import { Overslaan } from './components/overslaan.tsx';
import { Voet } from './components/voet.tsx';
import { Zoekvak } from './components/zoekvak.tsx';
import { magZoeken, type Menupunt, menuVan, WACHTEND_TOT, type Wachtend } from './menu.ts';
import { regioVan, rolVan } from './wie.ts';

export interface PageContext {
  /** The embedded default, where the mailbox and the demo users are. */
  isEmbedded: boolean;
  /** Who is logged in, on a page that asked. */
  persoon?: Gebruiker | null;
  /** How much waits for that person, by place. */
  wachtend?: Wachtend;
}

interface LayoutProps {
  /** Begins with "Fout:" where a form of this page has errors. */
  titel: string;
  /** The address in the menu to which this page belongs; empty for none. */
  hier: string;
  context: PageContext;
  /** What was looked for, on the page that found it. */
  gezocht?: string | undefined;
  children: ReactNode;
}

/** The frame of every page: mark, search, who one is, menu, content, foot. */
export function Layout({ titel, hier, context, gezocht, children }: LayoutProps) {
  const persoon = context.persoon ?? null;
  return (
    <html lang="nl">
      <Hoofd titel={titel} />
      <body>
        <Overslaan />
        <header className="midden kop">
          <a className="merk" href={ADRESSEN.start()}>
            <img src="/assets/mark.svg" alt="" width="32" height="32" />
            Signaalpunt
          </a>
          {context.isEmbedded && <p className="proef">Proefomgeving met verzonnen gegevens</p>}
          {persoon !== null && magZoeken(persoon) && (
            <Zoekvak
              adres={ADRESSEN.signalen()}
              naam="zoek"
              label="Zoek op woorden of nummer"
              waarde={gezocht}
              labelInZicht={false}
            />
          )}
          {persoon !== null && <Ingelogd persoon={persoon} />}
        </header>
        <Menu punten={persoon === null ? voorBezoekers(context) : menuVan(persoon, context.wachtend)} hier={hier} />
        <main id="inhoud" className="midden" tabIndex={-1}>
          {children}
        </main>
        <Voet isEmbedded={context.isEmbedded} />
      </body>
    </html>
  );
}

function Menu({ punten, hier }: { punten: readonly Menupunt[]; hier: string }) {
  if (punten.length === 0) return <div className="balk dun" />;
  return (
    <nav className="balk" aria-label="Hoofdmenu">
      <ul className="midden">
        {punten.map(({ adres, tekst, wachtend }) => (
          <li key={adres}>
            <a href={adres} aria-current={adres === hier ? 'page' : undefined}>
              {tekst}
              {wachtend !== null && (
                <span className="telling">
                  {wachtend > WACHTEND_TOT ? `${WACHTEND_TOT}+` : wachtend}
                  <span className="voorgelezen"> wachten</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Ingelogd({ persoon }: { persoon: Gebruiker }) {
  return (
    <form className="ingelogd" method="post" action={ADRESSEN.uitloggen()}>
      <p>
        <a href={ADRESSEN.instellingen()}>{persoon.naam}</a>
        <span className="zacht">{`${rolVan(persoon)} · ${regioVan(persoon)}`}</span>
      </p>
      <Knop soort="tweede" klein>
        Uitloggen
      </Knop>
    </form>
  );
}

/** What there is for who is not logged in. */
function voorBezoekers({ isEmbedded }: PageContext): Menupunt[] {
  return [
    { adres: ADRESSEN.start(), tekst: 'Start', wachtend: null },
    { adres: ADRESSEN.documentatie(), tekst: 'API', wachtend: null },
    ...(isEmbedded ? [{ adres: ADRESSEN.postbus(), tekst: 'Postbus', wachtend: null }] : []),
  ];
}
