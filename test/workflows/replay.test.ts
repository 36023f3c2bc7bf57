import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';

import { bundleWorkflows, type WorkflowBundle } from '#activities/workflow-bundle.ts';
import { createDataConverter } from '#platform/data-converter.ts';

import { installRuntime, TEST_PAYLOAD_KEY, testBundle } from '../support/worker.ts';

const MAP = new URL('../histories/', import.meta.url);

describe('the recorded histories', () => {
  let histories: Map<string, string>;

  before(async () => {
    installRuntime();
    const files = (await readdir(MAP)).filter((file) => file.endsWith('.json'));
    histories = new Map(
      await Promise.all(files.map(async (file) => [file, await readFile(new URL(file, MAP), 'utf8')] as const)),
    );
  });

  it('are there, and hold nothing but ciphertext, ids and codes', () => {
    assert.ok(histories.size >= 5);
    for (const [file, text] of histories) {
      assert.ok(text.includes(Buffer.from('binary/encrypted').toString('base64')), file);
      assert.doesNotMatch(text, /Wij komen er niet uit|Het gezin loopt vast|metgezel\.noord/, file);
    }
  });

  it('are replayed by the workflows of today', async () => {
    const bundle = await testBundle();
    for (const [file, text] of histories) await assert.doesNotReject(replay(bundle, text), file);
  });

  it('are refused by a workflow that does one step more', async () => {
    const bundle = await bundleWorkflows(fileURLToPath(new URL('onverenigbaar/index.ts', import.meta.url)));
    for (const [file, text] of histories) await assert.rejects(replay(bundle, text), DeterminismViolationError, file);
  });
});

async function replay(workflowBundle: WorkflowBundle, history: string): Promise<void> {
  await Worker.runReplayHistory(
    { workflowBundle, dataConverter: createDataConverter(TEST_PAYLOAD_KEY) },
    JSON.parse(history),
  );
}
