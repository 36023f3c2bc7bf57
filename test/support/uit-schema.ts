import fc from 'fast-check';

/** As much of JSON Schema as the OpenAPI document uses. */
export interface JsonSchema {
  $ref?: string;
  type?: string | readonly string[];
  format?: string;
  pattern?: string;
  enum?: readonly unknown[];
  const?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  allOf?: readonly JsonSchema[];
  example?: unknown;
  examples?: readonly unknown[];
}

/** What may stand where this schema is, by each part for itself: what one field asks of another is left to luck. */
export function uitSchema(schema: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<unknown> {
  const uit = (deel: JsonSchema): fc.Arbitrary<unknown> => uitSchema(deel, schemas);
  if (schema.$ref !== undefined) return uit(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const keuzes = schema.anyOf ?? schema.oneOf;
  if (keuzes !== undefined) return fc.oneof(...keuzes.map(uit));
  if (schema.type === undefined && schema.allOf?.[0] !== undefined) return uit(schema.allOf[0]);
  const [soort = 'null', ...anders] = [schema.type ?? 'null'].flat();
  const waarde = vanSoort(soort, schema, uit);
  return anders.length === 0 ? waarde : fc.oneof(waarde, uit({ ...schema, type: anders }));
}

function vanSoort(
  soort: string,
  schema: JsonSchema,
  uit: (deel: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  switch (soort) {
    case 'string':
      return tekstUit(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -10, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) });
    case 'number':
      return fc.double({ min: schema.minimum ?? -10, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(uit(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case 'object':
      return voorwerpUit(schema, uit);
    default:
      return fc.constant(null);
  }
}

function voorwerpUit(
  { properties = {}, required = [] }: JsonSchema,
  uit: (deel: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const velden = Object.fromEntries(Object.entries(properties).map(([naam, deel]) => [naam, uit(deel)]));
  return fc.record(velden, { requiredKeys: required.filter((naam) => naam in velden) });
}

const DAG = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((dag) => dag.toISOString());

function tekstUit({
  format,
  pattern,
  minLength = 0,
  maxLength = 60,
  example,
  examples,
}: JsonSchema): fc.Arbitrary<unknown> {
  const bekend = [example, ...(examples ?? [])].filter((een) => een !== undefined);
  const verzonnen =
    format === 'date'
      ? DAG.map((dag) => dag.slice(0, 10))
      : format === 'date-time'
        ? DAG
        : format === 'uuid'
          ? fc.uuid()
          : pattern !== undefined && !pattern.includes('(?')
            ? fc.stringMatching(new RegExp(pattern, 'u'))
            : fc.string({ unit: 'binary', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) });
  return bekend.length === 0
    ? verzonnen
    : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...bekend) }, { weight: 1, arbitrary: verzonnen });
}
