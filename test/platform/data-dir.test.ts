import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { keepSecrets } from '#platform/embedded/data-dir.ts';

describe('keepSecrets', () => {
  let dir: string;
  beforeEach(async () => (dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-data-'))));
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('makes three secrets at the first start, and gives the same at the next', async () => {
    const first = await keepSecrets(dir);
    assert.equal(Buffer.from(first.payloadKey, 'base64').length, 32);
    assert.equal(Buffer.from(first.attachmentKey, 'base64').length, 32);
    assert.notEqual(first.attachmentKey, first.payloadKey);
    assert.deepEqual(await keepSecrets(dir), first);
  });

  it('adds the key of the attachments to a folder from before there was one, and leaves the others', async () => {
    const before = { postgresPassword: 'abc', payloadKey: Buffer.alloc(32, 1).toString('base64') };
    await writeFile(path.join(dir, 'sleutels.json'), JSON.stringify(before));
    const secrets = await keepSecrets(dir);
    assert.deepEqual({ ...secrets, attachmentKey: '' }, { ...before, attachmentKey: '' });
    const kept: unknown = JSON.parse(await readFile(path.join(dir, 'sleutels.json'), 'utf8'));
    assert.deepEqual(kept, secrets);
  });
});
