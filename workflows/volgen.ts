import { condition, setCurrentDetails, setHandler, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';

import type { Stand } from '#activities/schrijven/uitvoeren.ts';
import { alsTijdstip, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { jitterVan } from './jitter.ts';
import { lokaalEerst } from './lokaal-eerst.ts';
import { gewijzigd } from './messages.ts';
import { SEARCH_ATTRIBUTES } from './search-attributes.ts';
import { toelichting, wachtOp } from './toelichting.ts';

const KLEINSTE_REIS_MS = 10_000;
/** A worker may be away between a reading and what comes after it, so less than this is no stream that lives in the past. */
const KLEINSTE_ACHTERSTAND_MS = 3_600_000;
/** Moves no stream on: whether it lives ahead of this workflow or behind it is what the first reading must tell. */
const ALTIJD_GEWEEST: Tijdstip = '1970-01-01T00:00:00.000Z';

type Volgende = NonNullable<Stand['volgende']>;
type Getoond = Pick<Stand, 'niveau' | 'status'> & { op: Tijdstip | null };
type Zoekkenmerken = Extract<Parameters<typeof upsertSearchAttributes>[0], unknown[]>;

/** What distinguishes the workflow of one kind of stream from those of others. */
interface Volgwijze {
  /** Starts this workflow anew, with an empty history. */
  opnieuw: () => Promise<never>;
  /** What must be done at once and takes long; true when the stand must be read again after it. */
  werk?: (stand: Stand, isGewijzigd: () => boolean) => Promise<boolean>;
}

/**
 * Follows one stream for as long as the clock owes it something: waits for the next milestone, has it carried out,
 * waits for the one after it. Knows no rule; what is next, and what happens, is decided in PostgreSQL.
 */
export async function volg(id: string, { opnieuw, werk }: Volgwijze): Promise<void> {
  let isGewijzigd = false;
  setHandler(gewijzigd, () => {
    isGewijzigd = true;
  });

  // What came with the start is answered by the first reading.
  isGewijzigd = false;
  let stand = await lokaalEerst(({ leesStand }) => leesStand(id, ALTIJD_GEWEEST));
  let getoond: Getoond | null = null;
  while (stand.volgende !== null || isGewijzigd) {
    const voorsprong = voorsprongVan(stand);
    getoond = toon(stand, getoond);
    if (workflowInfo().continueAsNewSuggested) await opnieuw();
    if (werk !== undefined && (await werk(stand, () => isGewijzigd))) isGewijzigd = true;

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
 * How far the stream is ahead of this workflow, in milliseconds: after a journey from which another run of it started anew, or
 * negative when it was filed in the past to tell a story. What lies between is the time that the reading took, and would move the
 * clock of the stream a little further with each reading.
 */
function voorsprongVan({ nu }: Stand): number {
  const gemeten = msVan(nu) - Date.now();
  return gemeten < KLEINSTE_REIS_MS && gemeten > -KLEINSTE_ACHTERSTAND_MS ? 0 : gemeten;
}

/** Milliseconds from `stand.nu` until the milestone is carried out. At least a second, so that nothing can make the loop spin. */
function tot({ op }: Volgende, { nu }: Stand, id: string): number {
  return Math.max(msVan(op) + jitterVan(id) - msVan(nu), 1000);
}

/** For the operator: lists can be searched by what changed, and the page of the workflow says it in words. Returns what is shown. */
function toon(stand: Stand, vorige: Getoond | null): Getoond {
  const { niveau, status, nummer, volgende } = stand;
  setCurrentDetails(toelichting(stand));
  const op = volgende?.op ?? null;
  const nieuw: Zoekkenmerken = [];
  if (vorige === null) nieuw.push({ key: SEARCH_ATTRIBUTES.nummer, value: nummer });
  if (niveau !== vorige?.niveau) nieuw.push({ key: SEARCH_ATTRIBUTES.niveau, value: niveau });
  if (status !== vorige?.status) nieuw.push({ key: SEARCH_ATTRIBUTES.status, value: status });
  if (op !== vorige?.op) nieuw.push({ key: SEARCH_ATTRIBUTES.volgendeOp, value: op === null ? null : new Date(op) });
  if (nieuw.length > 0) upsertSearchAttributes(nieuw);
  return { niveau, status, op };
}
