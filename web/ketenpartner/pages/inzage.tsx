import type { Gevraagd, Inzage, Partijantwoord } from '#activities/ketenpartners/inzage.ts';
import { labelVan, type Niveau } from '#domain/beleid/codelijsten.ts';
import { type Datum, datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Kader } from '../../components/kader.tsx';
import { Telefoonnummer } from '../../components/telefoonnummer.tsx';
import { opSchrift } from '../../datums.ts';
import type { PageContext } from '../../layout.tsx';
import { Sluitknop } from './sluitknop.tsx';

interface InzageProps {
  link: string;
  inzage: Inzage;
  context: PageContext;
}

/** How it stands with a signaal, for the consulent on whose behalf it was filed. Whoever filed it acts. */
export function Inzagepagina({ link, inzage, context }: InzageProps) {
  const { nummer, consulent, knelpunt, ingediendOp, melder, behandelaar, nu } = inzage;
  const { totEnMet, bezwaarTotEnMet, gevraagd, antwoorden, afsluiting, leesbaarTot } = inzage;
  const titel = `Hoe staat het met signaal ${nummer}?`;
  return (
    <Kader titel={titel} context={context}>
      <p className="zacht">
        {`Voor ${consulent}. Namens u ingediend door ${melder.naam} op ${voluit(datumVan(ingediendOp))}.`}
      </p>
      <h1>{titel}</h1>
      <p className="inleiding">{standVan(inzage)}</p>
      {totEnMet !== null && inzage.status !== 'gepauzeerd' && <p>{termijnzin(totEnMet, inzage)}</p>}
      {bezwaarTotEnMet !== null && (
        <p>{`Bezwaar maken tegen het besluit kan tot en met ${voluit(bezwaarTotEnMet)}.`}</p>
      )}
      {heeftUitkomst(inzage) && <Uitkomst inzage={inzage} />}
      {inzage.patroonantwoord !== null && (
        <>
          <h2>Wat zegt het landelijk team?</h2>
          <p>{`Wat is gemeld, speelde bij meer gezinnen. Dit antwoord kreeg ook ${melder.naam}.`}</p>
          <blockquote className="brief">{inzage.patroonantwoord}</blockquote>
        </>
      )}
      {behandelaar !== null && (
        <>
          <h2>{afsluiting === null ? 'Wie is ermee bezig?' : 'Wie heeft het behandeld?'}</h2>
          <p>
            {`${behandelaar.naam}. Vragen? Bel `}
            <Telefoonnummer telefoon={behandelaar.telefoon} />.
          </p>
        </>
      )}
      {gevraagd.length > 0 && <Vragen gevraagd={gevraagd} vandaag={datumVan(nu)} />}
      <Antwoorden antwoorden={antwoorden} />
      {knelpunt !== null && (
        <>
          <h2>Wat is er namens u ingediend?</h2>
          <blockquote className="brief">{knelpunt}</blockquote>
        </>
      )}
      <h2>Wilt u iets toevoegen?</h2>
      <p>
        {`Op deze pagina kunt u alleen lezen. Weet u iets nieuws, of klopt er iets niet? Bel ${melder.naam}: `}
        <Telefoonnummer telefoon={melder.telefoon} />.
      </p>
      {leesbaarTot !== null && <p className="zacht">{`U kunt dit lezen tot en met ${voluit(leesbaarTot)}.`}</p>}
      <Sluitknop link={link} />
    </Kader>
  );
}

function Vragen({ gevraagd, vandaag }: { gevraagd: readonly Gevraagd[]; vandaag: Datum }) {
  return (
    <>
      <h2>Aan wie is iets gevraagd?</h2>
      <ul>
        {gevraagd.map((vraag) => (
          <li key={`${vraag.op} ${vraag.organisatie}`}>
            <strong>{vraag.organisatie}</strong>
            {`: ${gevraagdzin(vraag, vandaag)}`}
            <span className="zacht">{` (gevraagd op ${opSchrift(vraag.op)})`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Antwoorden({ antwoorden }: { antwoorden: readonly Partijantwoord[] }) {
  return (
    <>
      <h2>Wat hebben organisaties geantwoord?</h2>
      {antwoorden.length === 0 ? (
        <p>Nog niets.</p>
      ) : (
        <ul>
          {antwoorden.map((antwoord) => (
            <li key={`${antwoord.op} ${antwoord.organisatie}`}>
              <Antwoordregel antwoord={antwoord} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const WAAR: Readonly<Record<Niveau, string>> = {
  lokaal: 'dicht bij het gezin',
  regionaal: 'bij de regio',
  landelijk: 'bij het landelijk team',
};

/** Where it is now, in one or two sentences. */
function standVan({ status, niveau, afsluiting, wachtTot, melder }: Inzage): string {
  switch (status) {
    case 'concept':
    case 'wacht_op_oppakken':
      return `Wij zoeken iemand die met dit signaal aan de slag gaat, ${WAAR[niveau]}. U krijgt een mail als die er is.`;
    case 'in_behandeling':
      return `Er wordt aan dit signaal gewerkt, ${WAAR[niveau]}.`;
    case 'gepauzeerd':
      return wachtTot === null
        ? 'Dit signaal wacht.'
        : `Dit signaal wacht tot en met ${voluit(wachtTot)}. Daarna gaat het verder.`;
    case 'uitkomst_gemeld':
      return `De uitkomst is bekend. ${melder.naam} krijgt nog het antwoord. Daarna leest u het hier.`;
    case 'afgesloten':
      if (afsluiting === 'alleen_gemeld') return 'Dit signaal is alleen gemeld. Het telt mee.';
      return afsluiting === 'samengevoegd'
        ? 'Dit signaal gaat verder in een ander signaal over hetzelfde. Daarom is dit signaal gesloten.'
        : 'Dit signaal is afgesloten.';
  }
}

/** Until when somebody must act, or should have. */
function termijnzin(totEnMet: Datum, { status, niveau, behandelaar, melder, nu }: Inzage): string {
  const wanneer = `tot en met ${voluit(totEnMet)}`;
  if (totEnMet < datumVan(nu)) return `De termijn liep ${wanneer}. Er wordt op aangedrongen dat het verder gaat.`;
  if (behandelaar === null) return `Daar is tijd voor ${wanneer}.`;
  if (status === 'uitkomst_gemeld') return `${behandelaar.naam} heeft ${wanneer} om ${melder.naam} antwoord te geven.`;
  const daarna = niveau === 'landelijk' ? '' : ' Lukt het niet op tijd? Dan gaat het signaal naar wie meer kan doen.';
  return `${behandelaar.naam} heeft hiervoor ${wanneer}.${daarna}`;
}

function gevraagdzin({ totEnMet, toegezegd }: Gevraagd, vandaag: Datum): string {
  if (toegezegd !== null) return `heeft dit toegezegd voor ${voluit(toegezegd)}`;
  if (totEnMet === null) return 'heeft om meer informatie gevraagd';
  return totEnMet < vandaag
    ? `had kunnen antwoorden tot en met ${voluit(totEnMet)}`
    : `kan antwoorden tot en met ${voluit(totEnMet)}`;
}

/** Of a duplicate it is the answer to the signaal into which it was merged. */
function heeftUitkomst({ uitkomst, afsluiting, terugkoppeling }: Inzage): boolean {
  if (afsluiting === 'samengevoegd') return terugkoppeling !== null;
  return uitkomst !== null && uitkomst !== 'alleen_gemeld';
}

function Uitkomst({ inzage: { uitkomst, terugkoppeling, melder } }: { inzage: Inzage }) {
  return (
    <>
      <h2>Wat is de uitkomst?</h2>
      {uitkomst !== null && (
        <p>
          <strong>{labelVan('uitkomst', uitkomst)}</strong>
        </p>
      )}
      {terugkoppeling === null ? (
        <p>{`${melder.naam} kan u er meer over vertellen.`}</p>
      ) : (
        <blockquote className="brief">{terugkoppeling}</blockquote>
      )}
    </>
  );
}

function Antwoordregel({
  antwoord: { op, organisatie, soort, datum, vastgelegd, toelichting },
}: {
  antwoord: Partijantwoord;
}) {
  return (
    <>
      <strong>{organisatie}</strong>
      {`: ${labelVan('antwoord', soort)}`}
      {datum !== null && ` (${voluit(datum)})`}
      <span className="zacht">{` – ${opSchrift(op)}${vastgelegd ? ', door ons genoteerd' : ''}`}</span>
      {toelichting !== null && <blockquote className="brief">{toelichting}</blockquote>}
    </>
  );
}
