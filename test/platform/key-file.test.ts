import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import {
  fileFrom,
  type KeyFile,
  keysFrom,
  keysOf,
  newKeyFile,
  readKeyFile,
  withMasterKey,
} from '#platform/key-file.ts';
import { createKeyRing, MasterKeyMissing, namedByItself } from '#platform/key-ring.ts';
import { opVolleSchijf } from '#test/support/volle-schijf.ts';

const run = promisify(execFile);

describe('the file of keys', () => {
  let dir: string;
  let file: string;
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-sleutelbestand-'));
    file = path.join(dir, 'sleutels.json');
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const keep = async (content: unknown, mode = 0o600): Promise<void> => {
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    await chmod(file, mode);
  };
  const faultsOf = (isProduction = true): readonly string[] => readKeyFile(file, 'X', { isProduction }).faults;

  it('has a master key with a name that wraps, and others that still open', async () => {
    const before = newKeyFile('een');
    const [own, secret] = [keysOf(before).ring, randomBytes(32)];
    const wrapped = await own.wrap(secret, 'hier');
    const added = withMasterKey(before, 'twee');
    assert.equal(keysOf(added).ring.currentId, 'een', 'a new one wraps nothing until it is named');
    const { ring } = keysOf({ ...added, nu: 'twee' });
    assert.equal(ring.currentId, 'twee');
    assert.deepEqual(await ring.unwrap('een', wrapped, 'hier'), secret);
    await assert.rejects(ring.unwrap('een', wrapped, 'elders'), MasterKeyMissing);
  });

  it('says that a key is missing when it is not there, and when another has taken its name', async () => {
    const wrapped = await keysOf(newKeyFile('een')).ring.wrap(randomBytes(32), 'hier');
    for (const name of ['een', 'twee'])
      await assert.rejects(
        keysOf(newKeyFile(name)).ring.unwrap('een', wrapped, 'hier'),
        (error) => error instanceof MasterKeyMissing && error.keyId === 'een',
      );
  });

  it('opens what one setting closed before, and keeps the sessions, the fingerprints of the log and the drafts', async () => {
    const master = randomBytes(32);
    const [one, moved] = [keysFrom(master), keysOf(fileFrom(master))];
    assert.deepEqual(
      [moved.sessions, moved.log, moved.drafts].map(bytes),
      [one.sessions, one.log, one.drafts].map(bytes),
    );
    const secret = randomBytes(32);
    const wrapped = await one.ring.wrap(secret, 'hier');
    assert.deepEqual(await moved.ring.unwrap(one.ring.currentId, wrapped, 'hier'), secret);
    const named = createKeyRing({ id: 'kluis-1', key: master });
    assert.deepEqual(
      await named.unwrap(namedByItself(master).id, wrapped, 'hier'),
      secret,
      'under its fingerprint too',
    );
    assert.deepEqual(named.previousIds, [namedByItself(master).id], 'so that it is wrapped under its name');
  });

  it('leaves sessions, log and drafts alone when the master key is another', () => {
    const before = newKeyFile('een');
    const after: KeyFile = { ...withMasterKey(before, 'twee'), nu: 'twee' };
    const others = ({ sessions, log, drafts }: ReturnType<typeof keysOf>) => [sessions, log, drafts].map(bytes);
    assert.deepEqual(others(keysOf(after)), others(keysOf(before)));
  });

  it('is refused with everything that is wrong with it', async () => {
    const good = newKeyFile('een');
    await keep(good);
    assert.deepEqual(faultsOf(), []);
    await keep({ ...good, nu: 'twee' });
    assert.deepEqual(faultsOf(), ['X: "nu" moet de naam van een van de hoofdsleutels zijn.']);
    await keep({ nu: 1, hoofdsleutels: { een: 'kort' }, sessies: [], log: 'kort', extra: 1 }, 0o604);
    const said = faultsOf().join('\n');
    for (const word of ['iedereen', '"nu"', '"hoofdsleutels"', '"sessies"', '"log"', '"concepten"', '"extra"'])
      assert.ok(said.includes(word), `${word}: ${said}`);
    await keep({ ...good, log: good.concepten });
    assert.match(faultsOf().join(), /elke sleutel moet anders zijn/);
    await keep('geen json');
    assert.match(faultsOf().join(), /is leeg, afgekapt of geen JSON/);
    await keep('[]');
    assert.match(faultsOf().join(), /er moet een object in staan/);
  });

  it('opens as an editor of Windows leaves it', async () => {
    const good = JSON.stringify(newKeyFile('een'), null, 2);
    await keep(`\uFEFF${good.replaceAll('\n', '\r\n')}\r\n`);
    assert.deepEqual(faultsOf(), []);
  });

  for (const [what, content] of [
    ['empty', ''],
    ['cut off', JSON.stringify(newKeyFile('een')).slice(0, 90)],
    ['of other bytes', '\0\0\0\0'],
  ] as const)
    it(`says of one that is ${what} that it must be put back, and that new keys would lose what is closed`, async () => {
      await keep(content);
      assert.deepEqual(faultsOf(), [
        `X: ${file} is leeg, afgekapt of geen JSON. Zet het terug uit uw kopie, en maak geen nieuw: zonder deze sleutels zijn bijlagen kwijt.`,
      ]);
    });

  it('says what stands in its place, or that it is not there', async () => {
    assert.match(
      faultsOf().join(),
      /is er niet\. Was het er wel, zet het dan terug uit uw kopie\. Is dit de eerste keer/,
    );
    await mkdir(file, { mode: 0o700 });
    assert.deepEqual(faultsOf(), [
      `X: ${file}: er staat een map op die plaats; haal die weg en zet het bestand terug uit een kopie.`,
    ]);
  });

  it('names each name that is given to two keys, of which one would not be read', async () => {
    const [een, twee] = [newKeyFile('een'), newKeyFile('een')];
    const dubbel = JSON.stringify(een).replace('"een":"', `"een":"${twee.hoofdsleutels['een']}","\\u0065en":"`);
    await keep(dubbel.replace('"log":', `"log":"${twee.log}","log":`));
    assert.deepEqual(faultsOf(), [
      'X: "een" staat er twee keer in; geef elke sleutel een eigen naam.',
      'X: "log" staat er twee keer in; geef elke sleutel een eigen naam.',
    ]);
    await keep({ ...een, hoofdsleutels: { nu: een.hoofdsleutels['een'], log: twee.log }, nu: 'nu' });
    assert.deepEqual(faultsOf(), [], 'a key may be called as a field is');
  });

  it('takes a weak key to try things out, and not in production', async () => {
    await keep({ ...newKeyFile('een'), log: Buffer.alloc(32, 9).toString('base64') });
    assert.deepEqual(faultsOf(false), []);
    assert.deepEqual(faultsOf(), ['X: "log" is een voorbeeld of te raden.']);
  });

  it('is made by a command, from the setting that was there, and gets a master key more the next time', async () => {
    const master = randomBytes(32).toString('base64');
    const command = () =>
      run(process.execPath, ['--import', 'tsx', 'activities/sleutelbestand/main.ts'], {
        env: { PATH: process.env['PATH'], SLEUTELS_FILE: file, BIJLAGE_KEY: master },
      });
    await command();
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    const made = JSON.parse(await readFile(file, 'utf8')) as KeyFile;
    assert.deepEqual(made, fileFrom(Buffer.from(master, 'base64')));
    const { stdout } = await command();
    const more = JSON.parse(await readFile(file, 'utf8')) as KeyFile;
    assert.equal(Object.keys(more.hoofdsleutels).length, 2);
    assert.deepEqual({ ...more, hoofdsleutels: {} }, { ...made, hoofdsleutels: {} });
    assert.ok(!stdout.includes(Object.values(more.hoofdsleutels)[1] ?? ''), 'it prints no key');
    assert.deepEqual(faultsOf(), []);
  });

  describe('changed by the command', () => {
    const command = async (env: Record<string, string> = {}) => {
      const words = ['--import', 'tsx', 'activities/sleutelbestand/main.ts'];
      return run(process.execPath, words, {
        env: { PATH: process.env['PATH'], SLEUTELS_FILE: file, DATA_DIR: dir, ...env },
      }).then(
        ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
        (fault: { code: number; stdout: string; stderr: string }) => fault,
      );
    };
    const asItWas = async (before: string): Promise<void> => assert.equal(await readFile(file, 'utf8'), before);

    for (const [what, content] of [
      ['cut off', JSON.stringify(newKeyFile('een')).slice(0, 90)],
      ['without the key that wraps', JSON.stringify({ ...newKeyFile('een'), nu: 'twee' })],
    ] as const)
      it(`stays as it was when it is ${what}: the command says so in one sentence and ends with 1`, async () => {
        await keep(content);
        const { code, stdout, stderr } = await command();
        assert.equal(code, 1);
        assert.equal(stdout, '');
        assert.match(stderr, /^SLEUTELS_FILE: .+\.\n$/);
        await asItWas(content);
      });

    it('loses no key when two do so at once: one waits its turn, or is told', async () => {
      await keep(newKeyFile('een'));
      const both = await Promise.all([command(), command()]);
      const { hoofdsleutels } = JSON.parse(await readFile(file, 'utf8')) as KeyFile;
      const added = both.flatMap(({ stdout }) => /^Hoofdsleutel (\S+) staat in/.exec(stdout)?.[1] ?? []);
      assert.equal(new Set(added).size, added.length, 'nobody was told of a key that another replaced');
      assert.deepEqual(Object.keys(hoofdsleutels).toSorted(), ['een', ...added].toSorted());
      assert.deepEqual(await readdir(dir), ['sleutels.json']);
    });

    it('is left alone while a half one lies beside it, which the command names', async () => {
      const before = JSON.stringify(newKeyFile('een'));
      await keep(before);
      await writeFile(`${file}.tmp`, '{"nu"');
      const { code, stderr } = await command();
      assert.equal(code, 1);
      assert.match(
        stderr,
        /^\S+\.tmp staat er al: iemand anders verandert dit bestand, of een eerdere keer is afgebroken\./,
      );
      await asItWas(before);
    });

    it('stays as it was when the disk is full, and nothing half is left', async () => {
      const before = JSON.stringify(newKeyFile('een'));
      await keep(before);
      const { status, stderr } = opVolleSchijf(0, ['activities/sleutelbestand/main.ts'], { SLEUTELS_FILE: file });
      assert.equal(status, 1);
      assert.equal(stderr, `${file}: het bestand mag niet groter worden; verruim die grens.\n`);
      await asItWas(before);
      assert.deepEqual(await readdir(dir), ['sleutels.json']);
    });

    it('is not made where the folder is no folder', async () => {
      await writeFile(path.join(dir, 'bestand'), '');
      const { code, stderr } = await command({ SLEUTELS_FILE: path.join(dir, 'bestand', 'sleutels.json') });
      assert.equal(code, 1);
      assert.match(stderr, /een deel van dit pad is geen map; kijk de instelling na\.\n$/);
    });
  });
});

function bytes(key: Uint8Array | readonly Uint8Array[]): string {
  return [key]
    .flat()
    .map((one) => Buffer.from(one as Uint8Array).toString('hex'))
    .join();
}
