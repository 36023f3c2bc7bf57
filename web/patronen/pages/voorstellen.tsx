import { ADRESSEN } from '#contract/adressen.ts';
import type { Patroonvoorstelregelweergave } from '#contract/patroonvoorstel.ts';
import type { Patroonzoeking } from '#db/queries/patroonvoorstellen.ts';
import type { Voorstelbesluit } from '#domain/detectie/voorstel.ts';
import { datumVan, type Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { type Kaartje, Kaartlijst } from '../../components/kaartlijst.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Leeg } from '../../components/leeg.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { opSchrift } from '../../datums.ts';
import { Layout, type PageContext } from '../../layout.tsx';

interface VoorstellenProps {
  wachtend: readonly Patroonvoorstelregelweergave[];
  /** Of what is no more than growth of everything, by id: the voorstel that says so. */
  zelfde: ReadonlyMap<string, string>;
  eerder: readonly Patroonvoorstelregelweergave[];
  laatsteZoeking: Patroonzoeking | null;
  magZoeken: boolean;
  /** Today (Amsterdam). */
  vandaag: Datum;
  gedaan: string | undefined;
  context: PageContext;
}

export const BOVEN = [{ adres: ADRESSEN.patronen(), tekst: 'Patronen' }] as const;

/** What Signaalpunt found by itself: what waits for a person, and what was decided. */
export function Voorstellen({
  wachtend,
  zelfde,
  eerder,
  laatsteZoeking,
  magZoeken,
  vandaag,
  gedaan,
  context,
}: VoorstellenProps) {
  return (
    <Layout titel="Voorstellen" hier={ADRESSEN.patronen()} context={context}>
      <Kruimels boven={BOVEN} />
      <Gelukt zin={gedaan} />
      <h1>Voorstellen</h1>
      <p className="inleiding">
        Elke nacht kijkt Signaalpunt of er ergens meer binnenkomt dan gewoon is. Dat is nog geen patroon: of het er een
        is, bepaalt u.
      </p>
      <p>
        {zoekzin(laatsteZoeking)}{' '}
        {magZoeken && laatsteZoeking?.klaarOp !== null && <a href={ADRESSEN.patronenZoeken()}>Zoek nu</a>}
      </p>
      {wachtend.length === 0 ? (
        <Leeg kop="Er wacht nu geen voorstel">
          Komt er ergens meer binnen dan het jaar daarvoor laat verwachten, dan staat het hier de volgende ochtend, met
          de getallen en de signalen.
        </Leeg>
      ) : (
        <section aria-labelledby="wachtend">
          <h2 id="wachtend">Waarover u nog kunt besluiten</h2>
          <Kaartlijst kaarten={wachtend.filter(({ id }) => !zelfde.has(id)).map(kaart)} />
          <ZelfdeStijging wachtend={wachtend} zelfde={zelfde} />
        </section>
      )}
      {eerder.length > 0 && (
        <section aria-labelledby="eerder">
          <h2 id="eerder">Waarover al is besloten</h2>
          <Tabel
            koppen={['Voorstel', 'Besluit', 'Waarom']}
            rijen={eerder.map((voorstel) => ({
              sleutel: voorstel.id,
              cellen: [
                <a key="naar" href={ADRESSEN.patroonvoorstel({ voorstel: voorstel.id })}>
                  {voorstel.onderwerp}
                </a>,
                besluitzin(voorstel, vandaag),
                voorstel.besluit?.reden ?? 'Niemand besliste erover.',
              ],
            }))}
          />
        </section>
      )}
    </Layout>
  );
}

/** What tells nothing of its own, below the voorstel of which it is a part. */
function ZelfdeStijging({ wachtend, zelfde }: Pick<VoorstellenProps, 'wachtend' | 'zelfde'>) {
  const oorzaken = wachtend.filter(({ id }) => [...zelfde.values()].includes(id));
  return oorzaken.map(({ id, onderwerp }) => {
    const delen = wachtend.filter((deel) => zelfde.get(deel.id) === id);
    return (
      <Uitklap key={id} kop={`Dezelfde stijging als “${onderwerp}”`} aantal={delen.length}>
        <p>
          Er komt van alles meer binnen. Deze voorstellen stijgen even hard mee, dus zij wijzen niet op iets dat juist
          daar misgaat. U kunt er wel over besluiten.
        </p>
        <Kaartlijst kaarten={delen.map(kaart)} />
      </Uitklap>
    );
  });
}

function kaart({ id, onderwerp, inWoorden, gevondenOp }: Patroonvoorstelregelweergave): Kaartje {
  return {
    sleutel: id,
    titel: onderwerp,
    adres: ADRESSEN.patroonvoorstel({ voorstel: id }),
    regels: [
      inWoorden.join(' '),
      <span key="gevonden" className="zacht">{`Gevonden op ${voluit(datumVan(gevondenOp))}`}</span>,
    ],
  };
}

/** When was looked last, and what came of it. */
export function zoekzin(zoeking: Patroonzoeking | null): string {
  if (zoeking === null) return 'Er is nog niet gezocht.';
  const { gevraagdOp, klaarOp, gevonden, door } = zoeking;
  if (klaarOp === null)
    return `Er wordt nu gezocht, gevraagd door ${door ?? 'Signaalpunt'} op ${opSchrift(gevraagdOp)}. Kijk over een minuut opnieuw.`;
  const wat =
    gevonden === null || gevonden === 0
      ? 'niets nieuws'
      : gevonden === 1
        ? '1 nieuw voorstel'
        : `${gevonden} nieuwe voorstellen`;
  return `Laatst gezocht op ${opSchrift(klaarOp)}${door === null ? '' : `, gevraagd door ${door}`}. Dat leverde ${wat} op.`;
}

const BESLUITEN: Readonly<Record<Voorstelbesluit, string>> = {
  aangenomen: 'Werd een patroon',
  opgenomen: 'Opgenomen in een patroon',
  afgewezen: 'Afgewezen',
};

/** What was decided and when; of what was rejected until when nothing is heard of it. */
export function besluitzin({ besluit, stilTotEnMetDatum }: Patroonvoorstelregelweergave, vandaag: Datum): string {
  if (besluit === null) return 'Verlopen';
  const wanneer = `${BESLUITEN[besluit.besluit]} op ${voluit(datumVan(besluit.op))}, door ${besluit.door}.`;
  if (besluit.besluit !== 'afgewezen' || stilTotEnMetDatum < vandaag) return wanneer;
  return `${wanneer} Wij stellen het niet opnieuw voor tot en met ${voluit(stilTotEnMetDatum)}, tenzij het duidelijk meer wordt.`;
}
