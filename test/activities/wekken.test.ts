import assert from 'node:assert/strict';

import { Client, Connection } from '@temporalio/client';

import { createWekken } from '#activities/waakhond/wekken.ts';
import { rows, sql } from '#db/sql.ts';
import { freePort } from '#platform/ports.ts';

import { Werkplaats } from '../support/worker.ts';

describe('wekken', () => {
  let werkplaats: Werkplaats;

  before(async () => {
    werkplaats = await Werkplaats.open();
  });
  after(() => werkplaats.sluit());

  it('starts the workflow of a signaal that was filed, and clears the row', async () => {
    const id = await werkplaats.dienIn();
    assert.equal((await werkplaats.stroom(id)).wek_nodig, true);
    await werkplaats.wekken.wek(id);
    assert.equal((await werkplaats.stroom(id)).wek_nodig, false);
    assert.equal((await werkplaats.workflow(id).describe()).status.name, 'RUNNING');
  });

  it('does nothing for a signaal that does not ask', async () => {
    const id = await werkplaats.dienIn();
    await werkplaats.wekken.wek(id);
    await werkplaats.wekken.wek(id);
    assert.equal(await signalen(werkplaats, id), 1);
  });

  it('tells the workflow that already runs, when there is one', async () => {
    const id = await werkplaats.dienIn();
    await werkplaats.wekken.wek(id);
    const { runId } = await werkplaats.workflow(id).describe();
    await werkplaats.wekken.hervat(id);
    assert.equal((await werkplaats.workflow(id).describe()).runId, runId);
    assert.equal(await signalen(werkplaats, id), 2);
  });

  it('starts a new workflow when the last one has ended', async () => {
    const id = await werkplaats.dienIn();
    await werkplaats.wekken.wek(id);
    await werkplaats.workflow(id).terminate();
    await werkplaats.wekken.hervat(id);
    assert.equal((await werkplaats.workflow(id).describe()).status.name, 'RUNNING');
  });

  it('tells once more what changed while it was telling', async () => {
    const id = await werkplaats.dienIn();
    const { client, database } = werkplaats;
    let keren = 0;
    const traag = Object.create(client, {
      withDeadline: {
        value: async (deadline: number, doe: () => Promise<void>) => {
          keren += 1;
          if (keren === 1) await verander(werkplaats, id);
          return client.withDeadline(deadline, doe);
        },
      },
    }) as typeof client;
    await createWekken({ database, client: traag }).wek(id);
    assert.equal(keren, 2);
    assert.equal((await werkplaats.stroom(id)).wek_nodig, false);
  });

  it('keeps asking when Temporal is away, and is woken when it is back', async () => {
    const id = await werkplaats.dienIn();
    const connection = Connection.lazy({ address: `127.0.0.1:${await freePort()}`, connectTimeout: 500 });
    const wekken = createWekken({ database: werkplaats.database, client: new Client({ connection }) });
    await assert.rejects(wekken.wekAlles(), AggregateError);
    await connection.close();
    assert.equal((await werkplaats.stroom(id)).wek_nodig, true);
    assert.equal(await werkplaats.wekken.wekAlles(), 1);
    assert.equal((await werkplaats.stroom(id)).wek_nodig, false);
  });

  it('leaves alone what another worker is waking, until its lease of a minute is over', async () => {
    const id = await werkplaats.dienIn();
    await zetLease(werkplaats, id, '1 minute');
    assert.equal(await werkplaats.wekken.wekAlles(), 0);
    await zetLease(werkplaats, id, '-1 second');
    assert.equal(await werkplaats.wekken.wekAlles(), 1);
  });

  it('does not wait for a lease of before the clock was put back', async () => {
    const id = await werkplaats.dienIn();
    await zetLease(werkplaats, id, '1 hour');
    assert.equal(await werkplaats.wekken.wekAlles(), 1);
  });

  it('wakes everybody, two workers side by side, each signaal once', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, () => werkplaats.dienIn()));
    const gewekt = await Promise.all([werkplaats.wekken.wekAlles(), werkplaats.wekken.wekAlles()]);
    assert.equal(gewekt[0] + gewekt[1], 40);
    assert.deepEqual(
      await Promise.all(ids.map((id) => signalen(werkplaats, id))),
      Array.from({ length: 40 }, () => 1),
    );
  });
});

/** How often the workflow was told. */
async function signalen(werkplaats: Werkplaats, id: string): Promise<number> {
  const { events } = await werkplaats.workflow(id).fetchHistory();
  return (events ?? []).filter(({ workflowExecutionSignaledEventAttributes: signaal }) => signaal != null).length;
}

async function verander({ orm }: Werkplaats, id: string): Promise<void> {
  await rows(orm.em.getKysely(), sql`update stroom set wek_nodig = true, wek_versie = wek_versie + 1 where id = ${id}`);
}

async function zetLease({ orm }: Werkplaats, id: string, over: string): Promise<void> {
  await rows(
    orm.em.getKysely(),
    sql`update stroom set wek_lease_tot = clock_timestamp() + ${over}::interval where id = ${id}`,
  );
}
