import type { ReactNode } from 'react';

import { ADRESSEN } from '#contract/adressen.ts';
import type { GebruikteLes } from '#db/queries/lesgebruik.ts';
import type { Les } from '#db/queries/lessen.ts';
import type { Uitkomst } from '#domain/beleid/codelijsten.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { Kaartlijst } from '../../components/kaartlijst.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Gebruikknop } from '../../lessen/pages/gebruikknop.tsx';
import { Lesmerkje, Opbrengst } from '../../lessen/pages/lesmerkje.tsx';

interface LessenblokProps {
  nummer: string;
  uitkomst: Uitkomst | null;
  /** What was learned here, as far as this person may read it. */
  lessen: readonly Les[];
  /** What worked elsewhere and may help here. */
  bij: readonly Les[];
  /** What was used here. */
  gebruikt: readonly GebruikteLes[];
  /** This person may say what was used here, or take it back. */
  magGebruiken: boolean;
  magTerugnemen: boolean;
  magSchrijven: boolean;
  vandaag: Datum;
}

/** What may help here, and what others can learn of this signaal; nothing where there is neither. */
export function Lessenblok(props: LessenblokProps) {
  const { nummer, lessen, gebruikt, magSchrijven, magGebruiken } = props;
  const bij = props.bij.filter((les) => !gebruikt.some((een) => een.nummer === les.nummer));
  return (
    <>
      {bij.length > 0 && (
        <section aria-labelledby="wat-kan-helpen">
          <h2 id="wat-kan-helpen">Dit is eerder opgelost</h2>
          <Kaarten
            lessen={bij}
            vandaag={props.vandaag}
            {...(magGebruiken && { daad: (les) => <Gebruikknop les={les} signaal={nummer} gebruik="gebruikt" /> })}
          />
        </section>
      )}
      <Gebruikt {...props} />
      {(lessen.length > 0 || magSchrijven) && <Geleerd {...props} />}
    </>
  );
}

function Gebruikt({ nummer, gebruikt, magTerugnemen }: LessenblokProps) {
  if (gebruikt.length === 0) return null;
  return (
    <section aria-labelledby="gebruikte-lessen">
      <h2 id="gebruikte-lessen">Deze lessen zijn gebruikt</h2>
      <Kaartlijst
        kaarten={gebruikt.map((les) => ({
          sleutel: les.nummer,
          titel: les.titel,
          adres: ADRESSEN.les({ les: les.nummer }),
          regels: [les.nummer],
          daden: magTerugnemen ? <Gebruikknop les={les} signaal={nummer} gebruik="toch_niet" /> : undefined,
        }))}
      />
    </section>
  );
}

function Geleerd({ nummer, uitkomst, lessen, magSchrijven, vandaag }: LessenblokProps) {
  return (
    <section aria-labelledby="lessen">
      <h2 id="lessen">Wat anderen hiervan leren</h2>
      <Kaarten lessen={lessen} vandaag={vandaag} />
      {magSchrijven && (
        <p>
          {lessen.length === 0 &&
            `Dit is ${uitkomst === 'deels_opgelost' ? 'voor een deel ' : ''}opgelost. Schrijf op wat werkte, dan heeft een ander er ook iets aan. `}
          <Knoplink soort="tweede" href={ADRESSEN.lesSchrijven({ bron: nummer })}>
            {lessen.length === 0 ? 'Schrijf een les' : 'Schrijf nog een les'}
          </Knoplink>
        </p>
      )}
    </section>
  );
}

function Kaarten({
  lessen,
  vandaag,
  daad,
}: Pick<LessenblokProps, 'lessen' | 'vandaag'> & { daad?: (les: Les) => ReactNode }) {
  return (
    <Kaartlijst
      kaarten={lessen.map((les) => ({
        sleutel: les.nummer,
        titel: les.titel,
        adres: ADRESSEN.les({ les: les.nummer }),
        merkjes: <Lesmerkje les={les} vandaag={vandaag} />,
        regels: [<Opbrengst les={les} />, les.nummer],
        daden: daad?.(les),
      }))}
    />
  );
}
