import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

interface Mens {
  id: string;
  afwezig: boolean;
  kanMeedenken: boolean | null;
  waaromNiet: string | null;
}

describe('the people one may need', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const zoek = async (vraag: string, wie = 'coordinator.noord'): Promise<Mens[]> => {
    const { status, body } = await app.as(wie).get(`/mensen?${vraag}`);
    assert.equal(status, 200);
    return body.mensen;
  };
  const ids = (mensen: readonly Mens[]): string[] => mensen.map(({ id }) => id);

  it('200: name, role, region and who is away today, and never an address or employer', async () => {
    const vandaag = datumVan(new Date().toISOString());
    await app.as('coordinator.oost').post('/waarnemingen', {
      waarnemer: 'landelijk',
      vanDatum: vandaag,
      totEnMetDatum: plusDagen(vandaag, 1),
    });
    const { body, status } = await app.as('metgezel.noord').get('/mensen?regio=OOST');
    assert.equal(status, 200);
    assert.deepEqual(body.mensen, [
      {
        id: 'coordinator.oost',
        naam: 'Jeroen Wolters',
        rollen: ['regiocoordinator'],
        regios: ['OOST'],
        afwezig: true,
        kanMeedenken: null,
        waaromNiet: null,
      },
      {
        id: 'metgezel.zorgaanbieder',
        naam: 'Marjolein Bakker',
        rollen: ['metgezel'],
        regios: ['OOST'],
        afwezig: false,
        kanMeedenken: null,
        waaromNiet: null,
      },
    ]);
    const alle = await app.as('metgezel.noord').get('/mensen?limiet=100');
    assert.doesNotMatch(JSON.stringify(alle.body), /@voorbeeld|DEMO_ZORGAANBIEDER|06 1234/);
  });

  it('are found by role, region and a piece of the name; nobody without signalen or without an account that works', async () => {
    assert.deepEqual(ids(await zoek('rol=landelijk_team')), ['landelijk']);
    assert.deepEqual(ids(await zoek('tekst=WOLT')), ['coordinator.oost']);
    assert.deepEqual(ids(await zoek('rol=regiocoordinator&regio=ZUID')), ['coordinator.zuid']);
    const alle = ids(await zoek('limiet=100'));
    assert.ok(!alle.includes('beheer') && !alle.includes('auditor'));
    await rows(app.db(), sql`update gebruiker set actief_tot = '2026-01-01' where id = 'coordinator.zuid'`);
    assert.deepEqual(ids(await zoek('regio=ZUID')), []);
    await rows(app.db(), sql`update gebruiker set actief_tot = null where id = 'coordinator.zuid'`);
    const eerste = await app.as('landelijk').get('/mensen?limiet=6');
    const rest = await app.as('landelijk').get(`/mensen?limiet=100&cursor=${eerste.body.cursor}`);
    assert.deepEqual([...ids(eerste.body.mensen), ...ids(rest.body.mensen)], alle);
  });

  it('stand by name as in an address book, whatever the accents and capitals, over every page', async () => {
    const namen = ['Éva Bos', 'eva Zand', 'Özlem Kaya', 'Pieter Bos'];
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          select 'naam' || nr, naam, 'naam' || nr || '@voorbeeld.nl', '06', '{metgezel}', '{WEST}'
            from unnest(${namen.toReversed()}::text[]) with ordinality as n (naam, nr)`,
    );
    const gezien: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await app.as('landelijk').get(`/mensen?limiet=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      gezien.push(...body.mensen.map(({ naam }: { naam: string }) => naam));
      ({ cursor } = body);
    }
    assert.deepEqual(gezien, gezien.toSorted(new Intl.Collator('nl').compare));
    assert.deepEqual(
      gezien.filter((naam) => namen.includes(naam)),
      namen,
    );
    await rows(app.db(), sql`delete from gebruiker where id like 'naam%'`);
  });

  it('say of a signaal whether each can be asked, exactly as the act itself decides, and not what is in the way', async () => {
    const { nummer } = (
      await app
        .as('metgezel.noord')
        .post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'herhaling', organisatie: 'DEMO_ZORGAANBIEDER' }))
    ).body;
    await app.as('coordinator.noord').post(`/signalen/${nummer}/oppakkingen`);
    const mensen = await zoek(`signaal=${nummer}&limiet=100`);
    assert.deepEqual(
      mensen.filter(({ kanMeedenken }) => kanMeedenken !== true).map(({ id, waaromNiet }) => [id, waaromNiet]),
      [['metgezel.zorgaanbieder', 'Kan dit signaal niet lezen.']],
    );
    for (const { id, kanMeedenken } of mensen) {
      const vraag = { soort: 'consultatie', persoon: id, vraag: 'Kent u dit?' };
      const { status } = await app.as('coordinator.noord').post(`/signalen/${nummer}/verzoeken/_vooraf`, vraag);
      assert.equal(status === 200, kanMeedenken, id);
    }
    assert.equal((await app.as('metgezel.west').get(`/mensen?signaal=${nummer}`)).status, 404);
    assert.equal((await app.as('metgezel.zorgaanbieder').get(`/mensen?signaal=${nummer}`)).status, 404);
  });

  it('400 for a filter that is none; 403 for who works with no signalen', async () => {
    const { status, body } = await app.as('landelijk').get('/mensen?rol=auditor&regio=MAAN&limiet=0&x=1');
    assert.equal(status, 400);
    assert.equal(body.errors.length, 4);
    for (const wie of ['beheer', 'auditor']) assert.equal((await app.as(wie).get('/mensen')).status, 403);
  });
});
