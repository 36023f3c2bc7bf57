import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

/** What makes a part of a process out of other parts. */
const MAKERS = [
  'createApp',
  'createAuth',
  'createBeleid',
  'createFeestdagen',
  'createJobs',
  'createKetenpartners',
  'createLimieten',
  'createSleutels',
  'createTemporalWorker',
  'createVoorkeuren',
  'createWaakhond',
  'createWaarnemingen',
  'createWeb',
];
const CALL = new RegExp(String.raw`(?<!function )\b(${MAKERS.join('|')})\(`, 'g');

function callsIn(source: string): string[] {
  return [...source.matchAll(CALL)].map(([, maker = '']) => maker);
}

describe('the parts of a process', () => {
  const files = globSync('{activities,api,bench,demo,platform,test/support,web}/**/*.{ts,tsx}');
  const calls = files.flatMap((file) => callsIn(readFileSync(file, 'utf8')).map((maker) => ({ maker, file })));

  it('are made in api/context.ts or activities/context.ts, so that what is tested is what runs', () => {
    assert.deepEqual(
      calls.filter(({ file }) => file !== 'api/context.ts' && file !== 'activities/context.ts'),
      [],
    );
  });

  it('are each made there, once', () => {
    assert.deepEqual(calls.map(({ maker }) => maker).toSorted(), MAKERS);
  });

  it('would be seen elsewhere', () => {
    assert.deepEqual(callsIn('const app = createApp({});\nexport function createWeb(a: string) {}'), ['createApp']);
  });
});
