import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { findMissing } from '../../.ci/lock.ts';
import type { Lock } from '../../.ci/lock.ts';

interface Package {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Package;

describe('package.json', () => {
  it('pins every dependency to one exact version', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    const loose = versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    assert.deepEqual(loose, []);
  });

  it('pins the Node that .nvmrc names', () => {
    const node = manifest.dependencies['node'] ?? '';
    assert.ok(node.startsWith(`${readFileSync('.nvmrc', 'utf8').trim()}.`), node);
  });

  it('has a lock file that describes the packages of every platform (mend with `npm run lock`)', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
    assert.deepEqual([...findMissing(lock).keys()], []);
  });
});

describe('README.md', () => {
  let readme: string;

  before(() => {
    readme = readFileSync('README.md', 'utf8');
  });

  it('opens with the command that starts and the command that tests', () => {
    const block = /```\w*\n([^`]*)```/.exec(readme)?.[1] ?? '';
    const commands = block
      .trim()
      .split('\n')
      .map((line) => line.split('#')[0]?.trimEnd());
    assert.deepEqual(commands, ['npm ci && npm start', 'npm ci && npm test']);
    assert.ok(readme.indexOf('```') < 300, 'the commands stand at the top');
  });

  it('tells of every npm script', () => {
    const tabel = readme.slice(readme.indexOf('## Every command'), readme.indexOf('## Where to find what'));
    const verteld = new Set([...tabel.matchAll(/`([a-z][a-z:]*)\b/g)].map((match) => match[1]));
    assert.deepEqual(
      Object.keys(manifest.scripts).filter((script) => !verteld.has(script)),
      [],
    );
  });

  it('names no npm script that does not exist', () => {
    const texts = [readme, readFileSync('CONTRIBUTING.md', 'utf8')].join('\n');
    const named = [...texts.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((match) => match[1] ?? '');
    assert.deepEqual(
      [...new Set(named)].filter((script) => !(script in manifest.scripts)),
      [],
    );
  });

  it('has a term in which its libraries are mended, where who runs it looks', () => {
    const [, libraries = ''] = readFileSync('docs/runbook.md', 'utf8').split('\n## Libraries\n');
    const [text] = libraries.split('\n## ');
    assert.match(text ?? '', /npm audit --omit dev[^]*within seven days[^]*within a month/);
  });
});
