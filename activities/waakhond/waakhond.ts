import { boolean, text } from '#db/columns.ts';
import { jsonb, rows, sql } from '#db/sql.ts';
import type { Meldingsoort } from '#domain/beleid/meldingsoorten.ts';
import { sayError } from '#platform/describe-error.ts';

import type { Afzender } from '../post/brief.ts';
import { CONTROLES } from './controles.ts';
import { herstel, type Middelen } from './herstellen.ts';
import { meld } from './melden.ts';
import { type NieuweMelding, noteer } from './noteren.ts';
import { vergelijk, waaromNiemandLuistert } from './werkstromen.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'waakhond' } as const;

export interface Waakhondonderdelen extends Middelen, Afzender {
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
  const { database, alarm, hartslagUrl } = onderdelen;
  const db = () => database.voor(ALS);
  let isStil = false;

  return async function ronde(): Promise<boolean> {
    const beurt = await neemBeurt();
    if (beurt === undefined) return false;
    const fouten: unknown[] = [];
    const probeer = (werk: Promise<unknown>): Promise<unknown> => werk.catch((fout: unknown) => fouten.push(fout));

    const nieuw: NieuweMelding[] = [];
    for (const { soort, gevonden } of CONTROLES) {
      await probeer(noteer(db(), soort, gevonden).then((reeks) => nieuw.push(...reeks)));
    }
    await probeer(noteerLuisteraars().then((reeks) => nieuw.push(...reeks)));
    await probeer(noteerWorkflows(beurt.alles).then((reeks) => nieuw.push(...reeks)));
    if (nieuw.length > 0) alarm(nieuw);
    await probeer(herstel(onderdelen));
    await probeer(meld(database, onderdelen));
    if (fouten.length > 0)
      throw new AggregateError(fouten, `A part of a round of the guard failed: ${fouten.map(sayError).join('; ')}`);

    await rows(db(), sql`update waakhondronde set geslaagd_op = clock_timestamp()`);
    if (hartslagUrl !== undefined) await slaHart(hartslagUrl);
    return true;
  };

  /** Whoever comes first in a minute; every hour the round also compares all workflows. */
  async function neemBeurt(): Promise<{ alles: boolean } | undefined> {
    const [beurt] = await rows(
      db(),
      sql`update waakhondronde set begonnen_op = clock_timestamp()
           where begonnen_op is null or begonnen_op < clock_timestamp() - interval '57 seconds'
          returning vergeleken_op is null or vergeleken_op < clock_timestamp() - interval '1 hour' as alles`,
      { alles: boolean },
    );
    return beurt;
  }

  /** A worker that has only just begun does not listen yet, so that nobody listens counts from the second round in a row. */
  function nogSteeds(waarom: string | null): string | null {
    const wasStil = isStil;
    isStil = waarom !== null;
    return wasStil ? waarom : null;
  }

  async function noteerLuisteraars(): Promise<NieuweMelding[]> {
    const waarom = nogSteeds(await waaromNiemandLuistert(onderdelen.client));
    const gevonden = sql`select 'temporal' as onderwerp, null::uuid as stroom, null as nummer, ${waarom} as toelichting
                          where ${waarom}::text is not null`;
    return noteer(db(), 'niemand_luistert', gevonden);
  }

  async function noteerWorkflows(alles: boolean): Promise<NieuweMelding[]> {
    const open = await rows(
      db(),
      sql`select stroom from waakhondmelding where opgelost_op is null and soort = any(${WORKFLOWSOORTEN}::text[])`,
      { stroom: text },
    );
    if (!alles && open.length === 0) return [];
    const { zonderWorkflow, zonderSignaal } = await vergelijk(onderdelen, {
      alles,
      verdacht: open.map(({ stroom }) => stroom),
    });
    const nieuw = [
      ...(await noteer(db(), 'signaal_zonder_workflow', stromenMet(zonderWorkflow))),
      ...(await noteer(db(), 'workflow_zonder_signaal', stromenMet(zonderSignaal))),
    ];
    if (alles) await rows(db(), sql`update waakhondronde set vergeleken_op = clock_timestamp()`);
    return nieuw;
  }
}

const WORKFLOWSOORTEN: readonly Meldingsoort[] = ['signaal_zonder_workflow', 'workflow_zonder_signaal'];

function stromenMet(ids: readonly string[]) {
  return sql`select w.id as onderwerp, w.id::uuid as stroom, s.nummer, null as toelichting
               from jsonb_array_elements_text(${jsonb(ids)}) as w (id) left join stroom s on s.id = w.id::uuid`;
}

async function slaHart(url: string): Promise<void> {
  const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: 'follow' });
  if (!ok) throw new Error(`The heartbeat was answered with ${status}`);
}
