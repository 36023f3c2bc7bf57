import { pino, type DestinationStream, type Level, type Logger } from 'pino';

import { describeError } from './describe-error.ts';

/** Every field that a line may have besides time, level, name and message. What is not here is not written. */
const FIELDS: ReadonlySet<string> = new Set([
  // of a request
  'method',
  'route',
  'status',
  'ms',
  'afgebroken',
  'code',
  // of a process and its parts
  'port',
  'host',
  'part',
  'pause',
  'aantal',
  'nieuw',
  // of Temporal's own lines
  'activityId',
  'activityType',
  'attempt',
  'isLocal',
  'namespace',
  'runId',
  'sdkComponent',
  'taskQueue',
  'workflowId',
  'workflowType',
]);
/** Fields with an error in them. */
const ERRORS: ReadonlySet<string> = new Set(['err', 'error', 'failure']);
/** Longer than any word of ours; a text that somebody wrote does not hide in a field. */
const LONGEST = 200;

/**
 * JSON lines on standard output, by allow-list: the message is a fixed sentence of ours, a field is one of FIELDS, and an error is
 * told by `describeError`. So what people write about a family cannot come into a log, whoever quotes it.
 */
export function createLogger(name: string, level: Level | 'silent', destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    formatters: { bindings: () => ({ name }), log: allowed },
    // pino's own would add what it finds below an error.
    serializers: { err: asItIs },
    hooks: { logMethod },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function asItIs(value: unknown): unknown {
  return value;
}

type Write = (this: Logger, ...args: [object | string, string?]) => void;

/** pino would take the message of an error for the message of the line where that has none, and fill in what follows a message. */
function logMethod(this: Logger, [first, second]: readonly unknown[], method: unknown): void {
  const write = method as Write;
  if (typeof first === 'string') return write.call(this, first);
  const fields = first instanceof Error ? { err: first } : typeof first === 'object' && first !== null ? first : {};
  write.call(this, fields, typeof second === 'string' ? second : '');
}

function allowed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => {
      if (ERRORS.has(field)) return [[field, describeError(value)]];
      return FIELDS.has(field) ? [[field, plain(value)]] : [];
    }),
  );
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, LONGEST);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string').map(plain) : undefined;
}
