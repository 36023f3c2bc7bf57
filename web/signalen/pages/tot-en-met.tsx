import { voluit } from '#domain/tijd/uitleg.ts';

import { Termijnmerk } from '../../components/termijnmerk.tsx';
import type { Dagteller } from '../termijnstand.ts';

/** A last day, as a way to why it is that one, with how far away it is. */
export function TotEnMet({ laatsteDag, stand, resterend }: ReturnType<Dagteller>) {
  return (
    <>
      <a href="#termijnen">{voluit(laatsteDag)}</a> <Termijnmerk stand={stand} resterend={resterend} />
    </>
  );
}
