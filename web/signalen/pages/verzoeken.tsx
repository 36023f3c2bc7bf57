import { ADRESSEN } from '#contract/adressen.ts';
import type { SignaalWeergave } from '#contract/signaal.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Feiten } from '../../components/feiten.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Merkje, type Merksoort } from '../../components/merkje.tsx';
import { Persoonsnaam } from '../../components/persoonsnaam.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { opSchrift } from '../../datums.ts';
import { DAADWOORDEN, padVan } from '../../doen/daden.ts';
import { grootteInWoorden } from '../../grootte-in-woorden.ts';
import type { Dagteller } from '../termijnstand.ts';
import type { SignaalProps } from './signaalprops.ts';
import { TotEnMet } from './tot-en-met.tsx';

type Verzoekweergave = SignaalWeergave['verzoeken'][number];

interface VerzoekenProps {
  signaal: SignaalWeergave;
  bijlagen: SignaalProps['bijlagen'];
  tel: Dagteller;
}

/** As many that are done with as stand open; more are one press away. */
const IN_ZICHT = 2;

/** What was asked of others: what waits for an answer first, then what was answered, with what one can do with each. */
export function Verzoeken({ signaal, bijlagen, tel }: VerzoekenProps) {
  const { verzoeken } = signaal;
  if (verzoeken.length === 0) return null;
  const loopt = verzoeken.filter(({ totEnMetDatum }) => totEnMetDatum !== null);
  const klaar = verzoeken.filter(({ totEnMetDatum }) => totEnMetDatum === null).toReversed();
  const kaart = (verzoek: Verzoekweergave) => (
    <Verzoekkaart key={verzoek.id} nummer={signaal.nummer} verzoek={verzoek} bijlagen={bijlagen ?? []} tel={tel} />
  );
  return (
    <section aria-labelledby="verzoeken">
      <h2 id="verzoeken">Vragen aan anderen</h2>
      {bijlagen === null && <p className="zacht">{SLEUTEL_WEG}</p>}
      {loopt.map(kaart)}
      {klaar.slice(0, IN_ZICHT).map(kaart)}
      {klaar.length > IN_ZICHT && (
        <Uitklap kop="Eerdere vragen" aantal={klaar.length - IN_ZICHT}>
          {klaar.slice(IN_ZICHT).map(kaart)}
        </Uitklap>
      )}
    </section>
  );
}

const SLEUTEL_WEG =
  'De bestanden die zijn meegestuurd, kunnen nu niet open: de sleutel ervan is niet te bereiken. Er is niets kwijt. Probeer het later nog eens.';

interface KaartProps {
  nummer: string;
  verzoek: Verzoekweergave;
  bijlagen: NonNullable<SignaalProps['bijlagen']>;
  tel: Dagteller;
}

/** One question: to whom, whether it was opened and answered, until when, and what can be done with it. */
function Verzoekkaart({ nummer, verzoek, bijlagen, tel }: KaartProps) {
  const { soort, organisatie, persoon, status, vraag, gesloten } = verzoek;
  const { tekst, merk } = STATUSSEN[status];
  const [laatste] = verzoek.antwoorden.slice(-1);
  return (
    <article className="verzoek">
      <div className="kaartkop">
        <h3>{`${labelVan('verzoeksoort', soort)} aan ${organisatie?.naam ?? persoon?.naam ?? 'de melder'}`}</h3>
        <Merkje soort={merk}>{status === 'gesteld' && laatste !== undefined ? wachtNa(laatste) : tekst}</Merkje>
      </div>
      <p className="geschreven">{vraag}</p>
      <Stand verzoek={verzoek} tel={tel} />
      {gesloten !== null && <p>{sluiting(gesloten)}</p>}
      <Antwoorden nummer={nummer} verzoek={verzoek} bijlagen={bijlagen} />
      <Verzoekdaden nummer={nummer} verzoek={verzoek} />
    </article>
  );
}

const STATUSSEN: Readonly<Record<Verzoekweergave['status'], { tekst: string; merk: Merksoort }>> = {
  gesteld: { tekst: 'Nog geen antwoord', merk: 'gewoon' },
  toegezegd: { tekst: 'Toegezegd', merk: 'gewoon' },
  wacht_op_informatie: { tekst: 'Zij wachten op meer informatie', merk: 'let-op' },
  beantwoord: { tekst: 'Beantwoord', merk: 'goed' },
  geen_reactie: { tekst: 'Geen reactie', merk: 'fout' },
  niet_nagekomen: { tekst: 'Toezegging niet nagekomen', merk: 'fout' },
  onbestelbaar: { tekst: 'Niet aangekomen', merk: 'fout' },
  ingetrokken: { tekst: 'Ingetrokken', merk: 'gewoon' },
  vervallen: { tekst: 'Niet meer nodig', merk: 'gewoon' },
};

/** Of what still waits, after they answered without settling it. */
function wachtNa({ antwoord }: Verzoekweergave['antwoorden'][number]): string {
  if (antwoord === 'uitstel_gevraagd') return 'Zij vroegen meer tijd';
  return antwoord === 'doorgegeven' ? 'Doorgegeven aan een collega' : 'Wacht weer op antwoord';
}

function Stand({ verzoek, tel }: { verzoek: Verzoekweergave; tel: Dagteller }) {
  const { contact, gesteldOp, geopendOp, totEnMetDatum, hogerop, organisatie, antwoorden } = verzoek;
  // Whoever it was handed on to has not answered yet.
  const isBeantwoord = antwoorden.some(({ antwoord }) => antwoord !== 'doorgegeven');
  const nogNiet = organisatie === null || isBeantwoord ? null : 'Nog niet';
  const geopend = geopendOp === null ? nogNiet : opSchrift(geopendOp);
  return (
    <Feiten
      feiten={[
        { naam: 'Gevraagd', waarde: opSchrift(gesteldOp) },
        contact === null
          ? null
          : { naam: hogerop ? 'Nu bij' : 'Bij', waarde: <Bij contact={contact} hogerop={hogerop} /> },
        geopend === null ? null : { naam: 'Geopend', waarde: geopend },
        totEnMetDatum === null ? null : { naam: 'Tot en met', waarde: <TotEnMet {...tel(totEnMetDatum)} /> },
      ]}
    />
  );
}

function Bij({ contact, hogerop }: { contact: NonNullable<Verzoekweergave['contact']>; hogerop: boolean }) {
  return (
    <>
      <Persoonsnaam persoon={contact} />
      {` (${hogerop ? 'escalatiecontact' : contact.loket})`}
    </>
  );
}

function sluiting({ vanDatum, totEnMetDatum, reden }: NonNullable<Verzoekweergave['gesloten']>): string {
  return `De organisatie is gesloten van ${voluit(vanDatum)} tot en met ${voluit(totEnMetDatum)} (${reden}). De termijn loopt door.`;
}

function Antwoorden({ nummer, verzoek: { id, antwoorden }, bijlagen }: Omit<KaartProps, 'tel'>) {
  return (
    <>
      {antwoorden.map(({ antwoord, toelichting, toegezegdDatum, bevoegd, vastgelegd, herziet, op }) => (
        <div key={op}>
          <p className="zacht">{`${vastgelegd ? 'Door de behandelaar genoteerd' : herziet ? 'Antwoord aangepast' : 'Geantwoord'} op ${opSchrift(op)}`}</p>
          <blockquote className="geschreven">
            {[
              `${labelVan('antwoord', antwoord)}.`,
              toegezegdDatum === null ? '' : `Voor ${voluit(toegezegdDatum)}.`,
              bevoegd === null ? '' : `Wie het wel kan: ${bevoegd.naam}.`,
              toelichting ?? '',
            ]
              .filter((zin) => zin !== '')
              .join(' ')}
          </blockquote>
          <Meegestuurd nummer={nummer} bestanden={bijlagen.filter((een) => een.verzoek === id && een.op === op)} />
        </div>
      ))}
    </>
  );
}

/** The files of one answer. */
function Meegestuurd({ nummer, bestanden }: { nummer: string; bestanden: KaartProps['bijlagen'] }) {
  if (bestanden.length === 0) return null;
  return (
    <ul aria-label="Meegestuurd">
      {bestanden.map(({ id, naam, grootte }) => (
        <li key={id}>
          <a href={ADRESSEN.antwoordbestand({ nummer, bijlage: id })}>{naam}</a>
          <span className="zacht">{` (${grootteInWoorden(grootte)})`}</span>
        </li>
      ))}
    </ul>
  );
}

function Verzoekdaden({ nummer, verzoek }: { nummer: string; verzoek: Verzoekweergave }) {
  const mag = verzoek.handelingen.filter((een) => een.mag);
  if (mag.length === 0) return null;
  return (
    <p className="knoppen">
      {mag.map(({ handeling }) => (
        <Knoplink
          key={handeling}
          soort="tweede"
          klein
          href={ADRESSEN.verzoekdaad({ nummer, verzoek: verzoek.id, daad: padVan(handeling) })}
        >
          {DAADWOORDEN[handeling].titel}
        </Knoplink>
      ))}
    </p>
  );
}
