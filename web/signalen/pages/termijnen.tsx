import { voluit } from '#domain/tijd/uitleg.ts';

import { Maandkalender } from '../../components/maandkalender.tsx';
import { Termijnmerk } from '../../components/termijnmerk.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import type { SignaalProps } from './signaalprops.ts';

type Termijn = SignaalProps['termijnen'][number];

/** Every running date, day by day: on the sheets of its months, and in words. The one that stands on top of the page is open. */
export function Termijnen(props: Pick<SignaalProps, 'termijnen' | 'signaal' | 'verzoekPerStap' | 'vandaag' | 'tel'>) {
  const { termijnen, signaal, verzoekPerStap, vandaag, tel } = props;
  const bovenaan = termijnen.find(({ uitleg }) => uitleg.eindigtOp === signaal.termijnOp);
  const gevraagde = (stap: string): string | undefined => {
    const verzoek = signaal.verzoeken.find(({ id }) => id === verzoekPerStap[stap]);
    return verzoek?.organisatie?.naam ?? verzoek?.persoon?.naam;
  };
  return (
    <section aria-labelledby="termijnen">
      <h2 id="termijnen">Waarom deze datums?</h2>
      {termijnen.length === 0 && <p>Er loopt nu geen termijn.</p>}
      {termijnen
        .toSorted((een, ander) => Number(ander === bovenaan) - Number(een === bovenaan))
        .map((termijn) => {
          const { stap, soort, uitleg } = termijn;
          const { stand, resterend } = tel(uitleg.laatsteDatum);
          return (
            <Uitklap
              key={stap}
              open={termijn === bovenaan}
              kop={
                <>
                  {`${kopVan(soort, gevraagde(stap))}, tot en met ${voluit(uitleg.laatsteDatum)} `}
                  <Termijnmerk stand={stand} resterend={resterend} />
                </>
              }
            >
              <Dagen termijn={termijn} vandaag={vandaag} />
            </Uitklap>
          );
        })}
    </section>
  );
}

/** A step that ends with a date that somebody set counts no days. */
function Dagen({ termijn, vandaag }: { termijn: Termijn } & Pick<SignaalProps, 'vandaag'>) {
  const { soort, uitleg, inWoorden } = termijn;
  if (uitleg.dagen.length === 0) return <Zinnen zinnen={inWoorden} />;
  return (
    <>
      {/* On paper each term is its line and its end: the months of every one fill more sheets than all the rest. */}
      <div className="niet-printen">
        <Maandkalender titel={STAPKOPPEN[soort]} {...uitleg} vandaag={vandaag} />
      </div>
      <p>{inWoorden.at(-1)}</p>
      <div className="niet-printen">
        <Uitklap kop="Dag voor dag in woorden">
          <Zinnen zinnen={inWoorden} />
        </Uitklap>
      </div>
    </>
  );
}

function Zinnen({ zinnen }: { zinnen: readonly string[] }) {
  return (
    <ul>
      {zinnen.map((zin) => (
        <li key={zin}>{zin}</li>
      ))}
    </ul>
  );
}

function kopVan(soort: Termijn['soort'], wie: string | undefined): string {
  return wie === undefined ? STAPKOPPEN[soort] : `${STAPKOPPEN[soort]} (${wie})`;
}

const STAPKOPPEN: Readonly<Record<Termijn['soort'], string>> = {
  oppakken: 'Het oppakken',
  behandelen: 'Het behandelen',
  vraag: 'Een vraag aan een ander',
  vraag_hogerop: 'De vraag aan het escalatiecontact',
  toezegging: 'Een toezegging',
  navraag: 'De navraag',
  pauze: 'De pauze',
  aanpak: 'De aanpak',
  terugkoppelen: 'Het antwoord aan de melder',
  indelen: 'Het indelen',
  duur: 'Hoe lang het in totaal mag duren',
  terugblik: 'De terugblik',
  bezwaar: 'Bezwaar maken',
};
