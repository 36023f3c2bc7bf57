import type * as z from 'zod';

import { type Foutsoort, type Invoerfout, invoerfout, leesInvoer, type Zinzoeker } from '#contract/invoerfout.ts';
import type { Fout } from '#contract/probleem.ts';
import { type Velden, type Veldenboom, zoekerIn } from '#contract/velden.ts';

import { zinVan } from './meldingen.ts';

type Deel = Fout['in'];

/**
 * Parses one part of a request; every fault goes to `fouten`, so that all parts can be checked before anything is refused. `zoek`
 * knows the sentences of its fields.
 */
export function parseDeel<S extends z.ZodType>(
  schema: S,
  invoer: unknown,
  deel: Deel,
  fouten: Fout[],
  zoek: Zinzoeker = zinVan,
): z.output<S> | undefined {
  const uitslag = leesInvoer(schema, invoer, zoek);
  if (uitslag.gelukt) return uitslag.invoer;
  fouten.push(...uitslag.fouten.map((gevonden) => alsFout(deel, gevonden)));
  return undefined;
}

/** A body and the sentences of all its fields, for the contract of an operation; `zoek` also tells what only the data show. */
export function metZinnen<S extends z.ZodType>(
  body: S,
  zinnen: Velden<NonNullable<z.input<S>>>,
): { body: S; zoek: Zinzoeker } {
  return { body, zoek: zoekerMet(zoekerIn(zinnen as Veldenboom)) };
}

/** Of a body as a whole this layer knows most: that it is JSON. */
export function zoekerMet(eigen: Zinzoeker): Zinzoeker {
  return (pad, soort) => eigen(pad, soort) ?? (pad.length === 0 ? zinVan(pad, soort) : undefined);
}

/** A fault that only the data can show: an unknown gemeente, a date in the future. */
export function fout(deel: Deel, pad: readonly PropertyKey[], soort: Foutsoort, zoek: Zinzoeker = zinVan): Fout {
  return alsFout(deel, invoerfout(pad, soort, zoek));
}

function alsFout(deel: Deel, { pad, soort, zin, woorden }: Invoerfout): Fout {
  const detail = deel === 'query' && soort === 'onbekend_veld' ? 'Deze parameter kennen wij niet.' : zin;
  return { in: deel, location: plaatsVan(deel, pad), code: soort, detail, ...(woorden !== undefined && { woorden }) };
}

function plaatsVan(deel: Deel, pad: readonly PropertyKey[]): Fout['location'] {
  if (deel !== 'body') return { name: String(pad[0] ?? '') };
  return { pointer: `#${pad.map((stuk) => `/${encodeURIComponent(ontsnap(String(stuk)))}`).join('')}` };
}

/** RFC 6901 §3. A key may be any text, so ill-formed UTF-16 is mended before it goes into a URI fragment. */
function ontsnap(stuk: string): string {
  return stuk.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
}
