import { ADRESSEN } from '#contract/adressen.ts';
import type { SignaalWeergave } from '#contract/signaal.ts';
import type { Daad } from '#domain/signaal/mag-nu.ts';

import { Telefoonnummer } from '../../components/telefoonnummer.tsx';
import { DAADWOORDEN, padVan } from '../../doen/daden.ts';

export type Handelingweergave = SignaalWeergave['handelingen'][number];

/** What one mostly comes for, the likeliest first: the first that is allowed is a button. */
const VOOR_DE_HAND: readonly Daad[] = [
  'oppakken',
  'terugkoppelen',
  'ervaringMelden',
  'hervatten',
  'overdrachtVastleggen',
  'verzoekDoen',
  'escaleren',
  'aanvullen',
];

/** What one can do with this signaal, and what not now, with why and who can. */
export function Daden({ signaal: { nummer, handelingen } }: { signaal: SignaalWeergave }) {
  const mag = handelingen.filter((een) => een.mag);
  const eerst = VOOR_DE_HAND.find((daad) => mag.some(({ handeling }) => handeling === daad));
  return (
    <section aria-labelledby="doen">
      <h2 id="doen">Wat u kunt doen</h2>
      {mag.length === 0 && <p>U kunt nu niets met dit signaal doen.</p>}
      {eerst !== undefined && (
        <p>
          <a className="knop" href={ADRESSEN.signaaldaad({ nummer, daad: padVan(eerst) })}>
            {DAADWOORDEN[eerst].titel}
          </a>
        </p>
      )}
      <ul className="daden">
        {mag
          .filter(({ handeling }) => handeling !== eerst)
          .map(({ handeling }) => (
            <li key={handeling}>
              <a href={ADRESSEN.signaaldaad({ nummer, daad: padVan(handeling) })}>{DAADWOORDEN[handeling].titel}</a>
            </li>
          ))}
      </ul>
      <KanNiet handelingen={handelingen.filter((een) => !een.mag)} />
    </section>
  );
}

/** Acts that are not allowed now are not hidden from who looks for them. */
function KanNiet({ handelingen }: { handelingen: readonly Handelingweergave[] }) {
  if (handelingen.length === 0) return null;
  return (
    <details>
      <summary>Wat nu niet kan, en waarom</summary>
      <dl className="kan-niet">
        {handelingen.map((een) => (
          <div key={een.handeling}>
            <dt>{DAADWOORDEN[een.handeling].titel}</dt>
            <dd>
              <WaaromNiet handeling={een} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Why an act may not be done now, and who can. */
export function WaaromNiet({ handeling: { reden, wie } }: { handeling: Pick<Handelingweergave, 'reden' | 'wie'> }) {
  return (
    <>
      {reden}
      {wie.length > 0 && ' Wie het wel kan: '}
      {wie.map(({ naam, telefoon }, i) => (
        <span key={naam}>
          {i > 0 && ', '}
          {naam}
          {telefoon !== null && telefoon !== '' && (
            <>
              {' ('}
              <Telefoonnummer telefoon={telefoon} />)
            </>
          )}
        </span>
      ))}
      {wie.length > 0 && '.'}
    </>
  );
}
