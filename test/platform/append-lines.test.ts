import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { appendLines } from '#platform/append-lines.ts';
import { readPlain } from '#platform/plain-file.ts';
import { StartError } from '#platform/start-error.ts';
import { opVolleSchijf } from '#test/support/volle-schijf.ts';

describe('a file to which lines are added', () => {
  let dir: string;
  let file: string;
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-regels-'));
    file = path.join(dir, 'map', 'regels.jsonl');
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const says = (sentence: RegExp) => (error: unknown) => error instanceof StartError && sentence.test(error.message);

  it('is made with its folder, and ends a line that was cut off', async () => {
    await appendLines(file, ['een', 'twee']);
    await writeFile(file, 'een\ntw');
    await appendLines(file, ['drie']);
    assert.equal(await readPlain(file), 'een\ntw\ndrie\n');
  });

  it('is as it was when the disk is full, and says so', async () => {
    await appendLines(file, ['x'.repeat(1000)]);
    const before = await readFile(file, 'utf8');
    const script = `const { appendLines } = await import('./platform/append-lines.ts');
      await appendLines(process.argv[1], ['y'.repeat(500)]).catch(({ message }) => console.log(message));`;
    const { stdout } = opVolleSchijf(2, ['--input-type=module', '--eval', script, '--', file]);
    assert.equal(stdout, `${file}: het bestand mag niet groter worden; verruim die grens.\n`);
    assert.equal(await readFile(file, 'utf8'), before, 'nothing half is left');
  });

  for (const [what, place, sentence] of [
    ['a directory', () => mkdir(file, { recursive: true }), /er staat een map op die plaats/],
    [
      'a link, to wherever that leads',
      async () => {
        await mkdir(path.dirname(file));
        await symlink(path.join(dir, 'elders'), file);
      },
      /er staat een verwijzing \(symlink\) op die plaats/,
    ],
    [
      'a pipe that nobody reads',
      async () => {
        await mkdir(path.dirname(file));
        execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', file]);
      },
      /dit is geen gewoon bestand/,
    ],
  ] as const)
    it(`is neither read nor written where ${what} stands in its place`, async () => {
      await place();
      await assert.rejects(appendLines(file, ['een']), says(sentence));
      await assert.rejects(readPlain(file), says(sentence));
    });

  it('says that its folder is a file, or may not be written', async () => {
    await writeFile(path.join(dir, 'map'), '');
    await assert.rejects(appendLines(file, ['een']), says(/op de plaats van de map staat iets anders/));
    await assert.rejects(readPlain(file), says(/een deel van dit pad is geen map/));
    await rm(path.join(dir, 'map'));
    await chmod(dir, 0o500);
    // A superuser may write everywhere.
    if (process.getuid?.() !== 0) await assert.rejects(appendLines(file, ['een']), says(/dit proces mag er niet bij/));
  });

  it('reads as empty when it is not there', async () => assert.equal(await readPlain(file), ''));
});
