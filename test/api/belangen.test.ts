import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, type Reply, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';

/** Employed by DEMO_ZORGAANBIEDER. */
const WERKNEMER = 'metgezel.zorgaanbieder';
const GEHEIM = 'kanarie-alleen-voor-anderen';

describe('whoever works for an organisation that a signaal concerns', () => {
  let app: Client;
  before(async () => {
    app = await startApp();
    const contact = { naam: 'Bo Smit', email: 'aanmelding.zorgaanbieder@voorbeeld.nl', telefoon: '038 123 45 04' };
    const loket = { naam: 'Aanmelding', contact, reden: 'Hier kunnen wij vragen stellen.' };
    assert.equal((await app.as('landelijk').post('/organisaties/DEMO_ZORGAANBIEDER/loketten', loket)).status, 201);
  });
  after(() => app.stop());

  const doe = async (wie: string, nummer: string, daad: string, body?: unknown) => {
    const { status, body: signaal } = await app.as(wie).post(`/signalen/${nummer}/${daad}`, body);
    assert.deepEqual([daad, status, signaal.detail], [daad, 201, undefined]);
    return signaal;
  };
  const dienIn = async (wie: string, anders: object): Promise<string> => {
    const inhoud = nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie', gemeente: 'GM0193', ...anders });
    return (await app.as(wie).post('/signalen', inhoud)).body.nummer;
  };
  const nummers = async (wie: string, query = ''): Promise<string[]> =>
    (await app.as(wie).get(`/signalen?limiet=100${query}`)).body.signalen.map(
      ({ nummer }: { nummer: string }) => nummer,
    );
  const leest = (wie: string, pad: string): Promise<Reply> => app.as(wie).get(`/signalen/${pad}`);

  it('no longer sees it, counts it or acts on it once it is asked something, whatever was seen before', async () => {
    const nummer = await dienIn('metgezel.noord', {});
    await doe('coordinator.oost', nummer, 'oppakkingen');
    await doe('coordinator.oost', nummer, 'meedenkers', { persoon: WERKNEMER });
    assert.ok((await nummers(WERKNEMER)).includes(nummer));
    await doe('coordinator.oost', nummer, 'verzoeken', {
      soort: 'vraag',
      organisatie: 'DEMO_ZORGAANBIEDER',
      vraag: 'Kan dit gezin bij u terecht?',
    });
    for (const query of ['', '&organisatie=DEMO_ZORGAANBIEDER', '&regio=OOST'])
      assert.ok(!(await nummers(WERKNEMER, query)).includes(nummer), query);
    for (const pad of [nummer, `${nummer}/gebeurtenissen`, `${nummer}/termijnen`, `${nummer}/bijlagen`]) {
      const { status, body } = await leest(WERKNEMER, pad);
      assert.deepEqual([pad, status, body.code], [pad, 404, 'niet_gevonden']);
    }
    const { status } = await app.as(WERKNEMER).post(`/signalen/${nummer}/notities`, { notitie: 'Ik was erbij.' });
    assert.equal(status, 404);
  });

  it('nor once it is named otherwise: as whom one tried before, or in the answer of another', async () => {
    const vorige = { organisatie: 'DEMO_ZORGAANBIEDER', partij: 'Aanmelding', datum: '2026-01-05' };
    const geprobeerd = await dienIn('metgezel.noord', { ondernomen: [vorige] });
    await doe('coordinator.oost', geprobeerd, 'oppakkingen');
    const weigering = { status: 409, code: 'ontvanger_ongeschikt' };
    const meedenker = await app
      .as('coordinator.oost')
      .post(`/signalen/${geprobeerd}/meedenkers`, { persoon: WERKNEMER });
    assert.deepEqual({ status: meedenker.status, code: meedenker.body.code }, weigering);

    const genoemd = await dienIn('metgezel.noord', {});
    await doe('coordinator.oost', genoemd, 'oppakkingen');
    await doe('coordinator.oost', genoemd, 'meedenkers', { persoon: WERKNEMER });
    const vraag = { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wie kan dit?' };
    const { id } = (await doe('coordinator.oost', genoemd, 'verzoeken', vraag)).verzoeken[0];
    assert.ok((await nummers(WERKNEMER)).includes(genoemd));
    await doe('coordinator.oost', genoemd, `verzoeken/${id}/antwoorden`, {
      antwoord: 'niet_bevoegd',
      bevoegd: 'DEMO_ZORGAANBIEDER',
    });
    assert.ok(!(await nummers(WERKNEMER)).includes(genoemd));
    assert.equal((await leest(WERKNEMER, genoemd)).status, 404);
  });

  it('but filed it, keeps what was filed and told, and finds nothing that others wrote, asked or answered', async () => {
    const nummer = await dienIn(WERKNEMER, { organisatie: 'DEMO_ZORGAANBIEDER', knelpunt: 'Er is geen plek.' });
    await doe('coordinator.oost', nummer, 'oppakkingen');
    const geschreven = { soort: 'vraag', organisatie: 'GM0014', vraag: GEHEIM };
    const { id } = (await doe('coordinator.oost', nummer, 'verzoeken', geschreven)).verzoeken[0];
    await doe('coordinator.oost', nummer, `verzoeken/${id}/antwoorden`, {
      antwoord: 'niet_bevoegd',
      toelichting: GEHEIM,
    });
    await doe('coordinator.oost', nummer, 'notities', { notitie: GEHEIM });
    await doe('coordinator.oost', nummer, 'meedenkers', { persoon: 'metgezel.noord' });
    const overdracht = { geprobeerd: GEHEIM, gevraagd: GEHEIM, gewenst: GEHEIM };
    await doe('coordinator.oost', nummer, 'escalaties', { motief: 'regelgeving_knelt', overdracht });
    const eigen = await leest(WERKNEMER, nummer);
    assert.deepEqual(
      [eigen.status, eigen.body.knelpunt, eigen.body.niveau, eigen.body.verzoeken, eigen.body.meedenkers],
      [200, 'Er is geen plek.', 'landelijk', [], []],
    );
    assert.equal((await leest('landelijk', nummer)).body.verzoeken.length, 1);
    for (const pad of [nummer, `${nummer}/gebeurtenissen?limiet=100`, `${nummer}/termijnen`, `${nummer}/bijlagen`]) {
      const { status, body } = await leest(WERKNEMER, pad);
      assert.deepEqual([pad, status], [pad, 200]);
      assert.doesNotMatch(JSON.stringify(body), new RegExp(`${GEHEIM}|${id}`), pad);
      assert.match(JSON.stringify((await leest('landelijk', pad)).body), /./);
    }
    const verslag = (await leest(WERKNEMER, `${nummer}/gebeurtenissen?limiet=100`)).body.gebeurtenissen;
    assert.deepEqual(
      verslag
        .filter(({ door }: { door: { id: string } | null }) => door?.id !== WERKNEMER)
        .map(({ soort }: { soort: string }) => soort),
      ['opgepakt', 'geescaleerd'],
    );
  });

  it('nor whom others asked: not beside what the family allows, and not as what an act of theirs would lead to', async () => {
    const nummer = await dienIn(WERKNEMER, { organisatie: 'DEMO_ZORGAANBIEDER' });
    await doe('coordinator.oost', nummer, 'oppakkingen');
    const vraag = { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wie kan dit?' };
    const { id } = (await doe('coordinator.oost', nummer, 'verzoeken', vraag)).verzoeken[0];
    await doe('coordinator.oost', nummer, 'meedenkers', { persoon: 'metgezel.west' });
    const vooruit = await app.as(WERKNEMER).post(`/signalen/${nummer}/intrekkingen/_vooraf`);
    assert.equal(vooruit.status, 200);
    assert.match(vooruit.body.inWoorden.join(' '), /Het signaal sluit\..*Jeroen Wolters/);
    assert.doesNotMatch(JSON.stringify(vooruit.body), new RegExp(`Groningen|De vraag|${id}|Rachid`));
    const vandaag = datumVan(new Date().toISOString());
    const toestemming = { van: 'ouder', wijze: 'gesprek', delen: ['over_wie'], gegevenDatum: vandaag };
    const { status } = await app
      .as(WERKNEMER)
      .post(`/signalen/${nummer}/verzoeken/${id}/toestemmingen`, { ...toestemming, totEnMetDatum: vandaag });
    assert.equal(status, 404);
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn(WERKNEMER);
    for (const pad of ['', '/over-wie', '/intrekken', `/over-wie/toestemming/verzoek/${id}`]) {
      const { tekst } = await bezoeker.volg(`/signalen/${nummer}${pad}`);
      assert.doesNotMatch(tekst, /Gemeente Groningen/, pad);
    }
  });

  it('nor learns it by what they choose from the list, or how a term is explained', async () => {
    const nummer = await dienIn(WERKNEMER, { organisatie: 'DEMO_ZORGAANBIEDER' });
    await doe('coordinator.oost', nummer, 'oppakkingen');
    const keuzes = ['aanZet=ketenpartner', 'domeindiscussie=true', 'zonderOverdracht=true', 'domeindiscussie=false'];
    const gevonden = async (wie: string) => {
      const lijsten = await Promise.all(keuzes.map((keuze) => nummers(wie, `&${keuze}`)));
      return keuzes.filter((_, i) => lijsten[i]?.includes(nummer) === true);
    };
    const uitleg = async (wie: string) => (await leest(wie, `${nummer}/termijnen`)).body.termijnen;
    const eerst = await uitleg(WERKNEMER);
    for (const organisatie of ['GM0014', 'GM0400']) {
      const vraag = { soort: 'vraag', organisatie, vraag: 'Wie kan dit?' };
      const { verzoeken } = await doe('coordinator.oost', nummer, 'verzoeken', vraag);
      assert.deepEqual(await gevonden(WERKNEMER), ['domeindiscussie=false']);
      assert.ok((await gevonden('coordinator.oost')).includes('aanZet=ketenpartner'));
      const { id } = verzoeken.at(-1);
      const antwoord = { antwoord: 'niet_bevoegd', toelichting: 'Wij gaan daar niet over.' };
      await doe('coordinator.oost', nummer, `verzoeken/${id}/antwoorden`, antwoord);
    }
    assert.deepEqual(await gevonden('coordinator.oost'), ['domeindiscussie=true']);
    assert.deepEqual(await gevonden(WERKNEMER), ['domeindiscussie=false']);
    assert.match(JSON.stringify(await uitleg('coordinator.oost')), /Een ketenpartner was aan zet/);
    assert.deepEqual(await uitleg(WERKNEMER), eerst);
  });

  it('nor that the family allows one whom others asked something, which who handles it records, as the filer cannot', async () => {
    const nummer = await dienIn(WERKNEMER, { organisatie: 'DEMO_ZORGAANBIEDER' });
    await doe('coordinator.oost', nummer, 'oppakkingen');
    const vraag = { soort: 'vraag', organisatie: 'GM0014', vraag: 'Wie kan dit?' };
    const { id } = (await doe('coordinator.oost', nummer, 'verzoeken', vraag)).verzoeken[0];
    const vandaag = datumVan(new Date().toISOString());
    const afspraak = { van: 'ouder', wijze: 'telefoon', gegevenDatum: vandaag, totEnMetDatum: vandaag };
    const gegeven = { ...afspraak, delen: ['over_wie'] };
    const { toestemmingen } = await doe('coordinator.oost', nummer, `verzoeken/${id}/toestemmingen`, gegeven);
    const zichzelf = { ...gegeven, niveau: 'regionaal' };
    const binnen = await app.as('coordinator.oost').post(`/signalen/${nummer}/toestemmingen`, zichzelf);
    assert.equal(binnen.status, 403, 'nobody lets themselves in');
    assert.deepEqual((await leest(WERKNEMER, `${nummer}/toestemmingen`)).body.toestemmingen, []);
    const db = app.database.voor({ rol: 'lezer', persoon: WERKNEMER });
    assert.deepEqual(await rows(db, sql`select from toestemming where verzoek = ${id}`), [], 'nor by PostgreSQL alone');
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn(WERKNEMER);
    assert.match((await bezoeker.volg(`/signalen/${nummer}/over-wie`)).tekst, /Er is nog geen toestemming/);
    const intrekken = `${nummer}/toestemmingen/${toestemmingen[0].id}/intrekkingen`;
    assert.equal((await app.as(WERKNEMER).post(`/signalen/${intrekken}`)).status, 404);
    const behandelaar = new Bezoeker(app.url);
    await behandelaar.logIn('coordinator.oost');
    const { tekst } = await behandelaar.volg(`/signalen/${nummer}/over-wie`);
    assert.match(tekst, /Leg toestemming vast voor Gemeente Groningen/);
    assert.match(tekst, new RegExp(`over-wie/toestemming/${toestemmingen[0].id}`));
    await doe('coordinator.oost', nummer, `toestemmingen/${toestemmingen[0].id}/intrekkingen`);
    await doe('coordinator.oost', nummer, `verzoeken/${id}/intrekkingen`);
    const dood = await app.as('coordinator.oost').post(`/signalen/${nummer}/verzoeken/${id}/toestemmingen`, gegeven);
    assert.equal(dood.status, 404, 'its link opens nothing any more');
  });

  it('nor does one of functioneel beheer, who knows of all that is to be erased by number: not of this, nor can they ask for it', async () => {
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, organisatie)
          values ('beheer.belang', 'B', 'beheer.belang@voorbeeld.nl', '06 12345699', array['functioneel_beheer'], '{}', 'DEMO_ZORGAANBIEDER')`,
    );
    const nummer = await dienIn('metgezel.noord', { organisatie: 'DEMO_ZORGAANBIEDER' });
    const verzoek = { signaal: nummer, grond: 'bezwaar', reden: 'De moeder vroeg het.' };
    const eigen = await app.as('beheer.belang').post('/wissingen', verzoek);
    assert.deepEqual([eigen.status, eigen.body.errors?.[0].code], [400, 'onbekend']);
    const { body: wissing } = await app.as('landelijk').post('/wissingen', verzoek);
    const leest = async (wie: string) => (await app.as(wie).get('/wissingen')).body;
    assert.deepEqual(await leest('beheer.belang'), { aantal: 0, wissingen: [] });
    assert.equal((await leest('beheer')).aantal, 1);
    for (const daad of ['bevestigingen', 'bewaringen'])
      assert.equal(
        (
          await app
            .as('beheer.belang')
            .post(
              `/wissingen/${wissing.id}/${daad}`,
              daad === 'bewaringen'
                ? { totEnMetDatum: plusDagen(datumVan(new Date().toISOString()), 30), reden: 'Nog nodig.' }
                : undefined,
            )
        ).status,
        404,
      );
  });

  it('and hears the answer of the programme in its own words', async () => {
    const nummer = await dienIn(WERKNEMER, { organisatie: 'DEMO_ZORGAANBIEDER' });
    await doe('coordinator.oost', nummer, 'oppakkingen');
    await doe('coordinator.oost', nummer, 'uitkomsten', {
      uitkomst: 'opgelost',
      toelichting: GEHEIM,
      terugkoppeling: 'Het gezin kan nu terecht.',
    });
    assert.equal((await leest(WERKNEMER, nummer)).body.terugkoppeling, 'Het gezin kan nu terecht.');
  });
});

describe('programmaleiding', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  it('finds every signaal in the list, and reads it only once the clock has told of it', async () => {
    const { nummer } = (await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ knelpunt: GEHEIM }))).body;
    const lijst = await app.as('programmaleiding').get('/signalen');
    assert.ok(lijst.body.signalen.some((regel: { nummer: string }) => regel.nummer === nummer));
    for (const pad of [nummer, `${nummer}/gebeurtenissen`, `${nummer}/termijnen`, `${nummer}/bijlagen`]) {
      const { status, body } = await app.as('programmaleiding').get(`/signalen/${pad}`);
      assert.deepEqual([pad, status, body.code], [pad, 403, 'geen_toegang']);
      assert.doesNotMatch(JSON.stringify(body), new RegExp(GEHEIM));
    }
  });
});
