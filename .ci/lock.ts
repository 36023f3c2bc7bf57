import { readFileSync, writeFileSync } from 'node:fs';

// `npm install` leaves a platform's package out of the lock file when the registry it asked does not carry it, and
// `npm ci` then refuses that lock file. Each missing one is written in by name, version and platform: machines of
// another platform skip it unseen, and one that needs it fetches it.

const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

interface Entry {
  version?: string;
  dev?: boolean;
  optionalDependencies?: Record<string, string>;
  [key: string]: unknown;
}

export interface Lock {
  packages: Record<string, Entry>;
}

/** The optional packages that some entry asks for and no entry describes. */
export function findMissing(lock: Lock): Map<string, Entry> {
  const present = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const missing = new Map<string, Entry>();
  for (const { dev, optionalDependencies = {} } of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!present.has(name)) missing.set(name, { version, ...(dev === true ? { dev } : {}) });
    }
  }
  return missing;
}

/** Adds the missing entries, marked with the platform in their names, in npm's order. */
export function completeLock(lock: Lock): void {
  for (const [name, entry] of findMissing(lock)) {
    lock.packages[`node_modules/${name}`] = { ...entry, ...platformOf(name), optional: true };
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')));
}

function platformOf(name: string): Entry {
  const words = name.split(/[/-]/);
  const os = OS.find((word) => words.includes(word));
  const cpu = CPU.find((word) => words.includes(word));
  if (os === undefined || cpu === undefined) throw new Error(`no platform in the name of ${name}`);
  return { cpu: [cpu], ...(words.includes('musl') ? { libc: ['musl'] } : {}), os: [os] };
}

if (import.meta.filename === process.argv[1]) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  completeLock(lock);
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
}
