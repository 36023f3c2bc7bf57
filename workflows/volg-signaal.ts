import {
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';

import type { Stand } from '#activities/uitvoeren.ts';
import { alsTijdstip, msVan } from '#domain/tijd/amsterdam.ts';

import { jitterVan } from './jitter.ts';
import { lokaalEerst } from './lokaal-eerst.ts';
import { gewijzigd, type VolgSignaal } from './messages.ts';
import { SEARCH_ATTRIBUTES } from './search-attributes.ts';
import { toelichting, wachtOp } from './toelichting.ts';

const KLEINSTE_REIS_MS = 10_000;

type Volgende = NonNullable<Stand['volgende']>;
type Zoekkenmerken = Extract<Parameters<typeof upsertSearchAttributes>[0], unknown[]>;

/**
 * Follows one signaal for as long as the clock owes it something: waits for the next milestone, has it carried out,
 * waits for the one after it. Knows no rule; what is next, and what happens, is decided in PostgreSQL.
 */
export async function volgSignaal({ id }: VolgSignaal): Promise<void> {
  let isGewijzigd = false;
  setHandler(gewijzigd, () => {
    isGewijzigd = true;
  });

  // What came with the start is answered by the first reading.
  isGewijzigd = false;
  let stand = await lokaalEerst(({ leesStand }) => leesStand(id, alsTijdstip(Date.now())));
  let getoond: Stand | null = null;
  while (stand.volgende !== null || isGewijzigd) {
    const voorsprong = voorsprongVan(stand);
    toon(stand, getoond);
    getoond = stand;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof volgSignaal>({ id });

    const { volgende } = stand;
    if (volgende !== null) await condition(() => isGewijzigd, tot(volgende, stand, id), { summary: wachtOp(volgende) });
    const eigenTijd = alsTijdstip(Date.now() + voorsprong);
    if (isGewijzigd || volgende === null) {
      isGewijzigd = false;
      stand = await lokaalEerst(({ leesStand }) => leesStand(id, eigenTijd));
    } else {
      stand = await lokaalEerst(({ mijlpaal }) => mijlpaal(id, volgende.sleutel, eigenTijd));
    }
  }
  toon(stand, getoond);
}

/**
 * How far the stream is ahead of this workflow, in milliseconds: after a journey from which another run of it started anew.
 * Less is the time that the reading took, and would move the clock of the stream a little further with each reading.
 */
function voorsprongVan({ nu }: Stand): number {
  const gemeten = msVan(nu) - Date.now();
  return gemeten < KLEINSTE_REIS_MS ? 0 : gemeten;
}

/** Milliseconds from `stand.nu` until the milestone is carried out. At least a second, so that nothing can make the loop spin. */
function tot({ op }: Volgende, { nu }: Stand, id: string): number {
  return Math.max(msVan(op) + jitterVan(id) - msVan(nu), 1000);
}

/** For the operator: lists can be searched by what changed, and the page of the workflow says it in words. */
function toon(stand: Stand, vorige: Stand | null): void {
  setCurrentDetails(toelichting(stand));
  const nieuw: Zoekkenmerken = [];
  if (vorige === null) nieuw.push({ key: SEARCH_ATTRIBUTES.nummer, value: stand.nummer });
  if (stand.niveau !== vorige?.niveau) nieuw.push({ key: SEARCH_ATTRIBUTES.niveau, value: stand.niveau });
  if (stand.status !== vorige?.status) nieuw.push({ key: SEARCH_ATTRIBUTES.status, value: stand.status });
  if (stand.volgende?.op !== vorige?.volgende?.op) {
    nieuw.push({ key: SEARCH_ATTRIBUTES.volgendeOp, value: stand.volgende && new Date(stand.volgende.op) });
  }
  if (nieuw.length > 0) upsertSearchAttributes(nieuw);
}
