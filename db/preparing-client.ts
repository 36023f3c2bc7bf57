import { createHash } from 'node:crypto';

import { Client } from 'pg';

/** Name of the prepared statement by text. */
const names = new Map<string, string>();

/**
 * Has the server keep the plan of `text`, by connection: planning is two thirds of what our queries cost it. Only for text
 * without values in it, of which there are as many as there are queries in the source.
 */
export function keepPlan(text: string): void {
  if (!names.has(text)) names.set(text, createHash('sha256').update(text).digest('base64url'));
}

/**
 * A connection that keeps those plans. A pooler between us and PostgreSQL has to know prepared statements (PgBouncer does
 * from 1.21).
 */
export class PreparingClient extends Client {
  // oxlint-disable-next-line typescript/no-explicit-any -- pg gives this method nine shapes; only one of them is changed.
  override query(...args: any[]): any {
    const [text, values] = args as [string, unknown[]];
    const name = names.get(text);
    return name === undefined ? super.query(...(args as [string])) : super.query({ name, text, values });
  }
}
