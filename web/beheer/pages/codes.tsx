import { ADRESSEN } from '#contract/adressen.ts';
import type { VolledigeCodelijst } from '#db/queries/codelijsten.ts';

import { Tabel } from '../../components/tabel.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

/** What can be chosen where, by list. */
export function Codes({ lijsten, context }: { lijsten: readonly VolledigeCodelijst[]; context: PageContext }) {
  return (
    <Layout titel="Codes" hier={ADRESSEN.beheerCodes()} context={context}>
      <h1>Codes</h1>
      <p className="inleiding">
        Waaruit mensen kiezen. Een code verandert nooit en wordt nooit opnieuw gebruikt. Is een code niet meer nodig,
        dan staat erbij welke ervoor in de plaats kwam.
      </p>
      {lijsten.map(({ code, versie, waarden }) => (
        <Uitklap key={code} kop={`${inWoorden(code)}, versie ${versie}`} aantal={waarden.length}>
          <Tabel
            koppen={['Wat mensen lezen', 'Code', 'Uitleg', 'Vervangen door']}
            rijen={waarden.map((waarde) => ({
              sleutel: waarde.code,
              cellen: [
                waarde.label,
                <code>{waarde.code}</code>,
                waarde.toelichting ?? '–',
                waarde.vervangenDoor === null ? 'Nog in gebruik' : <code>{waarde.vervangenDoor}</code>,
              ],
            }))}
          />
        </Uitklap>
      ))}
    </Layout>
  );
}

function inWoorden(code: string): string {
  const woorden = code.replaceAll('_', ' ');
  return woorden.charAt(0).toUpperCase() + woorden.slice(1);
}
