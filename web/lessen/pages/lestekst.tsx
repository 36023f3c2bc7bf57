import type { Les } from '#db/queries/lessen.ts';
import { type Codelijst, labelVan } from '#domain/beleid/codelijsten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Feiten } from '../../components/feiten.tsx';
import { werkgebied } from '../../organisaties/woorden.ts';

/** What one version of a les says. `kop`: as what heading its title stands, if it does. */
export function Lestekst({ les, kop }: { les: Les; kop?: 2 | 3 }) {
  const { titel, watWerkte, ketenpartnertype, organisatie } = les;
  const door = [ketenpartnertype === null ? null : labelVan('ketenpartnertype', ketenpartnertype), organisatie?.naam];
  return (
    <div className="les">
      {kop === 2 && <h2>{titel}</h2>}
      {kop === 3 && <h3>{titel}</h3>}
      <p className="geschreven">{watWerkte}</p>
      <Feiten
        feiten={[
          { naam: 'Bij welk knelpunt', waarde: genoemd('knelpunttype', les.knelpunttypen) },
          {
            naam: 'Voor wie',
            waarde: les.doelgroepen.length === 0 ? 'Iedereen' : genoemd('doelgroep', les.doelgroepen),
          },
          les.wetten.length === 0 ? null : { naam: 'Heeft te maken met', waarde: genoemd('wet', les.wetten) },
          { naam: 'Waar', waarde: werkgebied(les.regios) },
          door.some((wie) => wie != null)
            ? { naam: 'Wie maakte het mogelijk', waarde: door.filter((wie) => wie != null).join(', ') }
            : null,
          { naam: 'Geldt tot en met', waarde: voluit(les.geldigTot) },
        ]}
      />
    </div>
  );
}

function genoemd(lijst: Codelijst, codes: readonly string[]): string {
  return codes.map((code) => labelVan(lijst, code)).join(', ');
}
