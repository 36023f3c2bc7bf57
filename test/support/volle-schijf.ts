import { spawnSync } from 'node:child_process';

/** A process that hears that it wrote too much goes on, as one on a full disk does. */
const GA_DOOR = 'data:text/javascript,process.on("SIGXFSZ",()=>{})';

/** Runs Node where no file may become larger than so many blocks (of 512 bytes): the system refuses the rest, as on a full disk. */
export function opVolleSchijf(blokken: number, woorden: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    [
      '-c',
      `ulimit -f ${blokken}; exec "$@"`,
      'sh',
      process.execPath,
      '--import',
      GA_DOOR,
      '--import',
      'tsx',
      ...woorden,
    ],
    // What tsx compiled it would keep in a file.
    { encoding: 'utf8', env: { PATH: process.env['PATH'], TSX_DISABLE_CACHE: '1', ...env } },
  );
  return { status, stdout, stderr };
}
