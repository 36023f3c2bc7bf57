import { ADRESSEN } from '#contract/adressen.ts';
import { WISWAT } from '#contract/wissing.ts';
import type { Bewaartermijnstand, Wissing } from '#db/queries/wissingen.ts';
import { BEWAARSOORTEN, SINDS } from '#domain/beleid/bewaartermijnen.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { duurVan } from '#domain/signaal/opdrachten/wissen.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { bezwaarTegenBevestigen, bezwaarTegenNu, teltMee, type Wisstatus } from '#domain/wissen.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Leeg } from '../../components/leeg.tsx';
import { Tabbladen } from '../../components/tabbladen.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

interface WissenProps {
  wissingen: readonly Wissing[];
  /** With those that are not in the list. */
  aantal: number;
  status: Wisstatus;
  termijnen: readonly Bewaartermijnstand[];
  persoon: Persoon;
  gelukt: string | undefined;
  context: PageContext;
}

const BLADEN: readonly { status: Wisstatus; tekst: string; leeg: { kop: string; zin: string } }[] = [
  {
    status: 'voorgesteld',
    tekst: 'Te beslissen',
    leeg: { kop: 'Er is niets te beslissen', zin: 'Elke nacht komt hier wat lang genoeg is bewaard.' },
  },
  {
    status: 'bevestigd',
    tekst: 'Wordt gewist',
    leeg: { kop: 'Er wordt nu niets gewist', zin: 'Na de tweede bevestiging staat het hier tot alles weg is.' },
  },
  {
    status: 'gewist',
    tekst: 'Gewist',
    leeg: { kop: 'Er is nog niets gewist', zin: 'Hier blijft staan wat is gewist, wanneer en waarom.' },
  },
  {
    status: 'behouden',
    tekst: 'Langer bewaard',
    leeg: { kop: 'Niets wordt langer bewaard', zin: 'Is iets langer nodig, dan staat hier tot wanneer en waarom.' },
  },
];

/** What has been kept for as long as it may, and what two people decide about it. */
export function Wissenblad({ wissingen, aantal, status, termijnen, persoon, gelukt, context }: WissenProps) {
  const blad = BLADEN.find((een) => een.status === status);
  return (
    <Layout titel="Wissen" hier={ADRESSEN.wissen()} context={context}>
      <Gelukt zin={gelukt} />
      <h1>Wissen</h1>
      <p className="inleiding">
        Wat mensen over een gezin schrijven, blijft niet langer dan nodig. Iemand van het landelijk team en iemand van
        functioneel beheer bevestigen samen wat weg kan. Waar een signaal over gaat, staat hier nooit.
      </p>
      <p>
        <Knoplink href={ADRESSEN.wisverzoek()}>Iemand vraagt om wissen</Knoplink>
      </p>
      <Tabbladen
        label="Welke voorstellen"
        hier={adresVan(status)}
        bladen={BLADEN.map((een) => ({
          adres: adresVan(een.status),
          tekst: een.tekst,
          aantal: een.status === status ? aantal : undefined,
        }))}
      />
      {wissingen.length === 0 ? (
        <Leeg kop={blad?.leeg.kop ?? ''}>{blad?.leeg.zin}</Leeg>
      ) : (
        <Tabel
          koppen={['Signaal', 'Wat', 'Waarom', status === 'voorgesteld' ? 'Doen' : 'Hoe ver']}
          rijen={wissingen.map((wissing) => ({ sleutel: wissing.id, cellen: cellenVan(wissing, persoon) }))}
        />
      )}
      {aantal > wissingen.length && <p>{`Dit zijn de eerste ${wissingen.length} van ${aantal}.`}</p>}
      <Uitklap kop="Hoelang wij iets bewaren, en waarom">
        <Tabel
          koppen={['Wat', 'Hoelang', 'Wie beslist', 'Waarom']}
          rijen={termijnen.map((termijn) => ({
            sleutel: termijn.soort,
            cellen: termijncellen(termijn, persoon),
          }))}
        />
      </Uitklap>
    </Layout>
  );
}

function termijncellen(termijn: Bewaartermijnstand, { id, rollen }: WissenProps['persoon']) {
  const { soort, maanden, bron, voorstel } = termijn;
  const isBeheer = rollen.includes('functioneel_beheer');
  return [
    WISWAT[soort],
    <>
      {`${duurVan(maanden)} ${SINDS[soort]}. `}
      {voorstel !== null && (
        <span className="zacht">{`${voorstel.door.naam} stelt ${duurVan(voorstel.maanden)} voor. `}</span>
      )}
      {isBeheer && voorstel === null && <a href={ADRESSEN.bewaartermijn({ soort })}>Stel iets anders voor</a>}
      {isBeheer &&
        voorstel !== null &&
        (voorstel.door.id === id ? (
          <span className="zacht">Een ander van functioneel beheer bevestigt het.</span>
        ) : (
          <a href={ADRESSEN.bewaartermijnBevestigen({ soort })}>Bevestig</a>
        ))}{' '}
      {isBeheer && voorstel !== null && <a href={ADRESSEN.bewaartermijnIntrekken({ soort })}>Trek in</a>}
    </>,
    wieBeslist(soort),
    bron,
  ];
}

function wieBeslist(soort: Bewaartermijnstand['soort']): string {
  return BEWAARSOORTEN.some((een) => een === soort) ? 'Twee mensen' : 'Niemand: het gaat elke nacht vanzelf weg';
}

function adresVan(status: Wisstatus): string {
  return status === 'voorgesteld' ? ADRESSEN.wissen() : `${ADRESSEN.wissen()}?status=${status}`;
}

function cellenVan(wissing: Wissing, persoon: Persoon) {
  const { nummer, soort, grond, maanden, reden, afgeslotenOp, status } = wissing;
  const sinds = afgeslotenOp === null ? '' : ` Afgesloten op ${voluit(datumVan(afgeslotenOp))}.`;
  return [
    nummer,
    WISWAT[soort],
    <>
      {`${labelVan('wisgrond', grond)}${maanden === null ? '' : ` (${duurVan(maanden)})`}.${sinds}`}
      {reden !== null && <span className="zacht">{` ${reden}`}</span>}
    </>,
    status === 'voorgesteld' ? <Doen wissing={wissing} persoon={persoon} /> : hoeVer(wissing),
  ];
}

const ANDERE_ROL = 'Nu moet iemand met de andere rol het ook doen.';

function Doen({ wissing, persoon }: { wissing: Wissing; persoon: Persoon }) {
  const { id, nummer, eerste } = wissing;
  const nietNu = bezwaarTegenNu(wissing, wissing.geslotenOp);
  const wacht = bezwaarTegenBevestigen(eerste?.door ?? null, persoon) === null ? null : ANDERE_ROL;
  const waarom = nietNu ?? wacht;
  return (
    <>
      {eerste !== null && teltMee(eerste.door) && <span className="zacht">{`${eerste.door.naam} bevestigde. `}</span>}
      {waarom === null ? (
        <>
          <a href={ADRESSEN.wisBevestigen({ wissing: id })} aria-label={`Bevestig: wis ${nummer}`}>
            Bevestig
          </a>
          {' · '}
        </>
      ) : (
        <span className="zacht">{`${waarom} `}</span>
      )}
      <a href={ADRESSEN.wisBewaren({ wissing: id })} aria-label={`Bewaar langer: ${nummer}`}>
        Bewaar langer
      </a>
    </>
  );
}

function hoeVer({ status, eerste, tweede, gewistOp, bewarenTotEnMetDatum, bewaarreden }: Wissing): string {
  if (status === 'behouden' && bewarenTotEnMetDatum !== null)
    return `Blijft tot en met ${voluit(bewarenTotEnMetDatum)}. ${bewaarreden ?? ''}`;
  const door = [eerste, tweede].flatMap((een) => een?.door.naam ?? []).join(' en ');
  return gewistOp === null
    ? `Bevestigd door ${door}. Wordt nu vernietigd.`
    : `Gewist op ${voluit(datumVan(gewistOp))}. Bevestigd door ${door}.`;
}
