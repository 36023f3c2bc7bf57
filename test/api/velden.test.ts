import assert from 'node:assert/strict';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp, vraag } from '#test/support/app.ts';

const BLANCO = ['\u200b', '\u3164', '\u2800', '\u00ad\u2060', '\u202e\u202c'];
const CONTACT = { naam: 'Noortje Smit', email: 'leerplicht.groningen@voorbeeld.nl', telefoon: '050 123 45 09' };

describe('the fields of the API', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  it('each text and each list that may be sent has a bound', async () => {
    const { body: document } = await vraag(`${app.url}/api/v1/openapi.json`);
    const gezien = new Set<string>();
    const onbegrensd: string[] = [];
    // oxlint-disable-next-line no-explicit-any -- read as what it should be
    const bekijk = (schema: any, waar: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const naam: string | undefined = schema.$ref?.split('/').at(-1);
      if (naam !== undefined && !gezien.has(naam)) {
        gezien.add(naam);
        bekijk(document.components.schemas[naam], naam);
      }
      const isVast = 'enum' in schema || 'const' in schema || ['uuid', 'date', 'date-time'].includes(schema.format);
      if (schema.type === 'string' && !isVast && !('maxLength' in schema)) onbegrensd.push(waar);
      if (schema.type === 'array' && !('maxItems' in schema)) onbegrensd.push(waar);
      for (const [veld, deel] of Object.entries({ ...schema.properties })) bekijk(deel, `${waar}/${veld}`);
      for (const deel of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) bekijk(deel, waar);
      if (schema.items !== undefined) bekijk(schema.items, `${waar}/*`);
    };
    for (const [pad, methoden] of Object.entries<object>(document.paths)) {
      for (const [methode, { parameters = [], requestBody }] of Object.entries<{
        parameters?: { name: string; schema: object }[];
        requestBody?: { content: Record<string, { schema: object }> };
      }>({ ...methoden })) {
        for (const { name, schema } of parameters) bekijk(schema, `${methode} ${pad} ${name}`);
        for (const { schema } of Object.values(requestBody?.content ?? {})) bekijk(schema, `${methode} ${pad}`);
      }
    }
    assert.deepEqual(onbegrensd, []);
    assert.ok(gezien.has('NieuwSignaal') && gezien.has('Poging'));
  });

  it('400: a text in which nothing can be seen is empty, in a long field and in a short one', async () => {
    for (const leeg of BLANCO) {
      const { status, body } = await app
        .as('metgezel.noord')
        .post('/signalen', nieuwSignaal({ knelpunt: leeg, namens: { naam: leeg, email: 'tom@voorbeeld.nl' } }));
      assert.equal(status, 400);
      assert.deepEqual(fouten(body), ['#/knelpunt leeg', '#/namens/naam leeg'], JSON.stringify(leeg));
    }
  });

  it('400: a field of one line takes no line end; a long one does', async () => {
    const naam = 'Tom\nBcc: iedereen@voorbeeld.nl';
    const { body } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ knelpunt: 'Regel 1\r\nRegel 2', namens: { naam, email: 'tom@voorbeeld.nl' } }));
    assert.deepEqual(fouten(body), ['#/namens/naam regeleinde']);
    assert.equal(body.errors[0].detail, 'Schrijf dit op één regel.');
  });

  it('201: what cannot be seen is taken away from what is kept, addresses too', async () => {
    const namens = { naam: '\u202eTom\u202c Hen\u00addriks\u200b', email: 'tom.hen\u00addriks@voorbeeld.nl' };
    const { status, body } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ knelpunt: '\ufeffHet loket\u200b is dicht.\r\nAl weken. 👨‍👩‍👧', namens }));
    assert.equal(status, 201);
    assert.equal(body.knelpunt, 'Het loket is dicht.\nAl weken. 👨‍👩‍👧');
    const bewaard = await rows(
      app.db(),
      sql`select veld, inhoud from tekst where stroom = ${body.id} and veld like 'namens%' order by veld`,
      { veld: text, inhoud: text },
    );
    assert.deepEqual(
      bewaard.map(({ inhoud }) => inhoud),
      ['tom.hendriks@voorbeeld.nl', 'Tom Hendriks'],
    );
  });

  it('400: an address of 80,000 parts is too long, and nothing more is asked of it', async () => {
    const namens = { naam: 'Tom', email: `x@${'a.'.repeat(40_000)},` };
    const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ namens }));
    assert.deepEqual(fouten(body), ['#/namens/email te_lang']);
  });

  it('400: what is no text is that alone, whatever its length', async () => {
    const lijst = Array.from({ length: 100 }, () => 'x');
    const { body } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ ondernomen: [{ organisatie: lijst, partij: 'Loket', datum: '2026-03-25' }] }));
    assert.deepEqual(fouten(body), ['#/ondernomen/0/organisatie type']);
  });

  it('400: what is missing is said in the words of its own screen', async () => {
    const zinnen = async (wie: string, pad: string, inhoud: unknown): Promise<Record<string, string>> => {
      const { status, body } = await app.as(wie).post(pad, inhoud);
      assert.equal(status, 400);
      return Object.fromEntries(
        body.errors.map(({ location, detail }: { location: { pointer: string }; detail: string }) => [
          location.pointer,
          detail,
        ]),
      );
    };
    const loket = await zinnen('coordinator.noord', '/organisaties/GM0014/loketten', { contact: {} });
    assert.equal(loket['#/naam'], 'Geef de naam.');
    assert.equal(loket['#/contact/naam'], 'Geef de naam.');
    assert.equal(loket['#/contact/email'], 'Geef een e-mailadres.');
    const leeg = await zinnen('coordinator.noord', '/organisaties/GM0014/loketten', {
      naam: '',
      contact: CONTACT,
      reden: 'Nieuw.',
    });
    assert.deepEqual(leeg, { '#/naam': 'Geef de naam.' });
    const signaal = await zinnen('metgezel.noord', '/signalen', nieuwSignaal({ besluit: {}, namens: {} }));
    assert.equal(signaal['#/besluit/soort'], 'Vertel welk besluit het is.');
    assert.equal(signaal['#/namens/naam'], 'Geef de naam.');
    const zoek = await app.as('metgezel.noord').get('/organisaties');
    assert.equal(zoek.body.errors[0].detail, 'Zoek op een stuk van de naam.');
    const pad = await app.as('metgezel.noord').get('/organisaties/geen id/loketten');
    assert.equal(pad.body.errors[0].detail, 'Geef het id van een organisatie, zoals CIZ.');
  });
});

function fouten({ errors = [] }: { errors?: { location: { pointer: string }; code: string }[] }): string[] {
  return errors.map(({ location, code }) => `${location.pointer} ${code}`).toSorted();
}
