import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What every query has to say in the same way, so that it is said in one place. Migrations stay as they were. */
const ONCE: Record<string, RegExp> = {
  'the clock of a stream': /clock_timestamp\(\)\s*\+\s*(s\.|\$\{\w+\}\.)?klokverschil_ms/g,
  'the date in Amsterdam': /at time zone 'Europe\/Amsterdam'\)::date/g,
  'where a bericht begins': /insert into bericht\b/g,
  'where a zending begins': /insert into zending\b/g,
  'a row as a gebeurtenis': /\bdata\s*\|\|\s*jsonb_build_object/g,
  'the policy that holds': /from termijnbeleid (\w )?where (\w\.)?geldig_vanaf/g,
  'what is kept of a secret': /hash\('sha256', \w+, 'buffer'\)|createHash\('sha256'\)\.update\(\w+\)\.digest\(\)/g,
  'an id by what it is for': /hash\('sha256', \w+, 'hex'\)|createHash\('sha256'\)\.update\([^)]*\)\.digest\('hex'\)/g,
};

describe('what every query says in the same way', () => {
  const sources = ['activities', 'api', 'db/queries', 'platform', 'web'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(folder, file)),
  );
  for (const [what, pattern] of Object.entries(ONCE)) {
    it(`stands in one place: ${what}`, () => {
      const found = sources.flatMap((file) =>
        Array.from(readFileSync(path.join(ROOT, file), 'utf8').matchAll(pattern), () => file),
      );
      assert.equal(found.length, 1, found.join(', '));
    });
  }
});
