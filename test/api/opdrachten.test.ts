import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { gesteldeVragen } from '#test/support/gestelde-vragen.ts';

const OVERDRACHT = {
  geprobeerd: 'Gebeld en geschreven.',
  gevraagd: 'Een besluit van de gemeente.',
  gewenst: 'Iemand die beslist.',
};
const POGING = { partij: 'Wmo-loket', datum: '2026-03-02', antwoord: 'Niet bevoegd' };
const NERGENS = '00000000-0000-4000-8000-000000000000';

/** Each act with a body that is right, and one that is not with the fields at fault. */
const DADEN: Record<string, { goed?: object; fout: object; velden: string[] }> = {
  oppakkingen: { fout: { door: 'mij' }, velden: ['#/door'] },
  toewijzingen: { goed: { aan: 'coordinator.noord' }, fout: { aan: ' ', snel: 1 }, velden: ['#/aan', '#/snel'] },
  escalaties: {
    goed: { motief: 'afgewezen', overdracht: OVERDRACHT, poging: POGING },
    fout: { motief: 'niet_opgepakt', poging: { datum: '2026-02-30' } },
    velden: ['#/motief', '#/overdracht', '#/poging/datum', '#/poging/partij'],
  },
  overdrachtnotities: {
    goed: OVERDRACHT,
    fout: { geprobeerd: ' ', gewenst: 1 },
    velden: ['#/geprobeerd', '#/gevraagd', '#/gewenst'],
  },
  terugleggingen: {
    goed: { aan: 'metgezel.noord', toelichting: 'Het kan lokaal.' },
    fout: { instemming: 'ja' },
    velden: ['#/aan', '#/instemming', '#/toelichting'],
  },
  uitkomsten: {
    goed: { uitkomst: 'opgelost', toelichting: 'Het is gelukt.' },
    fout: { uitkomst: 'niet_oplosbaar', toelichting: '' },
    velden: ['#/systeemreden', '#/toelichting'],
  },
  terugkoppelingen: { goed: { terugkoppeling: 'Het is gelukt.' }, fout: {}, velden: ['#/terugkoppeling'] },
  intrekkingen: { goed: {}, fout: { toelichting: 3 }, velden: ['#/toelichting'] },
  vrijgevingen: { goed: {}, fout: { aan: 'mij', toelichting: '' }, velden: ['#/aan', '#/toelichting'] },
  pauzes: {
    goed: { reden: 'afwezigheid', totEnMetDatum: '2027-01-04' },
    fout: { reden: 'anders', totEnMetDatum: '4 januari' },
    velden: ['#/toelichting', '#/totEnMetDatum'],
  },
  hervattingen: { goed: {}, fout: { nu: true }, velden: ['#/nu'] },
  verlengingen: { goed: { toelichting: 'Er komt nog een besluit.' }, fout: {}, velden: ['#/toelichting'] },
  aanpakken: {
    goed: { aanpak: 'Met VWS in gesprek.', herzienDatum: '2027-01-04' },
    fout: { herzienDatum: '2027-02-29' },
    velden: ['#/aanpak', '#/herzienDatum'],
  },
  overdrachten: {
    goed: { regio: 'WEST', toelichting: 'Het gezin verhuist.' },
    fout: { regio: 'ONBEKEND' },
    velden: ['#/regio', '#/toelichting'],
  },
  indelingen: {
    goed: { knelpunttypen: ['DOMEIN'] },
    fout: { doelgroepen: ['NAH', 'GEEN_VAN_DEZE'], wetten: ['wlz', 'wlz'], urgentie: 'heel hoog' },
    velden: ['#/doelgroepen', '#/urgentie', '#/wetten'],
  },
  meedenkers: {
    goed: { persoon: 'metgezel.west' },
    fout: { toelichting: ' ' },
    velden: ['#/persoon', '#/toelichting'],
  },
  aanvullingen: {
    goed: { aanvulling: 'Er is een besluit.', besluit: { datum: '2026-03-02', soort: 'Afwijzing' } },
    fout: { besluit: { datum: '2026-13-01' } },
    velden: ['#/aanvulling', '#/besluit/datum', '#/besluit/soort'],
  },
  spoedvragen: { goed: { reden: 'Het huis is ontruimd.' }, fout: { reden: 'a\u0000' }, velden: ['#/reden'] },
  samenvoegingen: { goed: { met: NERGENS }, fout: { met: 'S-1' }, velden: ['#/met'] },
  ervaringen: { goed: { ervaring: 'helpt' }, fout: { ervaring: 'soms' }, velden: ['#/ervaring'] },
  heropeningen: { goed: { toelichting: 'Het is niet opgelost.' }, fout: {}, velden: ['#/toelichting'] },
  verzoeken: {
    goed: { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wilt u een besluit nemen?' },
    fout: { soort: 'navraag', organisatie: 'CIZ', persoon: 'landelijk', loket: 'geen uuid' },
    velden: ['#/loket', '#/organisatie', '#/persoon', '#/vraag'],
  },
  [`verzoeken/${NERGENS}/antwoorden`]: {
    goed: { antwoord: 'opgelost' },
    fout: { antwoord: 'afgewezen', toegezegdDatum: '2026-01-01', bevoegd: 'CIZ', collega: { email: 'geen' } },
    velden: ['#/bevoegd', '#/collega', '#/collega/email', '#/collega/naam', '#/toegezegdDatum', '#/toelichting'],
  },
  [`verzoeken/${NERGENS}/informatie`]: { goed: { informatie: 'Zie bijlage.' }, fout: {}, velden: ['#/informatie'] },
  [`verzoeken/${NERGENS}/tegenhoudingen`]: {
    goed: { toelichting: 'Ze bellen morgen.' },
    fout: { toelichting: 1 },
    velden: ['#/toelichting'],
  },
  [`verzoeken/${NERGENS}/intrekkingen`]: { goed: {}, fout: { reden: 'x' }, velden: ['#/reden'] },
  [`verzoeken/${NERGENS}/verleggingen`]: { goed: {}, fout: { loket: 'Wmo' }, velden: ['#/loket'] },
  notities: { goed: { notitie: 'Gebeld.' }, fout: { notitie: null }, velden: ['#/notitie'] },
};

describe('acts on a signaal', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const dienIn = async (anders: Record<string, unknown> = {}, wie = 'metgezel.noord'): Promise<string> =>
    (await app.as(wie).post('/signalen', nieuwSignaal(anders))).body.nummer;
  const doe = (wie: string, nummer: string, daad: string, body?: unknown, headers?: Record<string, string>) =>
    app.as(wie).post(`/signalen/${nummer}/${daad}`, body, headers);

  it('201: asked as hulp, picked up, solved, answered: it closes', async () => {
    const nummer = await dienIn({ wens: 'hulp', motief: 'geen_aanbod' });
    const opgepakt = await doe('coordinator.noord', nummer, 'oppakkingen');
    assert.deepEqual(
      [opgepakt.status, opgepakt.body.behandelaar.id, opgepakt.body.status],
      [201, 'coordinator.noord', 'in_behandeling'],
    );
    const uitkomst = await doe('coordinator.noord', nummer, 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'Er is een plek.',
    });
    assert.deepEqual([uitkomst.status, uitkomst.body.status], [201, 'uitkomst_gemeld']);
    const klaar = await doe('coordinator.noord', nummer, 'terugkoppelingen', {
      terugkoppeling: 'Er is een plek gevonden.',
    });
    assert.deepEqual([klaar.status, klaar.body.status, klaar.body.afsluiting], [201, 'afgesloten', 'teruggekoppeld']);
    assert.ok(klaar.headers.get('etag')?.startsWith(`"${klaar.body.inhoudsversie}-`));
  });

  it('201: escalated by hand after an own attempt, teruggelegd, and solved locally', async () => {
    const nummer = await dienIn();
    const hoger = await doe('metgezel.noord', nummer, 'escalaties', {
      motief: 'afgewezen',
      overdracht: OVERDRACHT,
      poging: POGING,
    });
    assert.deepEqual([hoger.status, hoger.body.niveau, hoger.body.zonderOverdracht], [201, 'regionaal', false]);
    await doe('coordinator.noord', nummer, 'oppakkingen', {});
    const terug = await doe('coordinator.noord', nummer, 'terugleggingen', {
      aan: 'metgezel.noord',
      toelichting: 'Vraag het wijkteam.',
    });
    assert.deepEqual([terug.status, terug.body.niveau, terug.body.behandelaar.id], [201, 'lokaal', 'metgezel.noord']);
    const klaar = await doe('metgezel.noord', nummer, 'uitkomsten', {
      uitkomst: 'niet_oplosbaar',
      systeemreden: 'aanbod_is_vol',
      toelichting: 'Nergens plek.',
    });
    assert.deepEqual(
      [klaar.body.status, klaar.body.afsluiting, klaar.body.systeemreden],
      ['afgesloten', 'eigen_uitkomst', 'aanbod_is_vol'],
    );
  });

  it('201: outcome and answer in one act close it', async () => {
    const nummer = await dienIn({ wens: 'hulp', motief: 'spoed' });
    await doe('landelijk', nummer, 'toewijzingen', { aan: 'coordinator.noord', toelichting: 'Kun jij dit?' });
    const klaar = await doe('coordinator.noord', nummer, 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'Gelukt.',
      terugkoppeling: 'Het is gelukt.',
    });
    assert.deepEqual([klaar.status, klaar.body.status], [201, 'afgesloten']);
  });

  it('201: the filer takes it back, with or without a word', async () => {
    const zonder = await doe('metgezel.noord', await dienIn(), 'intrekkingen');
    assert.deepEqual([zonder.status, zonder.body.afsluiting], [201, 'ingetrokken']);
    const met = await doe('metgezel.noord', await dienIn(), 'intrekkingen', { toelichting: 'Het is al opgelost.' });
    assert.equal(met.status, 201);
  });

  for (const [daad, { goed, fout, velden }] of Object.entries(DADEN)) {
    describe(`POST /signalen/{signaal}/${daad}`, () => {
      it('400: every fault at once, the missing key among them, and nothing changes', async () => {
        const nummer = await dienIn();
        const { status, body } = await doe('metgezel.noord', nummer, daad, fout, { 'idempotency-key': '' });
        assert.equal(status, 400);
        const plaatsen = body.errors.map(
          ({ location }: { location: { pointer?: string; name?: string } }) => location.pointer ?? location.name,
        );
        assert.deepEqual(plaatsen.map(String).toSorted(), [...velden, 'Idempotency-Key'].toSorted());
        assert.equal((await app.as('metgezel.noord').get(`/signalen/${nummer}`)).body.inhoudsversie, 1);
      });

      it('401 without a token', async () => {
        const reply = await fetch(`${app.url}/api/v1/signalen/${NERGENS}/${daad}`, { method: 'POST' });
        assert.equal(reply.status, 401);
      });

      it('403 for a role that sees no case', async () => {
        assert.equal((await doe('beheer', await dienIn(), daad, goed)).status, 403);
      });

      it('404: the same for a foreign signaal and for none', async () => {
        const vreemd = await doe('metgezel.west', await dienIn(), daad, goed);
        const geen = await doe('metgezel.west', NERGENS, daad, goed);
        assert.deepEqual([vreemd.status, geen.status], [404, 404]);
        assert.deepEqual(geen.body, vreemd.body);
      });

      it('412: an older version, with the ETag of now, and nothing changes', async () => {
        const nummer = await dienIn();
        const inhoud = daad === 'samenvoegingen' ? { met: await dienIn() } : goed;
        const { status, headers, body } = await doe('metgezel.noord', nummer, daad, inhoud, { 'if-match': '"7"' });
        const nu = (await app.as('metgezel.noord').get(`/signalen/${nummer}`)).headers.get('etag');
        assert.deepEqual([status, headers.get('etag'), body.code], [412, nu, 'verouderd']);
      });
    });
  }

  it('403: an act of somebody else’s role or place', async () => {
    const nummer = await dienIn();
    const codes = await Promise.all([
      doe('metgezel.noord', nummer, 'oppakkingen'),
      doe('coordinator.noord', nummer, 'uitkomsten', DADEN['uitkomsten']?.goed),
      doe('coordinator.noord', nummer, 'intrekkingen'),
      doe('programmaleiding', nummer, 'escalaties', DADEN['escalaties']?.goed),
    ]);
    assert.deepEqual(
      codes.map(({ status, body }) => [status, body.code]),
      [
        [403, 'niet_bevoegd'],
        [403, 'niet_behandelaar'],
        [403, 'niet_bevoegd'],
        [403, 'geen_toegang'],
      ],
    );
  });

  it('409: what the rules do not allow now, with the reason', async () => {
    const nummer = await dienIn();
    const zonderPoging = await doe('metgezel.noord', nummer, 'escalaties', {
      motief: 'afgewezen',
      overdracht: OVERDRACHT,
    });
    assert.deepEqual([zonderPoging.status, zonderPoging.body.code], [409, 'poging_ontbreekt']);
    assert.match(zonderPoging.body.detail, /^Leg eerst vast/);
    const alOpgepakt = await doe('coordinator.noord', nummer, 'oppakkingen');
    assert.deepEqual([alOpgepakt.status, alOpgepakt.body.code], [409, 'al_opgepakt']);
    const verkeerde = await doe('coordinator.noord', nummer, 'toewijzingen', { aan: 'coordinator.zuid' });
    assert.deepEqual([verkeerde.status, verkeerde.body.code], [409, 'ontvanger_ongeschikt']);
    await doe('metgezel.noord', nummer, 'intrekkingen');
    for (const daad of ['uitkomsten', 'terugkoppelingen', 'intrekkingen']) {
      const dicht = await doe('metgezel.noord', nummer, daad, DADEN[daad]?.goed);
      assert.deepEqual([daad, dicht.status, dicht.body.code], [daad, 409, 'gesloten']);
    }
  });

  it('400: assigned to nobody we know', async () => {
    const { status, body } = await doe('coordinator.noord', await dienIn(), 'toewijzingen', { aan: 'niemand' });
    assert.deepEqual([status, body.errors[0].location.pointer, body.errors[0].code], [400, '#/aan', 'onbekend']);
  });

  it('400: an attempt tomorrow, or with an organisatie that we do not know', async () => {
    const poging = { ...POGING, datum: '2099-01-01', organisatie: 'BESTAAT_NIET' };
    const { status, body } = await doe('metgezel.noord', await dienIn(), 'escalaties', {
      motief: 'afgewezen',
      overdracht: OVERDRACHT,
      poging,
    });
    assert.equal(status, 400);
    assert.equal(body.errors.length, 2);
  });

  it('If-Match: the version of now, one of several, and any will do', async () => {
    const nummer = await dienIn();
    const etag = (await app.as('metgezel.noord').get(`/signalen/${nummer}`)).headers.get('etag') ?? '';
    for (const versie of [etag, '"1"', '"9", "1"', '*']) {
      const { status } = await doe('metgezel.noord', nummer, 'notities', { notitie: 'x' }, { 'if-match': versie });
      assert.deepEqual([versie, status], [versie, 201]);
    }
    for (const versie of ['"2"', 'W/"1"', `W/${etag}`, '"1-"', 'iets']) {
      const { status } = await doe('metgezel.noord', nummer, 'notities', { notitie: 'x' }, { 'if-match': versie });
      assert.deepEqual([versie, status], [versie, 412]);
    }
  });

  it('reads how the signaal stands before an act, and all of it once, after what was written', async () => {
    const nummer = await dienIn({ wens: 'hulp', motief: 'herhaling' });
    const vormen: [naam: string, herkend: RegExp][] = [
      ['alles', /\bas feiten\b/],
      ['geschreven', /insert into gebeurtenis\b/],
      ['stand', /^select s\.id, s\.nummer, s\.staat, tijdstip\(.*\) as nu from stroom s where/],
    ];
    const lopen = async (werk: () => Promise<unknown>): Promise<(string | undefined)[]> =>
      (await gesteldeVragen(werk))
        .map(({ text }) => vormen.find(([, herkend]) => herkend.test(text))?.[0])
        .filter((vorm) => vorm !== undefined);
    const daden: [daad: string, body: object][] = [
      ['oppakkingen', {}],
      ['notities', { notitie: 'Gebeld.' }],
      ['uitkomsten', { uitkomst: 'opgelost', toelichting: 'Er is een plek.' }],
    ];
    for (const [daad, body] of daden) {
      const gelopen = await lopen(async () =>
        assert.equal((await doe('coordinator.noord', nummer, daad, body)).status, 201),
      );
      assert.deepEqual([daad, gelopen], [daad, ['stand', 'geschreven', 'alles']]);
    }
    const geweigerd = await lopen(async () =>
      assert.equal((await doe('coordinator.noord', nummer, 'oppakkingen', {})).status, 409),
    );
    assert.deepEqual(geweigerd, ['stand'], 'a refusal needs no more');
    const gelezen = await lopen(() => app.as('coordinator.noord').get(`/signalen/${nummer}`));
    assert.deepEqual(gelezen, ['alles'], 'PostgreSQL gives it to nobody who may not read it');
  });

  it('two people at once: one succeeds, the other hears that the signaal changed', async () => {
    const nummer = await dienIn({ wens: 'hulp', motief: 'herhaling' });
    const etag = (await app.as('landelijk').get(`/signalen/${nummer}`)).headers.get('etag') ?? '';
    const beide = await Promise.all([
      doe('coordinator.noord', nummer, 'oppakkingen', undefined, { 'if-match': etag }),
      doe('landelijk', nummer, 'oppakkingen', undefined, { 'if-match': etag }),
    ]);
    assert.deepEqual(beide.map(({ status }) => String(status)).toSorted(), ['201', '412']);
  });

  it('the same act twice is one act with one answer, also after others have gone on', async () => {
    const nummer = await dienIn({ wens: 'hulp', motief: 'herhaling' });
    const sleutel = { 'idempotency-key': randomUUID() };
    const eerst = await doe('coordinator.noord', nummer, 'oppakkingen', undefined, sleutel);
    await doe('coordinator.noord', nummer, 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: 'x',
      terugkoppeling: 'y',
    });
    const weer = await doe('coordinator.noord', nummer, 'oppakkingen', undefined, sleutel);
    assert.equal(weer.status, 201);
    assert.deepEqual({ ...weer.body, wachtOpVerzending: 0 }, { ...eerst.body, wachtOpVerzending: 0 });
  });

  it('a refusal is an answer too: the same key gets it again, whatever has changed', async () => {
    const nummer = await dienIn();
    const sleutel = { 'idempotency-key': randomUUID() };
    const zonder = { motief: 'afgewezen', overdracht: OVERDRACHT };
    const eerst = await doe('metgezel.noord', nummer, 'escalaties', zonder, sleutel);
    await doe('metgezel.noord', nummer, 'escalaties', { ...zonder, poging: POGING });
    const weer = await doe('metgezel.noord', nummer, 'escalaties', zonder, sleutel);
    assert.deepEqual([weer.status, weer.body], [eerst.status, eerst.body]);
  });

  it('409: a key that was used for another act or another signaal', async () => {
    const sleutel = { 'idempotency-key': randomUUID() };
    const nummer = await dienIn();
    await doe('metgezel.noord', nummer, 'notities', { notitie: 'x' }, sleutel);
    const andereDaad = await doe('metgezel.noord', nummer, 'intrekkingen', undefined, sleutel);
    const anderSignaal = await doe('metgezel.noord', await dienIn(), 'notities', { notitie: 'x' }, sleutel);
    assert.deepEqual([andereDaad.body.code, anderSignaal.body.code], ['sleutel_hergebruikt', 'sleutel_hergebruikt']);
  });
});
