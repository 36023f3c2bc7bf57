import type { ReactNode } from 'react';

import { Foutoverzicht, type Veldmelding } from '../../components/formulier.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { NogNiets } from '../../components/nog-niets.tsx';
import type { Gepost } from '../../formulier.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import type { Daadwoorden } from '../daden.ts';
import { Invoer } from '../invoer.tsx';
import type { Invoerveld } from '../invoervelden.ts';
import type { Keuzes } from '../keuzes.ts';

export interface Doenprops {
  woorden: Daadwoorden;
  /** The address of this page, in the menu too. */
  adres: string;
  boven: readonly { adres: string; tekst: string }[];
  /** Where one goes who does not do it after all. */
  terug: { adres: string; tekst: string };
  velden: readonly Invoerveld[];
  keuzes: Keuzes;
  getypt: Gepost;
  /** What the form carries along. */
  verborgen: Readonly<Record<string, string>>;
  fouten: readonly Veldmelding[];
  /** What is wrong that is about no field. */
  melding: ReactNode;
  /** What it would lead to, in sentences; null when that is not known yet. */
  gevolg: readonly string[] | null;
  nietVerstuurd: boolean;
  context: PageContext;
}

/** One act: its fields, what it would lead to, and the button that does it. */
export function Doen(props: Doenprops) {
  const { woorden, adres, boven, fouten, melding, nietVerstuurd, context } = props;
  const mis = fouten.length > 0 || melding !== null;
  return (
    <Layout titel={mis ? `Fout: ${woorden.titel}` : woorden.titel} hier={adres} context={context}>
      <div className="smal">
        {boven.length > 0 && <Kruimels boven={boven} />}
        {nietVerstuurd && <NogNiets />}
        {melding !== null && (
          <div className="melding fout" role="alert" tabIndex={-1}>
            {melding}
          </div>
        )}
        <Foutoverzicht fouten={fouten} />
        <h1>{woorden.titel}</h1>
        <Formulier {...props} />
      </div>
    </Layout>
  );
}

const GEVOLG = 'gevolg';

function Formulier({ woorden, adres, terug, velden, keuzes, getypt, verborgen, fouten, gevolg }: Doenprops) {
  return (
    <form method="post" action={`${adres}#${GEVOLG}`} noValidate>
      {Object.entries(verborgen).map(([naam, waarde]) => (
        <input key={naam} type="hidden" name={naam} value={waarde} />
      ))}
      <Invoer velden={velden} keuzes={keuzes} getypt={getypt} fouten={fouten} />
      {gevolg !== null && <Gevolg zinnen={gevolg} />}
      <p className="knoppen">
        {gevolg !== null && (
          <button className="knop" type="submit" name="stap" value="doe">
            {woorden.knop}
          </button>
        )}
        {velden.length > 0 && (
          <button className={gevolg === null ? 'knop' : 'knop tweede'} type="submit" name="stap" value="bekijk">
            {gevolg === null ? 'Bekijk wat er gebeurt' : 'Bekijk opnieuw wat er gebeurt'}
          </button>
        )}
      </p>
      <p>
        <a href={terug.adres}>{terug.tekst}</a>
      </p>
    </form>
  );
}

/** What the rules themselves say that it would lead to. Nothing has changed yet. */
function Gevolg({ zinnen }: { zinnen: readonly string[] }) {
  return (
    <section className="gevolg" id={GEVOLG} aria-labelledby="gevolg-kop" tabIndex={-1}>
      <h2 id="gevolg-kop">Dit gebeurt er als u dit doet</h2>
      {zinnen.length === 0 ? (
        <p>Het wordt genoteerd. Verder verandert er niets.</p>
      ) : (
        <ul>
          {zinnen.map((zin) => (
            <li key={zin}>{zin}</li>
          ))}
        </ul>
      )}
      <p className="zacht">Er is nog niets veranderd.</p>
    </section>
  );
}
