import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';

import { ADRESSEN } from '#contract/adressen.ts';
import { ProbleemSchema } from '#contract/probleem.ts';

import type { Contract } from './contract.ts';
import {
  API_VERSIE,
  GEEN_BODY,
  IDEMPOTENCY_KEY,
  IF_MATCH,
  IF_NONE_MATCH,
  kentVersie,
  schrijft,
  toontVersie,
} from './route.ts';

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** That document, made when somebody asks for it and kept: it takes a tenth of a second, and hardly any process is asked. */
export function openApiOf(contracten: readonly Contract[], publicUrl: string): () => OpenApiDocument {
  let document: OpenApiDocument | undefined;
  return () => (document ??= createOpenApi(contracten, publicUrl));
}

/** The OpenAPI 3.1 document of these operations, made from the schemas that check every request and answer. */
export function createOpenApi(contracten: readonly Contract[], publicUrl: string): OpenApiDocument {
  const beschreven: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'Signaalpunt',
      version: API_VERSIE,
      description: BESCHRIJVING,
      contact: { name: 'Team Signaalpunt', url: `${publicUrl}/`, email: 'signaalpunt@voorbeeld.nl' },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${publicUrl}${ADRESSEN.api()}`, description: 'Deze omgeving' }],
    tags: [...new Set(contracten.map(({ onderwerp }) => onderwerp))].map((name) => ({ name })),
    security: [{ bearer: [] }],
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Een access token (RFC 9068) van de OpenID-provider.',
        },
      },
    },
    paths: paden(contracten),
  };
  return createDocument(beschreven, { override: ({ jsonSchema }) => noemNullMetHetType(jsonSchema) });
}

/**
 * What has a format and may be null says both at once: `type: ["string", "null"], format: date`. The API Design Rules look for the format of a date
 * beside its type (/core/date-time/date-omit-time-portion).
 */
function noemNullMetHetType(schema: z.core.JSONSchema.BaseSchema): void {
  const [waarde, niets, ...meer] = schema.anyOf ?? [];
  if (waarde === undefined || niets === undefined || meer.length > 0 || !isAlleenNull(niets)) return;
  if (!('format' in waarde) || typeof waarde.type !== 'string') return;
  delete schema.anyOf;
  Object.assign(schema, { ...waarde, ...schema, type: [waarde.type, 'null'] });
}

function isAlleenNull(schema: object): boolean {
  return 'type' in schema && schema.type === 'null';
}

const BESCHRIJVING =
  'Signalen over knelpunten indienen, volgen en behandelen. De API volgt de NL API Design Rules. Tijdstippen staan in UTC, ' +
  'datums gelden in Nederland. Elk verzoek dat iets verandert heeft een Idempotency-Key: hetzelfde verzoek nog eens sturen is veilig.';

function paden(contracten: readonly Contract[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const contract of contracten) {
    paths[contract.path] = { ...paths[contract.path], [contract.method]: bewerking(contract) };
  }
  return paths;
}

function bewerking(contract: Contract): ZodOpenApiOperationObject {
  const { operatie, onderwerp, samenvatting, omschrijving, params, query, rollen } = contract;
  const header = koppen(contract);
  return {
    operationId: operatie,
    tags: [onderwerp],
    summary: samenvatting,
    description: [omschrijving, `Voor: ${rollen.join(', ')}.`].filter((zin) => zin !== undefined).join('\n\n'),
    requestParams: { ...(params && { path: params }), ...(query && { query }), ...(header && { header }) },
    ...requestBodyVan(contract),
    responses: antwoorden(contract),
  };
}

/** Of an operation that asks nothing too: what may be sent all the same. */
function requestBodyVan(contract: Contract): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  const { method, body = method === 'post' || method === 'put' ? GEEN_BODY : undefined } = contract;
  if (body === undefined) return {};
  const schema = bodyschema(contract, body);
  return {
    requestBody: {
      required: !body.safeParse(undefined).success,
      content: Object.fromEntries(bodysoorten(contract).map((mediatype) => [mediatype, { schema }])),
    },
  };
}

/** A file is bytes, of which there may be so many. */
function bodyschema({ stuurt }: Contract, body: z.ZodType) {
  if (stuurt === undefined) return body;
  return body.meta({
    ...body.meta(),
    override: { type: 'string', format: 'binary', maxLength: stuurt.hoogstensBytes },
  });
}

function bodysoorten({ csv, stuurt }: Contract): readonly string[] {
  return stuurt?.mediatypen ?? [csv === true ? 'text/csv' : 'application/json'];
}

function koppen(contract: Contract): z.ZodObject | undefined {
  if (isLezing(contract)) return z.object({ 'If-None-Match': IF_NONE_MATCH.optional() });
  if (!schrijft(contract)) return undefined;
  const versie = kentVersie(contract) ? { 'If-Match': IF_MATCH.optional() } : {};
  return z.object({ 'Idempotency-Key': IDEMPOTENCY_KEY, ...versie });
}

function antwoorden(contract: Contract): ZodOpenApiResponsesObject {
  const maakt = schrijft(contract);
  const goed: ZodOpenApiResponseObject = {
    description: maakt ? 'Gelukt.' : 'Gevonden.',
    headers: z.object({ 'API-Version': VERSIEKOP, ...antwoordkoppen(contract) }),
    content: inhoudVan(contract),
  };
  const fouten = Object.entries(FOUTEN).filter(([, { bij }]) => bij(contract));
  return {
    [maakt ? '201' : '200']: goed,
    ...(isLezing(contract) && { 304: ONGEWIJZIGD }),
    ...Object.fromEntries(fouten.map(([status, { zin, headers }]) => [status, foutantwoord(zin, headers)])),
  };
}

function inhoudVan({ mediatypen, reply }: Contract): NonNullable<ZodOpenApiResponseObject['content']> {
  if (mediatypen === undefined) return { 'application/json': { schema: reply } };
  return Object.fromEntries(mediatypen.map((mediatype) => [mediatype, { schema: { contentMediaType: mediatype } }]));
}

function antwoordkoppen(contract: Contract): Record<string, z.ZodType> {
  const { path, method } = contract;
  return {
    ...(toontVersie(contract) && { ETag: ETAG }),
    ...(path === '/signalen' && method === 'post' && { Location: LOCATION }),
  };
}

const VERSIEKOP = z.string().meta({ description: 'De versie van de API.', example: API_VERSIE });
const ETAG = z.string().meta({
  description: 'Van precies dit antwoord, voor If-None-Match. Begint met de versie van de inhoud, voor If-Match.',
  example: '"3-2c26b46b68ffc68ff99b"',
});
const LOCATION = z
  .string()
  .meta({ description: 'Het adres van het signaal.', example: `${ADRESSEN.api()}/signalen/S-2027-0001` });
const RETRY_AFTER = z.string().meta({ description: 'Na hoeveel seconden u het weer kunt proberen.', example: '5' });
const WWW_AUTHENTICATE = z
  .string()
  .meta({ description: 'Hoe u zich aanmeldt.', example: 'Bearer realm="signaalpunt"' });

function foutantwoord(description: string, headers: Record<string, z.ZodType> = {}): ZodOpenApiResponseObject {
  return {
    description,
    headers: z.object({ 'API-Version': VERSIEKOP, ...headers }),
    content: { 'application/problem+json': { schema: ProbleemSchema } },
  };
}

/** True where one signaal is read, or something else with a version. */
function isLezing(contract: Contract): boolean {
  return contract.method === 'get' && toontVersie(contract);
}

const ONGEWIJZIGD: ZodOpenApiResponseObject = {
  description: 'Er is niets anders te zien dan u al hebt.',
  headers: z.object({ 'API-Version': VERSIEKOP, ETag: ETAG }),
};

interface Foutstatus {
  zin: string;
  bij: (contract: Contract) => boolean;
  headers?: Record<string, z.ZodType>;
}

const altijd = (): boolean => true;
const bijPost = ({ method }: Contract): boolean => method === 'post';

/** Its path or its query names something that may not be there. */
const noemtIets = ({ params, query }: Contract): boolean =>
  params !== undefined || (query !== undefined && 'signaal' in query.shape);

const metBody = ({ method }: Contract): boolean => method === 'post' || method === 'put';

const FOUTEN: Record<number, Foutstatus> = {
  400: { zin: 'Het verzoek is niet goed ingevuld. Alle fouten staan in errors.', bij: altijd },
  401: { zin: 'Er is geen geldig token.', bij: altijd, headers: { 'WWW-Authenticate': WWW_AUTHENTICATE } },
  403: { zin: 'Dit hoort niet bij uw rol of plaats.', bij: altijd },
  404: { zin: 'Dit bestaat niet, of u mag het niet zien.', bij: noemtIets },
  406: { zin: 'Er is om iets anders dan JSON gevraagd.', bij: altijd },
  409: { zin: 'Dit kan nu niet, of de Idempotency-Key hoort bij een ander verzoek.', bij: bijPost },
  412: { zin: 'Het signaal, patroon of account is intussen veranderd.', bij: kentVersie, headers: { ETag: ETAG } },
  413: {
    zin: 'Het verzoek is groter dan 512 kB, een bestand met CSV groter dan 100 kB, of een ander bestand groter dan 10 MB.',
    bij: metBody,
  },
  415: { zin: 'De body heeft een ander mediatype dan hier staat.', bij: metBody },
  429: {
    zin: 'Dit zijn te veel verzoeken, of er loopt er al een.',
    bij: altijd,
    headers: { 'Retry-After': RETRY_AFTER },
  },
  500: { zin: 'Er ging bij ons iets mis.', bij: altijd },
  503: { zin: 'Even niet bereikbaar; er is niets veranderd.', bij: altijd, headers: { 'Retry-After': RETRY_AFTER } },
};
