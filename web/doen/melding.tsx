import type { ReactNode } from 'react';

import type { Gepost } from '../formulier.ts';
import type { Daadplek } from './daadplek.ts';
import { type Doenuitslag, getalIn } from './doen.ts';
import { AlVerstuurd, Geweigerd, Veranderd } from './pages/meldingen.tsx';

interface Gevraagd {
  uitslag: Doenuitslag | null;
  /** What it would lead to as it is now. */
  vooruit: Doenuitslag | null;
  gepost: Gepost;
  /** False of an act that asks for nothing to be filled in. */
  isIngevuld: boolean;
}

/** What somebody is told of what came of asking, that is about no field. */
export async function meldingVan(
  { uitslag, vooruit, gepost, isIngevuld }: Gevraagd,
  { zaak, terug, veranderd }: Pick<Daadplek, 'zaak' | 'terug' | 'veranderd'>,
): Promise<ReactNode> {
  if (uitslag?.soort === 'geweigerd') return <Geweigerd waarom={uitslag.waarom} isIngevuld={isIngevuld} />;
  if (uitslag?.soort === 'al_verstuurd') return <AlVerstuurd adres={terug.adres} wat={zaak?.noem ?? 'uw signalen'} />;
  if (uitslag?.soort !== 'verouderd' || zaak === null) return null;
  const waaromNiet = vooruit?.soort === 'geweigerd' ? vooruit.waarom : null;
  const zinnen = await veranderd(getalIn(gepost, 'gezien') ?? zaak.volgnummer);
  return <Veranderd wat={zaak.wat} zinnen={zinnen} waaromNiet={waaromNiet} isIngevuld={isIngevuld} />;
}
