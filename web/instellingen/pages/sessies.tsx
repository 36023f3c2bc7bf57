import type { LopendeSessie } from '#activities/gebruikers/sessies.ts';
import { ADRESSEN } from '#contract/adressen.ts';

import { Kruimels } from '../../components/kruimels.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { opSchrift } from '../../datums.ts';
import { Layout, type PageContext } from '../../layout.tsx';

/** Where somebody is logged in, and how to end that. */
export function MijnSessies({ sessies, context }: { sessies: readonly LopendeSessie[]; context: PageContext }) {
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
      <p className="inleiding">Ziet u iets wat u niet kent? Log daar uit, en bel functioneel beheer.</p>
      <Tabel
        koppen={['Waar', 'Sinds', 'Laatst gebruikt', 'Uitloggen']}
        rijen={sessies.map((sessie) => ({
          sleutel: sessie.id,
          cellen: [
            sessie.deze ? (
              <>
                {sessie.toestel} <span className="merkje goed">Hier kijkt u nu</span>
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
        <form method="post" action={ADRESSEN.sessiesAndere()}>
          <button className="knop" type="submit">
            Log overal uit, behalve hier
          </button>
        </form>
      )}
    </Layout>
  );
}

function LogDaarUit({ sessie: { id, toestel, begonnenOp } }: { sessie: LopendeSessie }) {
  return (
    <form className="in-rij" method="post" action={ADRESSEN.sessie({ sessie: id })}>
      <button className="knop tweede" type="submit" aria-label={`Log uit: ${toestel}, sinds ${opSchrift(begonnenOp)}`}>
        Log daar uit
      </button>
    </form>
  );
}
