import { spawn, type ChildProcess } from 'node:child_process';

export interface Guard {
  /** Lets go of the process: it may from now on outlive us. */
  release: () => void;
}

// Reads until the pipe from our process breaks, which also happens when ours is killed with -9.
const SCRIPT = `
read -r released && exit 0
kill -"$2" "$1" 2>/dev/null
tries=0
while kill -0 "$1" 2>/dev/null && [ "$tries" -lt 20 ]; do sleep 1; tries=$((tries + 1)); done
kill -KILL "$1" 2>/dev/null
[ -z "$3" ] || rm -rf "$3"
`;

/**
 * Makes sure that `child` does not outlive this process, however this process ends: a small shell beside it
 * sends `signal`, SIGKILL after 20 s, and then removes the folder `remove`. Without a POSIX shell (Windows) it does nothing.
 */
export function guard(child: ChildProcess, signal: 'INT' | 'TERM', remove = ''): Guard {
  if (child.pid === undefined || process.platform === 'win32') return { release: () => undefined };
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'guard', String(child.pid), signal, remove], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  const release = (): void => void shell.stdin.end('released\n');
  // The number may be given to another process once the child is gone.
  child.once('exit', release);
  return { release };
}
