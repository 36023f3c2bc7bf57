import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';

import { type Client, nieuwSignaal, startApp, vraag } from '#test/support/app.ts';
import { keren } from '#test/support/keren.ts';
import { type JsonSchema, uitSchema } from '#test/support/uit-schema.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: JsonSchema;
}

interface Operatie {
  parameters?: readonly Parameter[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema: JsonSchema }>> }>>;
}

interface Document {
  paths: Readonly<Record<string, Readonly<Record<string, Operatie>>>>;
  components: { schemas: Readonly<Record<string, JsonSchema>> };
}

/** One request that somebody might make. */
interface Verzonnen {
  wie: string;
  pad: string;
  methode: string;
  delen: Readonly<Record<string, unknown>>;
  lichaam: string | undefined;
}

/** Who may do much asks often. */
const MENSEN = [
  ...Array<string>(4).fill('landelijk'),
  ...Array<string>(4).fill('metgezel.noord'),
  ...Array<string>(3).fill('coordinator.noord'),
  'programmaleiding',
  'beheer',
  'auditor',
];
const TEGELIJK = 4;

describe('requests made up from the OpenAPI document', () => {
  let app: Client;
  let document: Document;
  let ajv: Ajv2020;
  const telling = new Map<string, number>();
  before(async () => {
    app = await startApp();
    document = (await vraag(`${app.url}/api/v1/openapi.json`)).body;
    ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'openapi', ...document });
  });
  after(async () => {
    await app.stop();
    const regels = [...telling]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([status, aantal]) => `${aantal} × ${status}`);
    process.stdout.write(`    made up: ${regels.join(', ')}\n`);
  });

  it('are all answered with a documented status and what its schema says, and never with a fault of ours', async () => {
    const nummers = await ingediend();
    const keuze = fc.oneof(
      ...operaties().map(([pad, methode, operatie]) => verzonnen(pad, methode, operatie, nummers)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(keuze, { minLength: TEGELIJK, maxLength: TEGELIJK }), async (vragen) => {
        await Promise.all(vragen.map(stel));
      }),
      keren(500),
    );
    assert.deepEqual(app.fouten, []);
  });

  const operaties = (): [string, string, Operatie][] =>
    Object.entries(document.paths).flatMap(([pad, methoden]) =>
      Object.entries(methoden).map(([methode, operatie]): [string, string, Operatie] => [pad, methode, operatie]),
    );

  /** Signalen to ask about, one of them with a verzoek. */
  async function ingediend(): Promise<{ signaal: string; verzoek: string }[]> {
    const gemaakt = [];
    for (const wens of ['zelf', 'hulp', 'melden']) {
      const anders = { wens, ...(wens === 'hulp' && { motief: 'geen_reactie' }) };
      const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal(anders));
      gemaakt.push({ signaal: String(body.nummer), verzoek: randomUUID() });
    }
    const [eigen] = gemaakt;
    const inhoud = { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wilt u beslissen?' };
    const { body } = await app.as('metgezel.noord').post(`/signalen/${eigen?.signaal}/verzoeken`, inhoud);
    if (eigen !== undefined) eigen.verzoek = body.verzoeken[0].id;
    return gemaakt;
  }

  function verzonnen(
    pad: string,
    methode: string,
    { parameters = [], requestBody }: Operatie,
    nummers: readonly { signaal: string; verzoek: string }[],
  ): fc.Arbitrary<Verzonnen> {
    const uit = (schema: JsonSchema) => uitSchema(schema, document.components.schemas);
    const raar = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
    const delen = fc.record(
      Object.fromEntries(
        parameters.map(({ name, schema }) => [
          name,
          fc.oneof({ weight: 12, arbitrary: uit(schema) }, { weight: 1, arbitrary: raar }),
        ]),
      ),
      { requiredKeys: parameters.filter(({ required }) => required === true).map(({ name }) => name) },
    );
    const schema = requestBody?.content['application/json']?.schema;
    const lichaam =
      schema === undefined
        ? fc.constant(undefined)
        : fc.oneof(
            { weight: 12, arbitrary: uit(schema).map((waarde) => JSON.stringify(waarde)) },
            { weight: 2, arbitrary: fc.json() },
            { weight: 1, arbitrary: raar },
          );
    return fc.record({
      wie: fc.constantFrom(...MENSEN),
      pad: fc.constant(pad),
      methode: fc.constant(methode),
      delen: fc
        .tuple(delen, fc.option(fc.constantFrom(...nummers), { freq: 8 }))
        .map(([gemaakt, bestaand]) => ({ ...gemaakt, ...(pad.includes('{signaal}') && bestaand) })),
      lichaam,
    });
  }

  async function stel({ wie, pad, methode, delen, lichaam }: Verzonnen): Promise<void> {
    const operatie = document.paths[pad]?.[methode];
    assert.ok(operatie);
    const { parameters = [] } = operatie;
    const van = (plaats: Parameter['in']) =>
      parameters.filter((een) => een.in === plaats && delen[een.name] !== undefined);
    const paren = van('query').flatMap(({ name }) =>
      [delen[name]].flat().map((waarde): [string, string] => [name, String(waarde)]),
    );
    const query = new URLSearchParams(paren).toString();
    const adres = pad.replaceAll(/\{(\w+)\}/g, (_, naam: string) => encodeURIComponent(String(delen[naam])));
    const koppen = van('header').filter(({ name }) => /^[\x20-\x7e]+$/.test(String(delen[name])));
    const headers = Object.fromEntries(koppen.map(({ name }) => [name, String(delen[name])]));
    const reply = await vraag(`${app.url}/api/v1${adres}?${query}`, {
      method: methode.toUpperCase(),
      headers: {
        authorization: `Bearer ${await app.token(wie)}`,
        ...headers,
        ...(lichaam !== undefined && { 'content-type': 'application/json' }),
      },
      ...(lichaam !== undefined && { body: lichaam }),
    });
    telling.set(String(reply.status), (telling.get(String(reply.status)) ?? 0) + 1);
    const wat = `${wie} ${methode} ${adres}?${query} ${lichaam}`;
    assert.ok(reply.status < 500, `${wat}: ${reply.status}`);
    assert.ok(String(reply.status) in operatie.responses, `${wat}: ${reply.status} is not documented`);
    const [soort = ''] = (reply.headers.get('content-type') ?? '').split(';');
    if (reply.status === 304 || !soort.includes('json')) return;
    const klopt = schemaVan(pad, methode, reply.status, soort);
    assert.ok(klopt(reply.body), `${wat}: ${JSON.stringify(klopt.errors)}`);
  }

  function schemaVan(pad: string, methode: string, status: number, soort: string): ValidateFunction {
    const deel = ['paths', pad, methode, 'responses', String(status), 'content', soort, 'schema']
      .map((stuk) => encodeURIComponent(stuk.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const klopt = ajv.getSchema(`openapi#/${deel}`);
    assert.ok(klopt, deel);
    return klopt;
  }
});
