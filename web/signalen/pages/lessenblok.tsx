import { ADRESSEN } from '#contract/adressen.ts';
import type { Les } from '#db/queries/lessen.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { Kaartlijst } from '../../components/kaartlijst.tsx';
import { Lesmerkje, Opbrengst } from '../../lessen/pages/lesmerkje.tsx';

interface LessenblokProps {
  nummer: string;
  /** What was learned here, as far as this person may read it. */
  lessen: readonly Les[];
  magSchrijven: boolean;
  vandaag: Datum;
}

/** What others can learn of this signaal; nothing while nobody wrote it down, or is to. */
export function Lessenblok({ nummer, lessen, magSchrijven, vandaag }: LessenblokProps) {
  if (lessen.length === 0 && !magSchrijven) return null;
  return (
    <section aria-labelledby="lessen">
      <h2 id="lessen">Wat anderen hiervan leren</h2>
      <Kaartlijst
        kaarten={lessen.map((les) => ({
          sleutel: les.nummer,
          titel: les.titel,
          adres: ADRESSEN.les({ les: les.nummer }),
          merkjes: <Lesmerkje les={les} vandaag={vandaag} />,
          regels: [<Opbrengst les={les} />, les.nummer],
        }))}
      />
      {magSchrijven && (
        <p>
          {lessen.length === 0 && 'Dit is opgelost. Schrijf op wat werkte, dan heeft een ander er ook iets aan. '}
          <a className="knop tweede" href={ADRESSEN.lesSchrijven({ bron: nummer })}>
            {lessen.length === 0 ? 'Schrijf een les' : 'Schrijf nog een les'}
          </a>
        </p>
      )}
    </section>
  );
}
