import type * as z from 'zod';

/** What holds between fields, with the field at which a fault is told; those of an act are the rules' own (`Veldregel`). */
interface Veldregel<T> {
  /** `''` for all of them together: told when nothing else is wrong. */
  veld: (keyof T & string) | '';
  soort: string;
  /** Its sentence, for the rules of an act. */
  reden?: string;
  klopt: (invoer: Partial<T>) => boolean;
}

/** Checks each rule also when other fields are wrong, so that everything is said at once. */
export function metRegels<S extends z.ZodObject>(schema: S, regels: readonly Veldregel<z.output<S>>[]): S {
  return regels.reduce(
    (streng, { veld, soort, reden, klopt }) =>
      streng.refine((invoer) => klopt(invoer as Partial<z.output<S>>), {
        params: { soort, reden },
        ...(veld !== '' && {
          path: [veld],
          when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
        }),
      }),
    schema,
  );
}
