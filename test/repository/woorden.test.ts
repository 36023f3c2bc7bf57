import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Where sentences for people stand. */
const MAPPEN = ['activities', 'api', 'contract', 'db', 'demo', 'domain', 'handelingen', 'platform', 'web'];

/** What is written in one way, and how. */
const FOUT: readonly [RegExp, string][] = [
  [/\b(?:heeft u|u heeft)\b(?! (?:een vraag gesteld|gevraagd))/i, 'hebt u, u hebt'],
  [/\bu (?:[a-zëéï]+ ){0,4}heeft\b(?! geen urgentie)/, 'u … hebt'],
  [/Één/, 'Eén'],
];

describe('the words of the product', () => {
  it('are "u hebt" and "Eén" everywhere', () => {
    const bestanden = execFileSync('git', ['ls-files', ...MAPPEN], { encoding: 'utf8' })
      .split('\n')
      .filter((bestand) => /\.tsx?$/.test(bestand));
    assert.ok(bestanden.length > 200, `${bestanden.length} files`);
    const gevonden = bestanden.flatMap((bestand) =>
      readFileSync(bestand, 'utf8')
        .split('\n')
        .flatMap((regel, i) =>
          FOUT.filter(([fout]) => fout.test(regel)).map(([, goed]) => `${bestand}:${i + 1}: ${regel.trim()} (${goed})`),
        ),
    );
    assert.deepEqual(gevonden, []);
  });
});
