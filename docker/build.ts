import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { build } from 'esbuild';

import { bundleWorkflows } from '#activities/workflow-bundle.ts';

// What the image runs: the same files, one by one, as JavaScript, and the workflows as the bundle that the worker would
// otherwise make at every start.

const FOLDERS = '{domain,workflows,activities,db,api,web,platform}/**';
const DIST = 'dist';

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

const { name, version, type, imports } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
writeFileSync(`${DIST}/package.json`, `${JSON.stringify({ name, version, private: true, type, imports }, null, 2)}\n`);

const { code } = await bundleWorkflows(resolve('workflows/index.ts'));
writeFileSync(`${DIST}/workflows/bundle.cjs`, code);

/** Imports of our own files by the name that they have after the build. */
function withJsNames(code: string): string {
  return code.replace(/(\bfrom\s*|\bimport\s*(?:\(\s*)?)"((?:\.{1,2}\/|#)[^"]+)\.tsx?"/g, '$1"$2.js"');
}
