import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { createBeleid } from '#activities/beleid.ts';
import { GRENS, type Rekengrens } from '#activities/beleid/simuleren.ts';
import { createThread } from '#activities/beleid/thread.ts';
import { json, number } from '#db/columns.ts';
import { sql, rows } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { type Beleidsinhoud, TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { simuleer } from '#domain/simulatie/simuleer.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { eindeVanDag } from '#domain/tijd/werkdagen.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { gesteldeVragen } from '#test/support/gestelde-vragen.ts';
import { leefZomaar } from '#test/support/leven.ts';
import { schrijfLevens } from '#test/support/schrijf-levens.ts';
import { tot } from '#test/support/worker.ts';
import { PERSONEN, type Zaak } from '#test/support/zaak.ts';

const { stappen, tegenhouden, ligtStil } = TERMIJNBELEID_1;
const HUIDIG: Beleidsinhoud = { stappen, tegenhouden, ligtStil };
const KORTER: Beleidsinhoud = {
  ...HUIDIG,
  stappen: { ...stappen, oppakken: { ...stappen.oppakken, n: { normaal: 1, hoog: 1, spoed: 1 } } },
};
const MENSEN = { personen: PERSONEN, waarnemingen: [] };
const VANDAAG = datumVan(new Date().toISOString());
const MORGEN = plusDagen(VANDAAG, 1);
const PERIODE = { vanDatum: plusDagen(VANDAAG, -30), totEnMetDatum: plusDagen(VANDAAG, 30) };

describe('termijnbeleid', () => {
  let app: Client;
  before(async () => {
    // Locks are held here for as long as what happens meanwhile takes.
    app = await startApp({ connections: { patient: true } });
    for (const wens of ['zelf', 'zelf', 'melden', 'hulp']) {
      const motief = wens === 'hulp' ? { motief: 'geen_reactie' } : {};
      assert.equal((await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ wens, ...motief }))).status, 201);
    }
  });
  after(() => app.stop());
  const vraag = (beleid: unknown, wie = 'programmaleiding') =>
    app.as(wie).post('/termijnbeleid/_simuleer', { beleid, ...PERIODE });

  it('200: the policy that holds, its versions and what is odd about each, for every role', async () => {
    for (const wie of ['metgezel.noord', 'beheer', 'auditor']) {
      const { status, body } = await app.as(wie).get('/termijnbeleid');
      assert.equal(status, 200, JSON.stringify(body));
      const [eerste] = body.versies.toReversed();
      assert.deepEqual([eerste.versie, eerste.geldigVanafDatum, eerste.door], [1, '2026-01-01', null]);
      assert.deepEqual(eerste.beleid, HUIDIG);
      assert.ok(eerste.bevindingen.every(({ soort }: { soort: string }) => soort === 'zelfde_dag'));
    }
  });

  it('201: the policy of today differs in nothing from itself', async () => {
    const { status, body } = await vraag(HUIDIG);
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(
      [body.signalen.gevonden, body.signalen.nagespeeld, body.signalen.afwijkend, body.onmogelijk],
      [4, 4, 0, []],
    );
    assert.equal(body.signalen.toelichting, 'Elk signaal dat in deze periode leefde, is nagespeeld.');
    assert.deepEqual(body.totaal.kandidaat, body.totaal.toen);
    assert.match(body.vingerafdruk, /^[0-9a-f]{64}$/);
  });

  it('201: functioneel beheer and the landelijk team may simulate too, and nothing of a case is in the answer', async () => {
    for (const wie of ['beheer', 'landelijk']) {
      const { status, body } = await vraag(KORTER, wie);
      assert.equal(status, 201);
      assert.ok(!JSON.stringify(body).includes('zorgkantoor') && !JSON.stringify(body).includes('metgezel.noord'));
    }
  });

  it('403 for who does not decide on terms', async () => {
    for (const wie of ['metgezel.noord', 'coordinator.noord', 'auditor'])
      assert.equal((await vraag(HUIDIG, wie)).status, 403);
    const nieuw = { beleid: HUIDIG, geldigVanafDatum: MORGEN, vingerafdruk: '0'.repeat(64) };
    assert.equal((await app.as('landelijk').post('/termijnbeleid', nieuw)).status, 403);
  });

  it('400: every error at once, in plain Dutch, nothing simulated', async () => {
    const fout = {
      ...HUIDIG,
      stappen: {
        ...stappen,
        oppakken: { ...stappen.oppakken, n: { normaal: 0, hoog: 2, spoed: 1 } },
        vraag: { ...stappen.vraag, n: { normaal: 5, hoog: 10, spoed: 20 }, herinneringen: [0, 50, 101] },
        toezegging: { ...stappen.toezegging, herinneringen: [] },
        terugkoppelen: { ...stappen.terugkoppelen, herhaling: 0 },
        pauze: {},
        extra: 1,
      },
    };
    const { status, body } = await app
      .as('beheer')
      .post('/termijnbeleid/_simuleer', { beleid: fout, vanDatum: '2027-02-01', totEnMetDatum: '2027-01-01' });
    assert.equal(status, 400);
    const gevonden = body.errors.map(
      ({ location, detail }: { location: { pointer: string }; detail: string }) => `${location.pointer} ${detail}`,
    );
    for (const verwacht of [
      '#/beleid/stappen/oppakken/n/normaal Vul minstens 1 werkdag in. Alleen uitloop en tegenhouden mogen 0 zijn.',
      '#/beleid/stappen/vraag/n/hoog Een hogere urgentie heeft geen langere termijn dan de urgentie eronder.',
      '#/beleid/stappen/vraag/n/spoed Een hogere urgentie heeft geen langere termijn dan de urgentie eronder.',
      '#/beleid/stappen/vraag/herinneringen/0 Een percentage is een geheel getal van 1 tot en met 100.',
      '#/beleid/stappen/vraag/herinneringen/2 Een percentage is een geheel getal van 1 tot en met 100.',
      '#/beleid/stappen/toezegging/herinneringen Kies minstens één percentage. Anders wordt er nooit naar de toezegging gevraagd.',
      '#/beleid/stappen/terugkoppelen/herhaling Een herhaling komt na minstens 1 werkdag. Stuur null voor geen herhaling.',
      '#/beleid/stappen/pauze/uiterlijk Vul in hoeveel werkdagen vooruit de datum hoogstens ligt.',
      '#/beleid/stappen/extra Dit veld kennen wij niet.',
    ])
      assert.ok(gevonden.includes(verwacht), `${verwacht}\n\n${gevonden.join('\n')}`);
  });

  it('400: a period that ends before it begins, or is longer than a year', async () => {
    const melding = async (vanDatum: string, totEnMetDatum: string) =>
      (await app.as('beheer').post('/termijnbeleid/_simuleer', { beleid: HUIDIG, vanDatum, totEnMetDatum })).body
        .errors[0].detail;
    assert.equal(await melding('2027-02-01', '2027-01-01'), 'De laatste dag komt niet voor de eerste.');
    assert.equal(await melding('2026-01-01', '2027-01-02'), 'Kies hoogstens een jaar tegelijk.');
  });

  it('409: a policy that nobody, or somebody else, simulated, or that differs in one number', async () => {
    const bewaar = async (beleid: unknown, vingerafdruk: string, wie = 'programmaleiding') =>
      (await app.as(wie).post('/termijnbeleid', { beleid, geldigVanafDatum: MORGEN, vingerafdruk })).body.code;
    assert.equal(await bewaar(KORTER, '0'.repeat(64)), 'niet_gesimuleerd');
    const { body } = await vraag(KORTER);
    assert.equal(await bewaar(KORTER, body.vingerafdruk, 'beheer'), 'niet_gesimuleerd');
    assert.equal(await bewaar({ ...KORTER, tegenhouden: 6 }, body.vingerafdruk), 'niet_gesimuleerd');
    assert.equal((await app.as('beheer').get('/termijnbeleid')).body.versies.length, 1);
  });

  it('400: without a fingerprint, or from today', async () => {
    const zonder = await app.as('beheer').post('/termijnbeleid', { beleid: HUIDIG, geldigVanafDatum: MORGEN });
    assert.deepEqual(
      zonder.body.errors.map(({ detail }: { detail: string }) => detail),
      ['Simuleer dit beleid eerst, en stuur de vingerafdruk van die simulatie mee.'],
    );
    const { body } = await vraag(KORTER);
    const vandaag = await app
      .as('programmaleiding')
      .post('/termijnbeleid', { beleid: KORTER, geldigVanafDatum: VANDAAG, vingerafdruk: body.vingerafdruk });
    assert.equal(vandaag.body.errors[0].detail, 'Nieuw beleid geldt op zijn vroegst vanaf morgen.');
  });

  it('201: over lives in PostgreSQL it counts what the rules alone count, page after page', async () => {
    const zaken = Array.from({ length: 150 }, (_, zaad) => leefZomaar(zaad));
    await schrijfLevens(app.db(), zaken);
    const periode = { van: '2027-01-01', tot: '2027-04-30' };
    const { status, body } = await app
      .as('landelijk')
      .post('/termijnbeleid/_simuleer', { beleid: KORTER, vanDatum: periode.van, totEnMetDatum: periode.tot });
    assert.equal(status, 201, JSON.stringify(body));
    const einde = eindeVanDag(periode.tot);
    const laatste = ({ nu }: Zaak): string => (nu.laatsteOp < einde ? nu.laatsteOp : einde);
    const zuiver = simuleer(
      zaken.map((zaak) => ({ id: 'zaak', gebeurtenissen: zaak.gebeurtenissen, tot: laatste(zaak) })),
      { kandidaat: { ...TERMIJNBELEID_1, ...KORTER, versie: 2 }, toen: () => TERMIJNBELEID_1, periode, ...MENSEN },
    );
    assert.equal(body.signalen.nagespeeld, body.signalen.gevonden);
    assert.ok(body.signalen.nagespeeld >= 150);
    assert.deepEqual([body.totaal, body.onmogelijk, body.regels], [zuiver.totaal, zuiver.onmogelijk, zuiver.regels]);
    assert.deepEqual(
      body.weken.map(({ weekVanDatum, regio }: { weekVanDatum: string; regio: string }) => `${weekVanDatum} ${regio}`),
      zuiver.weken.map(({ week, regio }) => `${week} ${regio}`),
    );
    assert.ok(body.totaal.verschil.escalaties.landelijk.niet_opgepakt > 0);
    assert.ok(body.onmogelijk.length > 0);
  });

  it('201: stores a version that was simulated, once; a second from the same simulation is 412', async () => {
    const { body: simulatie } = await vraag(KORTER);
    const sleutel = { 'idempotency-key': randomUUID() };
    const nieuw = { beleid: KORTER, geldigVanafDatum: MORGEN, vingerafdruk: simulatie.vingerafdruk };
    const als = app.as('programmaleiding');
    const eerste = await als.post('/termijnbeleid', nieuw, sleutel);
    assert.equal(eerste.status, 201, JSON.stringify(eerste.body));
    assert.deepEqual(
      [eerste.body.versie, eerste.body.geldigVanafDatum, eerste.body.door.id],
      [2, MORGEN, 'programmaleiding'],
    );
    assert.deepEqual(eerste.body.beleid, KORTER);
    assert.deepEqual((await als.post('/termijnbeleid', nieuw, sleutel)).body, eerste.body);
    const botst = await als.post('/termijnbeleid', { ...nieuw, geldigVanafDatum: plusDagen(MORGEN, 1) }, sleutel);
    assert.equal(botst.body.code, 'sleutel_hergebruikt');
    const nogEens = await als.post('/termijnbeleid', nieuw);
    assert.deepEqual([nogEens.status, nogEens.body.code], [412, 'beleid_gewijzigd']);
    let alles = { geldendeVersie: 0, versies: [{ versie: 0 }] };
    const gesteld = await gesteldeVragen(async () => ({ body: alles } = await als.get('/termijnbeleid')));
    const keren = (tabel: string) => gesteld.filter(({ text }) => new RegExp(`from ${tabel}\\b`).test(text)).length;
    assert.deepEqual([keren('termijnbeleid'), keren('waarneming where tot')], [1, 0], 'what it needs is read once');
    assert.deepEqual([alles.geldendeVersie, alles.versies.map(({ versie }) => versie)], [1, [2, 1]]);
    const [bewaard] = await rows(app.db(), sql`select getoond from termijnbeleid where versie = 2`, {
      getoond: json<{ bevindingen: unknown }>(),
    });
    assert.deepEqual(bewaard?.getoond.bevindingen, simulatie.bevindingen);
  });

  it('says when not every signaal was played', async () => {
    const metGrens = async (rekengrens: Rekengrens) => {
      const ander = await startApp({ database: app.databaseUrl, rekengrens });
      const { body } = await ander.as('beheer').post('/termijnbeleid/_simuleer', { beleid: HUIDIG, ...PERIODE });
      await ander.stop();
      return [body.signalen.nagespeeld, body.signalen.gevonden, body.signalen.toelichting];
    };
    const NIET_ALLES = 'Niet alles is nagespeeld: ';
    const KORTER_KAN = 'Kies een kortere periode voor een volledig beeld.';
    assert.deepEqual(await metGrens({ signalen: 2, ms: 60_000 }), [
      2,
      4,
      `${NIET_ALLES}2 van de 4 signalen, de nieuwste eerst. Meer kan er niet in één keer. ${KORTER_KAN}`,
    ]);
    assert.deepEqual(await metGrens({ signalen: 100, ms: -1 }), [
      0,
      4,
      `${NIET_ALLES}0 van de 4 signalen, de nieuwste eerst. Daarna was de tijd om. ${KORTER_KAN}`,
    ]);
  });

  async function wachtendOp(tabel: string): Promise<number> {
    const [telling] = await rows(
      app.db(),
      sql`select count(*)::int as aantal from pg_locks where relation = ${tabel}::regclass and not granted`,
      { aantal: number },
    );
    return telling?.aantal ?? 0;
  }

  it('429: one simulation at a time for a person, and other people may', async () => {
    const eersten = await inTransaction(app.orm, async (db) => {
      // What a simulation ends with waits here, so that it is surely under way when the next is asked.
      await rows(db, sql`lock table simulatie in exclusive mode`);
      const lopend = [vraag(HUIDIG), vraag(HUIDIG, 'beheer')];
      await tot(async () => (await wachtendOp('simulatie')) === lopend.length);
      const { status, body, headers } = await vraag(KORTER);
      assert.deepEqual([status, body.code, headers.get('retry-after')], [429, 'al_bezig', '20']);
      return lopend;
    });
    assert.deepEqual(
      (await Promise.all(eersten)).map(({ status }) => status),
      [201, 201],
    );
    assert.equal((await vraag(HUIDIG)).status, 201, 'once the first is done');
  });

  describe('that is begun and looked at', () => {
    const begin = (beleid: unknown, wie = 'programmaleiding') =>
      app.as(wie).post('/termijnbeleid/simulaties', { beleid, ...PERIODE });
    const kijk = (id: string, wie = 'programmaleiding') => app.as(wie).get(`/termijnbeleid/simulaties/${id}`);
    /** While no life can be read, so that whoever reads them waits. */
    const terwijlHetLoopt = <T>(doe: () => Promise<T>): Promise<T> =>
      inTransaction(app.orm, async (db) => {
        await rows(db, sql`lock table gebeurtenis in access exclusive mode`);
        return doe();
      });
    const klaar = async (id: string) => {
      await tot(async () => (await kijk(id)).body.stand === 'klaar');
      return (await kijk(id)).body;
    };

    it('201 and 200: answers at once, tells how far it is, and ends with what waiting for it gives', async () => {
      const id = await terwijlHetLoopt(async () => {
        const { status, body, headers } = await begin(KORTER);
        assert.deepEqual([status, body.stand, body.gespeeld, body.simulatie], [201, 'bezig', 0, null]);
        assert.equal(headers.get('location'), `/api/v1/termijnbeleid/simulaties/${body.id}`);
        await tot(async () => (await kijk(body.id)).body.gevonden === 4);
        const bezig = await kijk(body.id);
        assert.deepEqual([bezig.status, bezig.body.gespeeld, bezig.headers.get('retry-after')], [200, 0, '1']);
        return body.id;
      });
      const gekeken = await klaar(id);
      assert.deepEqual([gekeken.gespeeld, gekeken.gevonden], [4, 4]);
      assert.deepEqual(gekeken.simulatie, (await vraag(KORTER)).body);
    });

    it('others are answered meanwhile, in this process and in another, which knows how far it is', async () => {
      const ander = await startApp({ database: app.databaseUrl });
      await terwijlHetLoopt(async () => {
        const { body } = await begin(KORTER);
        await tot(async () => (await wachtendOp('gebeurtenis')) > 0);
        assert.equal((await app.as('metgezel.noord').get('/ik')).status, 200);
        assert.equal((await app.as('beheer').get('/termijnbeleid')).status, 200);
        const elders = await ander.as('programmaleiding').get(`/termijnbeleid/simulaties/${body.id}`);
        assert.deepEqual([elders.status, elders.body.stand], [200, 'bezig']);
        assert.equal(
          (await ander.as('programmaleiding').post('/termijnbeleid/simulaties', { beleid: HUIDIG, ...PERIODE })).status,
          429,
        );
        assert.equal((await kijk(body.id)).body.stand, 'bezig', 'and it had not ended');
      });
      await ander.stop();
    });

    it('the same question again is the same one, another waits its turn, and nobody else sees it', async () => {
      const id = await terwijlHetLoopt(async () => {
        const { body } = await begin(KORTER);
        assert.equal((await begin(KORTER)).body.id, body.id);
        const { status, body: geweigerd } = await begin(HUIDIG);
        assert.deepEqual([status, geweigerd.code], [429, 'al_bezig']);
        assert.equal((await kijk(body.id, 'beheer')).status, 404);
        assert.equal((await app.as('beheer').delete(`/termijnbeleid/simulaties/${body.id}`)).status, 404);
        assert.equal((await kijk(body.id, 'coordinator.noord')).status, 403);
        return body.id;
      });
      await klaar(id);
      const volgende = (await begin(HUIDIG)).body.id;
      assert.notEqual(volgende, id);
      await klaar(volgende);
      assert.equal((await kijk(id)).status, 404, 'a next one takes its place');
    });

    it('is stopped by who began it, and then another may begin at once', async () => {
      const volgende = await terwijlHetLoopt(async () => {
        const { body } = await begin(KORTER);
        const gestopt = await app.as('programmaleiding').delete(`/termijnbeleid/simulaties/${body.id}`);
        assert.deepEqual([gestopt.status, gestopt.body.stand], [200, 'bezig']);
        assert.equal((await kijk(body.id)).status, 404);
        assert.equal((await app.as('programmaleiding').delete(`/termijnbeleid/simulaties/${body.id}`)).status, 404);
        return (await begin(HUIDIG)).body.id;
      });
      assert.deepEqual((await klaar(volgende)).gespeeld, 4);
      assert.deepEqual(app.fouten, [], 'that it was stopped is no fault');
    });

    it('is said to be broken off when whoever played it is gone, and another may begin', async () => {
      const { id } = (await begin(KORTER)).body;
      await klaar(id);
      await rows(
        app.db(),
        sql`update naspeling set verslag = null, gezien_op = clock_timestamp() - interval '31 seconds' where id = ${id}`,
      );
      const { body } = await kijk(id);
      assert.deepEqual(
        [body.stand, body.toelichting],
        ['afgebroken', 'De simulatie is afgebroken en gaat niet verder. Begin opnieuw.'],
      );
      const volgende = await begin(KORTER);
      assert.equal(volgende.status, 201);
      await klaar(volgende.body.id);
    });

    it('is not broken off while nothing of it goes on: who plays it says so', async () => {
      const id = await terwijlHetLoopt(async () => {
        const { body } = await begin(KORTER);
        await tot(async () => (await wachtendOp('gebeurtenis')) > 0);
        await rows(
          app.db(),
          sql`update naspeling set gezien_op = clock_timestamp() - interval '31 seconds' where id = ${body.id}`,
        );
        await tot(async () => (await kijk(body.id)).body.stand === 'bezig');
        return body.id;
      });
      assert.deepEqual((await klaar(id)).gespeeld, 4);
    });

    it('can be looked at for a day, and then goes with the next that anybody begins', async () => {
      const { id } = (await begin(KORTER)).body;
      await klaar(id);
      await rows(
        app.db(),
        sql`update naspeling set begonnen_op = clock_timestamp() - interval '25 hours' where id = ${id}`,
      );
      assert.equal((await kijk(id)).status, 404);
      await klaar((await begin(HUIDIG, 'programmaleiding')).body.id);
      const [over] = await rows(app.db(), sql`select count(*)::int as aantal from naspeling where id = ${id}`, {
        aantal: number,
      });
      assert.equal(over?.aantal, 0);
    });
  });

  it('has its threads play before anybody waits for them, once, and keeps nothing of that', async () => {
    const fouten: unknown[] = [];
    const dienst = createBeleid(app.database, {
      lezing: { databaseUrl: app.databaseUrl, patient: false },
      grens: GRENS,
      meld: (fout) => fouten.push(fout),
    });
    const bewaard = () =>
      rows(
        app.db(),
        sql`select (select count(*) from simulatie)::int + (select count(*) from naspeling)::int as aantal`,
      );
    try {
      const voor = await bewaard();
      const gespeeld = await dienst.bereidVoor(VANDAAG);
      assert.ok(gespeeld >= 4, String(gespeeld));
      assert.equal(await dienst.bereidVoor(VANDAAG), 0, 'they had begun');
      assert.deepEqual(await bewaard(), voor);
    } finally {
      await dienst.sluit();
    }
    assert.deepEqual(fouten, []);
  });

  it('gives up a thread that says nothing, and the next question goes to a new one', async () => {
    const deel = { bladen: [], kandidaat: HUIDIG as never, versies: [], mensen: { personen: {} } as never, ms: 1_000 };
    // No thread has loaded its code by then, so this one stands for one that never does.
    const thread = createThread({ databaseUrl: app.databaseUrl, patient: false }, 1);
    const speel = () =>
      thread.speel(
        { ...deel, periode: { van: '2026-01-01', tot: '2026-02-01' } },
        () => undefined,
        new AbortController().signal,
      );
    await assert.rejects(speel(), /says nothing/);
    assert.equal(thread.begin(), true, 'it is another one');
    await thread.sluit();
  });

  it('tells nobody of threads that end while they prepare, because the service does', async () => {
    const fouten: unknown[] = [];
    const dienst = createBeleid(app.database, {
      lezing: { databaseUrl: app.databaseUrl, patient: false },
      grens: GRENS,
      meld: (fout) => fouten.push(fout),
    });
    const gespeeld = dienst.bereidVoor(VANDAAG);
    await dienst.sluit();
    assert.equal(await gespeeld, 0);
    assert.deepEqual(fouten, []);
  });

  it('plays in threads of its own', async () => {
    const gesteld = await gesteldeVragen(async () => assert.equal((await vraag(KORTER)).status, 201));
    const gelezen = gesteld.filter(({ text }) => /from gebeurtenis/.test(text));
    assert.deepEqual(gelezen, [], 'this thread read no life of the past');
  });
});
