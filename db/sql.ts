import type { Kysely } from '@mikro-orm/postgresql';

import { keepPlan } from './preparing-client.ts';

/** Where a query runs: the pool (`orm.em.getKysely()`) or one transaction. */
export type Db = Pick<Kysely<unknown>, 'executeQuery'>;

/** A piece of SQL with its values apart; pieces nest. */
export class Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];

  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }
}

/** SQL in which every `${value}` becomes a bound parameter and every `${sql`…`}` a part of the text. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  return new Sql(strings, values);
}

/** `parts` one after the other with `between` between them. */
export function join(parts: readonly Sql[], between: string): Sql {
  if (parts.length === 0) return new Sql([''], []);
  return new Sql(['', ...parts.slice(1).map(() => between), ''], parts);
}

/** `value` as one jsonb parameter: the way to hand over many rows at once (`jsonb_to_recordset`). */
export function jsonb(value: unknown): Sql {
  return sql`${JSON.stringify(value)}::jsonb`;
}

/** The rows of a query. MikroORM's own `execute` writes values into the text; here they stay parameters. */
export async function rows<Row = Record<string, unknown>>(db: Db, query: Sql): Promise<Row[]> {
  const parameters: unknown[] = [];
  const text = render(query, parameters);
  keepPlan(text);
  const result = await db.executeQuery<Row>({
    sql: text,
    parameters,
    query: { kind: 'RawNode', sqlFragments: [text], parameters: [] },
    queryId: { queryId: '' },
  });
  return result.rows;
}

function render({ strings, values }: Sql, parameters: unknown[]): string {
  return strings.reduce((text, string, i) => {
    const value = values[i - 1];
    if (value instanceof Sql) return text + render(value, parameters) + string;
    parameters.push(value);
    return `${text}$${parameters.length}${string}`;
  });
}
