import { ADRESSEN } from '#contract/adressen.ts';
import type { Agendasleutel } from '#db/queries/agenda.ts';
import { AGENDASLEUTELS_PER_PERSOON } from '#domain/beleid/grenzen.ts';

import { Knop } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Melding } from '../../components/melding.tsx';
import { NogNiets } from '../../components/nog-niets.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { opSchrift } from '../../datums.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { BOVEN } from '../boven.ts';

interface MijnAgendaProps {
  sleutels: readonly Agendasleutel[];
  /** Of the form, so that sending it twice makes one address. */
  nieuw: string;
  /** The address that was just made; it is shown this once. */
  url: string | null;
  /** There can be no more. */
  vol: boolean;
  nietGedaan: boolean;
  context: PageContext;
}

/** How somebody has the terms in the calendar that is used already. */
export function MijnAgenda({ sleutels, nieuw, url, vol, nietGedaan, context }: MijnAgendaProps) {
  const titel = 'Uw termijnen in uw agenda';
  return (
    <Layout titel={vol ? `Fout: ${titel}` : titel} hier="" context={context}>
      <Kruimels boven={BOVEN} />
      {nietGedaan && <NogNiets />}
      {vol && (
        <Melding soort="fout" kop="Dit zijn er al genoeg">
          <p>{`U hebt al ${AGENDASLEUTELS_PER_PERSOON} adressen. Trek eerst een adres in dat u niet meer gebruikt.`}</p>
        </Melding>
      )}
      <h1>{titel}</h1>
      <p className="inleiding">
        Maak een adres en plak het in uw agenda, bij “abonneren op een agenda”. Dan staan de laatste dagen van uw
        termijnen erin. Waar een signaal over gaat, staat er niet bij.
      </p>
      {url !== null && (
        <Melding soort="goed" kop="Dit is uw adres">
          <p>
            <code className="los adres-agenda">{url}</code>
          </p>
          <p>U ziet het maar één keer. Wie het heeft, ziet uw termijnen. Bewaar het dus goed.</p>
        </Melding>
      )}
      <form method="post" action={ADRESSEN.agendasleutels()}>
        <Knop name="maak" value={nieuw}>
          Maak een adres
        </Knop>
      </form>
      {sleutels.length > 0 && (
        <Tabel
          titel="Adressen die werken"
          koppen={['Gemaakt', 'Laatst gebruikt', 'Doen']}
          rijen={sleutels.map(({ id, gemaaktOp, laatstGebruiktOp }) => ({
            sleutel: id,
            cellen: [
              opSchrift(gemaaktOp),
              laatstGebruiktOp === null ? 'Nog niet' : opSchrift(laatstGebruiktOp),
              <form className="in-rij" method="post" action={ADRESSEN.agendasleutels()}>
                <Knop
                  soort="tweede"
                  klein
                  name="intrekken"
                  value={id}
                  aria-label={`Trek het adres in van ${opSchrift(gemaaktOp)}`}
                >
                  Trek in
                </Knop>
              </form>,
            ],
          }))}
        />
      )}
    </Layout>
  );
}
