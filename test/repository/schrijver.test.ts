import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How the role of the writer is taken, or could be: by its name, by what makes its name, by what takes it. */
const WEGEN = [
  /signaalpunt_schrijver/,
  /\bROL\.schrijver\b/,
  /rechten\/schrijver\.ts/,
  /\bset (local |session )?role\b/i,
  /set_config\(\s*'role'/i,
];

/** Where that stands, and nowhere else. */
const PLEKKEN: Readonly<Record<string, string>> = {
  'activities/schrijven/schrijver.ts': 'takes it',
  'db/rechten/rechten.ts': 'says what it may',
  'db/rechten/rollen.ts': 'names it, and says how a role is taken',
  'db/rechten/schrijver.ts': 'can take it, for the one above alone',
  'db/rechten/verlenen.ts': 'makes it',
  'db/connections.ts': 'takes the role of one dienst for a library',
};

describe('the role that writes signalen', () => {
  const bronnen = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((bestand) => bestand !== '' && !/^(test|db\/migrations)\//.test(bestand));

  it('is taken in one place', () => {
    const gevonden = bronnen.filter((bestand) => {
      const bron = readFileSync(bestand, 'utf8');
      return WEGEN.some((weg) => weg.test(bron));
    });
    assert.deepEqual(gevonden.toSorted(), Object.keys(PLEKKEN).toSorted());
  });
});
