import type { MasterKeyMissing } from '#platform/key-ring.ts';

import { Veld } from '../components/formulier.tsx';
import { Invoervak, Tekstvak } from '../components/invoervak.tsx';
import { Kader } from '../components/kader.tsx';
import { Knop } from '../components/knop.tsx';
import type { PageContext } from '../layout.tsx';

/** A form that could not be handled now, so that it can be sent once more. */
export interface Opnieuw {
  adres: string;
  /** What was typed, by field. */
  velden: Readonly<Record<string, string | readonly string[]>>;
  /** Which files came along, that a browser cannot send again by itself; null for a form without files. */
  bestanden: 'meegestuurd' | 'geen' | null;
}

interface EvenWegProps {
  /** Something may have been done all the same. */
  onzeker: boolean;
  opnieuw: Opnieuw | null;
  context: PageContext;
}

/** While the database is away: what is known of what was asked, and what was typed, to be sent again as it is. */
export function EvenWeg({ onzeker, opnieuw, context }: EvenWegProps) {
  return (
    <Kader titel="Even niet bereikbaar" context={context}>
      <h1>Signaalpunt is even niet bereikbaar</h1>
      <p className="inleiding">{zin(onzeker, opnieuw !== null)}</p>
      {opnieuw !== null && <Formulier {...opnieuw} />}
    </Kader>
  );
}

/** What is asked for is here, and the key that opens it is not. */
export function SleutelWeg({ weg, opnieuw, context }: { weg: MasterKeyMissing } & Omit<EvenWegProps, 'onzeker'>) {
  return (
    <Kader titel="Dit is nu niet te openen" context={context}>
      <h1>Dit is nu niet te openen</h1>
      <p className="inleiding">
        De sleutel van deze gegevens is nu niet te bereiken. Er is niets kwijt en niets veranderd. Probeer het later
        opnieuw. Blijft dit zo? Meld dan aan functioneel beheer dat hoofdsleutel “{weg.keyId}” ontbreekt.
      </p>
      {opnieuw !== null && <Formulier {...opnieuw} />}
    </Kader>
  );
}

/** More was asked than a minute allows: what was typed, to be sent again as it is. */
export function EvenWachten({ waitS, opnieuw, context }: { waitS: number } & Omit<EvenWegProps, 'onzeker'>) {
  return (
    <Kader titel="Even wachten" context={context}>
      <h1>Even wachten, alstublieft</h1>
      <p className="inleiding">
        In korte tijd kwamen er te veel verzoeken. Er is niets veranderd. Probeer het over{' '}
        {waitS === 1 ? 'een seconde' : `${waitS} seconden`} opnieuw.
      </p>
      {opnieuw !== null && <Formulier {...opnieuw} />}
    </Kader>
  );
}

function zin(onzeker: boolean, isFormulier: boolean): string {
  if (onzeker) return 'Het is niet zeker of het is gelukt. Probeer het opnieuw: het gebeurt hoogstens één keer.';
  return isFormulier
    ? 'Er is niets veranderd. Probeer het over een minuut opnieuw.'
    : 'Probeer het over een minuut opnieuw.';
}

/** What people write themselves stays in sight, so that it can be kept elsewhere too. */
function Formulier({ adres, velden, bestanden }: Opnieuw) {
  return (
    <form method="post" action={adres} {...(bestanden !== null && { encType: 'multipart/form-data' })} noValidate>
      {Object.entries(velden)
        .flatMap(([naam, waarden]) => [waarden].flat().map((waarde) => [naam, waarde] as const))
        .filter(([, waarde]) => waarde !== '')
        .map(([naam, waarde]) => (
          <Ingevuld key={`${naam} ${waarde}`} naam={naam} waarde={waarde} />
        ))}
      {bestanden === 'meegestuurd' && (
        <Veld
          naam="bestanden"
          label="Uw bestanden"
          hint="Kies uw bestanden opnieuw: die konden wij niet onthouden."
          fouten={[]}
        >
          {(eigen) => <Invoervak {...eigen} type="file" multiple />}
        </Veld>
      )}
      <Knop>Probeer het opnieuw</Knop>
    </form>
  );
}

/** The fields that people fill in themselves; the others are carried along. */
const ZICHTBAAR: Readonly<Record<string, string>> = {
  toelichting: 'Uw tekst',
  datum: 'Datum',
  organisatie: 'Naam van de organisatie',
  collegaNaam: 'Naam van uw collega',
  collegaEmail: 'E-mailadres van uw collega',
  code: 'Code',
};

function Ingevuld({ naam, waarde }: { naam: string; waarde: string }) {
  const label = ZICHTBAAR[naam];
  if (label === undefined) return <input type="hidden" name={naam} value={waarde} />;
  return (
    <Veld naam={naam} label={label} fouten={[]}>
      {(eigen) =>
        naam === 'toelichting' ? (
          <Tekstvak {...eigen} rows={8} defaultValue={waarde} />
        ) : (
          <Invoervak {...eigen} type={naam === 'datum' ? 'date' : 'text'} autoComplete="off" defaultValue={waarde} />
        )
      }
    </Veld>
  );
}
