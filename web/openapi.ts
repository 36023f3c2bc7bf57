/** The parts of an OpenAPI document that the reference page shows. */
export interface Document {
  info: { title: string; version: string; description?: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operatie>>;
  components: { schemas: Record<string, Schema> };
}

export interface Operatie {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
}

export interface Schema {
  $ref?: string;
  /** More than one where it may also be null. */
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  default?: unknown;
}

/** The name of a component that is referred to, or undefined. */
function naamVan({ $ref }: Schema): string | undefined {
  return $ref?.split('/').at(-1);
}

/** A schema itself, with what was said where it is referred to. */
export function volg(schema: Schema, { components }: Document): Schema {
  const naam = naamVan(schema);
  return naam === undefined ? schema : { ...components.schemas[naam], ...schema };
}

/** A type in a few Dutch words, such as "lijst van Doelgroep, 1 tot en met 6". */
export function typeInWoorden(schema: Schema): string {
  const naam = naamVan(schema);
  if (naam !== undefined) return naam;
  const keuzes = schema.anyOf ?? schema.oneOf;
  if (keuzes !== undefined) return keuzes.map(typeInWoorden).join(' of ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(String).join(', ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeInWoorden({ ...schema, type })).join(' of ');
  if (schema.type === 'array')
    return `lijst van ${typeInWoorden(schema.items ?? {})}${grenzen(schema.minItems, schema.maxItems, 'stuks')}`;
  return enkelvoudig(schema, schema.type);
}

const NAMEN: Record<string, string> = {
  string: 'tekst',
  integer: 'geheel getal',
  number: 'getal',
  boolean: 'true of false',
  object: 'object',
};
const FORMATEN: Record<string, string> = {
  date: 'datum',
  'date-time': 'tijdstip in UTC',
  uuid: 'uuid',
  'uri-reference': 'verwijzing',
};

function enkelvoudig({ format = '', minLength, maxLength, minimum, maximum }: Schema, type = ''): string {
  if (type === 'null') return 'null';
  const naam = FORMATEN[format] ?? NAMEN[type] ?? 'van alles';
  if (type === 'string') return `${naam}${grenzen(minLength, maxLength, 'tekens')}`;
  const isBegrensd = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  return isBegrensd ? `${naam}${grenzen(minimum, maximum, '')}` : naam;
}

function grenzen(van: number | undefined, tot: number | undefined, eenheid: string): string {
  if (tot === undefined) return '';
  return `, ${van === undefined || van === 0 ? 'hoogstens ' : `${van} tot en met `}${tot}${eenheid === '' ? '' : ` ${eenheid}`}`;
}
