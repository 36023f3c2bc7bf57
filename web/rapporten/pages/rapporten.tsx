import { ADRESSEN } from '#contract/adressen.ts';
import { rapportcode } from '#contract/rapport.ts';
import type { Rapportkop } from '#db/queries/rapporten.ts';
import { RAPPORTSTATUSNAMEN } from '#domain/rapport/loop.ts';
import { type Halfjaar, periodeInWoorden } from '#domain/rapport/periode.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { opSchrift } from '../../datums.ts';
import { Layout, type PageContext } from '../../layout.tsx';

interface RapportenProps {
  rapporten: readonly Rapportkop[];
  /** Half years without a report, that this person can make one of. */
  teMaken: readonly Halfjaar[];
  gelukt: string | undefined;
  context: PageContext;
}

/** Every report that one may read, and what there is none of yet. */
export function Rapporten({ rapporten, teMaken, gelukt, context }: RapportenProps) {
  return (
    <Layout titel="Rapporten" hier={ADRESSEN.rapporten()} context={context}>
      <Gelukt zin={gelukt} />
      <h1>Rapporten</h1>
      <p className="inleiding">
        Over elk half jaar komt er een rapport. Een tweede persoon kijkt het na. Daarna is het definitief en verandert
        het nooit meer.
      </p>
      {rapporten.length === 0 ? (
        <p>Er is nog geen rapport dat u kunt lezen.</p>
      ) : (
        <Tabel
          koppen={['Rapport', 'Versie', 'Hoe ver het is', 'Wie en wanneer']}
          rijen={rapporten.map((rapport) => ({
            sleutel: rapportcode(rapport),
            cellen: [
              <a key="rapport" href={ADRESSEN.rapport({ rapport: rapportcode(rapport) })}>
                {groot(periodeInWoorden(rapport.periode))}
              </a>,
              rapport.versie,
              rapport.isVervangen ? 'Vervangen door een nieuwere versie' : RAPPORTSTATUSNAMEN[rapport.status],
              laatst(rapport),
            ],
          }))}
        />
      )}
      {teMaken.length > 0 && (
        <section aria-labelledby="maken">
          <h2 id="maken">Nog te maken</h2>
          <ul>
            {teMaken.map((periode) => (
              <li key={periode}>
                <a href={ADRESSEN.rapportMaken({ periode })}>{`Maak het rapport over ${periodeInWoorden(periode)}`}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={ADRESSEN.clienten()}>Aantallen cliënten waarmee rapporten rekenen</a>
      </p>
    </Layout>
  );
}

function laatst({
  gemaaktDoor,
  gemaaktOp,
  nagekekenDoor,
  nagekekenOp,
  vrijgegevenDoor,
  vrijgegevenOp,
}: Rapportkop): string {
  if (vrijgegevenDoor !== null && vrijgegevenOp !== null)
    return `Vrijgegeven door ${vrijgegevenDoor.naam}, ${opSchrift(vrijgegevenOp)}`;
  if (nagekekenDoor !== null && nagekekenOp !== null)
    return `Nagekeken door ${nagekekenDoor.naam}, ${opSchrift(nagekekenOp)}`;
  return `Gemaakt ${gemaaktDoor === null ? 'door Signaalpunt' : `door ${gemaaktDoor.naam}`}, ${opSchrift(gemaaktOp)}`;
}

function groot(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
