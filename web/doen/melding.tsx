import type { ReactNode } from 'react';

import type { Gepost } from '../formulier.ts';
import type { Daadplek } from './daadplek.ts';
import { type Doenuitslag, getalIn } from './doen.ts';
import { AlVerstuurd, Geweigerd, Veranderd } from './pages/meldingen.tsx';

/** What somebody is told of what came of asking, that is about no field. */
export async function meldingVan(
  uitslag: Doenuitslag | null,
  gepost: Gepost,
  { zaak, terug, veranderd }: Pick<Daadplek, 'zaak' | 'terug' | 'veranderd'>,
): Promise<ReactNode> {
  if (uitslag?.soort === 'geweigerd') return <Geweigerd waarom={uitslag.waarom} />;
  if (uitslag?.soort === 'al_verstuurd') return <AlVerstuurd adres={terug.adres} wat={zaak?.noem ?? 'uw signalen'} />;
  if (uitslag?.soort !== 'verouderd' || zaak === null) return null;
  return <Veranderd wat={zaak.wat} zinnen={await veranderd(getalIn(gepost, 'gezien') ?? zaak.volgnummer)} />;
}
