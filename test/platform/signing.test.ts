import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { keepSealKeys, sealKeysOf } from '#platform/embedded/seal-keys.ts';
import { newKeyPair, readPublicKeys, readSigner } from '#platform/signing.ts';

describe('signing', () => {
  let dir: string;
  beforeEach(async () => (dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-sleutels-'))));
  afterEach(() => rm(dir, { recursive: true, force: true }));

  async function inFile(name: string, content: string, mode = 0o600): Promise<string> {
    const file = path.join(dir, name);
    await writeFile(file, content, { mode });
    await chmod(file, mode);
    return file;
  }

  it('is known by the public half, of that text and that key alone', async () => {
    const [own, other] = [newKeyPair(), newKeyPair()];
    const signer = await readSigner(await inFile('a.pem', own.privateKey), 'X');
    const signature = signer.sign('tekst');
    const isSigned = await readPublicKeys(await inFile('b.pem', own.publicKey), 'Y');
    assert.equal(isSigned('tekst', signature, signer.keyId), true);
    assert.equal(isSigned('tekstje', signature, signer.keyId), false);
    const strange = await readPublicKeys(await inFile('c.pem', other.publicKey), 'Y');
    assert.equal(strange('tekst', signature, signer.keyId), false);
  });

  it('is still known after the key was replaced, when both public halves are kept', async () => {
    const [before, now] = [newKeyPair(), newKeyPair()];
    const signer = await readSigner(await inFile('a.pem', before.privateKey), 'X');
    const isSigned = await readPublicKeys(await inFile('b.pem', now.publicKey + before.publicKey), 'Y');
    assert.equal(isSigned('tekst', signer.sign('tekst'), signer.keyId), true);
  });

  it('refuses a file that is absent, holds no key, or one of another kind', async () => {
    const rsa = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    await assert.rejects(
      readSigner(path.join(dir, 'weg.pem'), 'ZEGEL'),
      /^StartError: ZEGEL: het bestand .* is niet te lezen/,
    );
    for (const content of ['geheim', rsa.privateKey])
      await assert.rejects(readSigner(await inFile('a.pem', content), 'ZEGEL'), /staat geen sleutel van Ed25519/);
    for (const content of ['', rsa.publicKey, newKeyPair().publicKey + rsa.publicKey])
      await assert.rejects(readPublicKeys(await inFile('b.pem', content), 'ZEGEL'), /staat geen sleutel van Ed25519/);
  });

  it('refuses a private key that everybody on the machine can read', async () => {
    const file = await inFile('a.pem', newKeyPair().privateKey, 0o644);
    await assert.rejects(readSigner(file, 'ZEGEL'), /is voor iedereen op deze machine te lezen/);
    await chmod(file, 0o640);
    assert.ok(await readSigner(file, 'ZEGEL'));
  });

  it('has a pair of its own in the folder of the data, made once, unless the settings name one', async () => {
    const config = { dataDir: dir, seals: { dir } };
    await keepSealKeys(config);
    const { keyFile, publicKeyFile } = sealKeysOf(config);
    const { keyId, sign } = await readSigner(keyFile, 'X');
    await keepSealKeys(config);
    assert.equal((await readSigner(keyFile, 'X')).keyId, keyId);
    assert.equal((await readPublicKeys(publicKeyFile, 'X'))('a', sign('a'), keyId), true);
    const named = { dataDir: path.join(dir, 'leeg'), seals: { dir, keyFile: '/elders.pem' } };
    await keepSealKeys(named);
    assert.deepEqual(sealKeysOf(named), { keyFile: '/elders.pem', publicKeyFile: '/elders.pem' });
  });
});
