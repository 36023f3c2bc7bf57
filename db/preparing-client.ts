import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';

import { Client, type ClientConfig, type FieldDef, type QueryResult } from 'pg';

import { countChange } from '#platform/changes.ts';

/** What is known of a text that stands in the source: the name of its prepared statement, and whether it may change something. */
const kept = new Map<string, { name: string; changes: boolean }>();

/**
 * Has the server keep the plan of `text`, by connection: planning is two thirds of what our queries cost it. Only for text
 * without values in it, of which there are as many as there are queries in the source.
 */
export function keepPlan(text: string): void {
  if (kept.has(text)) return;
  kept.set(text, { name: createHash('sha256').update(text).digest('base64url'), changes: CHANGES.test(text) });
}

/** By the rows of an answer, because the query builder above us hands on nothing else of it. */
const columns = new WeakMap<object, readonly FieldDef[]>();

/** The columns of an answer that came through a PreparingClient, by its rows. */
export function columnsOf(rows: readonly unknown[]): readonly FieldDef[] {
  const found = columns.get(rows);
  if (found === undefined) throw new TypeError('These rows are no answer of a PreparingClient');
  return found;
}

/** What may change something. Too much rather than too little: `for update` is one of them. */
const CHANGES = /\b(insert|update|delete|merge|truncate|add_job|por)\b/i;

/** Nothing was heard for `answerMs`, so the connection is dead, whatever the operating system thinks of it. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code = 'ETIMEDOUT';
}

export interface PreparingClientConfig extends ClientConfig {
  /** How long a question may be without any answer, in milliseconds, before the connection is given up; for ever when it is left out. */
  answerMs?: number;
}

/**
 * A connection that keeps those plans, tells what it may have changed, and gives itself up when nothing comes back: a cut cable or a
 * fail-over can swallow everything without a word. A pooler between us and PostgreSQL has to know prepared statements (PgBouncer
 * does from 1.21).
 */
export class PreparingClient extends Client {
  /** When it last answered, by `performance.now()`. */
  heardAt = performance.now();
  readonly #answerMs: number | undefined;
  #inTransaction = false;
  #changes = false;

  constructor(config?: string | PreparingClientConfig) {
    super(config);
    this.#answerMs = typeof config === 'object' ? config.answerMs : undefined;
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- pg gives this method nine shapes; only what all share is changed.
  override query(...args: any[]): any {
    const [text, values] = args as [unknown, unknown];
    const plan = typeof text === 'string' ? kept.get(text) : undefined;
    const told = toldOf(args);
    const reply: unknown =
      plan === undefined || told !== undefined
        ? super.query(...(args as [string]))
        : super.query({ name: plan.name, text: text as string, values: values as unknown[] });
    const answer = told ?? (reply instanceof Promise ? reply : undefined);
    if (answer === undefined) return reply;
    if (typeof text === 'string' && (plan === undefined ? this.#lasts(text) : this.#counts(plan.changes)))
      countChange(answer);
    this.#watch(answer);
    return reply;
  }

  /** Ends the connection at once, and lets whoever waits for it know. */
  giveUp(): void {
    this.connection.stream.destroy(new NoAnswer('PostgreSQL did not answer in time'));
  }

  /** Whether this changes something for good: a change on its own, or the end of a transaction with one in it. */
  #lasts(text: string): boolean {
    const word = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase();
    if (word === 'begin' || word === 'start') {
      this.#inTransaction = true;
      this.#changes = false;
      return false;
    }
    if (word === 'commit' || word === 'end' || word === 'rollback') {
      this.#inTransaction = false;
      return word !== 'rollback' && this.#changes;
    }
    return this.#counts(CHANGES.test(text));
  }

  #counts(changes: boolean): boolean {
    this.#changes ||= changes;
    return changes && !this.#inTransaction;
  }

  #watch(reply: Promise<unknown>): void {
    // Heard before whoever asked, who comes after this.
    reply.then(rememberColumns, () => undefined);
    const silence = this.#answerMs === undefined ? undefined : new Silence(this, this.#answerMs);
    const answered = () => {
      this.heardAt = performance.now();
      silence?.end();
    };
    reply.then(answered, answered);
  }

  /** What has come in so far. */
  bytesRead(): number {
    return (this.connection.stream as Socket).bytesRead;
  }
}

/** Gives a connection up when nothing comes in for `answerMs`, until `end`. */
class Silence {
  readonly #client: PreparingClient;
  readonly #answerMs: number;
  #timer: NodeJS.Timeout;
  #read: number;
  #isOver = false;

  constructor(client: PreparingClient, answerMs: number) {
    this.#client = client;
    this.#answerMs = answerMs;
    this.#read = client.bytesRead();
    this.#timer = this.#wait();
  }

  end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  #wait(): NodeJS.Timeout {
    // After a stall of our own, what came in meanwhile is read first.
    return setTimeout(() => setImmediate(() => this.#look()), this.#answerMs);
  }

  #look(): void {
    if (this.#isOver) return;
    const read = this.#client.bytesRead();
    if (read === this.#read) return this.#client.giveUp();
    // A long answer is still coming in.
    this.#read = read;
    this.#timer = this.#wait();
  }
}

function rememberColumns(answer: unknown): void {
  const { rows, fields } = answer as Partial<QueryResult>;
  if (rows !== undefined && fields !== undefined) columns.set(rows, fields);
}

/** Of a query with a callback at its end: the same answer as a promise, of which nobody needs to hear that it fails. */
function toldOf(args: unknown[]): Promise<unknown> | undefined {
  const callback = args.at(-1);
  if (typeof callback !== 'function') return undefined;
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  promise.catch(() => undefined);
  args[args.length - 1] = (error: unknown, result: unknown): void => {
    if (error == null) resolve(result);
    else reject(error as Error);
    callback(error, result);
  };
  return promise;
}
