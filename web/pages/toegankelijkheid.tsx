import { ADRESSEN } from '#contract/adressen.ts';

import { Layout, type PageContext } from '../layout.tsx';

/** How far this can be used by everybody: what was looked at, and by whom not yet. */
export function Toegankelijkheid({ beheer, context }: { beheer: string; context: PageContext }) {
  return (
    <Layout titel="Toegankelijkheid" hier={ADRESSEN.toegankelijkheid()} context={context}>
      <div className="smal">
        <h1>Toegankelijkheid</h1>
        <p className="inleiding">
          Iedereen moet met Signaalpunt kunnen werken: met een toetsenbord, een schermlezer, grote letters of een kleine
          telefoon.
        </p>
        <h2>Wat wij hebben nagekeken</h2>
        <ul>
          <li>Alle pagina’s werken zonder muis en zonder JavaScript.</li>
          <li>Kleur is nooit het enige dat iets zegt.</li>
          <li>
            Op een scherm van 320 punten breed, en met vier keer zo grote letters, hoeft u niet opzij te schuiven.
          </li>
          <li>
            Een programma kijkt bij elke verandering of onze pagina’s voldoen aan de regels van WCAG 2.2, niveau A en
            AA, die een programma kan nakijken.
          </li>
        </ul>
        <h2>Wat nog niet is gedaan</h2>
        <ul>
          <li>Niemand van buiten heeft de toegankelijkheid onderzocht. Een officiële verklaring is er dus nog niet.</li>
          <li>Mensen die een schermlezer gebruiken, hebben de pagina’s nog niet uitgeprobeerd.</li>
          <li>Wij hebben nog niet elke pagina bekeken met vier keer zo grote letters.</li>
          <li>Wij hebben alleen in de browser Chromium gekeken.</li>
          <li>Bestanden die een ketenpartner meestuurt, kunnen ontoegankelijk zijn. Daar gaan wij niet over.</li>
        </ul>
        <h2>Loopt u ergens tegenaan?</h2>
        <p>{`Vertel het aan functioneel beheer: ${beheer}. Zeg op welke pagina u was en wat niet lukte.`}</p>
        <p className="zacht">Voor het laatst bijgewerkt op 27 november 2026.</p>
      </div>
    </Layout>
  );
}
