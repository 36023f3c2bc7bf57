import type { Logger } from 'pino';

/** Less than the 30 seconds after which docker-compose.yml has a process killed, and than the patience of `npm start`. */
const PATIENCE_MS = 18_000;

/** For a process that was told to stop: it ends in order, or else after 18 seconds all the same, with exit code 1, whatever still hangs. */
export function leaveInTime(log: Logger): void {
  // Not waited for: a process that has nothing left to do is gone before.
  setTimeout(() => {
    log.error({ open: process.getActiveResourcesInfo() }, 'did not stop in time, ends anyway');
    process.exit(1);
  }, PATIENCE_MS).unref();
}
