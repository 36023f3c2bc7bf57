import type { Logger } from 'pino';

import { describeError, sayError } from './describe-error.ts';
import { StartError } from './start-error.ts';

/** What `load` makes of the settings. What is wrong with them is printed for whoever starts the process, which ends with 1. */
export function settingsOrEnd<T>(load: () => T): T {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Writes what nobody caught to the log and ends the process. Node itself would print every field of the error. */
export function endOnUncaught(log: Logger): void {
  process.once('uncaughtException', (error) => {
    // Where it was thrown is of no use to who can mend it.
    if (error instanceof StartError) log.fatal(error.message);
    else log.fatal({ err: error }, 'uncaught');
    process.exit(1);
  });
}

/**
 * Runs the work of a command. What goes wrong is one sentence on standard error and exit code 1: that of a StartError, otherwise
 * `sentence` with what may be told of the error.
 */
export async function runCommand(work: () => Promise<void>, sentence: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof StartError ? error.message : inFull(error, sentence)}\n`);
    process.exitCode ||= 1;
  }
}

function inFull(error: unknown, sentence: string): string {
  const { stack = '' } = describeError(error);
  return [sentence, sayError(error), ...stack.split('\n').filter((line) => line !== '')].join('\n  ');
}
