import { type Veldmelding, Veld } from './formulier.tsx';
import { Keuzevak } from './invoervak.tsx';

interface KeuzelijstProps {
  naam: string;
  label: string;
  hint?: string | undefined;
  /** What stands there while nothing is chosen. */
  leeg: string;
  opties: readonly { waarde: string; tekst: string; groep?: string | undefined }[];
  gekozen: string;
  fouten: readonly Veldmelding[];
}

/** From this many on, a browser with JavaScript puts a field above the list that narrows it while one types. */
const LANG = 12;

/** One of a list that is too long to have in sight. Without JavaScript it is a list like any other. */
export function Keuzelijst({ naam, label, hint, leeg, opties, gekozen, fouten }: KeuzelijstProps) {
  const groepen = Map.groupBy(opties, ({ groep }) => groep);
  return (
    <Veld naam={naam} label={label} hint={hint} fouten={fouten}>
      {(eigen) => (
        <Keuzevak {...eigen} defaultValue={gekozen} data-filter={opties.length > LANG ? '' : undefined}>
          <option value="">{leeg}</option>
          {Array.from(groepen, ([groep, leden]) =>
            groep === undefined ? (
              <Opties key="" opties={leden} />
            ) : (
              <optgroup key={groep} label={groep}>
                <Opties opties={leden} />
              </optgroup>
            ),
          )}
        </Keuzevak>
      )}
    </Veld>
  );
}

function Opties({ opties }: Pick<KeuzelijstProps, 'opties'>) {
  return (
    <>
      {opties.map(({ waarde, tekst }) => (
        <option key={waarde} value={waarde}>
          {tekst}
        </option>
      ))}
    </>
  );
}
