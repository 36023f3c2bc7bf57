import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

describe('domain', () => {
  it('never reads the clock: time is an argument (the linter knows Date.now, not new Date())', () => {
    const asking = globSync('domain/**/*.ts').filter((file) =>
      /\bnew Date\(\s*\)|(?<!new )\bDate\(\s*\)|DateTimeFormat\([^)]*\)\.format(ToParts)?\(\s*\)/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    assert.deepEqual(asking, []);
  });
});
