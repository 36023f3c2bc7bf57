import assert from 'node:assert/strict';

import { number, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { leer, lesinhoud, losOp, nieuweLes, over } from '#test/support/les.ts';

describe('what worked', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const vind = async (wie: string, vraag = ''): Promise<string[]> => {
    const { status, body } = await app.as(wie).get(`/lessen?limiet=100${vraag}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.lessen.map(({ nummer }: { nummer: string }) => nummer);
  };

  it('is written by who solved it, and read by nobody but them and who looks at it until a second person approves', async () => {
    const bron = await losOp(app);
    const { status, body } = await app.as('metgezel.noord').post('/lessen', nieuweLes(bron));
    assert.equal(status, 201, JSON.stringify(body));
    const { nummer } = body.les;
    assert.match(nummer, /^L-\d{4}-\d{4}$/);
    assert.deepEqual([body.les.status, body.les.actueel, body.les.bron], ['wacht', false, bron]);
    assert.deepEqual(await vind('metgezel.noord', '&stand=eigen'), [nummer]);
    assert.ok((await vind('coordinator.zuid', '&stand=nakijken')).includes(nummer));
    for (const wie of ['metgezel.west', 'oco.midden', 'programmaleiding']) {
      assert.equal((await app.as(wie).get(`/lessen/${nummer}`)).status, 404, wie);
      assert.deepEqual(await vind(wie, '&stand=nakijken'), [], wie);
    }
    assert.ok(!(await vind('metgezel.west')).includes(nummer));
    const goed = await app.as('coordinator.zuid').post(`/lessen/${nummer}/beoordelingen`, { oordeel: 'goedkeuren' });
    assert.equal(goed.status, 201, JSON.stringify(goed.body));
    for (const wie of ['metgezel.west', 'oco.midden', 'programmaleiding', 'landelijk'])
      assert.ok((await vind(wie)).includes(nummer), wie);
    assert.deepEqual((await app.as('metgezel.west').get(`/lessen/${nummer}`)).body.les.status, 'geldig');
  });

  it('tells whose les it is that another corrected it, once that is approved, and not who may not see it', async () => {
    const nummer = await leer(app, await losOp(app));
    const brieven = (onderwerp: string) =>
      rows(app.db(), sql`select adres from zending where onderwerp = ${onderwerp}`, { adres: text });
    const verbeterd = `Een ander verbeterde uw les ${nummer}`;
    const verbeter = async (wie: string, keurt: string) => {
      await app.as(wie).post(`/lessen/${nummer}/versies`, lesinhoud({ titel: `Beter van ${wie}` }));
      assert.deepEqual((await brieven(verbeterd)).length, 0, 'nothing is told before it is approved');
      const { status, body } = await app.as(keurt).post(`/lessen/${nummer}/beoordelingen`, { oordeel: 'goedkeuren' });
      assert.equal(status, 201, JSON.stringify(body));
    };
    await verbeter('metgezel.noord', 'landelijk');
    assert.deepEqual(await brieven(verbeterd), [], 'of one’s own correction one hears that it is there');
    await verbeter('landelijk', 'coordinator.zuid');
    const [eigenaar] = await rows(app.db(), sql`select email from gebruiker where id = 'metgezel.noord'`, {
      email: text,
    });
    assert.deepEqual(await brieven(verbeterd), [{ adres: eigenaar?.email }]);
  });

  it('is not written before it is solved, nor by who had no part in it, nor about a signaal that one does not see', async () => {
    const open = (await app.as('metgezel.noord').post('/signalen', nieuwSignaal())).body.nummer;
    const teVroeg = await app.as('metgezel.noord').post('/lessen', nieuweLes(open));
    assert.deepEqual([teVroeg.status, teVroeg.body.code], [409, 'status_staat_niet_toe']);
    const bron = await losOp(app);
    const ander = await app.as('coordinator.noord').post('/lessen', nieuweLes(bron));
    assert.deepEqual([ander.status, ander.body.code], [403, 'niet_behandelaar']);
    const onbekend = await app.as('metgezel.west').post('/lessen', nieuweLes(bron));
    assert.deepEqual([onbekend.status, onbekend.body.errors[0].code], [400, 'onbekend']);
    assert.equal((await app.as('landelijk').post('/lessen', nieuweLes(bron))).status, 201);
  });

  it('is never approved by its own writer, and only by who looks at lessen', async () => {
    const bron = await losOp(app);
    const { nummer } = (await app.as('landelijk').post('/lessen', nieuweLes(bron))).body.les;
    const oordeel = { oordeel: 'goedkeuren' };
    const zelf = await app.as('landelijk').post(`/lessen/${nummer}/beoordelingen`, oordeel);
    assert.deepEqual([zelf.status, zelf.body.code], [403, 'niet_bevoegd']);
    assert.equal((await app.as('metgezel.west').post(`/lessen/${nummer}/beoordelingen`, oordeel)).status, 403);
    assert.equal((await app.as('coordinator.noord').post(`/lessen/${nummer}/beoordelingen`, oordeel)).status, 201);
    const weer = await app.as('coordinator.noord').post(`/lessen/${nummer}/beoordelingen`, oordeel);
    assert.deepEqual([weer.status, weer.body.code], [409, 'status_staat_niet_toe']);
  });

  it('is sent back with a remark, bettered, and looked at once more', async () => {
    const bron = await losOp(app);
    const { nummer } = (await app.as('metgezel.noord').post('/lessen', nieuweLes(bron))).body.les;
    const beoordelingen = `/lessen/${nummer}/beoordelingen`;
    const zonder = await app.as('landelijk').post(beoordelingen, { oordeel: 'terugsturen' });
    assert.deepEqual([zonder.status, zonder.body.errors[0].detail], [400, 'Schrijf wat er anders moet.']);
    await app.as('landelijk').post(beoordelingen, { oordeel: 'terugsturen', opmerking: 'Zeg ook waarom het werkte.' });
    const terug = (await app.as('metgezel.noord').get(`/lessen/${nummer}`)).body.les;
    assert.deepEqual([terug.status, terug.opmerking], ['teruggestuurd', 'Zeg ook waarom het werkte.']);
    const titel = 'Een gesprek met allen, en waarom dat werkte';
    const beter = await app.as('metgezel.noord').post(`/lessen/${nummer}/versies`, lesinhoud({ titel }));
    assert.deepEqual([beter.status, beter.body.les.versie, beter.body.les.status], [201, 2, 'wacht']);
    await app.as('landelijk').post(beoordelingen, { oordeel: 'goedkeuren' });
    assert.equal((await app.as('metgezel.west').get(`/lessen/${nummer}`)).body.les.titel, titel);
  });

  it('stays as all read it while a correction waits', async () => {
    const nummer = await leer(app, await losOp(app));
    await app.as('landelijk').post(`/lessen/${nummer}/versies`, lesinhoud({ titel: 'Iets beters' }));
    const nu = async (wie: string) => (await app.as(wie).get(`/lessen/${nummer}`)).body;
    assert.equal((await nu('metgezel.west')).les.versie, 1);
    assert.equal((await nu('metgezel.west')).versies.length, 1);
    assert.deepEqual(
      (await nu('coordinator.noord')).versies.map(({ status }: { status: string }) => status),
      ['wacht', 'geldig'],
    );
    await app.as('coordinator.noord').post(`/lessen/${nummer}/beoordelingen`, { oordeel: 'goedkeuren' });
    assert.deepEqual(
      [(await nu('metgezel.west')).les.titel, (await nu('metgezel.west')).les.versie],
      ['Iets beters', 2],
    );
  });

  it('is withdrawn with a reason, and then read by its writer and who looks at lessen alone', async () => {
    const nummer = await leer(app, await losOp(app));
    assert.equal((await app.as('metgezel.west').post(`/lessen/${nummer}/intrekkingen`, { reden: 'Nee.' })).status, 403);
    const reden = 'De regeling is gestopt.';
    assert.equal((await app.as('metgezel.noord').post(`/lessen/${nummer}/intrekkingen`, { reden })).status, 201);
    assert.equal((await app.as('metgezel.west').get(`/lessen/${nummer}`)).status, 404);
    assert.deepEqual((await app.as('landelijk').get(`/lessen/${nummer}`)).body.les.opmerking, reden);
    const weer = await app.as('metgezel.noord').post(`/lessen/${nummer}/versies`, lesinhoud());
    assert.deepEqual([weer.status, weer.body.code], [409, 'gesloten']);
  });

  it('says everything that is wrong at once', async () => {
    const { status, body } = await app.as('metgezel.noord').post('/lessen', {
      bron: 'S-1',
      titel: ' ',
      watWerkte: 'Bel 06 12345678.',
      knelpunttypen: [],
    });
    assert.equal(status, 400);
    assert.deepEqual(
      body.errors.map(({ location, code }: { location: { pointer: string }; code: string }) => [
        location.pointer,
        code,
      ]),
      [
        ['#/bron', 'vorm'],
        ['#/titel', 'leeg'],
        ['#/watWerkte', 'persoonsgegeven'],
        ['#/knelpunttypen', 'te_weinig'],
        ['#/geldigTotDatum', 'verplicht'],
      ],
    );
    const bron = await losOp(app);
    const dag = async (geldigTotDatum: string) =>
      (await app.as('metgezel.noord').post('/lessen', nieuweLes(bron, { geldigTotDatum }))).body.errors?.[0].code;
    assert.deepEqual(
      [await dag(over(0)), await dag(over(731)), await dag(over(730))],
      ['verleden', 'te_laat', undefined],
    );
    const naam = await app
      .as('metgezel.noord')
      .post('/lessen', nieuweLes(bron, { watWerkte: 'Mevrouw Bakker belde.' }));
    assert.deepEqual([naam.status, naam.body.errors[0].code], [400, 'twijfel']);
  });

  it('names no organisatie but one that had to do with it', async () => {
    const bron = await losOp(app, { organisatie: 'CIZ' });
    const met = (organisatie: string) => app.as('metgezel.noord').post('/lessen', nieuweLes(bron, { organisatie }));
    assert.equal((await met('UWV')).body.errors[0].code, 'onbekend');
    assert.equal((await met('CIZ')).body.les.organisatie.id, 'CIZ');
  });

  it('is found by words and parts of them, by what its codes are called, and by each filter', async () => {
    const bron = await losOp(app, { organisatie: 'CIZ' });
    const nummer = await leer(app, bron, {
      titel: 'Bewustekeuzegesprek met het zorgkantoor',
      wetten: ['wlz'],
      doelgroepen: ['NAH'],
      regios: ['NOORD'],
      ketenpartnertype: 'ciz',
      organisatie: 'CIZ',
    });
    for (const vraag of [
      'zoek=bewustekeuze',
      'zoek=kantoor',
      'zoek=hersenletsel',
      `zoek=${nummer}`,
      'zoek=ciz',
      'wet=wlz',
    ])
      assert.ok((await vind('metgezel.west', `&${vraag}`)).includes(nummer), vraag);
    for (const vraag of [
      'doelgroep=NAH',
      'regio=NOORD',
      'ketenpartnertype=ciz',
      'organisatie=CIZ',
      'knelpunttype=DOMEIN',
    ])
      assert.ok((await vind('metgezel.west', `&${vraag}`)).includes(nummer), vraag);
    for (const vraag of ['zoek=onvindbaarwoord', 'wet=zvw', 'regio=ZUID', 'ketenpartnertype=svb', 'knelpunttype=PGB'])
      assert.ok(!(await vind('metgezel.west', `&${vraag}`)).includes(nummer), vraag);
    assert.equal(await vind('metgezel.west', '&wet=NIETS').catch(() => 'geweigerd'), 'geweigerd');
  });

  it('goes on where a page ended', async () => {
    const bron = await losOp(app);
    for (let i = 0; i < 3; i += 1) await leer(app, bron, { titel: `Bladerles ${i}` });
    const een = (await app.as('metgezel.west').get('/lessen?zoek=bladerles&limiet=2')).body;
    const twee = (await app.as('metgezel.west').get(`/lessen?zoek=bladerles&limiet=2&cursor=${een.cursor}`)).body;
    assert.deepEqual(
      [...een.lessen, ...twee.lessen].map(({ titel }: { titel: string }) => titel),
      ['Bladerles 2', 'Bladerles 1', 'Bladerles 0'],
    );
    assert.equal(twee.cursor, null);
  });

  describe('betrays no signaal', () => {
    it('to who may not see it: its number is shown to who may read it alone', async () => {
      const bron = await losOp(app);
      const nummer = await leer(app, bron);
      const van = async (wie: string) => (await app.as(wie).get(`/lessen/${nummer}`)).body.les.bron;
      assert.deepEqual(
        [await van('metgezel.noord'), await van('coordinator.noord'), await van('landelijk')],
        [bron, bron, bron],
      );
      assert.deepEqual([await van('metgezel.west'), await van('coordinator.zuid')], [null, null]);
      assert.ok(!JSON.stringify((await app.as('metgezel.west').get('/lessen?limiet=100')).body).includes(bron));
    });

    it('to the people of an organisatie that it concerns: they do not see, find or count the les', async () => {
      const bron = await losOp(app, { organisatie: 'DEMO_ZORGAANBIEDER' });
      const nummer = await leer(app, bron, { titel: 'Zorgaanbiederles' });
      assert.ok((await vind('metgezel.noord', '&zoek=zorgaanbiederles')).includes(nummer));
      assert.deepEqual(await vind('metgezel.zorgaanbieder', '&zoek=zorgaanbiederles'), []);
      assert.ok(!(await vind('metgezel.zorgaanbieder')).includes(nummer));
      assert.equal((await app.as('metgezel.zorgaanbieder').get(`/lessen/${nummer}`)).status, 404);
      const later = await losOp(app);
      const ander = await leer(app, later, { titel: 'Latere les' });
      assert.ok((await vind('metgezel.zorgaanbieder')).includes(ander));
    });
  });

  describe('was used', () => {
    const gebruik = (wie: string, les: string, signaal: string, hoe = 'gebruikt') =>
      app.as(wie).post(`/lessen/${les}/toepassingen`, { signaal, gebruik: hoe });
    const opbrengst = async (les: string) => {
      const { gebruikt, geholpen } = (await app.as('metgezel.west').get(`/lessen/${les}`)).body.les;
      return [gebruikt, geholpen];
    };
    const meld = async (wie: string, anders = {}): Promise<string> =>
      (await app.as(wie).post('/signalen', nieuwSignaal(anders))).body.nummer;

    it('for a signaal by its filer or behandelaar, once however often that is said, until it is taken back', async () => {
      const les = await leer(app, await losOp(app));
      const eigen = await meld('metgezel.west');
      const eerst = await gebruik('metgezel.west', les, eigen);
      assert.deepEqual([eerst.status, eerst.body.les.gebruikt], [201, 1]);
      await gebruik('metgezel.west', les, eigen);
      assert.deepEqual(await opbrengst(les), [1, 0]);
      await gebruik('metgezel.west', les, await meld('metgezel.west'));
      assert.deepEqual(await opbrengst(les), [2, 0]);
      await gebruik('metgezel.west', les, eigen, 'toch_niet');
      await gebruik('metgezel.west', les, eigen, 'toch_niet');
      assert.deepEqual(await opbrengst(les), [1, 0]);
      const regels = await rows(
        app.db(),
        sql`select operatie, count(*)::int as aantal from logregel where object = ${`les:${les}`} and operatie in ('les_gebruikt', 'les_toch_niet')
             group by operatie order by operatie`,
        { operatie: text, aantal: number },
      );
      assert.deepEqual(regels, [
        { operatie: 'les_gebruikt', aantal: 2 },
        { operatie: 'les_toch_niet', aantal: 1 },
      ]);
    });

    it('and helped when its filer says later that it helps, and not when they say that it does not', async () => {
      const les = await leer(app, await losOp(app));
      for (const ervaring of ['helpt', 'helpt_niet']) {
        const eigen = await meld('metgezel.noord');
        await gebruik('metgezel.noord', les, eigen);
        const klaar = { uitkomst: 'opgelost', toelichting: 'Geregeld.', terugkoppeling: 'Het is geregeld.' };
        assert.equal((await app.as('metgezel.noord').post(`/signalen/${eigen}/uitkomsten`, klaar)).status, 201);
        const gemeld = await app.as('metgezel.noord').post(`/signalen/${eigen}/ervaringen`, { ervaring });
        assert.equal(gemeld.status, 201, JSON.stringify(gemeld.body));
      }
      assert.deepEqual(await opbrengst(les), [2, 1]);
    });

    it('not for a signaal that one does not see, has no part in, that is closed, or that the les comes from', async () => {
      const bron = await losOp(app);
      const les = await leer(app, bron);
      const code = async (wie: string, signaal: string) => {
        const { status, body } = await gebruik(wie, les, signaal);
        return [status, body.errors?.[0].code ?? body.code];
      };
      const eigen = await meld('metgezel.west');
      assert.deepEqual(await code('metgezel.noord', eigen), [400, 'onbekend']);
      assert.deepEqual(await code('metgezel.noord', 'S-1999-0001'), [400, 'onbekend']);
      assert.deepEqual(await code('landelijk', eigen), [403, 'niet_behandelaar']);
      assert.deepEqual(await code('metgezel.noord', bron), [409, 'status_staat_niet_toe']);
      assert.deepEqual(await code('metgezel.noord', await losOp(app)), [409, 'gesloten']);
      assert.deepEqual(await opbrengst(les), [0, 0]);
    });

    it('not by the people of an organisatie that it concerns, who do not hear that it is there', async () => {
      const les = await leer(app, await losOp(app, { organisatie: 'DEMO_ZORGAANBIEDER' }));
      const eigen = await meld('metgezel.zorgaanbieder');
      assert.equal((await gebruik('metgezel.zorgaanbieder', les, eigen)).status, 404);
    });

    it('not for a signaal that concerns their employer, which its filer reads in part alone', async () => {
      const les = await leer(app, await losOp(app));
      const eigen = await meld('metgezel.zorgaanbieder', { organisatie: 'DEMO_ZORGAANBIEDER' });
      const { status, body } = await gebruik('metgezel.zorgaanbieder', les, eigen);
      assert.deepEqual([status, body.errors?.[0].code], [400, 'onbekend']);
    });
  });

  it('is not written over what another did meanwhile', async () => {
    const nummer = await leer(app, await losOp(app));
    const oud = (await app.as('landelijk').get(`/lessen/${nummer}`)).headers.get('etag') ?? '';
    await app.as('metgezel.noord').post(`/lessen/${nummer}/verlengingen`, { geldigTotDatum: over(700) });
    const laat = await app.as('landelijk').post(`/lessen/${nummer}/versies`, lesinhoud(), { 'if-match': oud });
    assert.deepEqual([laat.status, laat.body.code], [412, 'les_gewijzigd']);
    const nu = laat.headers.get('etag') ?? '';
    assert.equal(
      (await app.as('landelijk').post(`/lessen/${nummer}/versies`, lesinhoud(), { 'if-match': nu })).status,
      201,
    );
  });
});
