import assert from 'node:assert/strict';

import { bytes, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

const VANDAAG = datumVan(new Date().toISOString());
const AFSPRAAK = {
  van: 'ouder',
  wijze: 'gesprek',
  delen: ['over_wie'],
  gegevenDatum: VANDAAG,
  totEnMetDatum: plusDagen(VANDAAG, 90),
};
const TEKSTEN = { overWie: 'Bas kanarie, 24 jaar.', contactGezin: 'Ria, 06 12345678.' };

describe('who a signaal is about', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const melder = () => app.as('metgezel.noord');
  const coordinator = () => app.as('coordinator.noord');

  async function ingediend(anders: object = {}): Promise<{ id: string; nummer: string; pad: string }> {
    const { body } = await melder().post('/signalen', nieuwSignaal({ ...anders }));
    const pad = `/signalen/${body.nummer}`;
    const { status } = await melder().post(`${pad}/casusteksten`, TEKSTEN);
    assert.equal(status, 201);
    return { ...body, pad };
  }

  async function regionaal() {
    const signaal = await ingediend({ wens: 'hulp', motief: 'geen_reactie' });
    await coordinator().post(`${signaal.pad}/oppakkingen`);
    return signaal;
  }

  it('is kept encrypted, and read again by who wrote it', async () => {
    const { id, pad } = await ingediend();
    const { body } = await melder().get(`${pad}/casusbijlage`);
    assert.deepEqual(
      body.teksten.map(({ deel, tekst }: { deel: string; tekst: string }) => [deel, tekst]),
      [
        ['over_wie', TEKSTEN.overWie],
        ['contact_gezin', TEKSTEN.contactGezin],
      ],
    );
    const bewaard = await rows(app.db(), sql`select inhoud from casusbijlage where stroom = ${id}`, { inhoud: bytes });
    assert.equal(bewaard.length, 2);
    for (const { inhoud } of bewaard) assert.doesNotMatch(inhoud.toString('latin1'), /kanarie|Ria/);
  });

  it('is filed with the signaal, in one breath: both are there, or neither', async () => {
    const inhoud = nieuwSignaal({ casus: TEKSTEN });
    const { status, body } = await melder().post('/signalen', inhoud, { 'idempotency-key': 'samen-met-de-casus-1' });
    assert.equal(status, 201);
    assert.doesNotMatch(JSON.stringify(body), /kanarie/);
    const gelezen = await melder().get(`/signalen/${body.nummer}/casusbijlage`);
    assert.deepEqual(
      gelezen.body.teksten.map(({ tekst }: { tekst: string }) => tekst),
      [TEKSTEN.overWie, TEKSTEN.contactGezin],
    );
    const nogEens = await melder().post('/signalen', inhoud, { 'idempotency-key': 'samen-met-de-casus-1' });
    assert.deepEqual([nogEens.status, nogEens.body.nummer], [201, body.nummer]);
    const anders = { ...inhoud, casus: { ...TEKSTEN, overWie: 'Iemand anders.' } };
    const botst = await melder().post('/signalen', anders, { 'idempotency-key': 'samen-met-de-casus-1' });
    assert.deepEqual([botst.status, botst.body.code], [409, 'sleutel_hergebruikt']);

    const { status: fout, body: probleem } = await melder().post(
      '/signalen',
      nieuwSignaal({ casus: { overWie: 'BSN 111222333', toelichting: ' ' } }),
    );
    assert.equal(fout, 400);
    assert.deepEqual(
      probleem.errors.map(({ location }: { location: { pointer: string } }) => location.pointer),
      ['#/casus/overWie', '#/casus/toelichting'],
    );
  });

  it('is not in the record of the signaal, nor in what the log or Temporal gets', async () => {
    const { body } = await melder().post('/signalen', nieuwSignaal({ casus: TEKSTEN }));
    const [spoor] = await rows(
      app.db(),
      sql`select (select string_agg(g::text, ' ') from gebeurtenis g where stroom = s.id) || s::text ||
                 (select string_agg(o::text, ' ') from opdracht o where stroom = s.id) as alles from stroom s where id = ${body.id}`,
      { alles: text },
    );
    assert.doesNotMatch(spoor?.alles ?? '', /kanarie|Ria/);
  });

  it('is replaced as a whole, and what is left out is gone', async () => {
    const { pad } = await ingediend();
    const { body } = await melder().post(`${pad}/casusteksten`, { toelichting: 'Praat langzaam.' });
    assert.deepEqual(
      body.teksten.map(({ deel }: { deel: string }) => deel),
      ['toelichting'],
    );
  });

  it('stays as it was written since when an earlier request comes once more', async () => {
    const { pad } = await ingediend();
    const kop = { 'idempotency-key': 'casusteksten-eerder-1' };
    const eerder = { overWie: 'Bas, die bij zijn vader woont.' };
    await melder().post(`${pad}/casusteksten`, eerder, kop);
    await melder().post(`${pad}/casusteksten`, {});
    const weer = await melder().post(`${pad}/casusteksten`, eerder, kop);
    assert.deepEqual([weer.status, weer.body.teksten], [201, []], 'what the family had taken out stays out');
  });

  it('holds names and numbers of the family, but no BSN', async () => {
    const { pad } = await ingediend();
    const { status, body } = await melder().post(`${pad}/casusteksten`, { overWie: 'BSN 111222333' });
    assert.equal(status, 400);
    assert.equal(body.errors[0].code, 'persoonsgegeven');
  });

  it('does not move up without a toestemming, and with one the parts that it names', async () => {
    const { pad } = await regionaal();
    const dicht = await coordinator().get(`${pad}/casusbijlage`);
    assert.equal(dicht.status, 403);
    assert.match(dicht.body.detail, /toestemming/);
    const { status, body } = await melder().post(`${pad}/toestemmingen`, { niveau: 'regionaal', ...AFSPRAAK });
    assert.equal(status, 201);
    assert.equal(body.toestemmingen[0].geldt, true);
    const open = await coordinator().get(`${pad}/casusbijlage`);
    assert.deepEqual([open.status, open.body.leesbareDelen, open.body.magBijhouden], [200, ['over_wie'], false]);
    assert.deepEqual(
      open.body.teksten.map(({ tekst }: { tekst: string }) => tekst),
      [TEKSTEN.overWie],
    );
    assert.equal((await app.as('landelijk').get(`${pad}/casusbijlage`)).status, 403);
  });

  it('is not opened by taking the signaal from who handles it at lokaal', async () => {
    const { id, pad } = await ingediend({ wens: 'zelf' });
    assert.equal((await coordinator().post(`${pad}/vrijgevingen`)).status, 201);
    const { body } = await coordinator().post(`${pad}/oppakkingen`);
    assert.deepEqual([body.niveau, body.behandelaar.id], ['lokaal', 'coordinator.noord']);
    assert.equal((await coordinator().get(`${pad}/casusbijlage`)).status, 403);
    const zelf = { niveau: 'regionaal', ...AFSPRAAK };
    assert.equal((await coordinator().post(`${pad}/toestemmingen`, zelf)).status, 403);
    const db = app.database.voor({ rol: 'lezer', persoon: 'coordinator.noord' });
    assert.deepEqual(await rows(db, sql`select from casusbijlage where stroom = ${id}`), [], 'nor by PostgreSQL alone');
    assert.equal((await melder().post(`${pad}/toestemmingen`, zelf)).status, 201);
    const open = await coordinator().get(`${pad}/casusbijlage`);
    assert.deepEqual([open.status, open.body.leesbareDelen], [200, ['over_wie']]);
  });

  it('closes at once when the toestemming is withdrawn, of which remains that it was there', async () => {
    const { pad } = await regionaal();
    const { body } = await melder().post(`${pad}/toestemmingen`, { niveau: 'regionaal', ...AFSPRAAK });
    const [{ id }] = body.toestemmingen;
    const ingetrokken = await melder().post(`${pad}/toestemmingen/${id}/intrekkingen`);
    assert.equal(ingetrokken.body.toestemmingen[0].geldt, false);
    assert.equal((await coordinator().get(`${pad}/casusbijlage`)).status, 403);
    const { toestemmingen } = (await coordinator().get(`${pad}/toestemmingen`)).body;
    assert.equal(toestemmingen.length, 1);
    assert.notEqual(toestemmingen[0].ingetrokkenOp, null);
  });

  it('is written, and opened to others, by who knows the family alone', async () => {
    const { pad } = await regionaal();
    for (const [daad, inhoud] of [
      ['casusteksten', TEKSTEN],
      ['toestemmingen', { niveau: 'regionaal', ...AFSPRAAK }],
    ] as const) {
      const { status, body } = await coordinator().post(`${pad}/${daad}`, inhoud);
      assert.equal(status, 403, daad);
      assert.match(body.detail, /melder/);
    }
  });

  it('tells everything that is wrong with a toestemming at once', async () => {
    const { pad } = await ingediend();
    const { status, body } = await melder().post(`${pad}/toestemmingen`, {
      ...AFSPRAAK,
      niveau: 'landelijk',
      gegevenDatum: plusDagen(VANDAAG, 1),
      totEnMetDatum: plusDagen(VANDAAG, 500),
    });
    assert.equal(status, 400);
    assert.deepEqual(
      body.errors.map(({ code, location }: { code: string; location: { pointer: string } }) => [
        code,
        location.pointer,
      ]),
      [
        ['toekomst', '#/gegevenDatum'],
        ['te_veel', '#/totEnMetDatum'],
      ],
    );
    const onbekend = await melder().post(
      `${pad}/verzoeken/00000000-0000-4000-8000-000000000000/toestemmingen`,
      AFSPRAAK,
    );
    assert.equal(onbekend.status, 404);
  });

  it('leaves in the record and in the figures nothing of who it is about', async () => {
    const { id, pad } = await ingediend();
    const gebeurtenissen = JSON.stringify((await melder().get(`${pad}/gebeurtenissen`)).body);
    assert.doesNotMatch(gebeurtenissen, /kanarie/);
    const [rij] = await rows(app.db(), sql`select staat::text as staat from stroom where id = ${id}`, { staat: text });
    assert.doesNotMatch(rij?.staat ?? '', /kanarie/);
  });

  describe('a file of it', () => {
    const PDF = '%PDF-1.4 een brief van de gemeente';
    const stuur = (
      wie: string,
      pad: string,
      { inhoud = PDF, soort = 'application/pdf', vraag = 'deel=brief&bestandsnaam=brief.pdf' } = {},
    ) => app.as(wie).post(`${pad}/casusbestanden?${vraag}`, inhoud, { 'content-type': soort });

    it('is kept encrypted, shown by what it really is, fetched again, and once however often it is sent', async () => {
      const { id, pad } = await ingediend();
      const { status, body } = await stuur('metgezel.noord', pad, {
        vraag: 'deel=brief&bestandsnaam=..%2Fbrief%20van%20de%20gemeente.exe',
      });
      assert.equal(status, 201, JSON.stringify(body));
      await stuur('metgezel.noord', pad, { vraag: 'deel=brief&bestandsnaam=..%2Fbrief%20van%20de%20gemeente.exe' });
      const { bestanden } = (await melder().get(`${pad}/casusbijlage`)).body;
      assert.deepEqual(
        bestanden.map(({ naam, mediatype, grootte }: Record<string, unknown>) => [naam, mediatype, grootte]),
        [['brief van de gemeente.pdf', 'application/pdf', PDF.length]],
      );
      const gehaald = await melder().get(`${pad}/casusbestanden/${bestanden[0].id}`);
      assert.deepEqual([gehaald.status, gehaald.body], [200, PDF]);
      const [rij] = await rows(
        app.db(),
        sql`select inhoud, naam from casusbijlage where stroom = ${id} and naam is not null`,
        { inhoud: bytes, naam: bytes },
      );
      for (const dicht of [rij?.inhoud, rij?.naam]) assert.doesNotMatch(dicht?.toString('latin1') ?? '', /brief/);
    });

    it('stays away when the request that brought it comes once more after it was taken away', async () => {
      const { pad } = await ingediend();
      const bestanden = `${pad}/casusbestanden`;
      const kop = { 'content-type': 'application/pdf', 'idempotency-key': 'casusbestand-eerder-1' };
      const breng = () => melder().post(`${bestanden}?deel=brief&bestandsnaam=brief.pdf`, PDF, kop);
      const gebracht = (await breng()).body.bestanden;
      assert.equal((await breng()).body.bestanden.length, 1);
      await melder().delete(`${bestanden}/${gebracht[0].id}`);
      const weer = await breng();
      assert.deepEqual([weer.status, weer.body.bestanden], [201, []]);
    });

    it('is refused for what it is, with a reason, and nothing is kept', async () => {
      const { id, pad } = await ingediend();
      const keren = [
        [{ inhoud: 'PK een zip' }, 400, /“brief.pdf” is geen PDF, JPEG of PNG/],
        [{ inhoud: 'PK', soort: 'application/zip' }, 415, /application\/pdf of image\/jpeg of image\/png/],
        [{ vraag: 'deel=liedjes' }, 400, /"deel".*"bestandsnaam"/s],
        [{ inhoud: `%PDF-${'x'.repeat(10 * 1024 * 1024)}` }, 413, /te groot|groter/],
      ] as const;
      for (const [wat, verwacht, zin] of keren) {
        const { status, body } = await stuur('metgezel.noord', pad, wat);
        assert.equal(status, verwacht, JSON.stringify(body));
        assert.match(JSON.stringify(body), zin);
      }
      const over = await rows(app.db(), sql`select from casusbijlage where stroom = ${id} and naam is not null`);
      assert.equal(over.length, 0);
    });

    it('is not even read from who does not know the family', async () => {
      const { pad } = await regionaal();
      const groot = { inhoud: `%PDF-${'x'.repeat(11 * 1024 * 1024)}` };
      assert.equal((await stuur('coordinator.noord', pad, groot)).status, 403, 'refused before its size is known');
      assert.equal((await stuur('metgezel.west', pad, groot)).status, 404);
    });
  });
});
