import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { schrijfVoorstel } from '#test/support/voorstel.ts';

const PATROON = { titel: 'Pgb-besluiten blijven uit', omschrijving: 'Vijf gezinnen wachten.' };
const toelichting = 'Het is overal hetzelfde.';

describe('patroonvoorstellen', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const vandaag = datumVan(new Date().toISOString());
  const dienIn = async (anders: Record<string, unknown> = {}): Promise<string> =>
    (await app.as('metgezel.noord').post('/signalen', nieuwSignaal(anders))).body.nummer;
  const stelVoor = (nummers: readonly string[]) =>
    schrijfVoorstel(app.db(), nummers, { dag: vandaag, stilTot: plusDagen(vandaag, 56) });
  const lees = async (id: string, wie = 'landelijk') => app.as(wie).get(`/patroonvoorstellen/${id}`);
  const ids = (regels: { id: string }[]): string[] => regels.map(({ id }) => id);

  it('200: says in plain words why something stands out, with its numbers and signalen, to landelijk and programmaleiding', async () => {
    const nummers = [await dienIn(), await dienIn(), await dienIn()];
    const id = await stelVoor(nummers);
    for (const wie of ['landelijk', 'programmaleiding']) {
      const { status, body } = await lees(id, wie);
      assert.equal(status, 200, JSON.stringify(body));
      assert.equal(body.onderwerp, 'Persoonsgebonden budget, in Noord');
      assert.deepEqual(body.inWoorden, [
        'In 4 weken kwamen 3 signalen binnen over “Persoonsgebonden budget”, in Noord.',
        'Gewoon zijn dat er 1 à 2, naar wat er in het jaar daarvoor binnenkwam.',
        'Door toeval alleen ziet u zoiets hier hoogstens eens in de 20 jaar.',
      ]);
      assert.deepEqual(body.signalen.map(({ nummer }: { nummer: string }) => nummer).toSorted(), nummers.toSorted());
      assert.ok(ids((await app.as(wie).get('/patroonvoorstellen')).body.wachtend).includes(id));
    }
    for (const wie of ['coordinator.noord', 'metgezel.noord']) assert.equal((await lees(id, wie)).status, 403);
    assert.equal((await lees(randomUUID())).status, 404);
  });

  it('is not there, nor counted, for who works for an organisation that one of its signalen concerns', async () => {
    const id = await stelVoor([await dienIn(), await dienIn({ organisatie: 'DEMO_ZORGAANBIEDER' })]);
    await rows(app.db(), sql`update gebruiker set organisatie = 'DEMO_ZORGAANBIEDER' where id = 'landelijk'`);
    try {
      assert.equal((await lees(id)).status, 404);
      assert.ok(!ids((await app.as('landelijk').get('/patroonvoorstellen')).body.wachtend).includes(id));
      const geopend = await app.as('landelijk').post('/patronen', { ...PATROON, voorstel: id, toelichting });
      assert.deepEqual([geopend.status, geopend.body.errors[0].location.pointer], [400, '#/voorstel']);
      const afgewezen = await app.as('landelijk').post(`/patroonvoorstellen/${id}/afwijzingen`, { reden: 'Nee.' });
      assert.equal(afgewezen.status, 404);
    } finally {
      await rows(app.db(), sql`update gebruiker set organisatie = null where id = 'landelijk'`);
    }
    assert.equal((await lees(id)).status, 200);
  });

  it('201: becomes a patroon with its signalen, of the owner that was chosen, once, and says so', async () => {
    await rows(
      app.db(),
      sql`insert into gebruiker select 'loes', 'Loes de Wit', g.email, g.telefoon, g.rollen, g.regios, g.thuisregio
      from gebruiker g where false`,
    );
    const nummers = [await dienIn(), await dienIn({ wens: 'melden' })];
    const id = await stelVoor(nummers);
    const zonder = await app.as('landelijk').post('/patronen', { ...PATROON, voorstel: id });
    assert.deepEqual([zonder.status, zonder.body.errors[0].location.pointer], [400, '#/toelichting']);
    const vooruit = await app.as('landelijk').post('/patronen/_vooraf', { ...PATROON, voorstel: id, toelichting });
    assert.match(vooruit.body.inWoorden.join(' '), /2 signalen horen er dan bij\. De melders horen wat eruit komt\./);

    const sleutel = { 'idempotency-key': randomUUID() };
    const vraag = { ...PATROON, voorstel: id, toelichting };
    const eerste = await app.as('landelijk').post('/patronen', vraag, sleutel);
    assert.equal(eerste.status, 201, JSON.stringify(eerste.body));
    const tweede = await app.as('landelijk').post('/patronen', vraag, sleutel);
    assert.deepEqual([tweede.status, tweede.body.nummer], [201, eerste.body.nummer]);
    assert.deepEqual(
      eerste.body.signalen.map(({ nummer }: { nummer: string }) => nummer).toSorted(),
      nummers.toSorted(),
    );
    const { besluit } = (await lees(id)).body;
    assert.deepEqual(
      [besluit.besluit, besluit.reden, besluit.patroon.nummer],
      ['aangenomen', toelichting, eerste.body.nummer],
    );
    const nogEens = await app.as('landelijk').post('/patronen', vraag);
    assert.deepEqual([nogEens.status, nogEens.body.errors[0].location.pointer], [400, '#/voorstel']);
    const verslag = await app.as('landelijk').get(`/signalen/${nummers[0]}`);
    assert.equal(verslag.body.patroon.nummer, eerste.body.nummer);
  });

  it('201: joins a patroon that is there; what is part of another patroon stays there', async () => {
    const [los, elders] = [await dienIn(), await dienIn()];
    const ander = (await app.as('landelijk').post('/patronen', PATROON)).body.nummer;
    await app.as('landelijk').post(`/signalen/${elders}/patroonkoppelingen`, { patroon: ander });
    const id = await stelVoor([los, elders]);
    const patroon = (await app.as('landelijk').post('/patronen', PATROON)).body.nummer;
    const { status, body } = await app
      .as('landelijk')
      .post(`/patronen/${patroon}/voorstellen`, { voorstel: id, toelichting });
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(
      body.signalen.map(({ nummer }: { nummer: string }) => nummer),
      [los],
    );
    const { besluit } = (await lees(id)).body;
    assert.deepEqual([besluit.besluit, besluit.reden, besluit.patroon.nummer], ['opgenomen', toelichting, patroon]);
  });

  it('201: is rejected with a reason that is remembered, once, and leaves a line in the log', async () => {
    const id = await stelVoor([await dienIn()]);
    const { headers, body } = await lees(id);
    assert.match(body.alsAfgewezen.join(' '), /niet opnieuw voor tot en met .* bij 4 signalen of meer/);
    const pad = `/patroonvoorstellen/${id}/afwijzingen`;
    const gezien = { 'if-match': String(headers.get('etag')), 'idempotency-key': randomUUID() };
    for (let keer = 0; keer < 2; keer += 1) {
      const afgewezen = await app.as('landelijk').post(pad, { reden: 'Eén gezin.' }, gezien);
      assert.equal(afgewezen.status, 201, JSON.stringify(afgewezen.body));
      assert.deepEqual(
        [afgewezen.body.besluit.besluit, afgewezen.body.besluit.reden, afgewezen.body.stilTotEnMetDatum],
        ['afgewezen', 'Eén gezin.', plusDagen(vandaag, 56)],
      );
    }
    const oud = await app
      .as('landelijk')
      .post(pad, { reden: 'Toch niet.' }, { 'if-match': String(headers.get('etag')) });
    assert.deepEqual([oud.status, oud.headers.get('etag')], [412, (await lees(id)).headers.get('etag')]);
    const ander = await app.as('landelijk').post(pad, { reden: 'Toch niet.' });
    assert.deepEqual([ander.status, ander.body.code], [409, 'al_eens_gedaan']);
    const regels = await rows(
      app.db(),
      sql`select operatie, persoon from logregel where object = ${`patroonvoorstel:${id}`}`,
      { operatie: text, persoon: text },
    );
    assert.deepEqual(regels, [{ operatie: 'patroonvoorstel_afgewezen', persoon: 'landelijk' }]);
    assert.ok(!ids((await app.as('landelijk').get('/patroonvoorstellen')).body.wachtend).includes(id));
  });
});
