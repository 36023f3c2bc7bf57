import assert from 'node:assert/strict';

import { createJobs, geefJobsTerug, pauzeNa } from '#activities/jobs.ts';
import { createDatabaseContext, type DatabaseContext } from '#db/context.ts';
import { jsonb, rows, sql } from '#db/sql.ts';
import { keepRunning } from '#platform/keep-running.ts';
import { createLogger } from '#platform/logger.ts';
import { alsEigenaar, testDatabase } from '#test/support/database.ts';
import { PgProxy } from '#test/support/pg-proxy.ts';
import { dropTestDatabase } from '#test/support/postgres.ts';
import { tot } from '#test/support/worker.ts';

describe('the pokes of the worker', () => {
  let url: string;
  let context: DatabaseContext;
  let orm: DatabaseContext['orm'];
  beforeEach(async () => {
    url = await testDatabase();
    context = await createDatabaseContext(url);
    orm = await alsEigenaar(url);
  });
  afterEach(async () => {
    await context[Symbol.asyncDispose]();
    await orm.close(true);
    await dropTestDatabase(url);
  });

  const por = (welke = 0): Promise<unknown> =>
    rows(orm.em.getKysely(), sql`select graphile_worker.add_job('proef', ${jsonb({ welke })}::json)`);

  function luister(databaseUrl: string): { gedaan: () => number[]; isReady: () => boolean; stop: () => Promise<void> } {
    const gedaan: number[] = [];
    const stopping = new AbortController();
    const jobs = createJobs({
      databaseUrl,
      taken: { proef: (inhoud) => void gedaan.push(Number((inhoud as { welke: number }).welke)) },
    });
    const loopt = keepRunning(jobs, { signal: stopping.signal, log: createLogger('test', 'silent') });
    return {
      gedaan: () => gedaan,
      isReady: jobs.isReady,
      stop: async () => {
        stopping.abort();
        await loopt;
      },
    };
  }

  it('of a worker that was killed are given back, those of one that lives are left', async () => {
    await por();
    await por();
    await rows(
      orm.em.getKysely(),
      sql`update graphile_worker._private_jobs
             set locked_by = 'worker-' || id, locked_at = clock_timestamp() - (3 - id) * interval '50 seconds'`,
    );
    assert.deepEqual(await geefJobsTerug(context.database), ['worker-1']);
    assert.deepEqual(await geefJobsTerug(context.database), []);
    const { gedaan, stop } = luister(url);
    await tot(() => gedaan().length === 1);
    await stop();
    const over = await rows(orm.em.getKysely(), sql`select locked_by from graphile_worker.jobs`);
    assert.deepEqual(over, [{ locked_by: 'worker-2' }]);
  });

  it('come through again after every connection was cut, and after every connection died without a word', async () => {
    await using proxy = await PgProxy.open(url);
    const { gedaan, isReady, stop } = luister(proxy.url);
    await tot(isReady);
    // Who took a poke and lost its connection before it heard so has it until it is given back.
    const komtDoor = async (welke: number): Promise<void> => {
      await por(welke);
      await tot(async () => {
        await geefJobsTerug(context.database);
        return gedaan().includes(welke);
      });
    };
    await komtDoor(1);
    proxy.close();
    proxy.reopen();
    await komtDoor(2);
    proxy.freeze();
    await komtDoor(3);
    await stop();
  });
});

describe('a sweep of the worker', () => {
  it('tries what failed again after a minute, then more and more seldom, and never more seldom than always', () => {
    const [seconden, uur] = [5_000, 3_600_000];
    const pauzes = (elkeMs: number) => [0, 1, 2, 3, 6, 7, 60].map((mislukt) => pauzeNa(mislukt, elkeMs));
    assert.deepEqual(pauzes(uur), [uur, 60_000, 120_000, 240_000, 1_920_000, uur, uur]);
    assert.deepEqual(new Set(pauzes(seconden)), new Set([seconden]));
  });
});
