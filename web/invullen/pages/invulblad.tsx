import type { ReactNode } from 'react';

import type { Veldmelding } from '../../components/formulier.tsx';
import { Formulierblad } from '../../components/formulierblad.tsx';
import { Knop } from '../../components/knop.tsx';
import type { Twijfelveld } from '../../components/mag-blijven.tsx';
import { Invoer } from '../../doen/invoer.tsx';
import type { Invoerveld } from '../../doen/invoervelden.ts';
import type { Keuzes } from '../../doen/keuzes.ts';
import type { Gepost } from '../../formulier.ts';
import type { PageContext } from '../../layout.tsx';

export interface Invulprops {
  titel: string;
  knop: string;
  /** The address that is lit in the menu. */
  hier: string;
  boven: readonly { adres: string; tekst: string }[];
  /** Where one goes who does not do it after all. */
  terug: { adres: string; tekst: string };
  inleiding?: ReactNode;
  /** What sending it leads to, in sentences. */
  gevolg?: readonly string[];
  velden: readonly Invoerveld[];
  keuzes: Keuzes;
  getypt: Gepost;
  /** What the form carries along. */
  verborgen: Readonly<Record<string, string>>;
  fouten: readonly Veldmelding[];
  /** What may tell who somebody is, in what was typed. */
  twijfels: readonly Twijfelveld[];
  /** What is wrong that is about no field. */
  melding: ReactNode;
  nietVerstuurd: boolean;
  context: PageContext;
}

/** One form: its fields, what follows from sending it, and the button. */
export function Invulblad(props: Invulprops) {
  return (
    <Formulierblad {...props}>
      <Formulier {...props} />
    </Formulierblad>
  );
}

function Formulier(props: Invulprops) {
  const { inleiding, gevolg = [], velden, keuzes, getypt, verborgen, fouten, twijfels, knop, terug } = props;
  return (
    <>
      {inleiding !== undefined && <div className="inleiding">{inleiding}</div>}
      <form method="post" noValidate data-bewaak="">
        {Object.entries(verborgen).map(([naam, waarde]) => (
          <input key={naam} type="hidden" name={naam} value={waarde} />
        ))}
        <Invoer velden={velden} keuzes={keuzes} getypt={getypt} fouten={fouten} twijfels={twijfels} />
        {gevolg.length > 0 && (
          <section className="gevolg" aria-labelledby="gevolg-kop">
            <h2 id="gevolg-kop">Dit gebeurt er als u dit doet</h2>
            <ul>
              {gevolg.map((zin) => (
                <li key={zin}>{zin}</li>
              ))}
            </ul>
          </section>
        )}
        <p className="knoppen">
          <Knop>{knop}</Knop>
        </p>
        <p>
          <a href={terug.adres}>{terug.tekst}</a>
        </p>
      </form>
    </>
  );
}
