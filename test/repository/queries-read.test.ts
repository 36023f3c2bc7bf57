import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const QUERIES = path.resolve(import.meta.dirname, '../../db/queries');

/** What a query that only reads never says; the linter keeps the entity manager away. */
const WRITES = /\b(insert\s+into|update\s+\w+|delete\s+from|merge\s+into|truncate|for\s+(no\s+key\s+)?update|por)\b/i;

/** The first words of `source`, without its comments, that write or lock. */
function writes(source: string): string | null {
  const lines = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').split('\n');
  return WRITES.exec(lines.map((line) => line.split('//', 1)[0]).join('\n'))?.[0] ?? null;
}

describe('db/queries', () => {
  for (const file of readdirSync(QUERIES)) {
    it(`${file} reads: whoever writes is an activity`, () => {
      assert.equal(writes(readFileSync(path.join(QUERIES, file), 'utf8')), null);
    });
  }

  for (const planted of [
    'sql`insert into plaats values (1)`',
    'sql`with weg as (delete\n from afmelding returning 1) select 1`',
    'sql`update stroom set wek_nodig = true`',
    'sql`select from loket for update`',
    "sql`select from graphile_worker.por('wek', '{}')`",
  ]) {
    it(`and this test sees it when one does not: ${planted}`, () => assert.notEqual(writes(planted), null));
  }

  it('and sees nothing in a comment, or in a name', () => {
    assert.equal(
      writes('/** May insert into it. */ const x = sql`select inserted_at, updated from t`; // update it'),
      null,
    );
  });
});
