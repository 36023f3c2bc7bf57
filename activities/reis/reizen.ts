import { setTimeout as sleep } from 'node:timers/promises';

import type { Client } from '@temporalio/client';

import { instant, orNull } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { NU } from '#db/queries/klok.ts';
import { rows, sql } from '#db/sql.ts';
import { alsTijdstip, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { fastForward } from '#platform/time-skipping.ts';
import { jitterVan } from '#workflows/jitter.ts';
import { workflowIdVan } from '#workflows/messages.ts';

import { waarneemmomenten } from '../post/waarneming.ts';
import type { Uitvoeren } from '../schrijven/uitvoeren.ts';
import type { Wekken } from '../waakhond/wekken.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'reis' } as const;

export interface Reisonderdelen {
  database: Database;
  client: Client;
  uitvoeren: Pick<Uitvoeren, 'leesStand'>;
  wekken: Wekken;
  /** Has the post that is due on the way delivered, after each stop. */
  bezorg: (stroom: string) => Promise<void>;
}

/** One stream on the clock of its own. */
interface Klok {
  nu: Tijdstip;
  volgende_op: Tijdstip | null;
  /** When the first bericht that now waits may be delivered. */
  post_op: Tijdstip | null;
}

/** How long a worker may take over one leg before we say that there is none. */
const GEDULD_MS = 60_000;
const OPONTHOUD_MS = 1_000;
/** A signal that got lost is sent again after two seconds. */
const KEREN_PER_ROEP = 100;

/** Nobody carries out what falls due on the way. */
export class ReisStokt extends Error {
  override readonly name = 'ReisStokt';
}

/**
 * Moves the own clock of one stream to `tot`, from stop to stop: each milestone is carried out by its workflow and each
 * bericht, and each letter to a deputy, delivered at its own time, as if the days went by. A worker must be running, on a server with time skipping.
 * Afterwards the clock of the row stands at `tot`, plus the real time that went by since. Throws ReisStokt when a leg takes a minute.
 */
export async function reis(onderdelen: Reisonderdelen, stroom: string, tot: Tijdstip): Promise<void> {
  await onderdelen.bezorg(stroom);
  for (let klok = await leesKlok(onderdelen.database, stroom); klok.nu < tot;) {
    const brieven = await waarneemmomenten(onderdelen.database.voor(ALS), stroom);
    const halte = volgendeHalte(klok, brieven, stroom, tot);
    const geduld = AbortSignal.timeout(GEDULD_MS);
    try {
      await spring(onderdelen, stroom, halte, geduld);
      await onderdelen.bezorg(stroom);
    } catch (error) {
      throw geduld.aborted ? new ReisStokt(`De klok komt niet voorbij ${klok.nu}.`, { cause: error }) : error;
    }
    klok = await leesKlok(onderdelen.database, stroom);
  }
}

/** The first instant after `nu` at which something will have happened, or `tot`. `brieven`: when deputies and who was away are written to. */
function volgendeHalte(
  { nu, volgende_op: volgende, post_op: post }: Klok,
  brieven: readonly Tijdstip[],
  stroom: string,
  tot: Tijdstip,
): Tijdstip {
  const haltes = [...brieven, ...(post === null ? [] : [post])].map((op) => alsTijdstip(msVan(op) + OPONTHOUD_MS));
  if (volgende !== null) haltes.push(alsTijdstip(msVan(volgende) + jitterVan(stroom) + OPONTHOUD_MS));
  const straks = alsTijdstip(msVan(nu) + OPONTHOUD_MS);
  return haltes
    .map((halte) => (halte < straks ? straks : halte))
    .reduce((een, ander) => (een < ander ? een : ander), tot);
}

async function spring(onderdelen: Reisonderdelen, stroom: string, halte: Tijdstip, geduld: AbortSignal): Promise<void> {
  const { client, uitvoeren, wekken } = onderdelen;
  let isAangekomen = false;
  for (let keer = 0; ; keer += 1) {
    geduld.throwIfAborted();
    const { nu, volgende_op: volgende } = await leesKlok(onderdelen.database, stroom);
    if (nu >= halte) return;
    if (volgende === null) {
      // Nothing is owed any more, so there may be no workflow left to take the row along.
      await uitvoeren.leesStand(stroom, halte);
    } else if (!isAangekomen) {
      await wekken.hervat(stroom);
      const vooruit = { client, workflowId: workflowIdVan(stroom), ms: msVan(halte) - msVan(nu), signal: geduld };
      isAangekomen = (await fastForward(vooruit)) === 'arrived';
      keer = -1;
    } else if (keer % KEREN_PER_ROEP === 0) {
      // The workflow stands there; told to read, it takes the row along.
      await wekken.hervat(stroom);
    }
    await sleep(20);
  }
}

async function leesKlok(database: Database, stroom: string): Promise<Klok> {
  const [klok] = await rows(
    database.voor(ALS),
    sql`select tijdstip(${NU}) as nu, tijdstip(volgende_op) as volgende_op,
               (select tijdstip(min(niet_voor)) from bericht
                 where stroom = s.id and status = 'wacht' and niet_voor > ${NU}) as post_op
          from stroom s where id = ${stroom}`,
    { nu: instant, volgende_op: orNull(instant), post_op: orNull(instant) },
  );
  if (klok === undefined) throw new Error(`No stream ${stroom}`);
  return klok;
}
