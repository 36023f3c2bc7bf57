import assert from 'node:assert/strict';

import { Ajv2020 } from 'ajv/dist/2020.js';

import { ROUTES } from '#api/routes/index.ts';
import { RAPPORTMEDIATYPEN } from '#contract/rapport.ts';
import { type Client, nieuwSignaal, startApp, vraag } from '#test/support/app.ts';

interface Operatie {
  operationId: string;
  summary: string;
  parameters?: { name: string; in: string; schema: object; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<
    string,
    { description: string; headers?: Record<string, unknown>; content?: Record<string, { schema: object }> }
  >;
}

/** Where one thing with versions is read. */
const LEZINGEN = [
  '/signalen/{signaal}',
  '/patronen/{patroon}',
  '/patroonvoorstellen/{voorstel}',
  '/rapporten/{rapport}',
  '/gebruikers/{gebruiker}',
  '/lessen/{les}',
];

/** The types of files, by what their path ends with. */
const BESTANDEN: Readonly<Record<string, readonly string[]>> = {
  bijlage: ['application/pdf', 'image/jpeg', 'image/png'],
  bestand: ['application/pdf', 'image/jpeg', 'image/png'],
  vorm: RAPPORTMEDIATYPEN,
  tijdvak: ['application/zip'],
};

describe('the OpenAPI document', () => {
  let app: Client;
  // oxlint-disable-next-line no-explicit-any -- read as what it should be
  let document: any;
  before(async () => {
    app = await startApp();
    const { status, headers, body } = await vraag(`${app.url}/api/v1/openapi.json`);
    assert.deepEqual([status, headers.get('access-control-allow-origin')], [200, '*']);
    document = body;
  });
  after(() => app.stop());

  const operaties = (): [string, string, Operatie][] =>
    Object.entries(document.paths as Record<string, Record<string, Operatie>>).flatMap(([pad, methoden]) =>
      Object.entries(methoden).map(([methode, operatie]): [string, string, Operatie] => [pad, methode, operatie]),
    );

  it('says of every operation that asks nothing that an empty object may be sent, and nothing else', () => {
    const zonder = ROUTES.filter(({ contract: { method, body } }) => method === 'post' && body === undefined);
    assert.ok(zonder.length > 10);
    for (const { contract } of zonder) {
      const { required, content } = document.paths[contract.path].post.requestBody;
      const { schema } = content['application/json'];
      assert.deepEqual([required, schema.additionalProperties], [false, false], contract.path);
      assert.match(schema.description, /leeg object/);
    }
  });

  it('is OpenAPI 3.1, with contact, licence and the address of version 1', () => {
    assert.equal(document.openapi, '3.1.0');
    assert.deepEqual(Object.keys(document.info.contact).toSorted(), ['email', 'name', 'url']);
    assert.equal(document.servers[0].url, `${app.url}/api/v1`);
  });

  it('describes every route, and each has a name of its own', () => {
    assert.equal(operaties().length, ROUTES.length);
    assert.equal(new Set(operaties().map(([, , { operationId }]) => operationId)).size, ROUTES.length);
  });

  it('every reference leads somewhere, and every schema is JSON Schema 2020-12', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'openapi', ...document });
    for (const naam of Object.keys(document.components.schemas)) {
      assert.ok(ajv.compile({ $ref: `openapi#/components/schemas/${naam}` }), naam);
    }
    for (const verwijzing of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
      assert.ok(Object.hasOwn(document.components.schemas, verwijzing[1] ?? ''), verwijzing[1]);
    }
  });

  it('its schema of a signaal refuses what the API refuses, also between fields', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'openapi', ...document });
    const klopt = ajv.compile({ $ref: 'openapi#/components/schemas/NieuwSignaal' });
    assert.ok(klopt(nieuwSignaal()));
    for (const anders of [
      { wens: 'hulp' },
      { urgentie: 'spoed' },
      { spoedreden: 'x' },
      { wens: 'melden', urgentie: 'hoog' },
      { doelgroepen: ['NAH', 'GEEN_VAN_DEZE'] },
      { doelgroepen: ['NAH', 'NAH'] },
      { knelpunt: ' \n' },
      { onbekend: 1 },
    ]) {
      assert.equal(klopt(nieuwSignaal(anders)), false, JSON.stringify(anders));
    }
  });

  it('its schema of better codes refuses what the API refuses: GEEN_VAN_DEZE beside another, a code twice, nothing at all', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'openapi', ...document });
    const klopt = ajv.compile({ $ref: 'openapi#/components/schemas/NieuweIndeling' });
    const { nummer } = (await app.as('metgezel.noord').post('/signalen', nieuwSignaal())).body;
    for (const [goed, indeling] of [
      [true, { doelgroepen: ['GEEN_VAN_DEZE'] }],
      [true, { wetten: [] }],
      [false, { doelgroepen: ['NAH', 'GEEN_VAN_DEZE'] }],
      [false, { doelgroepen: ['NAH', 'NAH'] }],
      [false, { toelichting: 'Zomaar.' }],
      [false, {}],
    ] as const) {
      assert.equal(klopt(indeling), goed, JSON.stringify(indeling));
      const { status } = await app.as('coordinator.noord').post(`/signalen/${nummer}/indelingen`, indeling);
      assert.equal(status !== 400, goed, JSON.stringify(indeling));
    }
  });

  it('follows the NL API Design Rules: Dutch plural nouns in kebab-case, camelCase parameters, documented versions and problems', () => {
    for (const [pad, methode, { parameters = [], responses, summary }] of operaties()) {
      const wat = `${methode} ${pad}`;
      assert.match(pad, /^(\/(_?[a-z]+(-[a-z]+)*|\{[a-z]+\}))+$/, wat);
      assert.ok(summary.length > 0, wat);
      for (const { name, in: waar } of parameters)
        if (waar === 'query') assert.match(name, /^[a-z]+([A-Z][a-z]+)*$/, wat);
      for (const [status, { headers = {}, content = {} }] of Object.entries(responses)) {
        assert.ok('API-Version' in headers, `${wat} ${status}`);
        const [, bestand = ''] =
          /\{(bijlage|bestand|vorm|tijdvak)\}$/.exec(methode === 'get' && status === '200' ? pad : '') ?? [];
        const goed = BESTANDEN[bestand] ?? ['application/json'];
        const verwacht = status === '304' ? [] : Number(status) < 400 ? goed : ['application/problem+json'];
        assert.deepEqual(Object.keys(content), verwacht, `${wat} ${status}`);
      }
      for (const status of ['400', '401', '403', '500', '503']) assert.ok(status in responses, `${wat} ${status}`);
    }
  });

  it('promises a version for If-Match where a signaal, a patroon, a les, a report or an account is answered, and nowhere else', () => {
    for (const [pad, methode, { responses }] of operaties()) {
      const isDaad =
        methode === 'post' &&
        /^\/(signalen|patronen|patroonvoorstellen|rapporten|lessen)/.test(pad) &&
        !pad.endsWith('/_vooraf');
      const VAN_ACCOUNT = ['post /gebruikers', 'post /gebruikers/{gebruiker}/wijzigingen'];
      const heeftVersie =
        isDaad || (methode === 'get' && LEZINGEN.includes(pad)) || VAN_ACCOUNT.includes(`${methode} ${pad}`);
      const [goed] = Object.entries(responses).filter(([status]) => Number(status) < 300);
      assert.equal('ETag' in (goed?.[1].headers ?? {}), heeftVersie, `${methode} ${pad}`);
    }
  });

  it('promises 413 and 415 wherever a body is read, and 304 where a signaal, a patroon, a les, a report or an account is', () => {
    for (const [pad, methode, { parameters = [], responses }] of operaties()) {
      for (const status of ['413', '415'])
        assert.equal(status in responses, ['post', 'put'].includes(methode), `${methode} ${pad} ${status}`);
      const isLezing = methode === 'get' && LEZINGEN.includes(pad);
      assert.equal('304' in responses, isLezing, `${methode} ${pad}`);
      assert.equal(
        parameters.some(({ name }) => name === 'If-None-Match'),
        isLezing,
        `${methode} ${pad}`,
      );
    }
  });

  it('dates are called …Datum and are dates, instants are called …Op and are date-times', () => {
    const alle = JSON.stringify(document.components.schemas);
    for (const [, naam, velden] of alle.matchAll(/"(\w*(?:[dD]atum|Op))":(\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})/g)) {
      const verwacht = naam?.endsWith('Op') ? '"format":"date-time"' : '"format":"date"';
      assert.ok(velden?.includes(verwacht), `${naam}: ${velden}`);
    }
  });
});
