import type * as z from 'zod';

import type { Fout } from '#contract/probleem.ts';

import { meldingVan, zinVoor, type Foutsoort } from './meldingen.ts';

type Deel = Fout['in'];

/** Parses one part of a request; every fault goes to `fouten`, so that all parts can be checked before anything is refused. */
export function parseDeel<S extends z.ZodType>(
  schema: S,
  invoer: unknown,
  deel: Deel,
  fouten: Fout[],
): z.output<S> | undefined {
  const uitslag = schema.safeParse(invoer, { reportInput: true });
  if (uitslag.success) return uitslag.data;
  fouten.push(...uitslag.error.issues.flatMap((issue) => foutenVan(issue, deel)));
  return undefined;
}

/** A fault that only the data can show: an unknown gemeente, a date in the future. */
export function fout(deel: Deel, pad: readonly PropertyKey[], code: Foutsoort): Fout {
  const isParameter = deel === 'query' && code === 'onbekend_veld';
  const detail = isParameter ? 'Deze parameter kennen wij niet.' : zinVoor({ deel, pad }, code);
  return { in: deel, location: plaatsVan(deel, pad), code, detail };
}

function foutenVan(issue: z.core.$ZodIssue, deel: Deel): Fout[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fout(deel, [...issue.path, key], 'onbekend_veld'));
  if (issue.code === 'invalid_union') {
    // The branch that got furthest says most; a union of plain values says it as one.
    const binnen = issue.errors.find((errors) => errors.some(({ path }) => path.length > 0));
    if (binnen !== undefined)
      return binnen.flatMap((kind) => foutenVan({ ...kind, path: [...issue.path, ...kind.path] }, deel));
  }
  return [{ in: deel, location: plaatsVan(deel, issue.path), ...meldingVan(issue, { deel, pad: issue.path }) }];
}

function plaatsVan(deel: Deel, pad: readonly PropertyKey[]): Fout['location'] {
  if (deel !== 'body') return { name: String(pad[0] ?? '') };
  return { pointer: `#${pad.map((stuk) => `/${encodeURIComponent(ontsnap(String(stuk)))}`).join('')}` };
}

/** RFC 6901 §3. A key may be any text, so ill-formed UTF-16 is mended before it goes into a URI fragment. */
function ontsnap(stuk: string): string {
  return stuk.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
}
