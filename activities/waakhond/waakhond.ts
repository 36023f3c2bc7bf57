import { boolean } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { sayError } from '#platform/describe-error.ts';

import type { Afzender } from '../post/brief.ts';
import { CONTROLES } from './controles.ts';
import { herstel, type Middelen } from './herstellen.ts';
import { meld } from './melden.ts';
import { type NieuweMelding, noteer } from './noteren.ts';
import { noteerStilte, noteerVerschillen, noteerVerzegeling } from './vergelijken.ts';
import { waaromNiemandLuistert } from './werkstromen.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'waakhond' } as const;

export interface Waakhondonderdelen extends Middelen, Afzender {
  /** Why the log is not sealed, or its seals do not come outside the database; null when they do. */
  waaromNietVerzegeld: () => Promise<string | null>;
  /** Told of what a round found that was not there before. */
  alarm: (nieuw: readonly NieuweMelding[]) => void;
  /** Asked by GET after each round that succeeded, so that somebody outside notices when the guard itself is gone. */
  hartslagUrl?: string | undefined;
}

/**
 * The guard: one round looks at everything, records what it finds, has it repaired, and tells functioneel beheer what lasts.
 * Returns whether it was time for a round; processes share one a minute. Throws AggregateError when some part failed, once
 * the others are done.
 */
export function createWaakhond(onderdelen: Waakhondonderdelen): () => Promise<boolean> {
  const { database, client, alarm, hartslagUrl } = onderdelen;
  let wasStil = false;

  /** A worker that has only just begun does not listen yet, so that nobody listens counts from the second round in a row. */
  function nogSteeds(waarom: string | null): string | null {
    const isLangerStil = wasStil;
    wasStil = waarom !== null;
    return isLangerStil ? waarom : null;
  }

  return async function ronde(): Promise<boolean> {
    const db = database.voor(ALS);
    const beurt = await neemBeurt(db);
    if (beurt === undefined) return false;
    const fouten: unknown[] = [];
    const probeer = (werk: Promise<unknown>): Promise<unknown> => werk.catch((fout: unknown) => fouten.push(fout));

    const nieuw: NieuweMelding[] = [];
    const onthoud = (gevonden: readonly NieuweMelding[]): unknown => nieuw.push(...gevonden);
    for (const { soort, gevonden } of CONTROLES) await probeer(noteer(db, soort, gevonden).then(onthoud));
    await probeer(
      waaromNiemandLuistert(client).then(async (waarom) => onthoud(await noteerStilte(db, nogSteeds(waarom)))),
    );
    await probeer(
      onderdelen.waaromNietVerzegeld().then(async (waarom) => onthoud(await noteerVerzegeling(db, waarom))),
    );
    await probeer(noteerVerschillen(db, onderdelen, beurt.alles).then(onthoud));
    if (nieuw.length > 0) alarm(nieuw);
    await probeer(herstel(onderdelen));
    await probeer(meld(database, onderdelen));
    if (fouten.length > 0)
      throw new AggregateError(fouten, `A part of a round of the guard failed: ${fouten.map(sayError).join('; ')}`);

    await rows(db, sql`update waakhondronde set geslaagd_op = clock_timestamp()`);
    if (hartslagUrl !== undefined) await slaHart(hartslagUrl);
    return true;
  };
}

/** Whoever comes first in a minute, also when the clock was put back; every hour the round also compares all workflows. */
async function neemBeurt(db: Db): Promise<{ alles: boolean } | undefined> {
  const [beurt] = await rows(
    db,
    sql`update waakhondronde set begonnen_op = clock_timestamp()
         where begonnen_op is null or begonnen_op not between clock_timestamp() - interval '57 seconds' and clock_timestamp() + interval '57 seconds'
        returning vergeleken_op is null or vergeleken_op not between clock_timestamp() - interval '1 hour' and clock_timestamp() + interval '1 minute' as alles`,
    { alles: boolean },
  );
  return beurt;
}

async function slaHart(url: string): Promise<void> {
  // Who answers there may not send us on to an address that no setting names.
  const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: 'manual' });
  if (!ok) throw new Error(`The heartbeat was answered with ${status}`);
}
