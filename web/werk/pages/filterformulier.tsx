import { ADRESSEN } from '#contract/adressen.ts';
import type { Volgorde } from '#db/queries/signalen.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Veld, type Veldmelding } from '../../components/formulier.tsx';
import { Invoervak, Keuzevak } from '../../components/invoervak.tsx';
import { Keuzes } from '../../components/keuzes.tsx';
import { Knop } from '../../components/knop.tsx';
import type { Gepost } from '../../formulier.ts';
import { FILTERVELDEN, FILTERWOORDEN, isFilterveld } from '../filterwoorden.ts';
import { adresMet, zonder } from '../lijstvraag.ts';

export interface FilterProps {
  gekozen: Gepost;
  fouten: readonly Veldmelding[];
  volgorde: Volgorde;
  /** What a code that came with a link is called. */
  namen: Readonly<Record<string, string>>;
}

/** All that a list can be narrowed to. It is asked with a GET, so that what was chosen has an address. */
export function Filterformulier(props: FilterProps) {
  const { gekozen, fouten, volgorde } = props;
  return (
    <details className="filter" open={fouten.length > 0}>
      <summary>Filter de lijst</summary>
      <form method="get" action={ADRESSEN.signalen()} className="filterformulier">
        <div className="filtervelden">
          {FILTERVELDEN.map((naam) => (
            <Filterveld key={naam} naam={naam} {...props} />
          ))}
        </div>
        <input type="hidden" name="volgorde" value={volgorde} />
        <p className="knoppen">
          <Knop>Toon deze signalen</Knop>
          {Object.keys(gekozen).length > 0 && <a href={ADRESSEN.signalen()}>Haal alles weg</a>}
        </p>
      </form>
    </details>
  );
}

function Filterveld({ naam, gekozen, fouten }: FilterProps & { naam: (typeof FILTERVELDEN)[number] }) {
  const { label, soort, opties } = FILTERWOORDEN[naam];
  const waarden = gekozen[naam] ?? [];
  switch (soort) {
    case 'keuzes':
      return <Keuzes naam={naam} label={label} hoeveel="meer" opties={opties} gekozen={waarden} fouten={fouten} />;
    case 'vakje':
      return (
        <div className="rondje">
          <input type="checkbox" id={naam} name={naam} value="ja" defaultChecked={waarden.includes('ja')} />
          <label htmlFor={naam}>{label}</label>
        </div>
      );
    case 'lijst':
      return (
        <Veld naam={naam} label={label} fouten={fouten}>
          {(eigen) => (
            <Keuzevak {...eigen} defaultValue={waarden[0] ?? ''}>
              <option value="">Alles</option>
              {opties.map(({ waarde, tekst }) => (
                <option key={waarde} value={waarde}>
                  {tekst}
                </option>
              ))}
            </Keuzevak>
          )}
        </Veld>
      );
    case 'tekst':
      return (
        <Veld naam={naam} label={label} fouten={fouten}>
          {(eigen) => <Invoervak {...eigen} type="search" defaultValue={waarden[0]} autoComplete="off" />}
        </Veld>
      );
    case 'datum':
      return (
        <Veld naam={naam} label={label} fouten={fouten}>
          {(eigen) => <Invoervak {...eigen} type="date" defaultValue={waarden[0]} />}
        </Veld>
      );
    case 'link':
      return waarden.map((waarde) => <input key={waarde} type="hidden" name={naam} value={waarde} />);
  }
}

/** What the list is narrowed to now, each with a link that drops it. */
export function Actief({ gekozen, fouten, volgorde, namen }: FilterProps) {
  const actief = Object.entries(gekozen).flatMap(([veld, waarden]) =>
    isFilterveld(veld) ? waarden.map((waarde) => ({ veld, waarde })) : [],
  );
  if (actief.length === 0) return null;
  return (
    <ul className="actief" aria-label="Filters die aan staan">
      {actief.map(({ veld, waarde }) => (
        <li key={`${veld} ${waarde}`} id={FILTERWOORDEN[veld].soort === 'link' ? veld : undefined}>
          <a href={adresMet(ADRESSEN.signalen(), zonder(gekozen, veld, waarde), { volgorde })}>
            <span className="weg">Haal weg: </span>
            {isDag(veld) && !fouten.some((fout) => fout.veld === veld)
              ? `${FILTERWOORDEN[veld].label} ${voluit(waarde)}`
              : inWoorden(veld, waarde, namen)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function inWoorden(veld: (typeof FILTERVELDEN)[number], waarde: string, namen: FilterProps['namen']): string {
  const { label, soort, opties } = FILTERWOORDEN[veld];
  if (soort === 'vakje') return label;
  const optie = opties.find((een) => een.waarde === waarde);
  return `${label}: ${optie?.tekst ?? namen[waarde] ?? waarde}`;
}

function isDag(veld: string): boolean {
  return veld.endsWith('Datum');
}
