import assert from 'node:assert/strict';

import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp, vraag } from '#test/support/app.ts';

interface Verwerking {
  trace_id: string;
  span_id: string;
  parent_span_id?: string;
  status: string;
  name: string;
  start_time: string;
  end_time: string;
  resource: { attributes: Record<string, string> };
  attributes: Record<string, string>;
}

/** The fields of the interface of a logboek, and those of `dpl.core` (Logius, Logboek Dataverwerkingen 1.0); which must be there. */
const VELDEN = {
  trace_id: /^[0-9a-f]{32}$/,
  span_id: /^[0-9a-f]{16}$/,
  status: /^(?:Unset|Ok|Error)$/,
  name: /./,
  start_time: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  end_time: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
} as const;
const MOGEN = [...Object.keys(VELDEN), 'parent_span_id', 'resource', 'attributes'];
const ATTRIBUTEN = [
  'dpl.core.processing_activity_id',
  'dpl.core.data_subject_id',
  'dpl.core.data_subject_id_type',
  'dpl.core.foreign_operation.span_id',
];
const TEKST = 'De gemeente wijst naar het zorgkantoor.';

describe('the log as Logboek Dataverwerkingen', () => {
  let app: Client;
  let nummer: string;
  let ander: string;

  before(async () => {
    app = await startApp();
    const hulp = nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie', knelpunt: TEKST });
    nummer = (await app.as('metgezel.noord').post('/signalen', hulp)).body.nummer;
    ander = (await app.as('metgezel.noord').post('/signalen', hulp)).body.nummer;
    await app.as('coordinator.noord').get(`/signalen/${nummer}`, {
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    });
    await app.as('coordinator.noord').get('/signalen');
    await app.as('metgezel.west').get(`/signalen/${nummer}`);
  });
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  async function lees(zoekdeel = ''): Promise<Verwerking[]> {
    const { status, body } = await app.as('auditor').get(`/dataverwerkingen?limiet=100${zoekdeel}`);
    assert.equal(status, 200);
    return body.dataverwerkingen;
  }
  const betrokkene = (een: Verwerking | undefined) => een?.attributes['dpl.core.data_subject_id'];

  it('has the fields of the standard and no other, each as the standard writes it', async () => {
    const alle = await lees();
    assert.ok(alle.length >= 5);
    for (const een of alle) {
      for (const [veld, vorm] of Object.entries(VELDEN)) assert.match(een[veld as keyof typeof VELDEN], vorm, veld);
      assert.deepEqual(
        Object.keys(een).filter((veld) => !MOGEN.includes(veld)),
        [],
      );
      assert.deepEqual(
        Object.keys(een.attributes).filter((veld) => !ATTRIBUTEN.includes(veld)),
        [],
      );
      assert.ok(Date.parse(een.start_time) <= Date.parse(een.end_time));
      assert.equal(een.resource.attributes['service.name'], 'signaalpunt');
    }
    assert.equal(new Set(alle.map(({ span_id }) => span_id)).size, alle.length, 'one record, one span');
  });

  it('says what was done with the data of a family and how that ended, also in a list', async () => {
    const over = await lees(`&signaal=${nummer}`);
    assert.deepEqual(
      over.map(({ name, status, attributes }) => [
        name,
        status,
        attributes['dpl.core.processing_activity_id']?.split('/').at(-1),
      ]),
      [
        ['ingediend', 'Ok', 'signaal-behandelen-1'],
        ['GET /api/v1/signalen/:signaal', 'Ok', 'signaal-inzien-1'],
        ['GET /api/v1/signalen', 'Ok', 'signaal-inzien-1'],
        ['GET /api/v1/signalen/:signaal', 'Unset', 'signaal-inzien-1'],
      ],
    );
    assert.equal(over[1]?.attributes['dpl.core.foreign_operation.span_id'], 'b7ad6b7169203331');
  });

  it('has one record for each family that a list shows, below that of the list', async () => {
    const lijst = (await lees()).filter(({ name }) => name === 'GET /api/v1/signalen');
    const [boven, ...onder] = lijst;
    assert.equal(betrokkene(boven), undefined);
    assert.equal(new Set(onder.map(betrokkene)).size, 2);
    assert.ok(onder.every(({ parent_span_id }) => parent_span_id === boven?.span_id));
    assert.ok(onder.every(({ trace_id }) => trace_id === boven?.trace_id));
  });

  it('names nobody: no account, no number of a signaal, no address and nothing that was written', async () => {
    const alles = JSON.stringify(await lees()).replaceAll(app.url, '');
    for (const een of ['metgezel.noord', 'coordinator.noord', 'Postma', nummer, ander, TEKST, '127.0.0.1', app.dir])
      assert.ok(!alles.includes(een), een);
    const [een, nogeen] = [await lees(`&signaal=${nummer}`), await lees(`&signaal=${ander}`)];
    assert.match(betrokkene(een[0]) ?? '', /^[0-9a-f]{32}$/);
    assert.deepEqual([...new Set(een.map(betrokkene))], [betrokkene(een[0])], 'the same family, the same pseudonym');
    assert.notEqual(betrokkene(een[0]), betrokkene(nogeen[0]));
  });

  it('points into a register that everybody with an account can read', async () => {
    const [een] = await lees();
    const adres = een?.attributes['dpl.core.processing_activity_id'] ?? '';
    const headers = { authorization: `Bearer ${await app.token('metgezel.west')}` };
    const { status, body } = await vraag(adres, { headers });
    assert.deepEqual([status, body.uri], [200, adres]);
    for (const veld of ['doel', 'grondslag', 'betrokkenen', 'gegevens', 'ontvangers', 'bewaren']) assert.ok(body[veld]);
    const register = await vraag(een?.attributes['dpl.core.data_subject_id_type'] ?? '', { headers });
    assert.match(register.body.pseudoniem, /geheime sleutel/);
    const gebruikt = new Set((await lees()).map(({ attributes }) => attributes['dpl.core.processing_activity_id']));
    const bekend = register.body.verwerkingsactiviteiten.map(({ uri }: { uri: string }) => uri);
    assert.deepEqual(
      [...gebruikt].filter((uri) => !bekend.includes(uri)),
      [],
    );
    assert.equal((await vraag(`${adres}0`, { headers })).status, 404, 'a version that there never was');
  });

  it('can be read to its end page by page, within days, and by auditors alone', async () => {
    const alle = await lees();
    const bladen: Verwerking[] = [];
    for (let na = ''; ;) {
      const { body } = await app.as('auditor').get(`/dataverwerkingen?limiet=1${na}`);
      bladen.push(...body.dataverwerkingen);
      if (body.cursor === null) break;
      na = `&cursor=${body.cursor}`;
    }
    assert.deepEqual(bladen, alle);
    const morgen = plusDagen(datumVan(new Date().toISOString()), 1);
    assert.deepEqual(await lees(`&vanDatum=${morgen}`), []);
    for (const wie of ['landelijk', 'beheer']) assert.equal((await app.as(wie).get('/dataverwerkingen')).status, 403);
  });
});
