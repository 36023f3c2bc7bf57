import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';

import { defaultPayloadConverter } from '@temporalio/common';

import { createPayloadCodec } from '#platform/payload-codec.ts';
import { connectTemporal } from '#platform/temporal-client.ts';
import { temporalAddress, TEST_NAMESPACE } from '#test/support/temporal.ts';

describe('the payload codec', () => {
  const payload = defaultPayloadConverter.toPayload({ id: 'a1', niveau: 'lokaal' });

  it('gives back what went in, and never shows it', async () => {
    const codec = createPayloadCodec(randomBytes(32));
    const [first] = await codec.encode([payload]);
    const [second] = await codec.encode([payload]);
    assert.ok(first?.data && second?.data);
    assert.ok(!Buffer.from(first.data).includes('lokaal'));
    assert.notDeepEqual(first.data, second.data);
    const [read] = await codec.decode([first]);
    assert.deepEqual(read && defaultPayloadConverter.fromPayload(read), { id: 'a1', niveau: 'lokaal' });
  });

  it('says so when a payload is of another key, or was tampered with', async () => {
    const codec = createPayloadCodec(randomBytes(32));
    const [encoded] = await codec.encode([payload]);
    assert.ok(encoded?.data);
    await assert.rejects(createPayloadCodec(randomBytes(32)).decode([encoded]), /encrypted with key \w+/);
    const data = Buffer.from(encoded.data);
    data.writeUInt8(data.readUInt8(30) ^ 1, 30);
    await assert.rejects(codec.decode([{ ...encoded, data }]));
  });

  it('reads what was never encrypted', async () => {
    assert.deepEqual(await createPayloadCodec(randomBytes(32)).decode([payload]), [payload]);
  });

  it('keeps arguments and failures from the Temporal server', async () => {
    const temporal = connectTemporal({
      address: await temporalAddress(),
      namespace: TEST_NAMESPACE,
      payloadKey: randomBytes(32),
    });
    try {
      const handle = await temporal.client.workflow.start('proef', {
        taskQueue: 'codec',
        workflowId: 'codec-1',
        args: ['geheim'],
      });
      const history = await handle.fetchHistory();
      assert.ok(!JSON.stringify(history).includes(Buffer.from('"geheim"').toString('base64')));
      const sent = history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
      assert.equal(Buffer.from(sent?.metadata?.['encoding'] ?? []).toString(), 'binary/encrypted');
      await handle.terminate();
    } finally {
      await temporal.close();
    }
  });
});
