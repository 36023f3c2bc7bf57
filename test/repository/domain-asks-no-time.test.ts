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

describe('a calendar date', () => {
  it('is never that of UTC, nor that of the server: between midnight in Amsterdam and in Greenwich it is another', () => {
    const bestanden = globSync(
      '{activities,api,bench,contract,db,demo,domain,platform,test,web,workflows}/**/*.{ts,tsx}',
    );
    const fout = bestanden.filter(
      (file) => file !== 'test/repository/domain-asks-no-time.test.ts' && ANDERE_DATUM.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(fout, []);
    assert.match('new Date().toISOString().slice(0, 10)', ANDERE_DATUM);
    assert.match('select current_date', ANDERE_DATUM);
  });
});

const ANDERE_DATUM = /new Date\(\)\.toISOString\(\)\.slice\(0, 10\)|\bcurrent_date\b|\bnow\(\)::date/i;
