import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.join(import.meta.dirname, '..', '..');

describe('npm run demo', () => {
  it('lives through every story, and everything that must happen happens once, in order and on time', async () => {
    const demo = promisify(execFile)(process.execPath, ['--import', 'tsx', 'demo/main.ts'], { cwd: ROOT });
    const { stdout } = await demo.catch(({ stdout: gezegd, stderr }: Awaited<typeof demo>) =>
      assert.fail(`${gezegd}\n${stderr}`),
    );
    assert.equal(stdout.match(/✓ Alles wat moest gebeuren, gebeurde/g)?.length, 8);
    assert.doesNotMatch(stdout, /✗/);
  });
});
