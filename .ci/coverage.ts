import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { transformSync } from 'esbuild';

import { bundleWorkflows } from '#activities/workflow-bundle.ts';

// Runs the tests and reads what V8 counted in every process. Workflows run as one bundle in Temporal's sandbox: V8 counts
// there too, by positions in a file that exists in memory alone. It is written out for the report, which finds the way
// back to workflows/ by the bundle's own source map.

const RAW = 'coverage/raw';
const HERE = pathToFileURL(`${process.cwd()}/`).href;

interface Script {
  url: string;
}

interface Gate {
  folders: string;
  branches: number;
  /** Read the bundle of the sandbox instead of the files themselves. */
  bundled: boolean;
}

const GATES: Gate[] = [
  { folders: 'domain/**', branches: 100, bundled: false },
  { folders: 'workflows/**', branches: 100, bundled: true },
  { folders: '{activities,db,contract,handelingen,api,web,platform}/**', branches: 85, bundled: false },
];

rmSync('coverage', { recursive: true, force: true });
mkdirSync(RAW, { recursive: true });
const tests = process.argv.slice(2);
const mocha = run('mocha', tests.length > 0 ? tests : ['test/**/*.test.ts'], { NODE_V8_COVERAGE: RAW });
keepOurs();

const bundle = await writeBundle();
const failed = GATES.filter(({ folders, branches, bundled }) => {
  console.log(`\n${folders}: at least ${branches} % of the branches`);
  const scope = bundled ? ['--exclude-after-remap'] : ['--all', ...typesOnly().flatMap((file) => ['--exclude', file])];
  return (
    run('c8', [
      'report',
      '--include',
      folders,
      ...scope,
      '--check-coverage',
      '--branches',
      `${branches}`,
      '--lines',
      '0',
    ]) !== 0
  );
});
rmSync(bundle);
process.exitCode = mocha === 0 && failed.length === 0 ? 0 : 1;

function run(command: string, args: string[], env: Record<string, string> = {}): number {
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

/** Leaves the scripts of others out: reading them takes longer than the tests. */
function keepOurs(): void {
  for (const file of readdirSync(RAW)) {
    const coverage = JSON.parse(readFileSync(`${RAW}/${file}`, 'utf8')) as { result: Script[] };
    coverage.result = coverage.result.filter(({ url }) => url.startsWith(HERE) && !url.includes('/node_modules/'));
    writeFileSync(`${RAW}/${file}`, JSON.stringify(coverage));
  }
}

/** Puts the bundle where V8 was told that it is, and returns its path. */
async function writeBundle(): Promise<string> {
  const { code } = await bundleWorkflows();
  const map = /sourceMappingURL=data:[^,]*,(\S*)/.exec(code)?.[1] ?? '';
  const { file } = JSON.parse(Buffer.from(map, 'base64').toString()) as { file: string };
  writeFileSync(file, code);
  return file;
}

/** Files without anything to run: never loaded, so never counted. */
function typesOnly(): string[] {
  const sources = globSync('{domain,activities,db,contract,handelingen,api,web,platform}/**/*.{ts,tsx}');
  return sources.filter((file) => {
    const loader = file.endsWith('x') ? 'tsx' : 'ts';
    return transformSync(readFileSync(file, 'utf8'), { loader }).code.trim() === '';
  });
}
