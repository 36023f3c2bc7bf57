import * as z from 'zod';

/** The schema itself, without that it may be left out or null. */
export function kernVan(schema: z.ZodType): z.ZodType {
  const magLeeg = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable;
  return magLeeg ? kernVan(schema.unwrap() as z.ZodType) : schema;
}
