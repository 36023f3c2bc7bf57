import assert from 'node:assert/strict';

import { leesSignaal } from '#db/queries/signaal.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp, vraag } from '#test/support/app.ts';

const NERGENS = '00000000-0000-4000-8000-000000000000';

describe('GET /signalen', () => {
  let app: Client;
  const nummers: Record<string, string> = {};
  const dienIn = async (wie: string, anders: Record<string, unknown> = {}): Promise<string> =>
    (await app.as(wie).post('/signalen', nieuwSignaal(anders))).body.nummer;
  const ziet = async (wie: string, vraag = ''): Promise<string[]> =>
    (await app.as(wie).get(`/signalen?limiet=100${vraag}`)).body.signalen.map(
      ({ nummer }: { nummer: string }) => nummer,
    );

  before(async () => {
    app = await startApp();
    nummers['noord'] = await dienIn('metgezel.noord', { doelgroepen: ['ZEVMB'] });
    nummers['west'] = await dienIn('metgezel.west', { gemeente: 'GM0599', wens: 'hulp', motief: 'afgewezen' });
    nummers['melding'] = await dienIn('oco.midden', { gemeente: 'GM0344', wens: 'melden', knelpunttypen: ['OCO'] });
    nummers['zorg'] = await dienIn('metgezel.zorgaanbieder', { gemeente: 'GM0193', organisatie: 'DEMO_ZORGAANBIEDER' });
  });
  after(() => app.stop());

  it('200: everybody sees the own region and the own filings, landelijk and programmaleiding see all, the last filed first', async () => {
    const { noord, west, melding, zorg } = nummers;
    assert.deepEqual(await ziet('metgezel.noord'), [noord]);
    assert.deepEqual(await ziet('metgezel.west'), [west]);
    assert.deepEqual(await ziet('coordinator.noord'), [noord]);
    assert.deepEqual(await ziet('coordinator.west'), [west]);
    assert.deepEqual(await ziet('coordinator.zuid'), []);
    assert.deepEqual(await ziet('landelijk'), [zorg, melding, west, noord]);
    assert.deepEqual(await ziet('programmaleiding'), [zorg, melding, west, noord]);
  });

  it('200: who works for the organisation concerned sees only the own filings', async () => {
    const overHaarWerkgever = await dienIn('metgezel.noord', { organisatie: 'DEMO_ZORGAANBIEDER' });
    assert.deepEqual(await ziet('metgezel.zorgaanbieder'), [nummers['zorg']]);
    assert.equal((await app.as('metgezel.zorgaanbieder').get(`/signalen/${overHaarWerkgever}`)).status, 404);
    const { status, body } = await app.as('metgezel.zorgaanbieder').get(`/signalen/${nummers['zorg']}`);
    assert.deepEqual([status, body.behandelaar], [200, null]);
  });

  it('200: filters narrow, several values of one widen', async () => {
    assert.deepEqual(await ziet('landelijk', '&status=afgesloten'), [nummers['melding']]);
    assert.deepEqual(await ziet('landelijk', '&status=afgesloten&status=wacht_op_oppakken&regio=WEST'), [
      nummers['west'],
    ]);
    assert.deepEqual(await ziet('landelijk', '&doelgroep=ZEVMB'), [nummers['noord']]);
    assert.deepEqual(await ziet('landelijk', '&knelpunttype=OCO&niveau=lokaal'), [nummers['melding']]);
    assert.deepEqual(await ziet('landelijk', '&melder=metgezel.west'), [nummers['west']]);
    assert.deepEqual(await ziet('landelijk', '&gemeente=GM0193&urgentie=normaal'), [nummers['zorg']]);
    assert.deepEqual(await ziet('landelijk', '&behandelaar=metgezel.noord&organisatie=CIZ'), []);
    assert.deepEqual(await ziet('landelijk', '&teLaat=true'), []);
    assert.deepEqual(await ziet('landelijk', '&ingediendTotEnMetDatum=2020-01-01'), []);
    assert.ok((await ziet('landelijk', '&ingediendVanafDatum=2020-01-01&teLaat=false')).length >= 4);
  });

  it('200: pages follow each other without a gap, also while signalen are being filed', async () => {
    const alle = await ziet('landelijk');
    const gezien: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const vraag: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await app.as('landelijk').get(`/signalen?limiet=2${vraag}`);
      gezien.push(...body.signalen.map(({ nummer }: { nummer: string }) => nummer));
      cursor = body.cursor;
      if (gezien.length === 2) await dienIn('metgezel.noord');
    }
    assert.deepEqual(gezien, alle);
  });

  it('400: every fault in the query at once', async () => {
    const { status, body } = await app
      .as('landelijk')
      .get('/signalen?limiet=0&status=open&cursor=x&sorteer=nummer&teLaat=ja&regio=NOORD');
    assert.equal(status, 400);
    assert.deepEqual(body.errors.map(({ location }: { location: { name: string } }) => location.name).toSorted(), [
      'cursor',
      'limiet',
      'sorteer',
      'status',
      'teLaat',
    ]);
  });

  it('403 for roles that see no case', async () => {
    for (const wie of ['beheer', 'auditor']) {
      assert.equal((await app.as(wie).get('/signalen')).status, 403);
      assert.equal((await app.as(wie).get(`/signalen/${nummers['noord']}`)).status, 403);
    }
  });

  describe('/{signaal}', () => {
    it('200: by nummer and by id, with its ETag', async () => {
      const opNummer = await app.as('metgezel.noord').get(`/signalen/${nummers['noord']}`);
      const opId = await app.as('metgezel.noord').get(`/signalen/${opNummer.body.id}`);
      assert.equal(opNummer.status, 200);
      assert.match(opNummer.headers.get('etag') ?? '', /^"1-[0-9a-f]{20}"$/);
      assert.deepEqual(opId.body, opNummer.body);
    });

    it('the policy is that of the day on the clock of the signaal, not on that of the world', async () => {
      const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal());
      const later = plusDagen(datumVan(new Date().toISOString()), 40);
      await rows(
        app.db(),
        sql`insert into termijnbeleid (versie, geldig_vanaf, inhoud)
            select 2, ${later}, jsonb_set(inhoud, '{versie}', '2') from termijnbeleid where versie = 1`,
      );
      assert.equal((await leesSignaal(app.db(), body.id))?.beleid.versie, 1);
      await rows(app.db(), sql`update stroom set klokverschil_ms = ${50 * 86_400_000} where id = ${body.id}`);
      assert.equal((await leesSignaal(app.db(), body.id))?.beleid.versie, 2);
      await rows(app.db(), sql`delete from termijnbeleid where versie = 2`);
    });

    it('304: If-None-Match with the ETag of what there is, weak or in a list too, and nothing else', async () => {
      const pad = `/signalen/${nummers['noord']}`;
      const { headers, body } = await app.as('metgezel.noord').get(pad);
      const etag = headers.get('etag') ?? '';
      for (const kop of [etag, `W/${etag}`, `"9", ${etag}`, '*']) {
        const reply = await app.as('metgezel.noord').get(pad, { 'if-none-match': kop });
        assert.deepEqual([kop, reply.status, reply.headers.get('etag')], [kop, 304, etag]);
        assert.equal(reply.headers.get('api-version'), '1.0.0');
      }
      for (const kop of ['"1"', '"1-00000000000000000000"', 'onzin', '', `"x",`.repeat(400) + etag]) {
        const reply = await app.as('metgezel.noord').get(pad, { 'if-none-match': kop });
        assert.deepEqual([kop, reply.status, reply.body.id], [kop, 200, body.id]);
      }
      const kop = await vraag(`${app.url}/api/v1${pad}`, {
        method: 'HEAD',
        headers: { authorization: `Bearer ${await app.token('metgezel.noord')}`, 'if-none-match': etag },
      });
      assert.equal(kop.status, 304);
    });

    it('one strong ETag stands for one body: what is shown differs, so does the tag, also at the same version', async () => {
      const pad = `/signalen/${nummers['noord']}`;
      const voor = await app.as('metgezel.noord').get(pad);
      const ander = await app.as('coordinator.noord').get(pad);
      await rows(app.db(), sql`update gebruiker set telefoon = '06 1234 9999' where id = 'metgezel.noord'`);
      const na = await app.as('metgezel.noord').get(pad, { 'if-none-match': voor.headers.get('etag') ?? '' });
      assert.equal(na.status, 200);
      assert.equal(na.body.inhoudsversie, voor.body.inhoudsversie);
      const paren = [voor, ander, na].map(({ headers, body }) => [headers.get('etag'), JSON.stringify(body)]);
      assert.equal(new Set(paren.map(([etag]) => etag)).size, new Set(paren.map(([, body]) => body)).size);
      assert.notEqual(na.headers.get('etag'), voor.headers.get('etag'));
    });

    it('404: the same answer for a signaal of another region and for one that does not exist', async () => {
      const vreemd = await app.as('coordinator.zuid').get(`/signalen/${nummers['noord']}`);
      const geen = await app.as('coordinator.zuid').get(`/signalen/${NERGENS}`);
      assert.equal(vreemd.status, 404);
      assert.deepEqual([geen.status, geen.body], [vreemd.status, vreemd.body]);
      assert.equal((await app.as('coordinator.zuid').get('/signalen/S-1999-0001')).status, 404);
    });

    it('400 for what is neither', async () => {
      for (const pad of ['S-1', 'x', '123', `${NERGENS}0`, '%00', 'a%2Fb']) {
        assert.deepEqual([pad, (await app.as('landelijk').get(`/signalen/${pad}`)).status], [pad, 400]);
      }
    });
  });

  describe('/{signaal}/termijnen and /gebeurtenissen', () => {
    it('200: every date is explained day by day', async () => {
      const { status, body } = await app.as('metgezel.noord').get(`/signalen/${nummers['noord']}/termijnen`);
      assert.equal(status, 200);
      const behandelen = body.termijnen.find(({ soort }: { soort: string }) => soort === 'behandelen');
      assert.equal(behandelen.werkdagen, 20);
      assert.equal(behandelen.uitleg.dagen.filter(({ telt }: { telt: boolean }) => telt).length, 20);
      assert.match(behandelen.inWoorden[0], /^De termijn begint op /);
    });

    it('200: the record in order, with its texts, page by page', async () => {
      const pad = `/signalen/${nummers['noord']}`;
      await app.as('metgezel.noord').post(`${pad}/notities`, { notitie: 'Gebeld met school.' });
      const { status, body } = await app.as('coordinator.noord').get(`${pad}/gebeurtenissen`);
      assert.equal(status, 200);
      const [eerste] = body.gebeurtenissen;
      assert.deepEqual([eerste.volgnummer, eerste.soort, eerste.door.naam], [1, 'ingediend', 'Anneke de Vries']);
      assert.equal(eerste.teksten.knelpunt, 'De gemeente en het zorgkantoor verwijzen naar elkaar.');
      assert.equal(body.gebeurtenissen.at(-1).teksten.notitie, 'Gebeld met school.');
      assert.match(body.gebeurtenissen.at(-1).zin, / schreef een notitie\.$/);
      const begin = await app.as('coordinator.noord').get(`${pad}/gebeurtenissen?limiet=1`);
      const rest = await app.as('coordinator.noord').get(`${pad}/gebeurtenissen?na=${begin.body.na}`);
      assert.deepEqual([...begin.body.gebeurtenissen, ...rest.body.gebeurtenissen], body.gebeurtenissen);
      assert.equal(rest.body.na, null);
    });

    it('404 for who may not see the signaal', async () => {
      for (const deel of ['termijnen', 'gebeurtenissen']) {
        assert.equal((await app.as('metgezel.west').get(`/signalen/${nummers['noord']}/${deel}`)).status, 404);
      }
    });
  });
});
