import { ADRESSEN } from '#contract/adressen.ts';
import type { Feestdagenlijst } from '#db/queries/feestdagen.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

interface FeestdagenbladProps extends Feestdagenlijst {
  vandaag: Datum;
  gelukt: string | undefined;
  context: PageContext;
}

/** The free days that a decree named. */
export function Feestdagenblad(props: FeestdagenbladProps) {
  const { kalenderversie, volledigTotEnMetDatum, feestdagen, vandaag, gelukt, context } = props;
  const voorbij = feestdagen.filter(({ datum }) => datum < vandaag);
  const komend = feestdagen.filter(({ datum }) => datum >= vandaag);
  return (
    <Layout titel="Feestdagen" hier={ADRESSEN.beheerFeestdagen()} context={context}>
      <Gelukt zin={gelukt} />
      <h1>Feestdagen</h1>
      <p className="inleiding">
        Vrije dagen die bij koninklijk besluit met een feestdag zijn gelijkgesteld (Algemene termijnenwet, artikel 3,
        derde lid). Weekenden, en de feestdagen die in dat artikel zelf staan, zoals Koningsdag, rekenen wij zelf uit:
        die staan hier niet.
      </p>
      <p>
        {volledigTotEnMetDatum === null
          ? 'Wij weten niet tot wanneer alle dagen bekend zijn.'
          : `Tot en met ${voluit(volledigTotEnMetDatum)} zijn alle dagen bekend.`}{' '}
        <span className="zacht">{`Versie ${kalenderversie} van de kalender.`}</span>
      </p>
      <p>
        <Knoplink href={ADRESSEN.feestdagToevoegen()}>Voeg een vrije dag toe</Knoplink>
      </p>
      {komend.length === 0 ? <p>Er is geen dag aangewezen die nog komt.</p> : <Dagen dagen={komend} wegTeHalen />}
      {voorbij.length > 0 && (
        <Uitklap kop="Dagen die voorbij zijn" aantal={voorbij.length}>
          <Dagen dagen={voorbij} wegTeHalen={false} />
        </Uitklap>
      )}
    </Layout>
  );
}

function Dagen({ dagen, wegTeHalen }: { dagen: FeestdagenbladProps['feestdagen']; wegTeHalen: boolean }) {
  return (
    <Tabel
      koppen={['Dag', 'Hoe die heet, en in welk besluit dat staat', ...(wegTeHalen ? ['Doen'] : [])]}
      rijen={dagen.map(({ datum, benaming, bron }) => ({
        sleutel: datum,
        cellen: [
          <span className="nummer">{voluit(datum)}</span>,
          <>
            {benaming}
            <br />
            <span className="zacht">{bron}</span>
          </>,
          ...(wegTeHalen
            ? [
                <a
                  className="nummer"
                  href={ADRESSEN.feestdagWeghalen({ datum })}
                  aria-label={`Haal weg: ${voluit(datum)}`}
                >
                  Haal weg
                </a>,
              ]
            : []),
        ],
      }))}
    />
  );
}
