import type { ReactNode } from 'react';

import type { SignaalWeergave } from '#contract/signaal.ts';
import { type Codelijst, labelVan } from '#domain/beleid/codelijsten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Feiten } from '../../components/feiten.tsx';
import { opSchrift } from '../../datums.ts';
import { pogingInWoorden } from '../poging.ts';

/** What it is about, as it was told. */
export function Inhoud({ signaal }: { signaal: SignaalWeergave }) {
  const { knelpunt, watZouHelpen, spoedreden, aanvullingen, overdracht } = signaal;
  return (
    <section aria-labelledby="inhoud-signaal">
      <h2 id="inhoud-signaal">Wat er vastloopt</h2>
      <Geschreven>{knelpunt}</Geschreven>
      {aanvullingen.map(({ aanvulling, op }) => (
        <div key={op}>
          <h3>{`Aanvulling van ${opSchrift(op)}`}</h3>
          <Geschreven>{aanvulling}</Geschreven>
        </div>
      ))}
      {spoedreden !== null && (
        <>
          <h3>Waarom het spoed heeft</h3>
          <Geschreven>{spoedreden}</Geschreven>
        </>
      )}
      {watZouHelpen !== null && (
        <>
          <h3>Wat zou helpen</h3>
          <Geschreven>{watZouHelpen}</Geschreven>
        </>
      )}
      {overdracht !== null && <Overdracht overdracht={overdracht} />}
      <Indeling signaal={signaal} />
      <Ondernomen signaal={signaal} />
    </section>
  );
}

/** What somebody wrote, with its line ends. */
function Geschreven({ children }: { children: string }) {
  return <p className="geschreven">{children}</p>;
}

function Overdracht({ overdracht }: { overdracht: NonNullable<SignaalWeergave['overdracht']> }) {
  const { geprobeerd, gevraagd, gewenst, door, op } = overdracht;
  return (
    <>
      <h3>{`Overdracht van ${door.naam}, ${opSchrift(op)}`}</h3>
      <Feiten
        feiten={[
          { naam: 'Geprobeerd', waarde: <span className="geschreven">{geprobeerd}</span> },
          { naam: 'Gevraagd', waarde: <span className="geschreven">{gevraagd}</span> },
          { naam: 'Nu nodig', waarde: <span className="geschreven">{gewenst}</span> },
        ]}
      />
    </>
  );
}

function Indeling({ signaal }: { signaal: SignaalWeergave }) {
  const { organisatie, gemeente, wens, gezinWeetHet, besluit, namens } = signaal;
  const rijen: [string, ReactNode][] = [
    ['Voor wie', namenVan('doelgroep', signaal.doelgroepen)],
    ['Gemeente', gemeente?.naam ?? 'Niet bekend'],
    ['Organisatie', organisatie?.naam ?? 'Niet bekend'],
    ['Wat de melder wil', labelVan('wens', wens)],
    ['Weet het gezin ervan', gezinWeetHet ? 'Ja' : 'Nee'],
    ['Namens', namens?.naam ?? ''],
    ['Besluit', besluit === null ? '' : `${besluit.soort}, van ${voluit(besluit.datum)}`],
    ['Bezwaar kan tot en met', besluit === null ? '' : voluit(besluit.bezwaarTotDatum)],
    ['Soort knelpunt', namenVan('knelpunttype', signaal.knelpunttypen)],
    ['Wetten', namenVan('wet', signaal.wetten)],
    ['Raakt', namenVan('leefgebied', signaal.leefgebieden)],
  ];
  return (
    <dl className="gegevens">
      {rijen
        .filter(([, waarde]) => waarde !== '')
        .map(([naam, waarde]) => (
          <div key={naam}>
            <dt>{naam}</dt>
            <dd>{waarde}</dd>
          </div>
        ))}
    </dl>
  );
}

function namenVan(lijst: Codelijst, codes: readonly string[]): string {
  return codes.map((code) => labelVan(lijst, code)).join(', ');
}

function Ondernomen({ signaal: { ondernomen } }: { signaal: SignaalWeergave }) {
  if (ondernomen.length === 0) return null;
  return (
    <>
      <h3>Wat al is geprobeerd</h3>
      <ul>
        {ondernomen.map((poging, i) => (
          // oxlint-disable-next-line no-array-index-key -- two attempts may be told in the same words
          <li key={i}>{pogingInWoorden(poging)}</li>
        ))}
      </ul>
    </>
  );
}
