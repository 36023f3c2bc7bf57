import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { createWriterContext } from '#activities/writer-context.ts';
import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

const PATROON = { titel: 'Wachten tussen twee gemeenten', omschrijving: 'Twee gemeenten wijzen naar elkaar.' };

describe('patronen', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const open = async (anders: object = {}): Promise<string> => {
    const { status, body } = await app.as('landelijk').post('/patronen', { ...PATROON, ...anders });
    assert.equal(status, 201, JSON.stringify(body));
    return body.nummer;
  };
  const dienIn = async (anders: Record<string, unknown> = {}, wie = 'metgezel.noord'): Promise<string> =>
    (await app.as(wie).post('/signalen', nieuwSignaal(anders))).body.nummer;
  const koppel = (signaal: string, patroon: string, wie = 'coordinator.noord') =>
    app.as(wie).post(`/signalen/${signaal}/patroonkoppelingen`, { patroon });
  const lees = async (nummer: string, wie = 'landelijk') => (await app.as(wie).get(`/patronen/${nummer}`)).body;

  it('201: landelijk opens one, with an owner, a term and nothing in it yet; others may read it and do nothing', async () => {
    const nummer = await open();
    const patroon = await lees(nummer, 'coordinator.noord');
    assert.match(nummer, /^P-\d{4}-\d{4}$/);
    assert.deepEqual(
      [patroon.titel, patroon.fase, patroon.eigenaar.id, patroon.signalen, patroon.antwoord],
      [PATROON.titel, 'onderzoek', 'landelijk', [], null],
    );
    assert.equal(patroon.termijnen[0].soort, 'onderzoek');
    assert.ok(patroon.handelingen.every(({ mag }: { mag: boolean }) => !mag));
    const lijst = await app.as('programmaleiding').get('/patronen');
    assert.equal(lijst.status, 200, JSON.stringify(lijst.body));
    assert.equal(lijst.body.patronen[0].nummer, nummer);
    assert.equal((await app.as('metgezel.noord').get('/patronen')).status, 403);
    assert.equal((await app.as('coordinator.noord').post('/patronen', PATROON)).status, 403);
  });

  it('201: a signaal joins, also one that was only reported, and each of the two says so', async () => {
    const nummer = await open();
    const [open1, gemeld] = [await dienIn(), await dienIn({ wens: 'melden' })];
    for (const signaal of [open1, gemeld]) assert.equal((await koppel(signaal, nummer)).status, 201);
    const patroon = await lees(nummer);
    assert.deepEqual(
      patroon.signalen.map((signaal: { nummer: string }) => signaal.nummer).toSorted(),
      [open1, gemeld].toSorted(),
    );
    assert.deepEqual(
      patroon.gebeurtenissen.slice(-1)[0].zin,
      `Hilde Postma voegde 2 signalen (${open1} en ${gemeld}) toe.`,
    );
    const elders = (await lees(nummer, 'coordinator.zuid')).gebeurtenissen.slice(-1)[0].zin;
    assert.equal(elders, 'Hilde Postma voegde een of meer signalen toe.');
    assert.equal((await koppel(open1, nummer)).body.code, 'al_eens_gedaan');
    const los = await app
      .as('coordinator.noord')
      .post(`/signalen/${open1}/patroonontkoppelingen`, { toelichting: 'Het is iets anders.' });
    assert.equal(los.status, 201);
    const zonder = await lees(nummer);
    assert.equal(zonder.signalen.length, 1);
    assert.equal(zonder.gebeurtenissen.slice(-1)[0].zin, `Hilde Postma haalde signaal ${open1} eruit.`);
  });

  it('counts for a coordinator no more signalen than they see', async () => {
    const nummer = await open();
    await koppel(await dienIn(), nummer);
    assert.equal((await lees(nummer, 'coordinator.noord')).signalen.length, 1);
    assert.equal((await lees(nummer, 'coordinator.zuid')).signalen.length, 0);
    const regel = async (wie: string) =>
      (await app.as(wie).get('/patronen')).body.patronen.find((een: { nummer: string }) => een.nummer === nummer);
    assert.deepEqual([(await regel('landelijk')).signalen, (await regel('coordinator.zuid')).signalen], [1, 0]);
  });

  it('is not there for who works for the organisation that it is about', async () => {
    const nummer = await open({ organisatie: 'DEMO_ZORGAANBIEDER' });
    const anders = (await app.as('landelijk').get('/patronen')).body.patronen;
    assert.ok(anders.some((een: { nummer: string }) => een.nummer === nummer));
    await rows(app.db(), sql`update gebruiker set organisatie = 'DEMO_ZORGAANBIEDER' where id = 'coordinator.zuid'`);
    try {
      const zuid = app.as('coordinator.zuid');
      assert.equal((await zuid.get(`/patronen/${nummer}`)).status, 404);
      const ziet = (await zuid.get('/patronen')).body.patronen;
      assert.ok(!ziet.some((een: { nummer: string }) => een.nummer === nummer));
      const koppeling = await koppel(await dienIn(), nummer, 'coordinator.zuid');
      assert.equal(koppeling.status, 404);
    } finally {
      await rows(app.db(), sql`update gebruiker set organisatie = null where id = 'coordinator.zuid'`);
    }
  });

  it('tells beforehand what an act would lead to, and changes nothing', async () => {
    const nummer = await open();
    const { status, body } = await app
      .as('landelijk')
      .post(`/patronen/${nummer}/agendapunten/_vooraf`, { orgaan: 'VWS', datum: morgen(), vraag: 'Kan het?' });
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.fase, 'geagendeerd');
    assert.match(body.inWoorden.join(' '), /Ministerie van VWS heeft tot en met/);
    assert.equal((await lees(nummer)).fase, 'onderzoek');
  });

  it('412 for who knew an older version, and the same request twice has one effect', async () => {
    const nummer = await open();
    const fase = { fase: 'in_uitvoering', toelichting: 'Er is besloten.' };
    const { headers } = await app.as('landelijk').get(`/patronen/${nummer}`);
    const sleutel = { 'idempotency-key': randomUUID(), 'if-match': String(headers.get('etag')) };
    for (let keer = 0; keer < 2; keer += 1)
      assert.equal((await app.as('landelijk').post(`/patronen/${nummer}/fasen`, fase, sleutel)).status, 201);
    const oud = { 'idempotency-key': randomUUID(), 'if-match': String(headers.get('etag')) };
    const verouderd = await app.as('landelijk').post(`/patronen/${nummer}/fasen`, { ...fase, fase: 'onderzoek' }, oud);
    const nu = (await app.as('landelijk').get(`/patronen/${nummer}`)).headers.get('etag');
    assert.deepEqual(
      [verouderd.status, verouderd.headers.get('etag'), verouderd.body.title],
      [412, nu, 'Het patroon is intussen veranderd.'],
    );
    assert.equal((await lees(nummer)).fase, 'in_uitvoering');
  });

  it('shows each reporter what they will read, before anything is sent', async () => {
    const nummer = await open();
    const signaal = await dienIn();
    await koppel(signaal, nummer);
    await app.as('landelijk').post(`/patronen/${nummer}/antwoorden`, { antwoord: 'De regel verandert.' });
    const { body } = await app.as('landelijk').get(`/patronen/${nummer}/antwoorden`);
    assert.deepEqual(
      body.antwoorden.map((een: { nummer: string; melder: string }) => [een.nummer, een.melder]),
      [[signaal, 'Anneke de Vries']],
    );
    assert.match(
      body.antwoorden[0].tekst,
      new RegExp(`diende u signaal ${signaal} in[^]*De regel verandert\\.[^]*loopt gewoon door`),
    );
    assert.equal((await app.as('coordinator.noord').get(`/patronen/${nummer}/antwoorden`)).status, 403);
  });

  it('says of an answer that was stopped half-way how many do not have it yet', async () => {
    const nummer = await open();
    for (let keer = 0; keer < 3; keer += 1) await koppel(await dienIn(), nummer);
    const doe = async (pad: string, body: object = {}) => {
      const { status, body: fout } = await app.as('landelijk').post(`/patronen/${nummer}/${pad}`, body);
      assert.equal(status, 201, JSON.stringify(fout));
    };
    await doe('antwoorden', { antwoord: 'De regel verandert.' });
    await doe('verzendingen');
    await using writer = await createWriterContext({ databaseUrl: app.databaseUrl, timeTravel: true });
    const [signaal] = await rows(
      app.db(),
      sql`select s.id, s.patroon from signaal s join stroom p on p.id = s.patroon where p.nummer = ${nummer} order by s.id limit 1`,
      { id: text, patroon: text },
    );
    assert.ok(signaal !== undefined);
    await writer.uitvoeren.voerUit(signaal.id, {
      soort: 'patroonantwoordGeven',
      patroon: signaal.patroon,
      versie: 1,
      tekst: { terugkoppeling: 'De regel verandert.' },
      id: randomUUID(),
      door: DIENST,
    });
    await doe('stopzettingen');
    const { body } = await app.as('landelijk').post(`/patronen/${nummer}/verzendingen/_vooraf`, {});
    assert.equal(body.antwoordNaar, 2);
    assert.ok(body.inWoorden.some((zin: string) => zin.startsWith('De melders van 2 signalen krijgen het antwoord')));
  });

  function morgen(): string {
    return new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  }
});
