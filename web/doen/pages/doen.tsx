import type { ReactNode } from 'react';

import { ADRESSEN } from '#contract/adressen.ts';

import type { Veldmelding } from '../../components/formulier.tsx';
import { Formulierblad } from '../../components/formulierblad.tsx';
import { Gelukt } from '../../components/gelukt.tsx';
import { Gevolg } from '../../components/gevolg.tsx';
import { Knop } from '../../components/knop.tsx';
import type { Twijfelveld } from '../../components/mag-blijven.tsx';
import type { Gepost } from '../../formulier.ts';
import type { PageContext } from '../../layout.tsx';
import type { Conceptregel, Conceptstand } from '../concepten.ts';
import type { Daadwoorden } from '../daden.ts';
import { Invoer } from '../invoer.tsx';
import type { Invoerveld } from '../invoervelden.ts';
import type { Keuzes } from '../keuzes.ts';
import { nietsTeKiezen } from '../niets-te-kiezen.ts';

export interface Doenprops extends Conceptstand {
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
  gevolg: { inWoorden: readonly string[]; twijfels: readonly string[] } | null;
  /** What others will read of it. */
  voorbeeld: ReactNode;
  /** What may tell who somebody is, in the text that was typed. */
  twijfels: readonly Twijfelveld[];
  /** What else stands below a text, by the name of its field. */
  onder: ReadonlyMap<string, ReactNode>;
  nietVerstuurd: boolean;
  context: PageContext;
}

/** One act: its fields, what it would lead to, and the button that does it. */
export function Doen(props: Doenprops) {
  const { woorden, adres, velden, keuzes, terug } = props;
  const waaromNiet = nietsTeKiezen(velden, keuzes);
  return (
    <Formulierblad {...props} titel={woorden.titel} hier={adres}>
      <Gelukt
        zin={
          props.alsConcept === 'net'
            ? 'Uw concept is bewaard. U vindt het hier terug, ook op een ander toestel.'
            : undefined
        }
      />
      <AndereConcepten regels={props.concepten ?? []} />
      {waaromNiet === null ? (
        <Formulier {...props} />
      ) : (
        <>
          <p>{waaromNiet}</p>
          <p>
            <a href={terug.adres}>{terug.tekst}</a>
          </p>
        </>
      )}
    </Formulierblad>
  );
}

function AndereConcepten({ regels }: { regels: readonly Conceptregel[] }) {
  if (regels.length === 0) return null;
  return (
    <details className="groep">
      <summary>{regels.length === 1 ? 'U hebt nog een concept' : `U hebt nog ${regels.length} concepten`}</summary>
      <ul>
        {regels.map(({ adres, tekst, tot }) => (
          <li key={adres}>
            <a href={adres}>{tekst}</a>
            <span className="zacht">{` · wij bewaren het tot en met ${tot}`}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

const GEVOLG = 'gevolg';

function Formulier(props: Doenprops) {
  const { concepten, adres, terug, velden, keuzes, getypt, verborgen, fouten, gevolg, twijfels, onder, voorbeeld } =
    props;
  return (
    <form
      method="post"
      action={`${adres}#${GEVOLG}`}
      noValidate
      data-bewaak={Object.keys(getypt).length > 0 ? 'nu' : ''}
      data-meelezer={ADRESSEN.meelezer()}
      data-concept={concepten === null ? undefined : ADRESSEN.conceptBewaren()}
    >
      {/* What the Enter key presses: the first button of a form. */}
      <button type="submit" name="stap" value="bekijk" hidden />
      {Object.entries(verborgen).map(([naam, waarde]) => (
        <input key={naam} type="hidden" name={naam} value={waarde} />
      ))}
      <Invoer velden={velden} keuzes={keuzes} getypt={getypt} fouten={fouten} twijfels={twijfels} onder={onder} />
      {gevolg !== null && (
        <Gevolg id={GEVOLG} kop="Dit gebeurt er als u dit doet" zinnen={gevolg.inWoorden} twijfels={gevolg.twijfels} />
      )}
      {voorbeeld}
      <Knoppen {...props} />
      <p>
        <a href={terug.adres}>{terug.tekst}</a>
      </p>
    </form>
  );
}

function Knoppen({ woorden, velden, gevolg, concepten, alsConcept, verborgen }: Doenprops) {
  return (
    <p className="knoppen">
      {gevolg !== null && (
        <Knop name="stap" value="doe">
          {woorden.knop}
        </Knop>
      )}
      {velden.length > 0 && (
        <Knop soort={gevolg === null ? 'eerste' : 'tweede'} name="stap" value="bekijk">
          {gevolg === null ? 'Bekijk wat er gebeurt' : 'Bekijk opnieuw wat er gebeurt'}
        </Knop>
      )}
      {concepten !== null && (
        <Knop soort="tweede" formAction={ADRESSEN.conceptBewaren()}>
          Bewaar als concept
        </Knop>
      )}
      {alsConcept !== null && (
        <Knop soort="tweede" formAction={ADRESSEN.conceptWeggooien({ concept: verborgen['sleutel'] ?? '' })}>
          Gooi dit concept weg
        </Knop>
      )}
    </p>
  );
}
