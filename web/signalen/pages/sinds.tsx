import type * as z from 'zod';

import type { Verslag } from '#contract/verslag.ts';

import { Melding } from '../../components/melding.tsx';
import { opSchrift } from '../../datums.ts';
import { isNieuw, verteldIn } from '../verloop.ts';
import type { SignaalProps } from './signaalprops.ts';

interface SindsProps extends Pick<SignaalProps, 'gelezen' | 'context'> {
  gebeurtenissen: z.infer<typeof Verslag>['gebeurtenissen'];
}

/** As many as one reads in passing; the rest is marked where it stands. */
const IN_ZICHT = 3;

/** What others, or the clock, did since who looks was here; nothing on a first visit, and of what one did oneself. */
export function Sinds({ gebeurtenissen, gelezen, context: { persoon } }: SindsProps) {
  const nieuw = verteldIn(gebeurtenissen).filter((een) => isNieuw(een, gelezen, persoon));
  if (nieuw.length === 0) return null;
  const meer = nieuw.length - IN_ZICHT;
  return (
    <Melding soort="info" kop={`Nieuw sinds u hier was op ${opSchrift(gelezen.op)}`}>
      <ul>
        {nieuw.slice(0, IN_ZICHT).map(({ volgnummer, zin }) => (
          <li key={volgnummer}>{zin}</li>
        ))}
      </ul>
      {meer > 0 && (
        <p>
          <a href="#verloop">{meer === 1 ? 'En nog iets' : `En nog ${meer} dingen`}</a>
        </p>
      )}
    </Melding>
  );
}
