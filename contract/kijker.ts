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

/** The numbers of the signalen of which something was shown, by the viewer: of one request, because each has a viewer of its own. */
const GETOOND = new WeakMap<object, Set<string>>();

/** Called by presenters alone: this is what they made for this viewer. It is remembered for the log. */
export function toon<T extends object>(kijker: Kijker, weergave: T): Getoond<T> {
  const getoond = GETOOND.get(kijker) ?? new Set();
  GETOOND.set(kijker, getoond);
  for (const nummer of nummersIn(weergave)) getoond.add(nummer);
  return weergave as Getoond<T>;
}

/** Of which signalen something was shown to this viewer. */
export function getoondAan(kijker: object): readonly string[] {
  return [...(GETOOND.get(kijker) ?? [])];
}

function nummersIn(weergave: object): string[] {
  const { nummer, signalen } = weergave as { nummer?: unknown; signalen?: unknown };
  const eigen = typeof nummer === 'string' ? [nummer] : [];
  if (!Array.isArray(signalen)) return eigen;
  const binnen = signalen.flatMap((signaal: unknown) =>
    typeof signaal === 'object' && signaal !== null ? nummersIn(signaal) : [],
  );
  return [...eigen, ...binnen];
}
