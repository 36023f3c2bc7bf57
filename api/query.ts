import * as z from 'zod';

/**
 * The query of a URL as a schema expects it: numbers and booleans instead of text, lists from repeated keys. What cannot be read
 * as such stays text, so that the schema refuses it; a key that comes twice where one is expected stays a list.
 */
export function leesQuery(schema: z.ZodObject, search: string): Record<string, unknown> {
  const params = new URLSearchParams(search);
  const invoer: [string, unknown][] = [...new Set(params.keys())].map((naam) => {
    const waarden = params.getAll(naam);
    const soort = soortVan(Object.hasOwn(schema.shape, naam) ? schema.shape[naam] : undefined);
    if (soort === 'array') return [naam, waarden];
    return [naam, waarden.length === 1 ? waardeVan(waarden[0] ?? '', soort) : waarden];
  });
  return Object.fromEntries(invoer);
}

function waardeVan(tekst: string, soort: string | undefined): unknown {
  if (soort === 'number' && /^-?\d{1,15}$/.test(tekst)) return Number(tekst);
  if (soort === 'boolean' && (tekst === 'true' || tekst === 'false')) return tekst === 'true';
  return tekst;
}

function soortVan(schema: unknown): string | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return soortVan(schema.unwrap());
  return schema instanceof z.ZodType ? schema.def.type : undefined;
}
