import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { orNull, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, opUur, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

function over(dagen: number): string {
  return plusDagen(datumVan(new Date().toISOString()), dagen);
}

describe('/waarnemingen', () => {
  let app: Client;
  beforeEach(async () => (app = await startApp()));
  afterEach(() => app.stop());

  const regel = (wie: string, body: object, headers?: Record<string, string>) =>
    app.as(wie).post('/waarnemingen', { vanDatum: over(0), totEnMetDatum: over(5), ...body }, headers);
  /** In the hands of coordinator.noord. */
  const opgepakt = async (): Promise<{ id: string; nummer: string }> => {
    const { body } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'herhaling' }));
    await app.as('coordinator.noord').post(`/signalen/${body.nummer}/oppakkingen`);
    return body;
  };
  const brieven = () =>
    rows(app.db(), sql`delete from zending returning adres, onderwerp, inhoud`, {
      adres: text,
      onderwerp: text,
      inhoud: text,
    });
  const plaatsen = (body: { errors: { location: { pointer: string }; code: string }[] }): string[] =>
    body.errors.map(({ location, code }) => `${location.pointer} ${code}`).toSorted();

  /** Who did the last of that kind, and for whom, as the record and the log tell it. */
  const namens = async (nummer: string, soort: string): Promise<unknown[]> => {
    const { gebeurtenissen } = (await app.as('landelijk').get(`/signalen/${nummer}/gebeurtenissen`)).body;
    const laatste = gebeurtenissen.findLast((een: { soort: string }) => een.soort === soort);
    const [regel] = await rows(
      app.db(),
      sql`select persoon, namens from logregel where nummer = ${nummer} and bijzonderheden -> 'gebeurtenissen' ? ${soort} order by nr desc`,
      { persoon: text, namens: orNull(text) },
    );
    assert.deepEqual([regel?.persoon, regel?.namens], [laatste.door.id, laatste.namens?.id ?? null]);
    return [laatste.door.id, laatste.namens?.id ?? null];
  };

  it('201: the deputy sees what the absent person handles, acts in that name, and the record says so', async () => {
    const { nummer } = await opgepakt();
    assert.equal((await app.as('coordinator.oost').get(`/signalen/${nummer}`)).status, 404);
    const { status, body } = await regel('coordinator.noord', { waarnemer: 'coordinator.oost' });
    assert.deepEqual(
      [status, body.afwezige.id, body.waarnemer.naam, body.vanDatum, body.totEnMetDatum],
      [201, 'coordinator.noord', 'Jeroen Wolters', over(0), over(5)],
    );
    const gezien = (await app.as('coordinator.oost').get(`/signalen/${nummer}`)).body;
    assert.deepEqual([gezien.waarnemer.id, gezien.behandelaar.id], ['coordinator.oost', 'coordinator.noord']);
    assert.deepEqual((await app.as('coordinator.oost').get('/signalen')).body.signalen.length, 1);
    const vraag = { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wilt u een besluit nemen?' };
    assert.equal((await app.as('coordinator.oost').post(`/signalen/${nummer}/verzoeken`, vraag)).status, 201);
    const { gebeurtenissen } = (await app.as('landelijk').get(`/signalen/${nummer}/gebeurtenissen`)).body;
    const gedaan = gebeurtenissen.find(({ soort }: { soort: string }) => soort === 'verzoek_gedaan');
    assert.deepEqual(
      [gedaan.door.id, gedaan.namens],
      ['coordinator.oost', { id: 'coordinator.noord', naam: 'Hilde Postma' }],
    );
    assert.ok(
      gebeurtenissen.every((g: { soort: string; namens: unknown }) => g.soort !== 'opgepakt' || g.namens === null),
    );
  });

  it('holds from the first to the last day, on the clock of each signaal', async () => {
    const { id, nummer } = await opgepakt();
    await regel('coordinator.noord', { waarnemer: 'coordinator.oost', vanDatum: over(3), totEnMetDatum: over(4) });
    const klok = app.uitvoeren;
    const mag = async (): Promise<unknown[]> => {
      const { status } = await app.as('coordinator.oost').get(`/signalen/${nummer}`);
      const { signalen } = (await app.as('coordinator.oost').get('/signalen')).body;
      return [status, signalen.length];
    };
    assert.deepEqual(await mag(), [404, 0]);
    await klok.leesStand(id, opUur(over(3), 0, 0));
    assert.deepEqual(await mag(), [200, 1]);
    await klok.leesStand(id, opUur(over(4), 23, 0));
    assert.deepEqual(await mag(), [200, 1]);
    await klok.leesStand(id, opUur(over(5), 0, 1));
    assert.deepEqual(await mag(), [404, 0]);
  });

  it('a deputy acts as the absent one does: of a coordinator as one of that region, of a metgezel as behandelaar alone', async () => {
    const { nummer } = await opgepakt();
    const anders = { regio: 'OOST', toelichting: 'Het hoort bij ons.' };
    const draagOver = async (wie: string, pad: string) => {
      const { status, body } = await app.as(wie).post(`/signalen/${pad}/overdrachten`, anders);
      return [status, body.code];
    };
    await regel('coordinator.noord', { waarnemer: 'coordinator.oost' });
    assert.deepEqual(await draagOver('coordinator.oost', nummer), [201, undefined]);
    assert.deepEqual(await namens(nummer, 'overgedragen'), ['coordinator.oost', 'coordinator.noord']);
    const eigen = (await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ wens: 'zelf' }))).body.nummer;
    await regel('metgezel.noord', { waarnemer: 'metgezel.west' });
    assert.deepEqual(await draagOver('metgezel.west', eigen), [403, 'niet_bevoegd']);
  });

  it('what is new in the region of an absent coordinator waits on the page of the deputy, who takes it up', async () => {
    await regel('coordinator.noord', { waarnemer: 'coordinator.oost' });
    const nieuw = nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' });
    const { nummer } = (await app.as('metgezel.noord').post('/signalen', nieuw)).body;
    const wacht = async (wie: string): Promise<string[]> =>
      (await app.as(wie).get('/signalen?aanZet=niveau')).body.signalen.map((regel: { nummer: string }) => regel.nummer);
    assert.deepEqual(await wacht('coordinator.oost'), [nummer]);
    assert.deepEqual(await wacht('coordinator.west'), []);
    assert.equal((await app.as('coordinator.oost').post(`/signalen/${nummer}/oppakkingen`)).status, 201);
    assert.deepEqual(await namens(nummer, 'opgepakt'), ['coordinator.oost', 'coordinator.noord']);
    // From here on it is the deputy's own, and so is what the deputy does with it.
    const vraag = { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wilt u een besluit nemen?' };
    assert.equal((await app.as('coordinator.oost').post(`/signalen/${nummer}/verzoeken`, vraag)).status, 201);
    assert.deepEqual(await namens(nummer, 'verzoek_gedaan'), ['coordinator.oost', null]);
  });

  it('201: a coordinator for people of the own region, landelijk for everybody; 403 for others', async () => {
    const voor = (wie: string, afwezige: string) =>
      regel(wie, { afwezige, waarnemer: 'coordinator.oost', vanDatum: over(1) });
    assert.equal((await voor('coordinator.noord', 'metgezel.noord')).status, 201);
    assert.equal((await voor('landelijk', 'coordinator.west')).status, 201);
    for (const [wie, afwezige] of [
      ['coordinator.noord', 'metgezel.west'],
      ['metgezel.noord', 'coordinator.noord'],
      ['programmaleiding', 'coordinator.zuid'],
    ] as const) {
      const { status, body } = await voor(wie, afwezige);
      assert.deepEqual([wie, status, body.code], [wie, 403, 'geen_toegang']);
    }
    assert.equal((await regel('beheer', { waarnemer: 'landelijk' })).status, 403);
  });

  it('403: nobody becomes the deputy of another by their own hand, neither coordinator nor landelijk, and hears who can', async () => {
    for (const [wie, afwezige] of [
      ['coordinator.noord', 'metgezel.noord'],
      ['landelijk', 'coordinator.west'],
    ] as const) {
      const { status, body } = await regel(wie, { afwezige, waarnemer: wie });
      assert.deepEqual([wie, status, body.code], [wie, 403, 'geen_toegang']);
      assert.match(body.detail, /^Niemand maakt zichzelf waarnemer van een ander\. Vraag het aan /);
      assert.deepEqual((await app.as(afwezige).get('/waarnemingen')).body.waarnemingen, []);
    }
    const vreemd = await regel('coordinator.noord', { afwezige: 'metgezel.west', waarnemer: 'coordinator.noord' });
    assert.match(vreemd.body.detail, /^U regelt dit alleen voor u zelf .* Vraag het aan de afwezige zelf/);
    assert.equal((await regel('coordinator.west', { waarnemer: 'landelijk' })).status, 201, 'the absent person does');
  });

  it('tells who is away and the deputy what another arranged and ended, once, and nobody of their own doing', async () => {
    const sleutel = { 'idempotency-key': randomUUID() };
    const voorAnder = { afwezige: 'metgezel.noord', waarnemer: 'landelijk', vanDatum: over(1), totEnMetDatum: over(5) };
    const { body } = await regel('coordinator.noord', voorAnder, sleutel);
    await regel('coordinator.noord', voorAnder, sleutel);
    const [aanWaarnemer, mail, ...meer] = await brieven();
    assert.deepEqual(meer, []);
    assert.deepEqual(
      [mail?.adres, mail?.onderwerp, aanWaarnemer?.adres, aanWaarnemer?.onderwerp],
      [
        'metgezel.noord@voorbeeld.nl',
        'Esther Koster neemt voor u waar',
        'landelijk@voorbeeld.nl',
        'U bent gekozen als waarnemer voor Anneke de Vries',
      ],
    );
    assert.match(aanWaarnemer?.inhoud ?? '', /Hilde Postma heeft geregeld dat u waarneemt voor Anneke de Vries, van /);
    assert.match(mail?.inhoud ?? '', /Hilde Postma heeft geregeld dat Esther Koster voor u waarneemt/);
    assert.match(mail?.inhoud ?? '', /06 1234 5611/);

    const eind = (wie: string) => app.as(wie).post(`/waarnemingen/${body.id}/beeindigingen`);
    await eind('landelijk');
    await eind('landelijk');
    assert.deepEqual(
      (await brieven()).map(({ adres, onderwerp }) => [adres, onderwerp]),
      [['metgezel.noord@voorbeeld.nl', 'Esther Koster neemt niet meer voor u waar']],
    );

    const eigen = await regel('coordinator.noord', { waarnemer: 'landelijk' });
    await app.as('coordinator.noord').post(`/waarnemingen/${eigen.body.id}/beeindigingen`);
    assert.deepEqual(
      (await brieven()).map(({ adres, onderwerp }) => [adres, onderwerp]),
      [
        ['landelijk@voorbeeld.nl', 'U bent gekozen als waarnemer voor Hilde Postma'],
        ['landelijk@voorbeeld.nl', 'U neemt niet meer waar voor Hilde Postma'],
      ],
    );
  });

  it('400: every fault at once', async () => {
    const leeg = await app.as('coordinator.noord').post('/waarnemingen', { vanDatum: '2026-02-30', soort: 'x' });
    assert.deepEqual(plaatsen(leeg.body), [
      '#/soort onbekend_veld',
      '#/totEnMetDatum verplicht',
      '#/vanDatum datum',
      '#/waarnemer verplicht',
    ]);
    const om = await regel('coordinator.noord', { waarnemer: 'landelijk', vanDatum: over(6) });
    assert.deepEqual(plaatsen(om.body), ['#/totEnMetDatum volgorde']);
    const oud = { vanDatum: '2026-01-01', totEnMetDatum: '2026-01-02' };
    const voorbij = await regel('landelijk', { ...oud, afwezige: 'niemand', waarnemer: 'auditor' });
    assert.deepEqual(plaatsen(voorbij.body), [
      '#/afwezige onbekend',
      '#/totEnMetDatum verleden',
      '#/waarnemer onbekend',
    ]);
    assert.deepEqual(plaatsen((await regel('landelijk', { waarnemer: 'landelijk' })).body), ['#/waarnemer niet_zelf']);
  });

  it('409: one deputy at a time, also when two are arranged at once; 201 again for the same request', async () => {
    const sleutel = { 'idempotency-key': randomUUID() };
    const eerst = await regel('coordinator.noord', { waarnemer: 'landelijk' }, sleutel);
    const weer = await regel('coordinator.noord', { waarnemer: 'landelijk' }, sleutel);
    assert.deepEqual([weer.status, weer.body], [201, eerst.body]);
    const botst = await regel('coordinator.noord', { waarnemer: 'coordinator.oost' }, sleutel);
    assert.deepEqual([botst.status, botst.body.code], [409, 'sleutel_hergebruikt']);
    const dubbel = await regel('coordinator.noord', { waarnemer: 'coordinator.oost', vanDatum: over(5) });
    assert.deepEqual([dubbel.status, dubbel.body.code], [409, 'waarneming_overlapt']);
    const beide = await Promise.all(
      ['landelijk', 'coordinator.west'].map((waarnemer) => regel('coordinator.zuid', { waarnemer })),
    );
    assert.deepEqual(beide.map(({ status }) => String(status)).toSorted(), ['201', '409']);
  });

  it('is listed for both, for the region and for landelijk, and no longer once it is ended', async () => {
    const { nummer } = await opgepakt();
    const { body } = await regel('coordinator.noord', { waarnemer: 'coordinator.oost' });
    const lijst = async (wie: string): Promise<string[]> =>
      (await app.as(wie).get('/waarnemingen')).body.waarnemingen.map(({ id }: { id: string }) => id);
    for (const wie of ['coordinator.noord', 'coordinator.oost', 'landelijk'])
      assert.deepEqual(await lijst(wie), [body.id]);
    assert.deepEqual(await lijst('coordinator.zuid'), []);

    const eind = (wie: string, id = body.id) => app.as(wie).post(`/waarnemingen/${id}/beeindigingen`);
    assert.equal((await eind('coordinator.zuid')).status, 404);
    assert.equal((await eind('coordinator.noord', randomUUID())).status, 404);
    assert.equal((await eind('coordinator.oost')).status, 403);
    const klaar = await eind('coordinator.noord');
    assert.deepEqual([klaar.status, klaar.body.totEnMetDatum], [201, over(-1)]);
    assert.deepEqual((await eind('coordinator.noord')).body, klaar.body);
    assert.deepEqual(await lijst('coordinator.noord'), []);
    assert.equal((await app.as('coordinator.oost').get(`/signalen/${nummer}`)).status, 404);
    assert.equal((await regel('coordinator.noord', { waarnemer: 'coordinator.west' })).status, 201);
  });
});
