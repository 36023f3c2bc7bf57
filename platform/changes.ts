import { AsyncLocalStorage } from 'node:async_hooks';

/** How many changes one piece of work has asked for that were made, or may have been. */
interface Tally {
  possible: number;
}

const tally = new AsyncLocalStorage<Tally>();

/** Keeps count of what `work`, and all that it waits for, changes for good in PostgreSQL. */
export function followChanges<T>(work: () => T): T {
  return tally.run({ possible: 0 }, work);
}

/** Whether the work that asks may have changed something that lasts: false only when it is known that it did not. */
export function mayHaveChanged(): boolean {
  const counted = tally.getStore();
  return counted === undefined || counted.possible > 0;
}

/**
 * Counts one change that is under way. It is taken back when PostgreSQL itself says no, also to a commit after something failed; a reply
 * that got lost leaves it standing.
 */
export function countChange(reply: Promise<unknown>): void {
  const counted = tally.getStore();
  if (counted === undefined) return;
  counted.possible += 1;
  const takeBack = (isNo: boolean): void => void (counted.possible -= isNo ? 1 : 0);
  reply.then(
    (answer) => takeBack(isRolledBack(answer)),
    (error: unknown) => takeBack(isRefusal(error)),
  );
}

function isRolledBack(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'command' in answer && answer.command === 'ROLLBACK';
}

/** PostgreSQL answered, and its answer is no. What it says while it stops (57P) or of a connection (08, 40003) is no answer to that. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !('severity' in error) || !('code' in error)) return false;
  return typeof error.code === 'string' && error.code !== '40003' && !/^(08|57P)/.test(error.code);
}
