import { ADRESSEN } from '#contract/adressen.ts';
import type { Werkregel } from '#contract/werklijst.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Merkje } from '../../components/merkje.tsx';
import { AanZet } from '../../signalen/aan-zet.tsx';

/** The number of a signaal, as a link for who may read it. */
export function Nummer({ regel: { nummer, leesbaar, nieuw } }: { regel: Werkregel }) {
  if (!leesbaar) return <span className="nummer">{nummer}</span>;
  return (
    <>
      <a className="nummer" href={ADRESSEN.signaal({ nummer })}>
        {nummer}
      </a>
      {nieuw && (
        <>
          {' '}
          <Merkje soort="nieuw">
            Nieuw<span className="voorgelezen"> sinds u het las</span>
          </Merkje>
        </>
      )}
    </>
  );
}

/** Where and for whom it is, each a way to more of the same; with its urgency where no status beside it says that. */
export function Waarover({ regel, metUrgentie = false }: { regel: Werkregel; metUrgentie?: boolean }) {
  const { onderwerp, gewist, organisatie, gemeente, doelgroepen, urgentie } = regel;
  const lijst = ADRESSEN.signalen();
  return (
    <>
      {metUrgentie && urgentie !== 'normaal' && <Merkje soort="let-op">{labelVan('urgentie', urgentie)}</Merkje>}{' '}
      {onderwerp !== null && <strong>{onderwerp}</strong>}
      {gewist && <strong>Gewist</strong>}
      <span className="waar">
        {organisatie === null ? (
          'Organisatie onbekend'
        ) : (
          <a className="stil" href={`${lijst}?${new URLSearchParams({ organisatie: organisatie.id }).toString()}`}>
            {organisatie.naam}
          </a>
        )}
        {', '}
        {gemeente === null ? (
          'gemeente onbekend'
        ) : (
          <a className="stil" href={`${lijst}?${new URLSearchParams({ gemeente: gemeente.code }).toString()}`}>
            {gemeente.naam}
          </a>
        )}{' '}
        <span className="zacht">{doelgroepen.map((code) => labelVan('doelgroep', code)).join(', ')}</span>
      </span>
    </>
  );
}

/** Until when, in full and in working days. */
export function Termijn({ regel: { termijn, teLaat } }: { regel: Werkregel }) {
  if (termijn === null) return <span className="zacht">Er loopt geen termijn</span>;
  return (
    <>
      {voluit(termijn.laatsteDag)}
      <br />
      {teLaat ? (
        <Merkje soort="let-op">{termijn.resterend}</Merkje>
      ) : (
        <span className="zacht">{termijn.resterend}</span>
      )}
    </>
  );
}

/** Who must act, and a ketenpartner until when; of an open signaal that one may not read, with whom it lies. */
export function Beurt({ regel: { aanZet, afgeslotenOp, behandelaar, leesbaar, regio } }: { regel: Werkregel }) {
  if (!leesbaar && afgeslotenOp === null)
    return <>{behandelaar === null ? 'Ligt nog bij niemand' : `Ligt bij ${behandelaar.naam}`}</>;
  return (
    <>
      <AanZet aanZet={aanZet} regio={regio} />
      {aanZet?.soort === 'partij' && aanZet.totEnMetDatum !== null && (
        <span className="zacht">{` tot en met ${voluit(aanZet.totEnMetDatum)}`}</span>
      )}
    </>
  );
}

/** Tells how one looks, to who found nothing. */
export function NietsGevonden({ gezocht }: { gezocht: string }) {
  return (
    <p className="inleiding">
      {`Wij vonden niets met “${gezocht}”. U zoekt op hele woorden of stukken ervan, op een nummer, of op de naam van een organisatie, gemeente of plaats. Elk woord moet erin staan: probeer het met minder woorden.`}
    </p>
  );
}
