import { ADRESSEN } from '#contract/adressen.ts';
import type { SignaalWeergave } from '#contract/signaal.ts';
import type { Daad } from '#domain/signaal/mag-nu.ts';

import { Knoplink } from '../../components/knop.tsx';
import { NietNu } from '../../components/niet-nu.tsx';
import { Telefoonnummer } from '../../components/telefoonnummer.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { DAADWOORDEN, padVan } from '../../doen/daden.ts';

export type Handelingweergave = SignaalWeergave['handelingen'][number];

/** What one mostly comes for, the likeliest first: the first that is allowed is a button, with two more beside it. */
const VOOR_DE_HAND: Readonly<Record<'behandelaar' | 'anderen', readonly Daad[]>> = {
  behandelaar: [
    'terugkoppelen',
    'ervaringMelden',
    'hervatten',
    'overdrachtVastleggen',
    'verzoekDoen',
    'uitkomstMelden',
    'escaleren',
    'notitie',
  ],
  anderen: ['oppakken', 'ervaringMelden', 'aanvullen', 'notitie', 'toewijzen'],
};
const KNOPPEN = 3;

/** What one can do with this signaal, and what not now, with why and who can. */
export function Daden({ signaal, persoon }: { signaal: SignaalWeergave; persoon: { id: string } }) {
  const { nummer, handelingen, behandelaar, waarnemer } = signaal;
  const behandelt = [behandelaar, waarnemer].some((wie) => wie?.id === persoon.id);
  const mag = (daad: Daad): boolean => handelingen.some((een) => een.handeling === daad && een.mag);
  const knoppen = VOOR_DE_HAND[behandelt ? 'behandelaar' : 'anderen'].filter(mag).slice(0, KNOPPEN);
  const overige = handelingen.filter(({ handeling }) => !knoppen.includes(handeling));
  const magOok = overige.filter((een) => een.mag);
  const kanNiet = overige.filter((een) => !een.mag);
  const adresVan = (daad: Daad): string => ADRESSEN.signaaldaad({ nummer, daad: padVan(daad) });
  return (
    <section className="niet-printen" aria-labelledby="doen">
      <h2 id="doen">Wat u kunt doen</h2>
      {knoppen.length === 0 && magOok.length === 0 && <p>U kunt nu niets met dit signaal doen.</p>}
      {knoppen.length > 0 && (
        <p className="knoppen">
          {knoppen.map((daad, i) => (
            <Knoplink key={daad} soort={i === 0 ? 'eerste' : 'tweede'} href={adresVan(daad)}>
              {DAADWOORDEN[daad].titel}
            </Knoplink>
          ))}
        </p>
      )}
      {magOok.length > 0 && (
        <Uitklap kop="Wat u nog meer kunt doen" aantal={magOok.length}>
          <ul className="daden">
            {magOok.map(({ handeling }) => (
              <li key={handeling}>
                <a href={adresVan(handeling)}>{DAADWOORDEN[handeling].titel}</a>
              </li>
            ))}
          </ul>
        </Uitklap>
      )}
      <NietNu
        daden={kanNiet.map((een) => ({
          titel: DAADWOORDEN[een.handeling].titel,
          sleutel: [een.reden, ...een.wie.map(({ naam }) => naam)].join('\n'),
          waarom: <WaaromNiet handeling={een} />,
        }))}
      />
    </section>
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
