import type * as z from 'zod';

import type { Kijker } from '#domain/bevoegdheden.ts';

/** What is shown of cases, made for one viewer. */
export type Getoond<T> = T & z.core.$brand<'getoond'>;

const VAN_ZAKEN = new WeakSet<z.ZodType>();

/** The schema of an answer with what cases are about. No operation can give it without `toon`, and so without a viewer. */
export function vanZaken<S extends z.ZodType>(schema: S): z.core.$ZodBranded<S, 'getoond', 'inout'> {
  VAN_ZAKEN.add(schema);
  return schema.brand<'getoond', 'inout'>();
}

export function isVanZaken(schema: z.ZodType): boolean {
  return VAN_ZAKEN.has(schema);
}

/** Called by presenters alone: this is what they made for this viewer. */
export function toon<T>(_kijker: Kijker, weergave: T): Getoond<T> {
  return weergave as Getoond<T>;
}
