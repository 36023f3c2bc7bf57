import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { bestandVan } from '#activities/rapporten/uitvoer/bestanden.ts';
import { leesRapport } from '#db/queries/rapporten.ts';
import { rows, sql } from '#db/sql.ts';
import { RAPPORTVORMEN, type Rapportvorm } from '#domain/rapport/vormen.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { dienInToen, maakTweede, VOORBIJ } from '#test/support/rapport.ts';

const PAD = `/rapporten/${VOORBIJ}-v1`;

describe('reports over the API', () => {
  let app: Client;
  let tweede: string;
  before(async () => {
    app = await startApp();
    tweede = await maakTweede(app.db());
    await dienInToen(app, 12, 'NAH');
  });
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  interface Cel {
    getal: number | null;
    tekst: string;
  }
  const cel = (
    rapport: { tabellen: { naam: string; rijen: { naam: string; cellen: Cel[] }[] }[] },
    tabel: string,
    rij: string,
  ): Cel[] => rapport.tabellen.find(({ naam }) => naam === tabel)?.rijen.find(({ naam }) => naam === rij)?.cellen ?? [];

  it('reads the numbers of clients in from a file, after a look at what they change', async () => {
    const bestand = readFileSync('db/seeds/noemers-2024-03.csv', 'utf8');
    const CSV = { 'content-type': 'text/csv' };
    const vooraf = await app.as('beheer').post('/noemerbestanden/_vooraf', bestand, CSV);
    assert.deepEqual([vooraf.status, vooraf.body.nieuw.length], [200, 24]);
    assert.deepEqual((await app.as('programmaleiding').get('/noemers')).body.noemers, []);
    const gelezen = await app.as('beheer').post('/noemerbestanden', bestand, CSV);
    assert.deepEqual([gelezen.status, gelezen.body], [201, vooraf.body]);
    const { noemers, wijzigingen } = (await app.as('programmaleiding').get('/noemers')).body;
    assert.deepEqual([noemers.length, wijzigingen.length, wijzigingen[0].door], [24, 24, 'Petra Smit']);
    const fout = await app.as('landelijk').post('/noemerbestanden', 'soort;aantal\n', CSV);
    assert.equal(fout.status, 400);
    assert.match(fout.body.errors[0].detail, /De eerste regel mist peildatum, doelgroep, regio en bron/);
  });

  it('makes one, has a second person look it over, gives it out and corrects it', async () => {
    const gemaakt = await app.as('landelijk').post('/rapporten', { periode: VOORBIJ });
    assert.equal(gemaakt.status, 201);
    assert.deepEqual([gemaakt.body.rapport, gemaakt.body.status, gemaakt.body.versie], [`${VOORBIJ}-v1`, 'concept', 1]);
    assert.equal(cel(gemaakt.body, 'ingediend', 'Samen').at(-1)?.getal, 12);
    assert.deepEqual(cel(gemaakt.body, 'per-honderd', 'Samen'), [
      { getal: 1248, tekst: '1.248' },
      { getal: 12, tekst: '12' },
      { getal: 1, tekst: '1' },
    ]);
    assert.equal((await app.as('programmaleiding').get(PAD)).status, 404);

    const eigen = await app.as('landelijk').post(`${PAD}/goedkeuringen`);
    assert.deepEqual([eigen.status, eigen.body.code], [409, 'rapport_kan_niet']);
    assert.match(eigen.body.detail, /Een ander kijkt het na/);
    const merkt = await app.as(tweede).post(`${PAD}/opmerkingen`, { opmerking: 'Een inleiding zou helpen.' });
    assert.equal(merkt.body.opmerking, 'Een inleiding zou helpen.');
    const geschreven = await app.as('landelijk').post(`${PAD}/inleidingen`, { inleiding: 'Een rustig half jaar.' });
    assert.deepEqual([geschreven.body.inleiding, geschreven.body.opmerking], ['Een rustig half jaar.', null]);

    const oud = await app.as(tweede).post(`${PAD}/goedkeuringen`, undefined, { 'if-match': '"1"' });
    assert.deepEqual([oud.status, oud.body.code], [412, 'rapport_gewijzigd']);
    const etag = (await app.as(tweede).get(PAD)).headers.get('etag') ?? '';
    const goed = await app.as(tweede).post(`${PAD}/goedkeuringen`, undefined, { 'if-match': etag });
    assert.deepEqual([goed.status, goed.body.status], [201, 'nagekeken']);
    assert.equal((await app.as(tweede).post(`${PAD}/vrijgevingen`)).status, 409);
    const vrij = await app.as('landelijk').post(`${PAD}/vrijgevingen`);
    assert.deepEqual([vrij.status, vrij.body.status, vrij.body.vrijgegevenDoor.id], [201, 'definitief', 'landelijk']);
    assert.equal((await app.as('programmaleiding').get(PAD)).status, 200);
    assert.equal((await app.as('landelijk').delete(PAD)).status, 409);

    const beter = await app.as('landelijk').post(`${PAD}/verbeteringen`, { wijziging: 'Eén signaal ontbrak.' });
    assert.deepEqual([beter.body.rapport, beter.body.wijziging], [`${VOORBIJ}-v2`, 'Eén signaal ontbrak.']);
    const { rapporten } = (await app.as('landelijk').get('/rapporten')).body;
    assert.deepEqual(
      rapporten.map(({ rapport, status }: { rapport: string; status: string }) => [rapport, status]),
      [
        [`${VOORBIJ}-v2`, 'concept'],
        [`${VOORBIJ}-v1`, 'definitief'],
      ],
    );
    assert.equal((await app.as('landelijk').delete(`/rapporten/${VOORBIJ}-v2`)).status, 200);
    assert.equal((await app.as('landelijk').get(`/rapporten/${VOORBIJ}-v2`)).status, 404);
  });

  it('gives a final report as a file, to who may read it, and leaves a line in the log of who took it', async () => {
    const haal = async (persoon: string, pad: string): Promise<Response> =>
      fetch(`${app.url}/api/v1${pad}`, { headers: { authorization: `Bearer ${await app.token(persoon)}` } });
    for (const [vorm, { mediatype }] of Object.entries(RAPPORTVORMEN)) {
      const reply = await haal('programmaleiding', `${PAD}/uitvoer/${vorm}`);
      assert.deepEqual([reply.status, reply.headers.get('content-type')], [200, mediatype]);
      const naam = `signaalpunt-rapport-${VOORBIJ}-v1.${vorm}`;
      assert.equal(reply.headers.get('content-disposition'), `attachment; filename=${naam}`);
      const rapport = await leesRapport(app.db(), VOORBIJ, 1);
      assert.ok(rapport);
      const inhoud = Buffer.from(await reply.arrayBuffer());
      if (vorm !== 'xlsx') assert.deepEqual(inhoud, (await bestandVan(rapport, vorm as Rapportvorm)).inhoud);
    }
    const regels = await rows(
      app.db(),
      sql`select verrichting, persoon, object, afloop from logregel
           where operatie = 'GET /api/v1/rapporten/:rapport/uitvoer/:vorm' group by 1, 2, 3, 4`,
    );
    assert.deepEqual(regels, [
      { verrichting: 'uitvoer', persoon: 'programmaleiding', object: `rapport:${VOORBIJ}-v1`, afloop: 'gelukt' },
    ]);
    assert.equal((await haal('coordinator.noord', `${PAD}/uitvoer/csv`)).status, 403);
    assert.equal((await haal('landelijk', `${PAD}/uitvoer/doc`)).status, 400);
    await app.as('landelijk').post(`${PAD}/verbeteringen`, { wijziging: 'Nieuw geteld.' });
    assert.equal((await haal('landelijk', `/rapporten/${VOORBIJ}-v2/uitvoer/csv`)).status, 404, 'a draft stays inside');
    await app.as('landelijk').delete(`/rapporten/${VOORBIJ}-v2`);
  });

  it('refuses what tells who somebody is in what is written beside the numbers, and asks about what might', async () => {
    await app.as('landelijk').post(`${PAD}/verbeteringen`, { wijziging: 'Nieuw geteld.' });
    const naar = `/rapporten/${VOORBIJ}-v2/inleidingen`;
    const zeker = await app.as('landelijk').post(naar, { inleiding: 'Het gaat om BSN 111222333.' });
    assert.deepEqual([zeker.status, zeker.body.errors[0].code], [400, 'persoonsgegeven']);
    const twijfel = await app.as('landelijk').post(naar, { inleiding: 'Wij spraken mevrouw Bakker.' });
    assert.deepEqual([twijfel.status, twijfel.body.errors[0].code], [400, 'twijfel']);
    const { woorden } = twijfel.body.errors[0];
    const tekst = { inleiding: 'Wij spraken mevrouw Bakker.', tekstBevestigd: [woorden] };
    assert.equal((await app.as('landelijk').post(naar, tekst)).status, 201);
    await app.as('landelijk').delete(`/rapporten/${VOORBIJ}-v2`);
  });

  it('makes none of a half year that is not over, or that there is none of', async () => {
    const later = await app.as('landelijk').post('/rapporten', { periode: '2090-1' });
    assert.deepEqual([later.status, later.body.code], [409, 'rapport_kan_niet']);
    const fout = await app.as('landelijk').post('/rapporten', { periode: '2027-3' });
    assert.deepEqual([fout.status, fout.body.errors[0].detail], [400, 'Schrijf een half jaar als 2027-1 of 2027-2.']);
    assert.equal((await app.as('landelijk').get('/rapporten/2001-1-v1')).status, 404);
  });
});
