import type { ReactNode } from 'react';

import { Veld, type Veldeigen, type Veldmelding } from './formulier.tsx';
import { Invoervak, Keuzevak } from './invoervak.tsx';
import { Knop } from './knop.tsx';

export interface Zoekveld {
  naam: string;
  label: string;
  /** A day; a text when it does not say. */
  soort?: 'text' | 'date';
  /** What can be chosen instead. */
  opties?: readonly { waarde: string; tekst: string }[];
  /** What it is when nothing is chosen. */
  leeg?: string;
}

interface ZoekformulierProps {
  adres: string;
  velden: readonly Zoekveld[];
  getypt: Readonly<Record<string, readonly string[]>>;
  fouten?: readonly Veldmelding[];
}

/** With more fields than these the rest waits behind a fold, so that the list itself is on the first screen of a phone. */
const ZONDER_VOUW = 3;

/** Narrows a list: what was chosen stands in the address, so that it can be kept and sent on. */
export function Zoekformulier({ adres, velden, getypt, fouten = [] }: ZoekformulierProps) {
  const isGebruikt = ({ naam }: Zoekveld): boolean => (getypt[naam]?.[0] ?? '') !== '';
  const toon = (veld: Zoekveld) => (
    <Veld key={veld.naam} naam={veld.naam} label={veld.label} fouten={fouten}>
      {(eigen) => <Zoekinvoer veld={veld} eigen={eigen} waarde={getypt[veld.naam]?.[0] ?? ''} />}
    </Veld>
  );
  const eerst = velden.length > ZONDER_VOUW ? 1 : velden.length;
  const gevouwen = velden.slice(eerst);
  const isOpen = gevouwen.some((veld) => isGebruikt(veld) || fouten.some((fout) => fout.veld === veld.naam));
  return (
    <form className="zoeken" method="get" action={adres} role="search" aria-label="Zoek in deze lijst">
      {velden.slice(0, eerst).map(toon)}
      {gevouwen.length > 0 && (
        <details className="filter" open={isOpen}>
          <summary>Meer filters</summary>
          <div className="zoeken">{gevouwen.map(toon)}</div>
        </details>
      )}
      <p className="knoppen">
        <Knop>Zoek</Knop>
        {velden.some(isGebruikt) && <a href={adres}>Toon alles</a>}
      </p>
    </form>
  );
}

function Zoekinvoer({
  veld: { soort = 'text', opties, leeg = 'Alle' },
  eigen,
  waarde,
}: {
  veld: Zoekveld;
  eigen: Veldeigen;
  waarde: string;
}): ReactNode {
  if (opties === undefined) return <Invoervak {...eigen} type={soort} defaultValue={waarde} autoComplete="off" />;
  return (
    <Keuzevak {...eigen} defaultValue={waarde}>
      <option value="">{leeg}</option>
      {opties.map((optie) => (
        <option key={optie.waarde} value={optie.waarde}>
          {optie.tekst}
        </option>
      ))}
    </Keuzevak>
  );
}
