import { Client } from 'pg';

/** A query as it went to PostgreSQL. */
export interface GesteldeVraag {
  text: string;
  values: unknown[];
}

/** Every query on rows that this process sends while `werk` runs, in order, also when that fails. */
export async function gesteldeVragen(werk: () => Promise<unknown>): Promise<GesteldeVraag[]> {
  const vragen: GesteldeVraag[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- it is given its connection below
  const { query } = Client.prototype;
  // oxlint-disable-next-line typescript/no-explicit-any -- pg gives this method nine shapes
  Client.prototype.query = function (this: Client, ...args: any[]): any {
    const [eerste, waarden] = args as [string | GesteldeVraag, unknown[] | undefined];
    const vraag = typeof eerste === 'string' ? { text: eerste, values: waarden ?? [] } : eerste;
    if (/^\s*(select|with|update|insert|delete)\b/i.test(vraag.text)) vragen.push(vraag);
    return Reflect.apply(query, this, args);
  };
  try {
    await werk();
  } finally {
    Client.prototype.query = query;
  }
  return vragen;
}
