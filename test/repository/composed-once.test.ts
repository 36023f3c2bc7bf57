import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

/** What makes a part of a process out of other parts, and the one file in which it does. */
const MAKERS: Readonly<Record<string, string>> = {
  createApp: 'api/context.ts',
  createAuth: 'api/context.ts',
  createBeleid: 'api/context.ts',
  createBewaardeWeergaven: 'api/context.ts',
  createConcepten: 'api/context.ts',
  createCasusbijlagen: 'api/context.ts',
  createDatabase: 'db/context.ts',
  createFeestdagen: 'api/context.ts',
  createGelezen: 'api/context.ts',
  createLive: 'api/context.ts',
  createAanmelddienst: 'web/inloggen/inloggen.ts',
  createIngevuldeFormulieren: 'web/inloggen/inloggen.ts',
  createInloggen: 'api/context.ts',
  createInlogpogingen: 'web/inloggen/inloggen.ts',
  createJobs: 'activities/context.ts',
  createKetenpartners: 'api/context.ts',
  createLimits: 'api/context.ts',
  createPost: 'activities/context.ts',
  createPosttransport: 'activities/post/post.ts',
  createSessies: 'web/inloggen/inloggen.ts',
  createSleutels: 'api/context.ts',
  createTemporalWorker: 'activities/context.ts',
  createUitvoeren: 'activities/writer-context.ts',
  createVoorkeuren: 'api/context.ts',
  createWaakhond: 'activities/context.ts',
  createWaarnemingen: 'api/context.ts',
  createWeb: 'api/context.ts',
  createWekken: 'activities/wake-context.ts',
  connectTemporal: 'activities/wake-context.ts',
  initOrm: 'db/context.ts',
};

/** Who makes a part by itself all the same, by the reason why. */
const EXCEPTIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'owns the tables and asks for nobody': { 'db/migrate.ts': ['initOrm'], 'test/support/database.ts': ['initOrm'] },
  'is about that part alone': {
    'test/activities/jobs.test.ts': ['createJobs'],
    'test/activities/kalender.test.ts': ['createFeestdagen'],
    'test/api/auth.test.ts': ['createAuth'],
    'test/db/columns.test.ts': ['initOrm'],
    'test/db/connections.test.ts': ['initOrm'],
    'test/db/preparing-client.test.ts': ['initOrm'],
    'test/db/transaction.test.ts': ['initOrm'],
    'test/platform/payload-codec.test.ts': ['connectTemporal'],
    'test/platform/temporal-client.test.ts': ['connectTemporal'],
    'test/web/pages.test.ts': ['createConcepten', 'createInloggen', 'createVoorkeuren', 'createWeb'],
  },
  'puts something else in the place of Temporal': {
    'test/activities/wekken.test.ts': ['createWekken'],
    'test/db/plannen.test.ts': ['createWekken'],
  },
  'wants one part of a process that does not run': {
    'bench/simulatie.ts': ['createBeleid'],
    'test/api/termijnbeleid.test.ts': ['createBeleid'],
    'test/activities/post-afwezig.test.ts': ['createVoorkeuren'],
    'test/activities/wissen.test.ts': ['createCasusbijlagen'],
    'test/activities/reis/reizen.test.ts': ['createJobs'],
    'test/support/test-post.ts': ['createPost'],
    'test/workflows/kalender.test.ts': ['createFeestdagen'],
  },
};
const CALL = new RegExp(String.raw`(?<!function )\b(${Object.keys(MAKERS).join('|')})\(`, 'g');

function callsIn(source: string): string[] {
  return [...source.matchAll(CALL)].map(([, maker = '']) => maker);
}

describe('the parts of a process', () => {
  const files = globSync('{activities,api,bench,db,demo,docker,platform,test,web}/**/*.{ts,tsx}');
  const calls = files
    .filter((file) => file !== 'test/repository/composed-once.test.ts')
    .flatMap((file) => callsIn(readFileSync(file, 'utf8')).map((maker) => `${maker} in ${file}`));
  const allowed = Object.values(EXCEPTIONS)
    .flatMap((byFile) => Object.entries(byFile))
    .flatMap(([file, makers]) => makers.map((maker) => `${maker} in ${file}`));

  it('are each made in one file, once, so that what is tested is what runs', () => {
    assert.deepEqual(
      calls.filter((call) => !allowed.includes(call)).toSorted(),
      Object.entries(MAKERS)
        .map(([maker, file]) => `${maker} in ${file}`)
        .toSorted(),
    );
  });

  it('have no exception that nobody needs', () => {
    assert.deepEqual(
      allowed.filter((call) => !calls.includes(call)),
      [],
    );
  });

  it('would be seen elsewhere', () => {
    assert.deepEqual(callsIn('const app = createApp({});\nexport function createWeb(a: string) {}'), ['createApp']);
  });
});
