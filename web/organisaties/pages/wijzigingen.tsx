import type { Loketgegevens, Loketwijziging, Sluiting } from '#db/queries/loketten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { opSchrift } from '../../datums.ts';

/** Who changed where an organisatie is reached, the newest first. */
export function Loketwijzigingen({ wijzigingen }: { wijzigingen: readonly Loketwijziging[] }) {
  return (
    <section aria-labelledby="wijzigingen">
      <h2 id="wijzigingen">Wie wat wijzigde</h2>
      {wijzigingen.length === 0 ? (
        <p>Er is nog niets gewijzigd. Elke wijziging komt hier, met wie, wanneer en waarom.</p>
      ) : (
        <ol className="tijdlijn">
          {wijzigingen.map((wijziging) => (
            <li key={`${wijziging.op} ${wijziging.loket ?? ''}`}>
              <Loketwijzigingregel wijziging={wijziging} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** One change: who, when, why, and what was and became. */
export function Loketwijzigingregel({ wijziging }: { wijziging: Loketwijziging }) {
  const { soort, door, op, reden, voor, na } = wijziging;
  const anders = verschil(regelsVan(voor), regelsVan(na));
  return (
    <>
      <p>
        {`${door.naam} ${WAT[soort]} ${naamVan(na ?? voor)}. `}
        <span className="zacht">{opSchrift(op)}</span>
      </p>
      {reden !== null && soort.startsWith('loket_') && <p className="geschreven">{`Waarom: ${reden}`}</p>}
      {voor !== null && na !== null && anders.length > 0 && (
        <ul>
          {anders.map(({ label, van, naar }) => (
            <li key={label}>{`${label}: van ${van} naar ${naar}`}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const WAT: Readonly<Record<Loketwijziging['soort'], string>> = {
  loket_toegevoegd: 'voegde een loket toe:',
  loket_gewijzigd: 'wijzigde het loket',
  loket_gesloten: 'sloot het loket',
  sluiting_gemeld: 'meldde een sluiting:',
  sluiting_verwijderd: 'haalde een sluiting weg:',
};

type Stand = Loketgegevens | Sluiting | null;

function naamVan(stand: Stand): string {
  if (stand === null) return '';
  return 'van' in stand ? `${voluit(stand.van)} tot en met ${voluit(stand.tot)}, ${stand.reden}` : stand.naam;
}

function regelsVan(stand: Stand): Record<string, string> {
  if (stand === null) return {};
  if ('van' in stand) return { 'Laatste dag': voluit(stand.tot), Reden: stand.reden };
  const { naam, contact, escalatie } = stand;
  return {
    Naam: naam,
    Antwoordt: Object.values(contact).join(', '),
    'Als het loket niet antwoordt': escalatie === null ? 'niemand' : Object.values(escalatie).join(', '),
  };
}

function verschil(voor: Record<string, string>, na: Record<string, string>) {
  return Object.entries(na).flatMap(([label, naar]) => {
    const van = voor[label] ?? 'niets';
    return van === naar ? [] : [{ label, van, naar }];
  });
}
