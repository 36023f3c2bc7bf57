/** All that may be told of an error in a log, on a terminal or to Temporal. */
export interface ErrorDescription {
  type: string;
  /** SQLSTATE, `ECONNREFUSED`, the code of a refusal. */
  code?: string | number;
  /** Absent when the words are not ours: PostgreSQL, JSON.parse and mail servers quote what people wrote. */
  message?: string;
  /** What of PostgreSQL it was about; names that stand in our own migrations. */
  table?: string;
  column?: string;
  constraint?: string;
  /** Which system call or SMTP command failed, and where to. */
  syscall?: string;
  address?: string;
  port?: number;
  command?: string;
  responseCode?: number;
  /** Where it was thrown: the places alone, without the message that V8 puts above them. */
  stack?: string;
  cause?: ErrorDescription;
  errors?: ErrorDescription[];
}

const WORD = /^\w{1,63}$/;
/** What is taken over from any error: names and numbers of the system, which nobody can write a sentence in. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  code: WORD,
  table: WORD,
  column: WORD,
  constraint: WORD,
  syscall: WORD,
  address: /^[\w.:[\]-]{1,100}$/,
  port: /^\d{1,5}$/,
  command: WORD,
  responseCode: /^\d{3}$/,
};
/** What drivers say without a code; every word of it is fixed. */
const FIXED_SENTENCES: ReadonlySet<string> = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
  'fetch failed',
  'This operation was aborted',
  'The operation was aborted due to timeout',
]);
/** A line of a stack: a place in a file, with line and column. */
const PLACE = /^\s+at (?:[\w.$<>#[\] ]+ \()?(?:async )?(?:file:\/\/|node:|\/|[A-Za-z]:\\)\S*:\d+:\d+\)?$/;
const DEEPEST = 5;
const MOST_PLACES = 30;
const LONGEST_MESSAGE = 500;

/**
 * What may be known of an error, by allow-list: its type, code, places, and its message when it was made in code of ours. Never
 * the `detail`, `where`, query or parameters of PostgreSQL, nor anything else that is not named here.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error };
  const places = placesOf(error);
  const description: ErrorDescription = {
    type: typeOf(error),
    ...((FIXED_SENTENCES.has(error.message) || isOurs(error, places)) && {
      message: error.message.slice(0, LONGEST_MESSAGE),
    }),
    ...systemFields(error),
    ...(places.length > 0 && { stack: places.slice(0, MOST_PLACES).join('\n') }),
  };
  if (depth >= DEEPEST) return description;
  if (error.cause !== undefined) description.cause = describeError(error.cause, depth + 1);
  if (error instanceof AggregateError)
    description.errors = error.errors.slice(0, DEEPEST).map((one: unknown) => describeError(one, depth + 1));
  return description;
}

/** The same in one line, without the places. */
export function sayError(error: unknown): string {
  return inWords(describeError(error));
}

function inWords({ type, code, message, constraint, command, responseCode, cause, errors }: ErrorDescription): string {
  const facts = [code, constraint, command, responseCode].filter((fact) => fact !== undefined).join(' ');
  const own = `${facts === '' ? type : `${type} ${facts}`}${message === undefined ? '' : `: ${message}`}`;
  const below = cause ?? errors?.[0];
  return below === undefined ? own : `${own} (${inWords(below)})`;
}

function systemFields(error: Error): Partial<ErrorDescription> {
  const values = error as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(FIELDS).flatMap(([field, allowed]) => {
      const value = values[field];
      const isPlain = typeof value === 'string' || typeof value === 'number';
      return isPlain && allowed.test(String(value)) ? [[field, value]] : [];
    }),
  );
}

function typeOf({ name, constructor }: Error): string {
  const own = constructor === Error ? name : constructor.name;
  return WORD.test(own) ? own : 'Error';
}

/**
 * Made with `new`, in a file of ours, from Error or a class of ours. What V8 throws itself may quote a value also where it is our
 * code that it happened in; what comes from a server has a severity, a query or a response.
 */
function isOurs(error: Error, [first]: readonly string[]): boolean {
  if (first === undefined || /[/\\]node_modules[/\\]|node:/.test(first)) return false;
  if ('severity' in error || 'query' in error || 'response' in error) return false;
  const { constructor } = error;
  return constructor === Error || constructor === AggregateError || !Object.hasOwn(globalThis, constructor.name);
}

function placesOf({ stack = '', message }: Error): string[] {
  const lines = (message === '' ? stack : stack.replaceAll(message, '')).split('\n');
  return lines.filter((line) => PLACE.test(line)).map((line) => line.trim());
}
