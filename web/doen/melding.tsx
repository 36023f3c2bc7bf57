import type { ReactNode } from 'react';

import { presentVerslag } from '#contract/verslag.ts';
import { leesVerslag } from '#db/queries/gebeurtenissen.ts';
import type { Signaaldossier } from '#db/queries/signaal.ts';

import type { Gepost } from '../formulier.ts';
import type { Paginavraag } from '../signalen/paginavraag.tsx';
import { type Doenuitslag, getalIn } from './doen.ts';
import { AlVerstuurd, Geweigerd, Veranderd } from './pages/meldingen.tsx';

/** What somebody is told of what came of asking, that is about no field. */
export async function meldingVan(
  uitslag: Doenuitslag | null,
  gepost: Gepost,
  dossier: Signaaldossier | null,
  { db, persoon }: Paginavraag,
): Promise<ReactNode> {
  if (uitslag?.soort === 'geweigerd') return <Geweigerd waarom={uitslag.waarom} />;
  if (uitslag?.soort === 'al_verstuurd') return <AlVerstuurd nummer={dossier?.nummer ?? null} />;
  if (uitslag?.soort !== 'verouderd' || dossier === null) return null;
  const regels = await leesVerslag(db, dossier.id, getalIn(gepost, 'gezien') ?? dossier.volgnummer, RECENT);
  const { gebeurtenissen } = presentVerslag(regels, RECENT, dossier, persoon);
  return <Veranderd zinnen={gebeurtenissen.flatMap(({ zin }) => zin ?? [])} />;
}

/** As many changes as one reads. */
const RECENT = 20;
