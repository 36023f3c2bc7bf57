import type { LopendeSessie } from '#activities/gebruikers/sessies.ts';
import { ADRESSEN } from '#contract/adressen.ts';

import { Knop } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Merkje } from '../../components/merkje.tsx';
import { NogNiets } from '../../components/nog-niets.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { opSchrift } from '../../datums.ts';
import { Layout, type PageContext } from '../../layout.tsx';

interface MijnSessiesProps {
  sessies: readonly LopendeSessie[];
  /** Something was asked here when their own session had run out. */
  nietGedaan: boolean;
  context: PageContext;
}

/** Where somebody is logged in, and how to end that. */
export function MijnSessies({ sessies, nietGedaan, context }: MijnSessiesProps) {
  const andere = sessies.filter(({ deze }) => !deze);
  return (
    <Layout titel="Waar u bent ingelogd" hier="" context={context}>
      <Kruimels
        boven={[
          { adres: ADRESSEN.start(), tekst: 'Start' },
          { adres: ADRESSEN.instellingen(), tekst: 'Instellingen' },
        ]}
      />
      <h1>Waar u bent ingelogd</h1>
      {nietGedaan && <NogNiets />}
      <p className="inleiding">
        Ziet u iets wat u niet kent? Log daar uit, en vertel het aan functioneel beheer. Bij{' '}
        <a href={ADRESSEN.hulp()}>Hulp</a> staat hoe.
      </p>
      <Tabel
        koppen={['Waar', 'Sinds', 'Laatst gebruikt', 'Uitloggen']}
        rijen={sessies.map((sessie) => ({
          sleutel: sessie.id,
          cellen: [
            sessie.deze ? (
              <>
                {sessie.toestel} <Merkje soort="goed">Hier kijkt u nu</Merkje>
              </>
            ) : (
              sessie.toestel
            ),
            opSchrift(sessie.begonnenOp),
            opSchrift(sessie.gebruiktOp),
            sessie.deze ? 'Met de knop bovenaan' : <LogDaarUit sessie={sessie} />,
          ],
        }))}
      />
      {andere.length > 0 && (
        <form method="post" action={ADRESSEN.sessies()}>
          <Knop name="welke" value="andere">
            Log overal uit, behalve hier
          </Knop>
        </form>
      )}
    </Layout>
  );
}

function LogDaarUit({ sessie: { id, toestel, begonnenOp } }: { sessie: LopendeSessie }) {
  return (
    <form className="in-rij" method="post" action={ADRESSEN.sessies()}>
      <Knop soort="tweede" name="welke" value={id} aria-label={`Log uit: ${toestel}, sinds ${opSchrift(begonnenOp)}`}>
        Log daar uit
      </Knop>
    </form>
  );
}
