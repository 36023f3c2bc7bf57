import type * as z from 'zod';

/** What holds between fields, with the field at which a fault is told. */
export interface Regel<T> {
  veld: keyof T & string;
  soort: string;
  klopt: (invoer: Partial<T>) => boolean;
}

/** Checks each rule also when other fields are wrong, so that everything is said at once. */
export function metRegels<S extends z.ZodObject>(schema: S, regels: readonly Regel<z.output<S>>[]): S {
  return regels.reduce(
    (streng, { veld, soort, klopt }) =>
      streng.refine((invoer) => klopt(invoer as Partial<z.output<S>>), {
        path: [veld],
        params: { soort },
        when: ({ value }) => typeof value === 'object' && value !== null,
      }),
    schema,
  );
}
