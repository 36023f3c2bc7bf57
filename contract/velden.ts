import type { Zinnen, Zinzoeker } from './invoerfout.ts';

/**
 * The sentences of every field of an input and of all that is in it. A field that must be filled in says so in words of its own; which
 * others it needs is tried by `test/support/veldfouten.ts`.
 */
export type Velden<T> = { readonly [K in keyof T]-?: Veld<T[K]> };

type Veld<T> = Zinnen & (undefined extends T ? unknown : { readonly verplicht: string }) & Binnen<NonNullable<T>>;
type Binnen<T> = T extends readonly (infer E)[] ? Groep<E> : Groep<T>;
type Groep<T> = T extends object ? { readonly velden: Velden<T> } : unknown;

/** Sentences by field, whatever the fields are. */
export type Veldenboom = Readonly<Record<string, Zinnen & { readonly velden?: Veldenboom }>>;

/** Finds the sentence of a field. */
export function zoekerIn(velden: Veldenboom): Zinzoeker {
  return (pad, soort) => {
    const namen = pad.filter((stuk) => typeof stuk === 'string');
    return namen.reduce<Veldenboom[string] | undefined>((veld, naam, diepte) => {
      const hier = diepte === 0 ? velden : veld?.velden;
      return hier !== undefined && Object.hasOwn(hier, naam) ? hier[naam] : undefined;
    }, undefined)?.[soort];
  };
}
