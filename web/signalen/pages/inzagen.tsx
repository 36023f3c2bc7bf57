import type * as z from 'zod';

import type { Inzagenlijst } from '#contract/inzage.ts';
import { labelVan, type Rol } from '#domain/beleid/codelijsten.ts';

import { Uitklap } from '../../components/uitklap.tsx';
import { opSchrift } from '../../datums.ts';

type Inzage = z.infer<typeof Inzagenlijst>['inzagen'][number];

/** Who looked at this signaal, for who may know: one press away. */
export function Inzagen({ inzagen }: { inzagen: readonly Inzage[] }) {
  if (inzagen.length === 0) return null;
  return (
    <Uitklap kop="Wie dit signaal heeft bekeken" aantal={inzagen.length}>
      <ul>
        {inzagen.map((inzage) => (
          <li key={inzage.persoon?.id ?? inzage.organisatie}>{zinVan(inzage)}</li>
        ))}
      </ul>
    </Uitklap>
  );
}

function zinVan({ persoon, organisatie, rollen, dagen, laatstOp }: Inzage): string {
  const wie =
    persoon === null
      ? `${organisatie ?? 'Iemand'}, met een link uit een mail`
      : [persoon.naam, ...rollen.map((rol) => labelVan('rol', rol as Rol).toLowerCase())].join(', ');
  return `${wie}: ${dagen === 1 ? 'op' : `op ${dagen} dagen, het laatst op`} ${opSchrift(laatstOp)}.`;
}
