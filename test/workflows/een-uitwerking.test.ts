import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { TASK_QUEUE, VOLG_SIGNAAL } from '#workflows/messages.ts';

import { temporalAddress } from '../support/temporal.ts';
import { tot, Werkplaats } from '../support/worker.ts';

const DAG = 86_400_000;

describe('one effect of one milestone', () => {
  let werkplaats: Werkplaats;
  let stop: () => Promise<void>;

  before(async () => {
    werkplaats = await Werkplaats.open();
    stop = await werkplaats.startWorker();
  });
  after(() => werkplaats.sluit());

  it('with two workflows that follow the same signaal', async () => {
    const id = await werkplaats.dienInEnVolg();
    const tweede = await werkplaats.client.workflow.start(VOLG_SIGNAAL, {
      workflowId: `tweede-${id}`,
      taskQueue: TASK_QUEUE,
      args: [{ id }],
    });
    await Promise.all([werkplaats.spring(id, 40 * DAG), werkplaats.springWorkflow(tweede.workflowId, 40 * DAG)]);
    await tweede.terminate();
    // Both took the one clock along, so more days went by than either of them jumped.
    const gedaan = (await werkplaats.doorDeKlok(id)).filter(
      ({ soort }) => soort === 'herinnerd' || soort === 'geescaleerd',
    );
    assert.deepEqual(
      gedaan.slice(0, 4).map(({ soort }) => soort),
      ['herinnerd', 'herinnerd', 'herinnerd', 'geescaleerd'],
    );
    assert.equal(new Set(gedaan.map(({ bron }) => bron)).size, gedaan.length);
  });

  it('after its workflow was terminated and started again, with a clock that had already moved on', async () => {
    const id = await werkplaats.dienInEnVolg();
    await werkplaats.spring(id, 16 * DAG);
    await werkplaats.workflow(id).terminate();
    await werkplaats.wekken.hervat(id);
    await werkplaats.wachtOpTimer(id);
    await werkplaats.spring(id, 24 * DAG);
    await eenmalig(werkplaats, id, ['herinnerd', 'herinnerd', 'herinnerd', 'geescaleerd']);
  });

  it('when the same milestone is carried out again by whoever thinks that it is due', async () => {
    const id = await werkplaats.dienIn();
    const { volgende_op: op, volgende_sleutel: sleutel } = await werkplaats.stroom(id);
    const keren = await Promise.all([1, 2, 3].map(() => werkplaats.uitvoeren.mijlpaal(id, sleutel!, op!)));
    assert.equal(new Set(keren.map(({ volgende }) => volgende?.sleutel)).size, 1);
    await eenmalig(werkplaats, id, ['herinnerd']);
  });

  it('when the worker is killed with -9 just before, or just after, the milestone is recorded', async () => {
    const [voor, na] = [await werkplaats.dienInEnVolg(), await werkplaats.dienInEnVolg()];
    await stop();
    const kind = await startKind(werkplaats, na);
    const sprongen = [werkplaats.spring(voor, 17 * DAG), werkplaats.spring(na, 17 * DAG)];
    await kind.tweeKeerVast;
    kind.proces.kill('SIGKILL');
    await once(kind.proces, 'exit');
    assert.deepEqual([(await werkplaats.doorDeKlok(voor)).length, (await werkplaats.doorDeKlok(na)).length], [0, 1]);
    stop = await werkplaats.startWorker();
    await Promise.all(sprongen);
    await tot(async () => (await werkplaats.doorDeKlok(voor)).length > 0);
    await eenmalig(werkplaats, voor, ['herinnerd']);
    await eenmalig(werkplaats, na, ['herinnerd']);
  });
});

/** Exactly this was done by the clock, each milestone once. */
async function eenmalig(werkplaats: Werkplaats, id: string, verwacht: readonly string[]): Promise<void> {
  const gedaan = (await werkplaats.doorDeKlok(id)).filter(({ soort }) =>
    ['herinnerd', 'geescaleerd', 'gemeld'].includes(soort),
  );
  assert.deepEqual(
    gedaan.map(({ soort }) => soort),
    verwacht,
  );
  assert.equal(new Set(gedaan.map(({ bron }) => bron)).size, gedaan.length);
}

/** A worker in a process of its own that gets stuck at each milestone: after recording it for `na`, before for others. */
async function startKind(
  { databaseUrl }: Werkplaats,
  na: string,
): Promise<{ proces: ChildProcess; tweeKeerVast: Promise<unknown> }> {
  const bestand = fileURLToPath(new URL('../support/hanging-worker.ts', import.meta.url));
  const proces = spawn(process.execPath, ['--import', 'tsx', bestand, databaseUrl, await temporalAddress(), na], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const regels = on(createInterface(proces.stdout), 'line');
  return { proces, tweeKeerVast: regels.next().then(() => regels.next()) };
}
