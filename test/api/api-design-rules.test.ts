import assert from 'node:assert/strict';

import core, { type RulesetDefinition } from '@stoplight/spectral-core';
import { casing, pattern, schema, truthy } from '@stoplight/spectral-functions';
import rulesets from '@stoplight/spectral-rulesets';

import { createOpenApi } from '#api/openapi.ts';
import { ROUTES } from '#api/routes/index.ts';

const ERROR = 'error' as const;
const BEWERKING = '$.paths[*][get,put,post,delete,patch]';
const GELUKT = `${BEWERKING}.responses[?(@property >= '200' && @property < '400')]`;
const FOUT = `${BEWERKING}.responses[?(@property >= '400')]`;
/** RFC 9457, as far as the rules ask it. */
const PROBLEEM = {
  type: 'object',
  required: ['properties'],
  properties: { properties: { required: ['status', 'title', 'detail'] } },
};
const DATUM = '$..properties[?(/^(datum|date)$|(Datum|Date)$/.test(@property))]';

/** The rules that can be read off a document, by their names in the API Design Rules 2.1 (Logius), in Spectral and in our own words. */
const REGELS = {
  extends: [[rulesets.oas as unknown as RulesetDefinition, 'off']],
  rules: {
    // /core/publish-openapi: the document is what OpenAPI says
    'oas3-schema': ERROR,
    'oas3-api-servers': ERROR,
    'oas3-server-variables': ERROR,
    'oas3-valid-media-example': ERROR,
    'oas3-valid-schema-example': ERROR,
    'openapi-tags-uniqueness': ERROR,
    'operation-operationId-unique': ERROR,
    'path-params': ERROR,
    // /core/no-trailing-slash
    'path-keys-no-trailing-slash': ERROR,
    '/core/doc-openapi': eis('$', pattern, { match: '^3\\.' }, 'openapi'),
    '/core/doc-openapi-contact': eis('$.info', schema, {
      schema: heeft('contact', { required: ['name', 'email', 'url'] }),
    }),
    '/core/version-header': eis(GELUKT, schema, { schema: heeft('headers', { required: ['API-Version'] }) }),
    '/core/uri-version': eis('$.servers[*]', pattern, { match: '/v\\d+(/|$)' }, 'url'),
    '/core/semver': eis('$.info', pattern, { match: '^\\d+\\.\\d+\\.\\d+$' }, 'version'),
    '/core/http-methods': eis('$.paths[*]', pattern, { match: '^(get|put|post|delete|patch|head|options)$' }, '@key'),
    '/core/path-segments-kebab-case': eis(
      '$.paths',
      pattern,
      { match: '^(/(_?[a-z0-9]+(-[a-z0-9]+)*|\\{[^}]+\\}))+$' },
      '@key',
    ),
    '/core/query-keys-camel-case': eis(
      `${BEWERKING}.parameters[?(@.in === 'query')]`,
      casing,
      { type: 'camel' },
      'name',
    ),
    '/core/error-handling/problem-details': eis(FOUT, schema, {
      schema: heeft('content', heeft('application/problem+json', heeft('schema', PROBLEEM))),
    }),
    '/core/error-handling/invalid-input': eis(`${BEWERKING}.responses`, truthy, null, '400'),
    '/core/date-time/timezone': eis('$..properties[*]', pattern, { notMatch: '^(date-time-local|time)$' }, 'format'),
    '/core/date-time/date-omit-time-portion': eis(DATUM, schema, {
      schema: { required: ['format'], properties: { format: { const: 'date' } } },
    }),
  },
} satisfies RulesetDefinition;

/** One thing that breaks each rule of ours. */
const BREUKEN: Readonly<Record<string, (document: Document) => void>> = {
  '/core/doc-openapi': (document) => (document.openapi = '2.0'),
  '/core/doc-openapi-contact': ({ info }) => delete info.contact.email,
  '/core/version-header': ({ paths }) => delete lijst(paths).responses['200']?.headers?.['API-Version'],
  '/core/uri-version': ({ servers }) => servers.splice(0, 1, { url: 'https://signaalpunt.example/api' }),
  '/core/semver': ({ info }) => (info.version = '1'),
  '/core/http-methods': ({ paths }) => Object.assign(paths['/signalen'] ?? {}, { trace: lijst(paths) }),
  '/core/path-segments-kebab-case': ({ paths }) => (paths['/mijnSignalen'] = {}),
  '/core/query-keys-camel-case': ({ paths }) =>
    lijst(paths).parameters.push({ name: 'te_laat', in: 'query', schema: {} }),
  '/core/error-handling/problem-details': ({ paths }) => delete lijst(paths).responses['401']?.content,
  '/core/error-handling/invalid-input': ({ paths }) => delete lijst(paths).responses['400'],
  '/core/date-time/timezone': ({ components }) => voegToe(components, 'beginTijd', { type: 'string', format: 'time' }),
  '/core/date-time/date-omit-time-portion': ({ components }) =>
    voegToe(components, 'einddatumDatum', { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] }),
};

describe('the API Design Rules', () => {
  const spectral = new core.Spectral();
  before(() => spectral.setRuleset(REGELS));

  it('find no error in the OpenAPI document', async () => {
    const fouten = await spectral.run(JSON.stringify(gemaakt()));
    assert.deepEqual(
      fouten.map(({ code, message, path }) => `${code}: ${message} (${path.join('.')})`),
      [],
    );
  });

  it('find it when one of them is broken', async () => {
    const document = gemaakt();
    for (const breek of Object.values(BREUKEN)) breek(document);
    const codes = new Set((await spectral.run(JSON.stringify(document))).map(({ code }) => String(code)));
    assert.deepEqual(
      Object.keys(REGELS.rules).filter((regel) => regel.startsWith('/core/') && !codes.has(regel)),
      [],
    );
  });
});

interface Operatie {
  parameters: object[];
  responses: Record<string, { headers?: Record<string, unknown>; content?: object }>;
}

interface Document {
  openapi: string;
  info: { version: string; contact: { email?: string } };
  servers: object[];
  paths: Record<string, Record<string, Operatie>>;
  components: { schemas: Record<string, { properties?: Record<string, object> }> };
}

function gemaakt(): Document {
  const contracten = ROUTES.map(({ contract }) => contract);
  return JSON.parse(JSON.stringify(createOpenApi(contracten, 'https://signaalpunt.example')));
}

function lijst(paths: Document['paths']): Operatie {
  return paths['/signalen']?.['get'] ?? assert.fail();
}

function voegToe({ schemas }: Document['components'], naam: string, deel: object): void {
  Object.assign(schemas['Fout']?.properties ?? assert.fail(), { [naam]: deel });
}

type Functie = typeof pattern | typeof schema | typeof casing | typeof truthy;

/** What `functie` asks of each place that `given` leads to, or of its `field`. */
function eis(given: string, functie: Functie, functionOptions: unknown, field?: string) {
  const wat = { function: functie, functionOptions, ...(field !== undefined && { field }) };
  // oxlint-disable-next-line no-thenable -- Spectral calls it so
  return { severity: ERROR, given, then: wat };
}

function heeft(veld: string, dan: object): object {
  return { type: 'object', required: [veld], properties: { [veld]: dan } };
}
