import type { Vraag } from '#activities/ketenpartners/vraag.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Merkje } from '../../components/merkje.tsx';
import { Telefoonnummer } from '../../components/telefoonnummer.tsx';
import { opSchrift } from '../../datums.ts';
import { TITEL } from '../teksten.ts';

/** As much of a question as its first reading needs. */
export type Gesteld = Omit<
  Vraag,
  'verzoek' | 'maildomein' | 'antwoorden' | 'laatste' | 'uiterlijkeToezegging' | 'nu' | 'versie'
>;

interface VraaginhoudProps {
  vraag: Gesteld;
  /** The headings of the whole and of its parts: on a page of its own, or inside another. */
  koppen: readonly ['h1', 'h2'] | readonly ['h3', 'h4'];
}

/** What a party reads: to whom it is, until when, what is asked, and by whom. Who asks sees the same before it is sent. */
export function Vraaginhoud({ vraag, koppen: [Titel, Kop] }: VraaginhoudProps) {
  const { soort, nummer, urgentie, gevraagde, organisatie, teksten, totEnMet } = vraag;
  return (
    <>
      <p className="zacht">
        {`Voor ${gevraagde}, ${organisatie.naam}. Kenmerk ${nummer}`}{' '}
        {urgentie !== 'normaal' && totEnMet !== null && (
          <Merkje soort="let-op">{labelVan('urgentie', urgentie)}</Merkje>
        )}
      </p>
      <Titel>{TITEL[soort]}</Titel>
      <p className="inleiding">{standVan(vraag)}</p>
      {teksten.map(({ op, soort: wat, regels }) => (
        <section key={op}>
          <Kop>{wat === 'vraag' ? 'De vraag' : `Extra informatie van ${opSchrift(op)}`}</Kop>
          {regels.map((regel) => (
            <blockquote key={regel} className="brief">
              {regel}
            </blockquote>
          ))}
        </section>
      ))}
      <Kop>Wie vraagt dit?</Kop>
      <Vrager vraag={vraag} />
    </>
  );
}

/** Until when, in one sentence. */
function standVan({ status, totEnMet, toegezegd, vandaag, mogelijk }: Gesteld): string {
  if (toegezegd !== null && status === 'toegezegd') {
    return toegezegd >= vandaag
      ? `U hebt dit toegezegd voor ${voluit(toegezegd)}. Is het eerder klaar, of lukt het niet? Laat het weten.`
      : `U had dit toegezegd voor ${voluit(toegezegd)}. Wij horen graag of het is gelukt.`;
  }
  if (status === 'wacht_op_informatie')
    return 'U hebt om meer informatie gevraagd. U krijgt een mail zodra die er is. Uw termijn staat zolang stil.';
  if (totEnMet !== null && totEnMet >= vandaag) return `U kunt antwoorden tot en met ${voluit(totEnMet)}.`;
  if (totEnMet !== null) return `De termijn liep tot en met ${voluit(totEnMet)}. Uw antwoord is nog steeds welkom.`;
  if (status === 'beantwoord') return 'U hoeft niets meer te doen. Het antwoord is binnen.';
  return mogelijk.length > 0
    ? 'De termijn is voorbij. Uw antwoord is nog steeds welkom.'
    : 'U hoeft niet meer te antwoorden. Dank u wel voor uw moeite.';
}

export function Vrager({ vraag: { vrager } }: { vraag: Pick<Vraag, 'vrager'> }) {
  return (
    <p>
      {`${vrager.naam} van Metgezel. Liever bellen? `}
      <Telefoonnummer telefoon={vrager.telefoon} />. U kunt ook aan de telefoon antwoorden.
    </p>
  );
}
