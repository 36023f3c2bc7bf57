import { ADRESSEN } from '#contract/adressen.ts';
import type { SignaalWeergave } from '#contract/signaal.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { opSchrift } from '../../datums.ts';
import { DAADWOORDEN, padVan } from '../../doen/daden.ts';

type Verzoekweergave = SignaalWeergave['verzoeken'][number];

/** What was asked of others, the first first, with what they answered and what one can do with it. */
export function Verzoeken({ signaal: { nummer, verzoeken } }: { signaal: SignaalWeergave }) {
  if (verzoeken.length === 0) return null;
  return (
    <section aria-labelledby="verzoeken">
      <h2 id="verzoeken">Vragen aan anderen</h2>
      {verzoeken.map((verzoek) => (
        <article key={verzoek.id} className="verzoek">
          <h3>{`${labelVan('verzoeksoort', verzoek.soort)} aan ${verzoek.organisatie?.naam ?? verzoek.persoon?.naam ?? 'de melder'}`}</h3>
          <p className="geschreven">{verzoek.vraag}</p>
          <p className="zacht">{stand(verzoek)}</p>
          {verzoek.gesloten !== null && <p>{sluiting(verzoek.gesloten)}</p>}
          <Antwoorden antwoorden={verzoek.antwoorden} />
          <Verzoekdaden nummer={nummer} verzoek={verzoek} />
        </article>
      ))}
    </section>
  );
}

const STATUSSEN: Readonly<Record<Verzoekweergave['status'], string>> = {
  gesteld: 'Er is nog geen antwoord.',
  toegezegd: 'Het is toegezegd.',
  wacht_op_informatie: 'Zij wachten op meer informatie.',
  beantwoord: 'Het is beantwoord.',
  geen_reactie: 'Er kwam geen reactie.',
  niet_nagekomen: 'De toezegging is niet nagekomen.',
  onbestelbaar: 'De vraag kwam niet aan.',
  ingetrokken: 'De vraag is ingetrokken.',
  vervallen: 'De vraag is niet meer nodig.',
};

function stand({ status, gesteldOp, geopendOp, totEnMetDatum, hogerop }: Verzoekweergave): string {
  return [
    `Gevraagd op ${opSchrift(gesteldOp)}.`,
    STATUSSEN[status],
    ...(geopendOp === null ? [] : [`Geopend op ${opSchrift(geopendOp)}.`]),
    ...(totEnMetDatum === null ? [] : [`Er is tijd tot en met ${voluit(totEnMetDatum)}.`]),
    ...(hogerop ? ['Het escalatiecontact heeft de vraag ook gekregen.'] : []),
  ].join(' ');
}

function sluiting({ vanDatum, totEnMetDatum, reden }: NonNullable<Verzoekweergave['gesloten']>): string {
  return `De organisatie is gesloten van ${voluit(vanDatum)} tot en met ${voluit(totEnMetDatum)} (${reden}). De termijn loopt door.`;
}

function Antwoorden({ antwoorden }: Pick<Verzoekweergave, 'antwoorden'>) {
  return (
    <>
      {antwoorden.map(({ antwoord, toelichting, toegezegdDatum, bevoegd, op }) => (
        <blockquote key={op} className="geschreven">
          {[
            `${labelVan('antwoord', antwoord)} (${opSchrift(op)}).`,
            toegezegdDatum === null ? '' : `Voor ${voluit(toegezegdDatum)}.`,
            bevoegd === null ? '' : `Wie het wel kan: ${bevoegd.naam}.`,
            toelichting ?? '',
          ]
            .filter((zin) => zin !== '')
            .join(' ')}
        </blockquote>
      ))}
    </>
  );
}

function Verzoekdaden({ nummer, verzoek }: { nummer: string; verzoek: Verzoekweergave }) {
  const mag = verzoek.handelingen.filter((een) => een.mag);
  if (mag.length === 0) return null;
  return (
    <ul className="daden">
      {mag.map(({ handeling }) => (
        <li key={handeling}>
          <a href={ADRESSEN.verzoekdaad({ nummer, verzoek: verzoek.id, daad: padVan(handeling) })}>
            {DAADWOORDEN[handeling].titel}
          </a>
        </li>
      ))}
    </ul>
  );
}
