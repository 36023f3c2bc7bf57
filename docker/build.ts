import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { build } from 'esbuild';

import { bundleWorkflows } from '#activities/workflow-bundle.ts';

import { copyProductionPackages } from './packages.ts';

// What the image holds, and all that plain Node needs to run it: the same files, one by one, as JavaScript, the workflows as the
// bundle that the worker would otherwise make at every start, and the packages that production uses. In dist, or where it is told.

const FOLDERS = '{domain,workflows,activities,db,contract,handelingen,api,web,platform}/**';
const DIST = process.argv[2] ?? 'dist';
/** Commands that make sense beside `npm start` alone. */
const EMBEDDED_ONLY = new Set(['start', 'reis', 'token']);

rmSync(DIST, { recursive: true, force: true });
const sources = globSync(`${FOLDERS}/*.{ts,tsx}`);
await build({
  entryPoints: sources,
  outdir: DIST,
  outbase: '.',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  jsx: 'automatic',
  sourcemap: true,
});
for (const file of globSync(`${DIST}/**/*.js`)) writeFileSync(file, withJsNames(readFileSync(file, 'utf8')));

for (const asset of globSync(`${FOLDERS}/*.*`).filter((file) => !/\.tsx?$/.test(file))) {
  mkdirSync(dirname(`${DIST}/${asset}`), { recursive: true });
  cpSync(asset, `${DIST}/${asset}`);
}
// What browsers fetch travels without its comments.
await build({
  entryPoints: globSync('web/browser/*.js'),
  outdir: DIST,
  outbase: '.',
  charset: 'utf8',
  minify: true,
  allowOverwrite: true,
});

interface Package {
  name: string;
  version: string;
  type: string;
  imports: Record<string, string>;
  scripts: Record<string, string>;
}
const { name, version, type, imports, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
const commands = { name, version, private: true, type, imports, scripts: builtScripts(scripts) };
writeFileSync(`${DIST}/package.json`, `${JSON.stringify(commands, null, 2)}\n`);

const { code } = await bundleWorkflows(resolve('workflows/index.ts'));
writeFileSync(`${DIST}/workflows/bundle.cjs`, code);
copyProductionPackages(DIST);

/** The npm scripts that run a file of ours, on what that file has become. */
function builtScripts(all: Record<string, string>): Record<string, string> {
  const built = Object.entries(all).flatMap(([script, command]) => {
    const file = /^node --import tsx (\S+)\.ts$/.exec(command)?.[1];
    return file !== undefined && !EMBEDDED_ONLY.has(script) && existsSync(`${DIST}/${file}.js`)
      ? [[script, `node ${file}.js`] as const]
      : [];
  });
  return Object.fromEntries(built);
}

/** Imports of our own files by the name that they have after the build. */
function withJsNames(code: string): string {
  return code.replace(/(\bfrom\s*|\bimport\s*(?:\(\s*)?)"((?:\.{1,2}\/|#)[^"]+)\.tsx?"/g, '$1"$2.js"');
}
