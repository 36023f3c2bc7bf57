import assert from 'node:assert/strict';

import { legRoosterVast } from '#activities/detectie/rooster.ts';
import { tot, Werkplaats } from '#test/support/worker.ts';

describe('the Schedule of the nights', () => {
  let werkplaats: Werkplaats;
  before(async () => {
    werkplaats = await Werkplaats.open();
  });
  after(async () => {
    for (const werk of ['zoek-patronen', 'stel-wissen-voor', 'maak-rapport', 'vraag-lessen'])
      await werkplaats.client.schedule.getHandle(werk).delete();
    await werkplaats.sluit();
  });

  it('is there once, however often it is laid down: every night in Amsterdam, never two at once, made up for within six hours', async () => {
    await legRoosterVast(werkplaats.client);
    await legRoosterVast(werkplaats.client);
    const { spec, policies } = await werkplaats.client.schedule.getHandle('zoek-patronen').describe();
    assert.equal(spec.timezone, 'Europe/Amsterdam');
    assert.deepEqual(
      spec.calendars?.map(({ hour, minute }) => [hour, minute]),
      [[[{ start: 3, end: 3, step: 1 }], [{ start: 30, end: 30, step: 1 }]]],
    );
    assert.deepEqual([policies.overlap, policies.catchupWindow], ['SKIP', 6 * 3_600_000]);
  });

  it('drafts a report in the month after a half year alone', async () => {
    const { spec } = await werkplaats.client.schedule.getHandle('maak-rapport').describe();
    assert.deepEqual(
      spec.calendars?.map(({ month, hour }) => [month?.map(({ start }) => start), hour?.map(({ start }) => start)]),
      [[['JANUARY', 'JULY'], [5]]],
    );
  });

  for (const [wat, werk] of [
    ['look at the counts', 'zoek-patronen'],
    ['propose what may be erased', 'stel-wissen-voor'],
    ['draft the report about a half year', 'maak-rapport'],
    ['ask whether lessen still work', 'vraag-lessen'],
  ] as const)
    it(`has the worker ${wat}`, async () => {
      const stop = await werkplaats.startWorker();
      const rooster = werkplaats.client.schedule.getHandle(werk);
      await rooster.trigger();
      await tot(async () => {
        const [laatste] = (await rooster.describe()).info.recentActions;
        if (laatste === undefined || laatste.action.type !== 'startWorkflow') return false;
        const handle = werkplaats.client.workflow.getHandle(laatste.action.workflow.workflowId);
        return (await handle.describe()).status.name === 'COMPLETED';
      });
      await stop();
    });
});
